"""The articles of a run: read and checked as long as anything is to be made of them, and given out again later."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import field

from briefgen.article.card import Card, card_from
from briefgen.audience.markings import Schemes
from briefgen.cli import at_hand
from briefgen.cli.outcome import Outcome
from briefgen.cli.workforce import Workforce
from briefgen.desk.errand import Lost
from briefgen.desk.ingredients import record_parts
from briefgen.desk.manuscript import Manuscript, Reading, manuscript
from briefgen.errors import BriefgenError, RecordError
from briefgen.output_folder import OutputFolder
from briefgen.project import Project
from briefgen.provenance import digest
from briefgen.values import dataclass


@dataclass(slots=True)
class Articles:
    """Reads articles; in memory stay their cards, not the records."""

    given: Mapping[str, str]
    """The fields to replace, by their path."""
    folder: OutputFolder | None
    """Its manifest knows the cards of what was read before."""
    _made: set[Card] = field(default_factory=set)
    _named: dict[Card, str] = field(default_factory=dict)
    _from_stdin: Manuscript | None = None
    _last: tuple[Card, Manuscript] | None = None
    """The article whose memos are being made."""

    def read(
        self,
        named: Iterable[str],
        *,
        readers: tuple[str, ...],
        gate: Project | None,
        schemes: Schemes,
        all_made: Callable[[Card], bool],
        outcome: Outcome,
        workforce: Workforce,
    ) -> tuple[Card, ...]:
        """Give the cards of the articles that can be read and pass the `gate`; each of the others fails alone.

        An article of which `all_made` says that nothing is left to make is not even read.
        """
        articles, looked = tuple(named), deque[tuple[str, Card | BriefgenError | None]]()
        unread = self._unread(articles, all_made, looked)
        cards = []
        with closing(workforce.reads(Reading(gate, schemes), unread)) as results:
            for name, found in outcome.progress(_in_order(looked, results), len(articles), "Reading articles"):
                memos = [f"{reader} of {name}" for reader in readers]
                match found:
                    case Card():
                        self._named[found] = name
                        cards.append(found)
                    case Lost():
                        outcome.lose(found, name, *memos)
                    case _:
                        outcome.fail(found, *memos)
        return tuple(cards)

    def is_made(self, card: Card) -> bool:
        """Tell whether nothing is left to make of a record."""
        return card in self._made

    def manuscript(self, card: Card) -> Manuscript:
        """Take an article in hand again; `RecordError` if it is not what it was when it was read."""
        name = self._named[card]
        if self._from_stdin and name == "-":
            return self._from_stdin
        if self._last and self._last[0] == card:
            return self._last[1]
        taken = self._manuscript(name)
        if digest(taken.data) != card.sha256:
            message = f"{card.file}: was changed while its memos were made"
            raise RecordError.of("REC13", message, hint="make them again")
        self._last = card, taken
        return taken

    def _unread(
        self,
        articles: Iterable[str],
        all_made: Callable[[Card], bool],
        looked: deque[tuple[str, Card | BriefgenError | None]],
    ) -> Iterator[Manuscript]:
        """Go through the articles and give those that must be read."""
        for name in articles:
            try:
                taken = self._manuscript(name)
            except BriefgenError as error:
                looked.append((name, error))
                continue
            card = self._remembered(taken)
            if card and all_made(card):
                self._made.add(card)
                looked.append((name, card))
                continue
            looked.append((name, None))
            yield taken

    def _remembered(self, taken: Manuscript) -> Card | None:
        if not self.folder:
            return None
        sha256 = digest(taken.data)
        told = self.folder.told_of(record_parts(sha256, self.given))
        return card_from(told, taken.shown, sha256, self.given) if told else None

    def _manuscript(self, name: str) -> Manuscript:
        data, shown = at_hand.article(name)
        taken = manuscript(name, shown, data, self.given)
        if name == "-":
            self._from_stdin = taken
        return taken


def _in_order(
    looked: deque[tuple[str, Card | BriefgenError | None]], results: Iterator[Card | BriefgenError | Lost]
) -> Iterator[tuple[str, Card | BriefgenError | Lost]]:
    """Join what was known at once with what had to be read."""
    for read in results:
        yield from _known(looked)
        yield looked.popleft()[0], read
    yield from _known(looked)


def _known(looked: deque[tuple[str, Card | BriefgenError | None]]) -> Iterator[tuple[str, Card | BriefgenError]]:
    while looked and looked[0][1] is not None:
        name, found = looked.popleft()
        if found is not None:
            yield name, found
