"""How much of its room a memo takes: words, pages, and the words of each section."""

from collections.abc import Mapping

from briefgen.checks.material import Filled
from briefgen.checks.measured import length_of, lengths_of
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure beside its limit."""

    name: str
    count: int
    most: int
    """0 where there is no limit."""
    unit: str

    @property
    def is_over(self) -> bool:
        """Whether it is above its limit."""
        return 0 < self.most < self.count

    @property
    def part(self) -> int:
        """Of the limit, in per cent, at most 100."""
        return min(100, round(100 * self.count / self.most)) if self.most else 0


def bars_of(filled: Filled, headings: Mapping[str, str]) -> tuple[Bar, ...]:
    """Measure a memo; sections stand under the name of their heading."""
    limits, lengths = filled.limits, lengths_of(filled)
    whole = [Bar("Words", length_of(filled), limits.words, "words")]
    whole += [Bar("Pages", count, limits.pages, "pages") for count in filled.pages.values()]
    most = {name: limits.sections.get(name, 0) for name in lengths} | {"bluf": limits.bluf}
    sections = (Bar(headings.get(name, name), count, most.get(name, 0), "words") for name, count in lengths.items())
    return (*whole, *sections)
