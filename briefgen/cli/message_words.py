"""The words of each recipient's message, written once for all whose words are the same."""

from collections.abc import Sequence
from dataclasses import field

from briefgen.article.dates import parse_when
from briefgen.audience.view import Entry
from briefgen.mail.body import Body, body, is_personal, recipient, template
from briefgen.mail.outbox import Delivery
from briefgen.mail.plan import Item
from briefgen.mail.recipients import Recipient
from briefgen.memo import Meta
from briefgen.pipeline import Prepared
from briefgen.shelf import Shelf
from briefgen.values import dataclass

_NOBODY = recipient("", "", {})


@dataclass(slots=True)
class MessageWords:
    """Writes the messages that carry one memo."""

    ready: Prepared
    """The record as the audience sees it, and what templates print it with."""
    shelf: Shelf
    meta: Meta
    enclosed: tuple[str, ...]
    """The names of what everybody gets."""
    is_correction: bool
    _written: dict[str, Body] = field(default_factory=dict)
    """By the day of the edition that is replaced."""
    _template: str = field(init=False)
    _is_personal: bool = field(init=False)

    def __post_init__(self) -> None:
        self._template = template(self.ready.pack.chain, self.shelf)
        self._is_personal = is_personal(self._template, self.shelf)

    def write(self, item: Item | None) -> Body:
        """Write the message for one recipient, or for a group."""
        earlier = item.earlier if item else None
        if item and self._is_personal:
            return self._body(earlier, item.recipient)
        sent = earlier.changed[:10] if earlier else ""
        if sent not in self._written:
            self._written[sent] = self._body(earlier, None)
        return self._written[sent]

    def count(self, people: Sequence[Recipient]) -> int:
        """Count the words that the message has for somebody who has no earlier edition."""
        return self._body(None, people[0]).words if people else 0

    def _body(self, earlier: Delivery | None, personal: Recipient | None) -> Body:
        given = {
            "t": self.ready.words.say,
            "enclosures": self.enclosed,
            "correction": self.is_correction and earlier is not None,
            "replaces": _edition(earlier) if earlier else None,
            "recipient": _known(personal) if personal else _NOBODY,
        }
        ready = self.ready
        return body(self._template, self.shelf, self.meta, record=ready.record, filters=ready.filters, given=given)


def _edition(earlier: Delivery) -> Entry:
    values = {"edition": earlier.edition, "sent": parse_when(earlier.changed[:10])}
    return Entry(values, frozenset(), earlier.edition)


def _known(one: Recipient) -> Entry:
    return recipient(one.mailbox.name, one.mailbox.address, dict(one.fields))
