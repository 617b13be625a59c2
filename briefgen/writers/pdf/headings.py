"""Headings: their levels without gaps, the names links find them by, and their bookmarks."""

from briefgen.memo import Heading, plain
from briefgen.writers.pdf.inlines import set_inlines
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.paragraphs import Prose
from briefgen.writers.pdf.writing import Spot, Writing

_TITLE, _SECTION = 1, 2
"""The level of the memo's title, and that of its sections."""


class Ladder:
    """Walks through the headings of a memo in their order."""

    def __init__(self) -> None:
        self._level = _TITLE
        self._names: set[str] = set()

    def step(self, heading: Heading) -> int:
        """Give the level to tag a heading with: at most one below the heading before it (PDF/UA-1, 7.4.2)."""
        self._level = min(heading.level, self._level + 1)
        return self._level

    def name(self, heading: Heading) -> str:
        """Name a heading: by its section where that is new, else by its turn."""
        name = heading.section
        if not name or name in self._names:
            name = f"heading-{len(self._names) + 1}"
        self._names.add(name)
        return name


def heading(content: Heading, spot: Spot, writing: Writing, ladder: Ladder) -> list[Leaf]:
    """Lay out a heading, which stays with what follows."""
    look = writing.theme.headings[content.level - _SECTION]
    level = ladder.step(content)
    element = spot.element.add(f"H{level}")
    prefix = f"{content.number}\u2002" if content.number else ""
    text = set_inlines(content.content, look, element, writing, prefix=prefix)
    leaf = Prose(text, element, spot, writing, look=look)
    leaf.kept = True
    leaf.place = ladder.name(content)
    title = f"{content.number} {plain(content.content)}".strip()
    leaf.bookmark = " ".join(title.split()), level - _SECTION
    return [leaf]
