"""Record → memo → file, for one audience: view, fill, parse, write."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.article.read import Record
from briefgen.audience.attaching import attached
from briefgen.audience.dating import in_words
from briefgen.audience.derived import derive
from briefgen.audience.entries import field
from briefgen.audience.front import created, meta, paper
from briefgen.audience.markings import Schemes, banner, highest, schemes
from briefgen.audience.pack import Pack, load
from briefgen.audience.phrases import filters
from briefgen.audience.punctuation import quoted
from briefgen.audience.relation import homes, relations
from briefgen.audience.sections import headings, required, sections
from briefgen.audience.spoken import same_language
from briefgen.audience.view import Entry, Seen, view, with_fields
from briefgen.audience.words import Words, words
from briefgen.errors import AudienceError, WriteError
from briefgen.markdown import parse
from briefgen.memo import Attachment, Memo, Meta
from briefgen.notices import Notice
from briefgen.numbering import Numbering
from briefgen.parity import differences
from briefgen.shelf import Shelf
from briefgen.templates import fill
from briefgen.theme import Theme, enlarged
from briefgen.values import dataclass
from briefgen.writers import WRITERS

if TYPE_CHECKING:
    from briefgen.audience.since import Told
    from briefgen.word_templates import Filling

_LARGE = 12.0
"""Points of the body for audiences that want large type."""
_WORD = ".docx"
_OF_WORD = ("docx", "pdf")
"""Formats that are made from a Word template."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record as its audience sees it, and everything that its template is filled with."""

    audience: str
    article: Article
    record: Entry
    pack: Pack
    seen: Seen
    words: Words
    schemes: Schemes
    filters: Mapping[str, Callable[..., object]]
    given: Mapping[str, object]
    template: str

    @property
    def is_word(self) -> bool:
        """Whether the template is a Word file."""
        return self.template.endswith(_WORD)


def prepared(record: Record, audience: str, shelf: Shelf, *, since: Prepared | None = None) -> Prepared:
    """Take an audience's view of a record, and with `since`, its last edition, of what changed."""
    article, pack, known = record.article, load(audience, shelf), schemes(shelf)
    say = words(pack.language or article.language, shelf, pack.chain)
    seen = view(article, pack.sight, known, record.places, language=say.language, quoted=partial(quoted, words=say))
    required(seen.record, pack)
    whole = derive(seen.record, say, relations(article), homes(article))
    told = _told(since, article, whole, pack, say)
    whole = with_fields(whole, {"since": told.since if told else None})
    given = {
        "t": say.say,
        "paper": paper(pack, say),
        "sections": sections(whole, pack, say, shelf, kind=article.kind),
    }
    printing = filters(pack, say, whole, known, headings(pack, say, kind=article.kind))
    seen = _covering(seen, told, since, known)
    return Prepared(audience, article, whole, pack, seen, say, known, printing, given, _template(pack, shelf))


def _told(last: Prepared | None, now: Article, seen: Entry, pack: Pack, say: Words) -> "Told | None":
    """Tell what changed since the `last` edition, where the audience has a section for it."""
    if last is None or "changes" not in pack.sections or not same_language(last.article.language, now.language):
        return None
    from briefgen.audience.since import Edition, told_since

    titles = headings(pack, say, kind=now.kind)
    return told_since(Edition(last.article, last.record), Edition(now, seen), titles, say)


def _covering(seen: Seen, told: "Told | None", last: Prepared | None, known: Schemes) -> Seen:
    """Let the marking cover what is told of the `last` edition, and note what is not."""
    if last is None or told is None:
        return seen
    if told.since and field(told.since, "groups"):
        seen = replace(seen, marking=highest((seen.marking, last.seen.marking), known))
    if told.kept_back:
        message = f"{told.kept_back} of the last edition are still in the record and kept from {last.audience} now"
        notice = Notice("note", "AUD11", message, hint="what changed says nothing of them")
        seen = replace(seen, notices=(*seen.notices, notice))
    return seen


def markdown_of(ready: Prepared, shelf: Shelf) -> str:
    """Fill the template, giving Markdown."""
    return fill(ready.template, shelf, record=ready.record, filters=ready.filters, given=ready.given)


