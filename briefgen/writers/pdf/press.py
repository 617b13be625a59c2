"""Set single lines into the margins of a page."""

from dataclasses import replace
from math import inf
from typing import Literal

from briefgen.theme import Side, TextStyle
from briefgen.values import dataclass
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.objects import colour
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.writing import Writing

_MOST = 0.7
"""Of the column that a running line may take, beside another."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something painted into a margin."""

    operators: str
    """Empty for nothing."""
    edge: Literal["Top", "Bottom"]
    element: Element | None = None
    """What it belongs to on the first page."""


@dataclass(frozen=True, slots=True)
class Press:
    """Sets lines on the pages of one memo."""

    canvas: TaggedCanvas
    writing: Writing

    def line(self, words: str, look: TextStyle, y: float, side: Side, element: Element | None = None) -> Mark:
        """Set one line, in smaller letters where it would be too long."""
        if not words:
            return Mark("", self.edge(y))
        fitted = self.fitted(words, look, self.writing.theme.column * (1 if side == "center" else _MOST))
        left = self.left(self.width(words, fitted), side)
        return Mark(self.shown(words, fitted, y, left), self.edge(y), element)

    def fitted(self, words: str, look: TextStyle, room: float) -> TextStyle:
        """Give a look in which `words` fit into `room`."""
        width = self.width(words, look)
        return replace(look, size=look.size * min(1, room / width)) if width else look

    def width(self, words: str, look: TextStyle) -> float:
        """Give the width of a line."""
        return self.writing.set(words, look).widest if words else 0

    def shown(self, words: str, look: TextStyle, y: float, left: float) -> str:
        """Spell the operators for a line."""
        (line,) = self.writing.set(words, look).lines(inf)
        shown = [self.canvas.typecase.show(piece, y, left=left) for piece in line.pieces]
        return "\n".join((f"BT {colour(look.colour)}", *shown, "ET"))

    def left(self, width: float, side: Side) -> float:
        """Give where something of `width` begins, from the left edge of the paper."""
        theme = self.writing.theme
        left, right = theme.margins.left, theme.margins.left + theme.column - width
        if side == "center":
            return theme.margins.left + (theme.column - width) / 2
        return right if (side == "end") is not self.writing.mirrored else left

    def edge(self, y: float) -> Literal["Top", "Bottom"]:
        """Tell which edge of the paper is near."""
        return "Top" if y > self.writing.theme.paper.height / 2 else "Bottom"
