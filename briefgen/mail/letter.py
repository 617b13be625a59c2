"""A letter: one message as it is kept in the outbox, with all that is needed to put it on the wire."""

import hashlib
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from briefgen.mail.addresses import Mailbox
from briefgen.values import dataclass

Contents = Callable[[str], bytes]
"""SHA-256 → the bytes of an enclosure."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a letter; its bytes are kept once, however many letters it goes with."""

    name: str
    media_type: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message to one recipient, or stated explicitly to a group."""

    record: str
    edition: str
    """The record and its version, such as `ferry-talks@2`."""
    audience: str
    content: str
    """SHA-256 of the memo's words and of what is enclosed for these recipients alone."""
    marking: str
    message_id: str
    sender: Mailbox
    reply_to: str
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    envelope: tuple[Mailbox, ...]
    """All who get it, with those that no header names."""
    subject: str
    text: str
    html: str
    language: str
    enclosures: tuple[Enclosure, ...]
    references: tuple[str, ...]
    """Message-IDs of earlier editions, oldest first."""
    fields: tuple[tuple[str, str], ...] = ()
    """What the recipients' list said of a single recipient; a correction needs it again."""

    def as_json(self) -> dict[str, Any]:
        """Give what `from_json` reads."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Letter":
        """Read a letter as the outbox keeps it."""
        lifted: dict[str, Any] = {
            name: tuple(Mailbox(**one) for one in kept[name]) for name in ("to", "cc", "envelope")
        }
        lifted["sender"] = Mailbox(**kept["sender"])
        lifted["enclosures"] = tuple(Enclosure(**one) for one in kept["enclosures"])
        lifted["references"] = tuple(kept["references"])
        lifted["fields"] = tuple((name, value) for name, value in kept["fields"])
        return cls(**(kept | lifted))


def message_id(edition: str, audience: str, mailboxes: tuple[Mailbox, ...], content: str, domain: str) -> str:
    """Give the Message-ID that belongs to one content for one recipient, in every run the same."""
    keys = sorted(mailbox.key for mailbox in mailboxes)
    named = "\0".join((edition, audience, content, *keys))
    return f"<{hashlib.sha256(named.encode()).hexdigest()[:40]}@{domain}>"
