"""One run of `briefgen send`: guard, queue, send; or the plan and its drafts."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen import files
from briefgen.cli import at_hand, status
from briefgen.cli.journal import Journal, lines, messages
from briefgen.errors import ConfigurationError, MailError
from briefgen.mail import outbox as outboxes
from briefgen.mail.connection import connect, trust
from briefgen.mail.letter import Letter
from briefgen.mail.login import credentials
from briefgen.mail.outbox import Delivery, Outbox
from briefgen.mail.sending import Pace, Sender
from briefgen.mail.smtp import Lost, Session
from briefgen.mail.wire import message, wired
from briefgen.notices import Notice
from briefgen.output_folder import OutputFolder
from briefgen.project import Project
from briefgen.values import dataclass

if TYPE_CHECKING:
    from briefgen.cli.dispatching import Preparation, Prepared, Wanted
    from briefgen.mail.smime import Sealer

_DRAFTS = 50
"""At most so many drafts are written, if --limit does not say otherwise."""
_WAITING = ("queued", "deferred")


@dataclass(slots=True)
class MailRun:
    """What the options of a run have in common."""

    project: Project
    journal: Journal
    limit: int | None
    per_minute: float

    def resume(self, only: Sequence[str], *, yes: bool) -> int:
        """Send what the outbox holds, and make nothing anew."""
        if not yes:
            raise click.UsageError("--resume sends what was planned before, and needs --yes")
        names = {name.casefold() for name in only}
        with outboxes.opened(self.folder, now) as outbox:
            waiting = [
                one for one in outbox.deliveries() if not names or names & {one.address, one.audience.casefold()}
            ]
            return self._send(outbox, waiting, lambda _: waiting)

    def compose(self, wanted: "Wanted", templates: Path | None, *, yes: bool) -> int:
        """Make the memos and decide who gets them; then send them, or write drafts."""
        from briefgen.cli.dispatching import Preparation

        shelf = at_hand.shelf(templates, self.project.folder)
        if wanted.to_self:
            return self._queue_and_send(
                Preparation(self.project, shelf, None, wanted, self.journal), outboxes.temporary(now)
            )
        if yes:
            with outboxes.opened(self.folder, now) as outbox:
                return self._queue_and_send(Preparation(self.project, shelf, outbox, wanted, self.journal), outbox)
        with outboxes.looked_into(self.folder, now) as history:
            return self._draft(Preparation(self.project, shelf, history, wanted, self.journal))

    @property
    def folder(self) -> Path:
        """The folder of the outbox."""
        return self.project.folder / self.project.mail.outbox

    def _queue_and_send(self, preparation: "Preparation", outbox: Outbox) -> int:
        prepared = self._judged(self._planned(preparation), preparation)
        self._guard(prepared, outbox.deliveries())
        sent = [item for one in prepared for item in one.items if item.is_sent]
        keys = {
            (one.parcel.dispatch.audience, i.recipient.mailbox.key, i.content) for one in prepared for i in one.items
        }

        def meant() -> tuple[Delivery, ...]:
            return tuple(one for one in outbox.deliveries() if (one.audience, one.address, one.content) in keys)

        def queued(session: Session) -> Sequence[Delivery]:
            outbox.queue(self._fit(_letters(prepared), session), preparation.contents)
            outbox.again(item.delivery for item in sent if item.delivery and item.delivery.state not in _WAITING)
            return meant()

        return self._send(outbox, meant(), queued if sent else None)

    def _planned(self, preparation: "Preparation") -> "tuple[Prepared, ...]":
        """Prepare the dispatches, of their messages as many as may be sent, and show the plan."""
        left = self.limit
        limited = []
        for one in preparation.all():
            items = []
            for item in one.items:
                if item.is_sent and left is not None:
                    if not left:
                        continue
                    left -= 1
                items.append(item)
            limited.append(replace(one, items=tuple(items)))
            self.journal.planned(lines(one.parcel.dispatch.called, items))
        return tuple(limited)

    def _judged(self, prepared: "Sequence[Prepared]", preparation: "Preparation") -> "tuple[Prepared, ...]":
        """Have the memos' files judged that are about to be sent, and keep what was found with their dispatches."""
        from briefgen.cli.proofs import judged

        leaving = [one for one in prepared if any(item.is_sent for item in one.items)]
        files_of = {one.parcel.dispatch.called: one.parcel.shared for one in leaving if self.project.mail.verify}
        found = judged((file for files in files_of.values() for file in files), preparation.contents)
        for notice in dict.fromkeys(notice for _, notice in found if notice.level != "error"):
            self.journal.note(notice)
        return tuple(
            _with_findings(one, [n for sha, n in found if sha in {f.sha256 for f in one.parcel.shared}])
            for one in prepared
        )

    def _guard(self, prepared: "Sequence[Prepared]", history: Sequence[Delivery]) -> None:
        from briefgen.mail.guard import refusals

        mail = self.project.mail
        dispatches = [one.parcel.dispatch for one in prepared if any(item.is_sent for item in one.items)]
        known = (one.parcel.desk.sender.domain for one in prepared)
        found = refusals(dispatches, markings=mail.markings, words=mail.words, now=now(), known=known, history=history)
        if found:
            raise MailError(*found)

    def _fit(self, letters: "Iterable[Letter]", session: Session) -> Iterator[Letter]:
        """Pass letters on, and raise at the end if the server would not take all of them."""
        from briefgen.mail.guard import unfit

        found: list[Notice] = []
        sealer = self._sealer()
        sealed = sealer.size if sealer else int
        for letter in letters:
            found += unfit([letter], session.features, limit=self.project.mail.size_limit, sealed=sealed)
            found += sealer.lacking([letter]) if sealer else ()
            yield letter
        if found:
            raise MailError(*dict.fromkeys(found))

    def _draft(self, preparation: "Preparation") -> int:
        prepared = self._planned(preparation)
        self._guard(prepared, preparation.outbox.deliveries() if preparation.outbox else ())
        count = sum(item.is_sent for one in prepared for item in one.items)
        drafts = OutputFolder(self.folder / "drafts")
        for number, letter in enumerate(_letters(prepared)):
            if number >= (self.limit or _DRAFTS):
                self.journal.say(f"Drafts of the first {number} only; --limit writes more.")
                break
            data = wired(message(letter, preparation.contents, date=now(), is_draft=True))
            self.journal.drafted(drafts.write(_draft_name(letter), data))
        drafts.close()
        return self.journal.end(f"{messages(count)} to send; nothing was sent: add --yes to send", status.DONE)

    def _send(
        self,
        outbox: Outbox,
        known: Sequence[Delivery],
        queue: Callable[[Session], Sequence[Delivery]] | None,
    ) -> int:
        """Connect, queue, and send what waits; what is settled is told, and counts for the exit status."""
        waiting: Sequence[Delivery] = ()
        if queue is None:
            self.journal.known(known)
        else:
            sender = self._sender(outbox)
            try:
                known = queue(sender.open())
                waiting = [one for one in known if one.state in _WAITING][: self.limit]
                self.journal.known(known)
                sender.send(waiting)
            except Lost as error:
                hint = "" if waiting else "see host and port in [mail], or run the same command again later"
                gone = MailError.of("MAI20", f"the mail server stays away: {error}", hint=hint)
                if not waiting:
                    raise gone from error
                self.journal.fail(gone)
            except MailError as error:
                if not waiting:
                    raise
                self.journal.fail(error)
            finally:
                sender.close()
        self.journal.left = sum(one.id not in self.journal.settled for one in waiting)
        return self.journal.end(*self.journal.outcome())

    def _sender(self, outbox: Outbox) -> Sender:
        mail, folder = self.project.mail, self.project.folder
        if not mail.host:
            hint = 'add to briefgen.toml: [mail] host = "smtp.example.org"'
            raise ConfigurationError.of("MAI27", "nothing says which server sends", hint=hint)
        known = credentials(mail, os.environ, folder, tell=self.journal.say, ask=_ask if sys.stdin.isatty() else None)
        context = trust(str(folder / mail.ca_file) if mail.ca_file else "")
        sealer = self._sealer()
        return Sender(
            outbox,
            lambda: connect(mail, context, known),
            sealer.seal if sealer else lambda composed, _: wired(composed),
            Pace(self.per_minute, mail.retry_after),
            now,
            self.journal.tell,
            self.journal.wait,
        )

    def _sealer(self) -> "Sealer | None":
        mail, folder = self.project.mail, self.project.folder
        if not mail.smime_certificate and not mail.smime_recipients:
            return None
        from briefgen.mail.smime import Keys, Sealer

        recipients = None
        if mail.smime_recipients:
            recipients = {path.stem: files.read_bytes(path) for path in (folder / mail.smime_recipients).glob("*.pem")}
        certificate, key = (
            files.read_bytes(folder / name) if name else b"" for name in (mail.smime_certificate, mail.smime_key)
        )
        return Sealer(Keys(certificate, key, recipients))


def now() -> datetime:
    """Read the clock."""
    return datetime.now(UTC)


def _with_findings(one: "Prepared", found: Sequence[Notice]) -> "Prepared":
    dispatch = replace(one.parcel.dispatch, findings=(*one.parcel.dispatch.findings, *found))
    return replace(one, parcel=replace(one.parcel, dispatch=dispatch))


def _letters(prepared: "Iterable[Prepared]") -> Iterator[Letter]:
    from briefgen.mail.compose import letters

    return (letter for one in prepared for letter in letters(one.parcel, one.items))


def _draft_name(letter: Letter) -> str:
    whom = letter.envelope[0].address if len(letter.envelope) == 1 else "group"
    named = f"{letter.edition}-{letter.audience}-{whom}"
    return "".join(c if c.isalnum() or c in "@.-_+" else "-" for c in named) + ".eml"


def _ask() -> str:
    return str(click.prompt("Password for the mail server", hide_input=True, err=True))