def memo_of(
    ready: Prepared,
    record: Record,
    shelf: Shelf,
    *,
    organisation: str = "",
    numbering: Numbering | Literal[""] = "",
    epoch: str = "",
    unchecked: bool = False,
    made_from: str = "",
    attach_record: bool = False,
    tell: Callable[[Notice], None] = lambda _: None,
) -> Memo:
    """Make the memo of a record that is `ready` for its audience.

    `numbering` outweighs that of the audience; `epoch` replaces the moment that the record stands for;
    `unchecked` stamps the memo as not cleared; `made_from` is the fingerprint that it carries; `attach_record` puts the
    record into the memo's file, under the marking that covers all of it; `tell` is called with what was left out
    because of its marking.
    """
    article, seen = record.article, ready.seen
    attachments: tuple[Attachment, ...] = ()
    if attach_record:
        file, marking = attached(record, ready.pack, ready.schemes)
        attachments, seen = (file,), replace(seen, marking=marking)
    about = meta(
        article,
        ready.pack,
        seen,
        ready.words,
        ready.schemes,
        organisation=organisation,
        created=epoch or created(article),
        unchecked=unchecked,
        made_from=made_from,
    )
    name, counted = f"{article.id} for {ready.audience}, filled", numbering or ready.pack.style.numbering
    if ready.is_word:
        memo = _word_memo(ready, about, shelf)
    else:
        memo = parse(markdown_of(ready, shelf), file=name, meta=about, numbering=counted)
    for notice in seen.notices:
        tell(notice)
    return replace(memo, attachments=attachments)


def theme_for(audience: str, shelf: Shelf, theme: Theme) -> Theme:
    """Give the house's theme as the audience wants it."""
    large = load(audience, shelf).style.type_size == "large"
    return enlarged(theme, max(1, _LARGE / theme.body.size)) if large else theme


def file_of(ready: Prepared, memo: Memo, shelf: Shelf, theme: Theme, kind: str, *, verify: bool = True) -> bytes:
    """Write a memo in a format: from the audience's Word template if it has one, else as `written` does."""
    if not ready.is_word:
        return written(memo, theme, kind, verify=verify)
    if kind not in _OF_WORD:
        hint = f"write `formats: [{', '.join(_OF_WORD)}]` in audience.yaml, or give --format"
        message = f"the Word template of {ready.audience} makes {' and '.join(_OF_WORD)}, not {kind}"
        raise WriteError.of("WRD05", message, hint=hint)
    if memo.attachments:
        raise WriteError.of("WRD05", f"the Word template of {ready.audience} cannot have the record attached")
    from briefgen.word_templates import word_file

    docx = word_file(shelf.files[ready.template], for_word(ready, memo.meta))
    return _as_pdf(docx) if kind == "pdf" else docx


def written(memo: Memo, theme: Theme, kind: str, *, verify: bool = True) -> bytes:
    """Write a memo in a format and, with `verify`, read it back; `WriteError` if it does not hold the memo's words."""
    data = WRITERS[kind].write(memo, theme)
    lost = differences(memo, kind, data) if verify else ()
    if lost:
        raise WriteError(*lost)
    return data


def _as_pdf(docx: bytes) -> bytes:
    from briefgen.standards import libreoffice

    try:
        return libreoffice.laid_out(docx)
    except OSError as error:
        hint = "install LibreOffice, or make the memo with --format docx and print that from Word"
        message = f"the PDF of a Word template needs LibreOffice: {error}"
        raise WriteError.of("WRD05", message, hint=hint) from error


def for_word(ready: Prepared, about: Meta) -> "Filling":
    """Give what the audience's Word template is filled with."""
    from briefgen.word_templates import Filling

    return Filling(ready.record, ready.filters, ready.given, about)


def _word_memo(ready: Prepared, about: Meta, shelf: Shelf) -> Memo:
    from briefgen.word_templates import word_memo

    return word_memo(shelf.files[ready.template], for_word(ready, about))


def marked(old: Memo, new: Memo, last: Prepared, ready: Prepared) -> Memo:
    """Mark in a memo what is otherwise than in its last edition; without a date for that edition, nothing is."""
    when = field(last.record, "as_of")
    if not isinstance(when, When):
        return new
    from briefgen.comparison import marks

    return replace(new, marks=marks(old, new, ready.words.say("change.bars", date=in_words(when, ready.words))))


def redlined(old: Memo, new: Memo, last: Prepared, ready: Prepared, theme: Theme) -> bytes:
    """Write a Word file with the changes from one edition of a memo to the next tracked, marked for the words of both.

    `last` and `ready` are what the memos were made of.
    """
    from briefgen.writers.docx import redline

    marking = highest((ready.seen.marking, last.seen.marking), ready.schemes)
    marked_for_both = banner(marking, ready.schemes) if ready.pack.marked else None
    return redline(old, replace(new, meta=replace(new.meta, banner=marked_for_both)), theme)


def _template(pack: Pack, shelf: Shelf) -> str:
    """Find the template of an audience, in Markdown or Word: its own, or that of the nearest one it extends."""
    for name in pack.chain:
        own = [file for file in (f"{name}/memo.md.j2", f"{name}/memo{_WORD}") if file in shelf.files]
        if len(own) > 1:
            raise AudienceError.of("AUD01", f"{name} has two templates: {' and '.join(own)}", hint="keep one of them")
        if own:
            return own[0]
    return f"{pack.id}/memo.md.j2"
