"""Make ready what `briefgen send` mails: the memos, who gets them, and the words that go with them.

Imported only when letters are composed; sending those of the outbox needs none of this.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from functools import cache
from pathlib import Path, PurePath
from typing import ParamSpec, TypeVar

from briefgen import files, pipeline
from briefgen.article.card import Card, card_of
from briefgen.article.model import Article
from briefgen.article.read import Record, read
from briefgen.audience.markings import schemes
from briefgen.cli import at_hand, choice
from briefgen.cli.journal import Journal
from briefgen.cli.mailing_lists import audiences_with_recipients, media_type, recipients, sender
from briefgen.desk.filled import filled
from briefgen.desk.gate import memo_passes, record_passes
from briefgen.desk.ingredients import Pantry
from briefgen.desk.message_words import MessageWords
from briefgen.desk.stored import stored_texts
from briefgen.errors import BriefgenError, ConfigurationError, RecordError
from briefgen.jobs import Job, jobs_for
from briefgen.mail import plan
from briefgen.mail.compose import Desk, Parcel, content_of, enclosure
from briefgen.mail.dispatch import MARKING, Dispatch
from briefgen.mail.letter import Enclosure
from briefgen.mail.outbox import Delivery, Outbox
from briefgen.mail.plan import Item
from briefgen.mail.recipients import Recipient
from briefgen.mail_settings import AudienceMail
from briefgen.memo import Memo
from briefgen.notices import Notice
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.theme import Theme
from briefgen.values import dataclass
from briefgen.writers import WRITERS

T = TypeVar("T")
U = TypeVar("U")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the command line asks to be sent."""

    articles: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    """Audiences, addresses or names."""
    retry: tuple[str, ...] = ()
    is_correction: bool = False
    to_self: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the letters of a dispatch are made from, and the decision for each recipient."""

    parcel: Parcel
    items: tuple[Item, ...]
    history: tuple[Delivery, ...] = ()


@dataclass(slots=True)
class Preparation:
    """Prepares dispatches; keeps the bytes of what is enclosed by their SHA-256."""

    project: Project
    shelf: Shelf
    outbox: Outbox | None
    wanted: Wanted
    journal: Journal
    _kept: dict[str, bytes] = field(default_factory=dict)
    _paths: dict[str, Path] = field(default_factory=dict)
    _records: dict[Card, Record] = field(default_factory=dict)
    _findings: dict[str, tuple[Notice, ...]] = field(default_factory=dict)
    """Record → the errors in it."""
    _themes: list[Theme] = field(default_factory=list)
    """The house's, once it is known."""
    _pantries: list[Pantry] = field(default_factory=list)

    def contents(self, sha256: str) -> bytes:
        """Give the bytes of an enclosure; those for single recipients are read when they are needed."""
        return self._kept[sha256] if sha256 in self._kept else files.read_bytes(self._paths[sha256])

    def all(self) -> tuple[Prepared, ...]:
        """Prepare every dispatch; all that stands in the way is named in one error."""
        project = self.project
        with_recipients = audiences_with_recipients(project, self.shelf)
        readers = choice.audiences(self.wanted.audiences or project.audiences or with_recipients, self.shelf)
        records = _gathered(self._read, choice.articles(self.wanted.articles, project, self.journal.say))
        kinds, own = choice.formats(project.formats, by=project.file), choice.formats_for(readers, project, self.shelf)
        self._records |= {card_of(record): record for record in records}
        jobs = jobs_for(map(card_of, records), readers, kinds, filename=project.filename, formats_for=own)
        prepared = _gathered(self._prepared, jobs)
        if self.wanted.only:
            prepared = tuple(one for one in prepared if one.parcel.dispatch.recipients)
            if not prepared:
                raise ConfigurationError.of("MAI30", f"nobody is called {' or '.join(self.wanted.only)}")
        return prepared

    def _prepared(self, job: Job) -> Prepared:
        record = self._records[job.card]
        article = record.article
        ready = pipeline.prepared(record, job.audience, self.shelf)
        memo = pipeline.memo_of(
            ready,
            record,
            self.shelf,
            organisation=self.project.organisation,
            epoch=choice.epoch(),
            numbering=self.project.brand.numbering,
            made_from=self._pantry().of(job.card, job.audience).fingerprint,
            tell=self.journal.note,
        )
        theme = pipeline.theme_for(job.audience, self.shelf, self._theme())
        shared = tuple(self._written(ready, memo, theme, kind, name) for kind, name in job.names.items())
        history = self._history(article, job.audience)
        people = self._people(job, history)
        own, faults = self._own(people)
        content = cache(lambda enclosed: content_of(memo, enclosed))
        pairs = [(one, content(own[one])) for one in people]
        if self.wanted.is_correction:
            had = {one.address: one.content for one in history if one.state == "accepted"}
            pairs = [(one, right) for one, right in pairs if had[one.mailbox.key] != right]
        names = tuple(one.name for one in shared)
        words = MessageWords(ready, self.shelf, memo.meta, names, self.wanted.is_correction)
        dispatch = self._dispatch(job, memo, shared, tuple(one for one, _ in pairs))
        findings = (
            *self._findings[article.id],
            *_refused(memo_passes, record, filled(ready, memo), ready.schemes, self.project),
        )
        dispatch = replace(dispatch, findings=(*findings, *faults), words=words.count(dispatch.recipients))
        parcel = Parcel(
            dispatch,
            Desk(sender(self.project), self.project.mail.reply_to),
            memo.meta.language,
            shared,
            words.write,
            lambda one: own[one],
            self._thread,
        )
        items = plan.decide(
            pairs,
            history,
            update_type=article.update_type or "",
            retry=self.wanted.retry,
            is_correction=self.wanted.is_correction,
        )
        return Prepared(parcel, items, history)

    def _read(self, article: str) -> Record:
        """Read a record, and remember what is found wrong in it."""
        record = read(*at_hand.article(article))
        texts = stored_texts(record, article, self.project)
        self._findings[record.article.id] = _refused(record_passes, record, texts, schemes(self.shelf), self.project)
        return record

    def _theme(self) -> Theme:
        if not self._themes:
            self._themes.append(at_hand.theme(self.project, self.journal.note))
        return self._themes[0]

    def _pantry(self) -> Pantry:
        if not self._pantries:
            self._pantries.append(Pantry(self.project, self.shelf, self._theme(), choice.epoch()))
        return self._pantries[0]

    def _dispatch(self, job: Job, memo: Memo, shared: Sequence[Enclosure], people: tuple[Recipient, ...]) -> Dispatch:
        article, own = self._records[job.card].article, self.project.mail_for.get(job.audience, AudienceMail())
        return Dispatch(
            record=article.id,
            edition=f"{article.id}@{article.version or article.as_of}",
            audience=job.audience,
            status=article.status,
            marking=tuple(memo.meta.banner.text.split(MARKING)) if memo.meta.banner else (),
            embargo=article.embargo.until.moment if article.embargo else None,
            under_embargo=own.under_embargo,
            not_to=article.distribution.not_to,
            releasable_to=article.distribution.releasable_to,
            domains=own.domains,
            bundling=own.message,
            enclosed=tuple((one.name, one.size) for one in shared),
            recipients=people,
        )

    def _written(self, ready: pipeline.Prepared, memo: Memo, theme: Theme, kind: str, name: str) -> Enclosure:
        data = pipeline.file_of(ready, memo, self.shelf, theme, kind)
        described = enclosure(PurePath(name).name, WRITERS[kind].media_type, data)
        self._kept[described.sha256] = data
        return described

    def _history(self, article: Article, audience: str) -> tuple[Delivery, ...]:
        if self.outbox is None or self.wanted.to_self:
            return ()
        records = filter(None, (article.supersedes, article.id))
        return tuple(one for record in records for one in self.outbox.deliveries(record=record, audience=audience))

    def _people(self, job: Job, history: Sequence[Delivery]) -> tuple[Recipient, ...]:
        people = recipients(self.project, self.shelf, job.audience)
        if self.wanted.is_correction and self.outbox:
            outbox, listed = self.outbox, {one.mailbox.key: one for one in people}
            newest = plan.newest_of_each(history, self._records[job.card].article.supersedes)
            doubtful = sorted({one.address for one in history if one.state == "unknown"})
            if doubtful:
                self.journal.say(f"They may have got it, and are not sent the correction: {', '.join(doubtful)}")
            people = tuple(
                listed.get(one.address) or plan.recipient_of(one, outbox.letter(one.letter)) for one in newest
            )
        only = {name.casefold() for name in self.wanted.only}
        if only and job.audience.casefold() not in only:
            people = tuple(one for one in people if only & {one.mailbox.key, one.mailbox.name.casefold()})
        if self.wanted.to_self and people:
            return (replace(people[0], mailbox=sender(self.project), kind="to"),)
        return people

    def _own(self, people: Iterable[Recipient]) -> tuple[dict[Recipient, tuple[Enclosure, ...]], tuple[Notice, ...]]:
        """Describe the files of single recipients, and name those that cannot be read."""
        own: dict[Recipient, tuple[Enclosure, ...]] = {}
        faults: list[Notice] = []
        described_once = cache(self._described)
        for one in people:
            described = []
            for name in one.enclosures:
                try:
                    described.append(described_once(name))
                except BriefgenError as error:
                    faults += (replace(notice, place=one.place) for notice in error.notices)
            own[one] = tuple(described)
        return own, tuple(faults)

    def _described(self, name: str) -> Enclosure:
        path = files.confined(name, self.project.folder, self.project.folder)
        described = enclosure(path.name, media_type(path.name), files.read_bytes(path))
        self._paths[described.sha256] = path
        return described

    def _thread(self, earlier: Delivery | None) -> tuple[str, ...]:
        if earlier is None or self.outbox is None:
            return ()
        before = self.outbox.letter(earlier.letter)
        return (*before.references, before.message_id)


def _refused(passes: Callable[P, None], *asked: P.args, **named: P.kwargs) -> tuple[Notice, ...]:
    """Give what a gate holds against a record or memo, to be told together with all else that stops it."""
    try:
        passes(*asked, **named)
    except RecordError as error:
        return error.notices
    return ()


def _gathered(make: Callable[[T], U], sources: Iterable[T]) -> tuple[U, ...]:
    """Make one thing of each source; what fails is raised at the end, all of it."""
    made: list[U] = []
    failed: list[BriefgenError] = []
    for source in sources:
        try:
            made.append(make(source))
        except BriefgenError as error:
            failed.append(error)
    if failed:
        raise type(failed[0])(*(notice for error in failed for notice in error.notices))
    return tuple(made)
