"""What a catalogue keeps of a record: enough to plan its memos without the record itself."""

from collections.abc import Mapping
from datetime import date

from briefgen.article.read import Record
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """Which record it is, and what the names of its memos are made of."""

    id: str
    date: date | None
    """The first day of `as_of`."""
    language: str
    version: str
    texts: tuple[str, ...]
    """The stored texts of its sources, as the record names them."""
    file: str
    """As printed in errors."""
    sha256: str
    given: tuple[tuple[str, str], ...] = ()
    """The fields that were replaced, by their path."""


def card_of(record: Record) -> Card:
    """Write the card of a record."""
    article = record.article
    return Card(
        article.id,
        article.as_of.earliest,
        article.language,
        article.version,
        tuple(source.text for source in article.sources if source.text),
        record.file,
        record.sha256,
        tuple(record.given.items()),
    )


def told(card: Card) -> Mapping[str, str]:
    """Give as texts what only somebody who read the record can know."""
    day = card.date.isoformat() if card.date else ""
    texts = "\n".join(card.texts)
    return {"id": card.id, "date": day, "language": card.language, "version": card.version, "texts": texts}


def card_from(told: Mapping[str, str], file: str, sha256: str, given: Mapping[str, str]) -> Card | None:
    """Write the card of a record that was read before; None if what was told then does not suffice."""
    try:
        day = date.fromisoformat(told["date"]) if told["date"] else None
        texts = tuple(told["texts"].split("\n")) if told["texts"] else ()
        return Card(told["id"], day, told["language"], told["version"], texts, file, sha256, tuple(given.items()))
    except (KeyError, ValueError, TypeError):
        return None
