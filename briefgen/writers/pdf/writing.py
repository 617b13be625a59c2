"""What every block of a memo is written with, and where on the page and in the tree it goes."""

from dataclasses import replace

from briefgen.marks import UNMARKED, Marks, Path
from briefgen.memo import Labels
from briefgen.theme import TextStyle, Theme
from briefgen.values import dataclass
from briefgen.writers.pdf.font_set import FontSet
from briefgen.writers.pdf.letters import Direction, Letters
from briefgen.writers.pdf.shapes import Backdrop
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.text import SetText, set_words


@dataclass(frozen=True, slots=True)
class Writing:
    """The same for the whole memo."""

    theme: Theme
    labels: Labels
    fonts: FontSet
    language: str
    direction: Direction
    sources: frozenset[int]
    """The numbers to which a citation can lead."""
    marks: Marks = UNMARKED

    @property
    def mirrored(self) -> bool:
        """The page is read from the right: indents, bars and columns change sides."""
        return self.direction == "rtl"

    def letters(self, look: TextStyle, element: Element | None = None) -> Letters:
        """Give the letters of a look, in the language of the memo."""
        return Letters(look.size, look.bold, look.italic, look.colour, language=self.language, tag=element)

    def set(self, words: str, look: TextStyle) -> SetText:
        """Set words of our own: a number, a bullet, a label."""
        return set_words(words, self.letters(look), self.fonts, self.direction)


@dataclass(frozen=True, slots=True)
class Layer:
    """A backdrop, the white space within it, and whether the block is the first or the last on it."""

    behind: Backdrop
    padding: float = 0
    first: bool = False
    last: bool = False

    def without(self, *, first: bool = False, last: bool = False) -> "Layer":
        """Give the layer of a part of a block that lacks its beginning or its end."""
        return replace(self, first=self.first and not first, last=self.last and not last)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block goes."""

    element: Element
    """Its parent in the tree."""
    look: TextStyle
    """Of paragraphs."""
    start: float = 0
    """From the edge of the column at which lines begin."""
    end: float = 0
    """From the opposite edge."""
    depth: int = 0
    """How many lists it is in."""
    path: Path = ()
    """Where in the memo; empty for what stands above its blocks."""

    def inside(self, element: Element, *, start: float = 0, end: float = 0, look: TextStyle | None = None) -> "Spot":
        """Give the spot within this one of what belongs to `element`."""
        return Spot(element, look or self.look, self.start + start, self.end + end, self.depth, self.path)

    def at(self, number: int) -> "Spot":
        """Give the spot of what has the place `number` within the block of this one."""
        return Spot(self.element, self.look, self.start, self.end, self.depth, (*self.path, number))
