"""Letter → bytes: the message as servers take it, and the draft that Outlook opens ready to send.

Every part is 7-bit on the wire (quoted-printable or base64) and every line ends in CRLF, so that no server needs
8BITMIME and nothing in a memo can be read as the end of a message.
"""

import hashlib
from dataclasses import replace
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

from briefgen.mail.addresses import Mailbox
from briefgen.mail.letter import Contents, Enclosure, Letter


def message(letter: Letter, contents: Contents, *, date: datetime, is_draft: bool = False) -> EmailMessage:
    """Compose the message of a letter; `date` becomes its Date."""
    policy = SMTPUTF8 if needs_utf8(letter) else SMTP
    composed = EmailMessage(policy)
    for name, value in _headers(letter, date).items():
        composed[name] = value
    if is_draft:
        composed["X-Unsent"] = "1"
    composed.set_content(letter.text, cte="quoted-printable")
    composed.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    for part in composed.iter_parts():
        part["Content-Language"] = letter.language
    for enclosure in letter.enclosures:
        main, _, sub = enclosure.media_type.partition("/")
        composed.add_attachment(contents(enclosure.sha256), main, sub, filename=enclosure.name)
    _set_boundaries(composed, letter)
    return composed


def wired(composed: EmailMessage) -> bytes:
    """Give the bytes to put between DATA and the final dot, dots not yet doubled."""
    return composed.as_bytes()


def needs_utf8(letter: Letter) -> bool:
    """Tell whether an address can only be sent to a server that offers SMTPUTF8 (RFC 6531)."""
    return not all(mailbox.address.isascii() for mailbox in (letter.sender, *letter.envelope))


def size(letter: Letter) -> int:
    """Count the bytes of a message, or a few more, without composing its enclosures."""
    body = len(wired(message(replace(letter, enclosures=()), lambda _: b"", date=_ANY_DATE)))
    return body + sum(_encoded_size(enclosure) for enclosure in letter.enclosures)


_ANY_DATE = datetime.fromisoformat("2025-03-12T12:00:00+00:00")
_PART = 600
"""Bytes that the headers of an enclosure take at most, and the boundaries around it."""
_LETTER = 5
"""Bytes for a byte of a file name, as RFC 2231 writes and continues it."""
_LINE = 76
"""Characters of a line of base64, which stand for 57 bytes (RFC 2045, §6.8)."""


def _encoded_size(enclosure: Enclosure) -> int:
    letters = (enclosure.size + 2) // 3 * 4
    name = _LETTER * len(enclosure.name.encode())
    return letters + (letters // _LINE + 1) * 2 + _PART + name


def _headers(letter: Letter, date: datetime) -> dict[str, object]:
    group, domain = f"{letter.audience}.{letter.sender.domain}", letter.sender.domain
    asked = letter.reply_to or f"{letter.sender.address}"
    headers: dict[str, object] = {
        "From": _shown(letter.sender),
        "To": tuple(_shown(mailbox) for mailbox in letter.to),
        "Cc": tuple(_shown(mailbox) for mailbox in letter.cc),
        "Reply-To": letter.reply_to,
        "Subject": letter.subject,
        "Date": format_datetime(date),
        "Message-ID": letter.message_id,
        "In-Reply-To": letter.references[-1] if letter.references else "",
        "References": " ".join(letter.references),
        "List-Id": f"<{group}>" if domain.isascii() else "",
        "List-Unsubscribe": f"<mailto:{asked}?subject=unsubscribe%20{letter.audience}>" if asked.isascii() else "",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
    }
    if not letter.to:
        headers["To"] = "undisclosed-recipients:;"
    return {name: value for name, value in headers.items() if value}


def _shown(mailbox: Mailbox) -> Address:
    local, _, domain = mailbox.address.rpartition("@")
    return Address(mailbox.name, local.strip('"').replace('\\"', '"').replace("\\\\", "\\"), domain)


def _set_boundaries(composed: EmailMessage, letter: Letter) -> None:
    """Replace random boundaries, so that the same letter is the same bytes."""
    for number, part in enumerate(part for part in composed.walk() if part.is_multipart()):
        mark = hashlib.sha256(f"{letter.message_id} {number}".encode()).hexdigest()[:32]
        part.set_boundary(f"=_{mark}")
