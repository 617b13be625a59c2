"""Read mail addresses as people write them, and see through those that only look like another.

Addresses are checked by their syntax (RFC 5321, 6531) and never by asking a server.
"""

import unicodedata
from collections.abc import Iterable
from typing import Any

from briefgen.errors import ConfigurationError
from briefgen.extras import needs
from briefgen.notices import Notice, Place
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address, and whose it is."""

    address: str
    """The domain in its ASCII form (IDNA), the local part as written."""
    name: str = ""

    @property
    def key(self) -> str:
        """What two spellings of one address share."""
        return self.address.casefold()

    @property
    def domain(self) -> str:
        """The part behind the @, in ASCII."""
        return self.address.rpartition("@")[2]


def read_mailbox(text: str, place: Place | None = None) -> Mailbox:
    """Read `Name <address>` or a bare address; `ConfigurationError` says why it is none."""
    with needs("mail", "MAI26"):
        from email_validator import EmailNotValidError, validate_email
    if is_broken(text):
        message = f"{text!r}: an address is one line without control characters"
        raise ConfigurationError.of("MAI01", message, place=place)
    try:
        found = validate_email(
            text.strip(),
            check_deliverability=False,
            allow_display_name=True,
            strict=True,
            allow_quoted_local=True,
            globally_deliverable=False,
        )
    except EmailNotValidError as error:
        reason = str(error).rstrip(".")
        raise ConfigurationError.of("MAI01", f"{text!r} is no address: {_lowered(reason)}", place=place) from error
    address = f"{found.local_part}@{found.ascii_domain}"
    return Mailbox(address, found.display_name or "")


def is_broken(text: str) -> bool:
    """Tell whether `text` could end a header, or turn what follows it around on the screen."""
    return any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in _TURNING for c in text)


_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
"""Controls of the bidirectional algorithm (UAX #9)."""


def look_alikes(mailboxes: Iterable[Mailbox], known: Iterable[str]) -> tuple[Notice, ...]:
    """Name the mailboxes whose domain mixes scripts within a word, or reads like one of the `known` domains."""
    domains = dict.fromkeys(domain.casefold() for domain in known)
    looks = {_skeleton(shown(domain)): domain for domain in domains}
    notices = []
    for mailbox in mailboxes:
        if mailbox.domain.isascii() and "xn--" not in mailbox.domain:
            continue
        domain = shown(mailbox.domain)
        like = looks.get(_skeleton(domain))
        if like and like != mailbox.domain.casefold():
            notices.append(_refusal(mailbox, f"{domain} ({mailbox.domain}) only looks like {shown(like)}"))
        elif any(_mixes_scripts(label) for label in domain.split(".")):
            notices.append(_refusal(mailbox, f"{domain} ({mailbox.domain}) mixes letters of several scripts"))
    return tuple(notices)


def shown(domain: str) -> str:
    """Give a domain in the letters that people read."""
    with needs("mail", "MAI26"):
        import idna
    try:
        return idna.decode(domain)
    except idna.IDNAError:
        return domain


def _refusal(mailbox: Mailbox, why: str) -> Notice:
    hint = "if it is right all the same, write it in its ASCII form and list that under `domains` of the audience"
    return Notice("error", "MAI02", f"{mailbox.address}: {why}", hint=hint)


def _skeleton(domain: str) -> str:
    """Put for each letter the plain Latin one that it can be taken for."""
    return "".join(letter if letter.isascii() else _plain(letter) for letter in domain.casefold())


def _plain(letter: str) -> str:
    with needs("mail", "MAI26"):
        from confusable_homoglyphs import confusables
    found: Any = confusables.is_confusable(letter, preferred_aliases=["latin"]) or [{"homoglyphs": []}]
    likenesses = (other["c"] for other in found[0]["homoglyphs"])
    return next((like.casefold() for like in likenesses if like.isascii()), letter)


def _mixes_scripts(label: str) -> bool:
    with needs("mail", "MAI26"):
        from confusable_homoglyphs import confusables
    return bool(confusables.is_dangerous(label))


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
