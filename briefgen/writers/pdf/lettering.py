"""Lines of text → page content, each stretch of it marked as part of the element it belongs to."""

from collections.abc import Sequence
from dataclasses import field
from typing import cast

from briefgen.values import dataclass
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.lines import Line, Piece
from briefgen.writers.pdf.objects import colour
from briefgen.writers.pdf.shapes import line as stroke
from briefgen.writers.pdf.structure import Element

_BELOW, _ABOVE = 0.25, 0.95
"""How far the area of a link reaches from the baseline, as parts of the size of its letters."""


def paint_lines(
    canvas: TaggedCanvas, lines: Sequence[Line], at: tuple[float, float], leading: float, element: Element | None
) -> None:
    """Paint lines one under the other, the first with the left end of its baseline `at` a point of the page.

    They belong to `element` where their letters carry no element of their own; without one they are an artifact.
    """
    left, baseline = at
    brush = _Brush(canvas, element)
    for number, line in enumerate(lines):
        for piece in line.pieces:
            brush.paint(piece, left, baseline - number * leading)
        brush.end_line()
    brush.end()


@dataclass(slots=True)
class _Brush:
    canvas: TaggedCanvas
    element: Element | None
    owner: Element | None = None
    """Whose content is being gathered."""
    operators: list[str] = field(default_factory=list)
    underlines: list[str] = field(default_factory=list)
    areas: dict[Element, tuple[float, float, float, float]] = field(default_factory=dict)
    """Of the links on this line."""

    def paint(self, piece: Piece, left: float, baseline: float) -> None:
        if self.element is not None:
            owner = cast("Element", piece.letters.tag or self.element)
            if owner is not self.element:
                self._area(owner, piece, left, baseline)
            exact = piece.exact and not self.canvas.both_ways
            self._belong(owner if exact else owner.inline("Span", actual=piece.text))
        ink = colour(piece.letters.colour)
        self.operators += (ink, self.canvas.typecase.show(piece, baseline, left=left))
        if piece.letters.underline:
            offset, thickness = piece.underline
            start, y = left + piece.x, baseline - offset
            self.underlines.append(stroke((start, y), (start + piece.width, y), piece.letters.colour, thickness))

    def end_line(self) -> None:
        for link, area in self.areas.items():
            self.canvas.link(link, area)
        self.areas.clear()

    def end(self) -> None:
        self._belong(None)
        if self.underlines:
            self.canvas.artifact("\n".join(self.underlines))

    def _belong(self, owner: Element | None) -> None:
        if owner is self.owner and self.element is not None:
            return
        if self.operators:
            text = "BT\n" + "\n".join(self.operators) + "\nET"
            if self.owner is None:
                self.canvas.artifact(text)
            else:
                self.canvas.content(self.owner, text)
            self.operators = []
        self.owner = owner

    def _area(self, owner: Element, piece: Piece, left: float, baseline: float) -> None:
        link = owner.link
        if link is None:
            return
        size, start = piece.letters.size, left + piece.x
        from_, _, to, _ = self.areas.get(link, (start, 0, start, 0))
        end = max(to, start + piece.width)
        self.areas[link] = min(from_, start), baseline - _BELOW * size, end, baseline + _ABOVE * size
