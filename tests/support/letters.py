"""Letters for tests, and all that is needed to send them."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from briefgen.mail.addresses import Mailbox
from briefgen.mail.connection import Credentials, connect, trust
from briefgen.mail.letter import Enclosure, Letter, message_id
from briefgen.mail.outbox import Delivery, Outbox, opened
from briefgen.mail.sending import Pace, Sender
from briefgen.mail.wire import wired
from briefgen.mail_settings import MailSettings

PDF = b"%PDF-1.7 \x00\xff\r\n.\r\n" * 20
SENDER = Mailbox("desk@example.org", "Desk")


def addresses(count: int) -> tuple[str, ...]:
    return tuple(f"r{number}@example.org" for number in range(count))


def letter(*to: str, content: str = "c1", **others: Any) -> Letter:
    """Give a letter to these addresses with one file."""
    boxes = tuple(Mailbox(address) for address in to)
    enclosure = Enclosure("memo.pdf", "application/pdf", hashlib.sha256(PDF).hexdigest(), len(PDF))
    values: dict[str, Any] = {
        "record": "ferry-talks",
        "edition": "ferry-talks@1",
        "audience": "minister",
        "content": content,
        "marking": "OFFICIAL",
        "message_id": message_id("ferry-talks@1", "minister", boxes, content, "example.org"),
        "sender": SENDER,
        "reply_to": "",
        "to": boxes,
        "cc": (),
        "envelope": boxes,
        "subject": "[OFFICIAL] Ferry talks",
        "text": "OFFICIAL\n\n.\nThe talks begin.\n",
        "html": "<!DOCTYPE html>\n<p>The talks begin.</p>\n",
        "language": "en-GB",
        "enclosures": (enclosure,),
        "references": (),
    }
    return Letter(**(values | others))


def contents(_sha256: str) -> bytes:
    return PDF


@dataclass(slots=True)
class Clock:
    """A clock that tests turn."""

    moment: datetime = datetime(2025, 5, 6, 9, 0, tzinfo=UTC)
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moment += timedelta(seconds=seconds)

    def monotonic(self) -> float:
        return self.moment.timestamp()


@dataclass(slots=True)
class Post:
    """An outbox and a sender for one server."""

    folder: Path
    settings: MailSettings
    credentials: Credentials | None = None
    clock: Clock = field(default_factory=Clock)
    pace: dict[str, Any] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def send(self, *letters: Letter, retry: tuple[str, ...] = ()) -> dict[str, tuple[str, int, str]]:
        """Queue these letters and send what waits; tell state, code and answer by address."""
        with self.open() as outbox:
            outbox.queue(letters, contents)
            outbox.again(one for one in outbox.deliveries() if one.state in retry)
            with self.sender(outbox) as sender:
                sender.send([one for one in outbox.deliveries() if one.state in {"queued", "deferred"}])
        return self.states()

    def open(self) -> Any:
        return opened(self.folder, self.clock)

    @contextmanager
    def sender(self, outbox: Outbox) -> Iterator[Sender]:
        context = trust(self.settings.ca_file)
        pace = Pace(sleep=self.clock.sleep, monotonic=self.clock.monotonic, **self.pace)
        sender = Sender(
            outbox,
            lambda: connect(self.settings, context, self.credentials),
            lambda composed, _: wired(composed),
            pace,
            self.clock,
            self.tell,
            lambda seconds, why: self.told.append(f"waiting {seconds:g} s: {why}"),
        )
        try:
            yield sender
        finally:
            sender.close()

    def tell(self, delivery: Delivery, state: str, answer: str) -> None:
        self.told.append(f"{delivery.address} {state}: {answer}")

    def states(self) -> dict[str, tuple[str, int, str]]:
        with self.open() as outbox:
            return {one.address: (one.state, one.code, one.answer) for one in outbox.deliveries()}


Posting = Callable[..., Post]
