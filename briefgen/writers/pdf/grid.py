"""Rows of cells side by side: what tables and decisions are made of.

Pages break between rows; a row that is taller than a page breaks within its cells.
A head is painted again on each page, where it is an artifact: it has been read.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import accumulate, takewhile
from typing import NamedTuple

from briefgen.values import dataclass
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.leaves import ROUNDING, Leaf
from briefgen.writers.pdf.margin_marks import change_bar, cut_mark
from briefgen.writers.pdf.paragraphs import Prose
from briefgen.writers.pdf.shapes import line
from briefgen.writers.pdf.writing import Spot, Writing

FEWEST_ROWS = 2
"""That stay together under a head at the end of a page."""

Cell = tuple[Prose, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """The lines of a grid, and the white space about the text of its cells."""

    colour: str
    hairline: str
    edge: float = 0.75
    """The thickness of the lines at top and bottom."""
    head: float = 0.35
    """As `edge`, under the head."""
    rows: float = 0.25
    """As `edge`, between rows."""
    above: float = 3
    """Between a line and the text under it."""
    below: float = 3.5
    gap: float = 10
    """Between columns."""


class Flag(NamedTuple):
    """Whether a row is new or changed, and whether something that stood before it was left out."""

    changed: bool = False
    cut_before: bool = False


def flags(rows: int, spot: Spot, writing: Writing) -> list[Flag]:
    """Flag the rows of the block at `spot`."""
    paths = ((*spot.path, number) for number in range(rows))
    return [Flag(path in writing.marks.changed, path in writing.marks.cut) for path in paths]


class Grid(Leaf):
    """Rows of cells; `head` is a row too, or empty."""

    def __init__(
        self,
        head: Row,
        rows: Sequence[Row],
        columns: tuple[float, ...],
        spot: Spot,
        writing: Writing,
        *,
        ruling: Ruling,
        flags: Sequence[Flag],
    ) -> None:
        super().__init__(spot, writing)
        self.whole = False
        """It is not split, as long as it fits on one page."""
        gaps = (*(ruling.gap for _ in columns[1:]), 0)
        self._columns = tuple(
            zip(columns, (width - gap for width, gap in zip(columns, gaps, strict=True)), strict=True)
        )
        """Of each column its width and that of its text."""
        self._ruling = ruling
        self._head = head
        self.rows = list(rows)
        self.flags = list(flags)
        if self._head_height() > writing.theme.paper.height / 3:
            self._head, self.rows, self.flags = (), [head, *rows], [Flag(), *flags]
        self.repeated = False
        """Its head was painted before."""
        self.heights: list[float] | None = None
        """Of its rows, once they are known."""

    def measured(self, width: float) -> float:  # noqa: ARG002 - its columns have their widths
        """Give the height of head and rows."""
        return self._head_height() + sum(self._row_heights())

    def least(self, column: float) -> float:
        """Give the height of head and first rows."""
        if self.whole:
            return self.full(column)
        return self.padding_above + self._head_height() + sum(self._row_heights()[:FEWEST_ROWS])

    def parts(self, width: float, room: float, *, at_top: bool) -> tuple[Leaf, ...]:  # noqa: ARG002 - columns have widths
        """Cut it between rows, and within one only where it fills a page."""
        room = room - self.padding_above - self._head_height() + ROUNDING
        fitting = sum(1 for _ in takewhile(lambda height: height <= room, accumulate(self._row_heights())))
        if fitting == len(self.rows) - 1 and fitting > FEWEST_ROWS:
            fitting -= 1
        if fitting >= FEWEST_ROWS and not (self.whole and not at_top):
            return self._cut(fitting)
        if not at_top:
            return ()
        return self._cut(fitting) if fitting else self._cut_first_row(room)

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Paint cells, then the lines between them."""
        strokes = [self._stroke(left, top, width, self._ruling.edge, self._ruling.colour)]
        y = top
        if self._head:
            self._paint_row(canvas, self._head, left, y, width, repeated=self.repeated)
            y -= self._head_height()
            strokes.append(self._stroke(left, y, width, self._ruling.head, self._ruling.colour))
        for number, (row, height) in enumerate(zip(self.rows, self._row_heights(), strict=True)):
            if number:
                strokes.append(self._stroke(left, y, width, self._ruling.rows, self._ruling.hairline))
            self._paint_row(canvas, row, left, y, width)
            strokes += self._marks(number, left - self.offset, y, height)
            y -= height
        strokes.append(self._stroke(left, y, width, self._ruling.edge, self._ruling.colour))
        canvas.artifact("\n".join(strokes))

    def _marks(self, number: int, column: float, top: float, height: float) -> Iterator[str]:
        """Mark a row in the margin, in one with the table where all of that is marked."""
        flag = self.flags[number]
        if flag.changed and not self.changed:
            yield change_bar(column, top, top - height, self.writing)
        if flag.cut_before:
            yield cut_mark(column, top, self.writing)

    def _paint_row(
        self, canvas: TaggedCanvas, row: Row, left: float, top: float, width: float, *, repeated: bool = False
    ) -> None:
        start = 0.0
        for cell, (column, inner) in zip(row, self._columns, strict=True):
            x = left + (width - start - inner if self.writing.mirrored else start)
            y = top - self._ruling.above
            if row is self._head:
                y -= self._head_height() - self._ruling.above - self._ruling.below - _stacked(cell, inner)
            for prose in cell:
                prose.paint(canvas, x + prose.offset, y, prose.inner(inner), repeated=repeated)
                y -= prose.full(inner) + prose.after
            start += column

    def _cut(self, rows: int) -> "tuple[Grid, Grid]":
        heights = self._row_heights()
        upper = self._part(self.rows[:rows], heights[:rows], self.flags[:rows], first=True)
        return upper, self._part(self.rows[rows:], heights[rows:], self.flags[rows:], first=False)

    def _cut_first_row(self, room: float) -> "tuple[Grid, Grid]":
        """Cut a row that is taller than a page."""
        room -= self._ruling.above + self._ruling.below
        cells = [_cut_cell(cell, inner, room) for cell, (_, inner) in zip(self.rows[0], self._columns, strict=True)]
        upper, rest = tuple(upper for upper, _ in cells), tuple(rest for _, rest in cells)
        heights = [self._height(rest), *self._row_heights()[1:]]
        flag, *others = self.flags
        lower = self._part([rest, *self.rows[1:]], heights, [Flag(flag.changed), *others], first=False)
        return self._part([upper], [self._height(upper)], [flag], first=True), lower

    def _part(self, rows: list[Row], heights: list[float], flags: list[Flag], *, first: bool) -> "Grid":
        part = copy(self)
        part.rows, part.heights, part.flags = rows, heights, flags
        part.cut_before = self.cut_before and first
        part.repeated = self.repeated or not first
        part.layers = tuple(layer.without(first=not first, last=first) for layer in self.layers)
        part.kept = self.kept and not first
        return part

    def _head_height(self) -> float:
        return self._height(self._head) if self._head else 0

    def _row_heights(self) -> list[float]:
        if self.heights is None:
            self.heights = [self._height(row) for row in self.rows]
        return self.heights

    def _height(self, row: Row) -> float:
        tallest = max(_stacked(cell, inner) for cell, (_, inner) in zip(row, self._columns, strict=True))
        return self._ruling.above + tallest + self._ruling.below

    @staticmethod
    def _stroke(left: float, y: float, width: float, thickness: float, colour: str) -> str:
        return line((left, y), (left + width, y), colour, thickness)


def _stacked(cell: Cell, width: float) -> float:
    """Give the height of paragraphs in one cell, without the space after the last."""
    return sum(prose.full(width) + prose.after for prose in cell) - (cell[-1].after if cell else 0)


def _cut_cell(cell: Cell, width: float, room: float) -> tuple[Cell, Cell]:
    """Part what fits into `room` from the rest."""
    upper: list[Prose] = []
    for number, prose in enumerate(cell):
        height = prose.full(width)
        if height > room + ROUNDING:
            here, rest = prose.cut(max(0, int((room + ROUNDING) / prose.look.leading)))
            return (*upper, here), (rest, *cell[number + 1 :])
        upper.append(prose)
        room -= height + prose.after
    return tuple(upper), ()
