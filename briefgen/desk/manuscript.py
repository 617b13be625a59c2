"""Read an article as it was handed in: its bytes, wherever they came from, become a record that may be made."""

from collections.abc import Mapping
from functools import lru_cache

from briefgen.article.card import Card, card_of
from briefgen.article.read import Record, read
from briefgen.audience.markings import Schemes
from briefgen.desk.gate import record_passes
from briefgen.desk.stored import stored_texts
from briefgen.errors import BriefgenError
from briefgen.project import Project
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article file, the leanest form in which a record travels."""

    named: str
    """The file, or `-` for standard input."""
    shown: str
    """As printed in errors."""
    data: bytes
    given: tuple[tuple[str, str], ...] = ()
    """The fields to replace, by their path."""


def manuscript(named: str, shown: str, data: bytes, given: Mapping[str, str]) -> Manuscript:
    """Take an article in hand."""
    return Manuscript(named, shown, data, tuple(given.items()))


@lru_cache(maxsize=128)
def record_of(manuscript: Manuscript) -> Record:
    """Read the record; the memos of one for several audiences follow each other, and few articles stay in memory."""
    return read(manuscript.data, manuscript.shown, dict(manuscript.given))


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads manuscripts; with a `gate`, those alone pass in which its checks find no errors."""

    gate: Project | None
    schemes: Schemes
    """Of markings, which the checks compare with."""

    def __call__(self, manuscript: Manuscript) -> Card | BriefgenError:
        """Give the card of the record, or what is wrong with it."""
        try:
            record = record_of(manuscript)
            if self.gate:
                texts = stored_texts(record, manuscript.named, self.gate)
                record_passes(record, texts, self.schemes, self.gate)
            return card_of(record)
        except BriefgenError as error:
            return error
