"""Paragraphs: lines of text, with a number or a bullet hanging before the first."""

from collections.abc import Sequence
from copy import copy
from typing import Literal

from briefgen.theme import TextStyle
from briefgen.values import dataclass
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.leaves import ROUNDING, Leaf
from briefgen.writers.pdf.lettering import paint_lines
from briefgen.writers.pdf.lines import Line
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.text import SetText
from briefgen.writers.pdf.writing import Spot, Writing

FEWEST_LINES = 2
"""That stay together at the end of a page, or at the top of the next."""

MARKER_GAP = 5
"""Between a marker and its text, at least."""

Align = Literal["start", "end", "center"]


@dataclass(frozen=True, slots=True)
class Marker:
    """A number or a bullet before the first line."""

    text: SetText
    element: Element
    hang: float
    """From its start to the start of the lines."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its own lines; only the labels of the header block ever have two."""
        return self.text.lines(self.hang - MARKER_GAP)


class Prose(Leaf):
    """A paragraph; at the end of a page it leaves or takes along two lines at least."""

    def __init__(
        self,
        text: SetText,
        element: Element,
        spot: Spot,
        writing: Writing,
        *,
        look: TextStyle | None = None,
        align: Align = "start",
        markers: Sequence[Marker] = (),
    ) -> None:
        self.look = look or spot.look
        super().__init__(spot, writing, before=self.look.before, after=self.look.after)
        self.element = element
        self.markers = tuple(markers)
        self._text = text
        self._align = align
        self.first = 0
        self.end: int | None = None
        """Which of its lines it shows, after a page has cut it."""

    @property
    def narrowest(self) -> float:
        """The width of its longest word."""
        return self._text.narrowest

    def measured(self, width: float) -> float:
        """Give the height of its lines, or of its markers' lines."""
        return max(len(self.lines(width)), self._beside) * self.look.leading

    def lines(self, width: float) -> tuple[Line, ...]:
        """Break it into lines of `width` points."""
        return self._text.lines(width, align=self._align)[self.first : self.end]

    def least(self, column: float) -> float:
        """Give the height of the lines that stay together at the end of a page."""
        lines = len(self.lines(self.inner(column)))
        if lines < 2 * FEWEST_LINES:
            return self.full(column)
        return self.padding_above + max(FEWEST_LINES, self._beside) * self.look.leading

    def parts(self, width: float, room: float, *, at_top: bool) -> tuple[Leaf, ...]:  # noqa: ARG002 - no matter here
        """Cut it between lines, none of which is left alone."""
        total = len(self.lines(self.inner(width)))
        fitting = int((room - self.padding_above + ROUNDING) / self.look.leading)
        here = min(fitting, total - FEWEST_LINES)
        return self.cut(here) if here >= max(FEWEST_LINES, self._beside) else ()

    @property
    def _beside(self) -> int:
        """The lines of its longest marker, which stay beside the first of its own."""
        return max((len(marker.lines) for marker in self.markers), default=0)

    def cut(self, lines: int) -> "tuple[Prose, Prose]":
        """Part the first `lines` from the rest."""
        upper, rest = copy(self), copy(self)
        upper.end = rest.first = self.first + lines
        upper.layers = tuple(layer.without(last=True) for layer in self.layers)
        rest.layers = tuple(layer.without(first=True) for layer in self.layers)
        rest.markers, rest.place, rest.bookmark, rest.cut_before = (), "", None, False
        upper.kept = False
        return upper, rest

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float, *, repeated: bool = False) -> None:
        """Paint marker and lines; what is `repeated` was read before and is an artifact."""
        baseline = top - self.look.leading / 2 - 0.36 * self.look.size
        for marker in self.markers:
            start = left + width + MARKER_GAP if self.writing.mirrored else left - marker.hang
            paint_lines(canvas, marker.lines, (start, baseline), self.look.leading, marker.element)
        element = None if repeated else self.element
        paint_lines(canvas, self.lines(width), (left, baseline), self.look.leading, element)
