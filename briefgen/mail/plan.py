"""Decide for each recipient whether a memo is to go to them, by what the ledger knows.

The same memo never goes twice to one address.
One whose words have changed is a new edition, which replaces what they have; minor changes are not sent to those who
have the memo already.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from briefgen.mail.letter import Letter
from briefgen.mail.outbox import Delivery
from briefgen.mail.recipients import Recipient
from briefgen.values import dataclass

Choice = Literal["new", "replaces", "corrects", "queued", "has it", "minor change", "refused", "unknown"]
TO_SEND = ("new", "replaces", "corrects", "queued")
_NOT_SENT = ("queued", "deferred", "replaced")
_MINOR = ("minor", "republish")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the plan."""

    recipient: Recipient
    content: str
    """The content that the recipient is to have."""
    choice: Choice
    delivery: Delivery | None = None
    """The delivery of this very content, where there is one."""
    earlier: Delivery | None = None
    """The newest edition that the recipient has, or may have."""

    @property
    def is_sent(self) -> bool:
        """Whether a message goes out."""
        return self.choice in TO_SEND


def decide(
    recipients: Iterable[tuple[Recipient, str]],
    history: Sequence[Delivery],
    *,
    update_type: str = "",
    retry: Sequence[str] = (),
    is_correction: bool = False,
) -> tuple[Item, ...]:
    """Decide for each recipient, given with the content for them; `history` are the deliveries of record and audience.

    `retry` names the states, `unknown` or `refused`, from which a delivery is to be tried again.
    """
    by_address: dict[str, list[Delivery]] = {}
    for delivery in history:
        by_address.setdefault(delivery.address, []).append(delivery)
    items = []
    for recipient, content in recipients:
        own = by_address.get(recipient.mailbox.key, [])
        same = next((one for one in reversed(own) if one.content == content), None)
        had = [one for one in own if one.content != content and one.state in {"accepted", "unknown"}]
        earlier = had[-1] if had else None
        choice = _again(same, retry) if same else _first(earlier, update_type, is_correction=is_correction)
        items.append(Item(recipient, content, choice, same, earlier))
    return tuple(items)


def newest_of_each(history: Sequence[Delivery], supersedes: str) -> tuple[Delivery, ...]:
    """Give for each address the last edition that was accepted, as far as it is the one superseded.

    `supersedes` limits that where it names a version that was sent.
    """
    editions = {one.edition for one in history}
    named = {edition for edition in editions if supersedes and edition.partition("@")[2] == supersedes}
    newest = {one.address: one for one in history if one.state == "accepted"}
    return tuple(one for one in newest.values() if not named or one.edition in named)


def recipient_of(delivery: Delivery, letter: Letter) -> Recipient:
    """Give back the recipient of an earlier letter."""
    boxes = {one.key: one for one in (*letter.envelope, *letter.to, *letter.cc)}
    return Recipient(boxes[delivery.address], fields=letter.fields)


def _again(same: Delivery, retry: Sequence[str]) -> Choice:
    match same.state:
        case "accepted":
            return "has it"
        case "refused" | "unknown":
            return "queued" if same.state in retry else same.state
        case _:
            return "queued"


def _first(earlier: Delivery | None, update_type: str, *, is_correction: bool) -> Choice:
    if earlier is None:
        return "new"
    if is_correction:
        return "corrects"
    return "minor change" if update_type in _MINOR and earlier.state == "accepted" else "replaces"
