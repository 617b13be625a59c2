"""Compose letters: a dispatch, the words of its message and its files → a letter for each recipient."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefgen.errors import MailError
from briefgen.mail.addresses import Mailbox, is_broken
from briefgen.mail.body import Body
from briefgen.mail.dispatch import MARKING, Dispatch
from briefgen.mail.letter import Enclosure, Letter, message_id
from briefgen.mail.outbox import Delivery
from briefgen.mail.plan import Item
from briefgen.mail.recipients import Recipient
from briefgen.memo import Memo
from briefgen.memo_words import words
from briefgen.values import dataclass

Write = Callable[[Item | None], Body]
"""Writes the words for one recipient; for None, those of a message to a group."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sends."""

    sender: Mailbox
    reply_to: str = ""


def content_of(memo: Memo, enclosures: Iterable[Enclosure] = ()) -> str:
    """Tell apart what recipients would read: the memo's marking and words, and files of their own.

    The bytes of the memo's files are left out: a new version of a writer does not make a new edition.
    """
    marking = memo.meta.banner.text if memo.meta.banner else ""
    told = [marking, memo.meta.language, *words(memo), *sorted(one.sha256 for one in enclosures)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def enclosure(name: str, media_type: str, content: bytes) -> Enclosure:
    """Describe a file that is enclosed; `MailError` for a name that could end a header."""
    if is_broken(name):
        raise MailError.of("SND16", f"{name!r}: the name of a file is one line without control characters")
    return Enclosure(name, media_type, hashlib.sha256(content).hexdigest(), len(content))


@dataclass(frozen=True, slots=True)
class Parcel:
    """What the letters of a dispatch have in common."""

    dispatch: Dispatch
    desk: Desk
    language: str
    shared: tuple[Enclosure, ...]
    write: Write
    own: Callable[[Recipient], tuple[Enclosure, ...]]
    """Gives the files for one recipient alone."""
    thread: Callable[[Delivery | None], tuple[str, ...]]
    """Gives the Message-IDs of the thread that an earlier delivery belongs to, its own last."""


def letters(parcel: Parcel, items: Sequence[Item]) -> Iterator[Letter]:
    """Compose the letters for those of the `items` that are sent and not queued yet."""
    fresh = [item for item in items if item.is_sent and item.delivery is None]
    if parcel.dispatch.bundling == "each":
        for item in fresh:
            yield _letter(parcel, [item], parcel.write(item), (item.recipient,))
    elif fresh:
        yield _letter(parcel, fresh, parcel.write(None), parcel.dispatch.recipients)


def _letter(parcel: Parcel, items: Sequence[Item], body: Body, named: Sequence[Recipient]) -> Letter:
    dispatch, first = parcel.dispatch, items[0]
    if is_broken(body.subject):
        raise MailError.of("SND16", f"{body.subject!r}: a subject is one line without control characters")
    everybody = tuple(one.mailbox for one in named)
    domain = parcel.desk.sender.domain
    return Letter(
        record=dispatch.record,
        edition=dispatch.edition,
        audience=dispatch.audience,
        content=first.content,
        marking=MARKING.join(dispatch.marking),
        message_id=message_id(dispatch.edition, dispatch.audience, everybody, first.content, domain),
        sender=parcel.desk.sender,
        reply_to=parcel.desk.reply_to,
        to=tuple(one.mailbox for one in named if one.kind == "to"),
        cc=tuple(one.mailbox for one in named if one.kind == "cc"),
        envelope=tuple(item.recipient.mailbox for item in items),
        subject=body.subject,
        text=body.text,
        html=body.html,
        language=parcel.language,
        enclosures=(*parcel.shared, *(parcel.own(first.recipient) if len(named) == 1 else ())),
        references=parcel.thread(first.earlier),
        fields=first.recipient.fields if len(named) == 1 else (),
    )
