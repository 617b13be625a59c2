"""What the makers of items share: the text and everybody in it."""

from collections.abc import Mapping

from briefgen.article.statements import Evidence
from briefgen.draft.cast import Cast
from briefgen.draft.passages import evidence
from briefgen.draft.prose import Sentence
from briefgen.draft.roll import Roll
from briefgen.draft.tellers import Tellers
from briefgen.draft.text import Span
from briefgen.draft.when import Dated
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Study:
    """An article as it was read and understood."""

    cast: Cast
    roll: Roll
    tellers: Tellers
    days: Mapping[int, tuple[Dated, ...]]
    """The dates of each sentence, by its number."""
    source: str
    """The id that evidence names; empty where there is only one source."""

    @property
    def text(self) -> str:
        """The stored text."""
        return self.cast.prose.text

    def evidence(self, span: Span) -> Evidence:
        """Cut a passage out of the text."""
        return evidence(self.text, span, self.source)

    def dated(self, sentence: Sentence) -> tuple[Dated, ...]:
        """List the dates in a sentence."""
        return self.days.get(sentence.number, ())
