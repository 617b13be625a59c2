"""Recommendations beside the answers to tick, and the line to sign: to be decided with a pen."""

from dataclasses import replace

from briefgen.memo import Decision, DecisionItem, Inlines
from briefgen.theme import Theme
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.grid import Cell, Grid, Row, Ruling, flags
from briefgen.writers.pdf.inlines import set_inlines
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.lists import hanging
from briefgen.writers.pdf.paragraphs import Marker, Prose
from briefgen.writers.pdf.shapes import Paint, line, rectangle
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.text import SetText
from briefgen.writers.pdf.writing import Spot, Writing

_BOX = 8.5
"""The side of a tick box."""
_BOX_INDENT = 17


def decision(content: Decision, spot: Spot, writing: Writing) -> list[Leaf]:
    """Lay out the recommendations and the line to sign under them, all on one page."""
    theme = writing.theme
    marks = [writing.set(f"{number}.", theme.body) for number, _ in enumerate(content.items, 1)]
    element = spot.element.add("L", "/O /List /ListNumbering /Decimal")
    rows = [
        _row(item, mark, element.add("LI"), marks, writing) for item, mark in zip(content.items, marks, strict=True)
    ]
    columns = theme.column - spot.start - spot.end - theme.decision_width, theme.decision_width
    grid = Grid((), rows, columns, spot, writing, ruling=_ruling(theme), flags=flags(len(rows), spot, writing))
    grid.whole = True
    grid.before, grid.after = 4, 12
    if not content.signature:
        return [grid]
    grid.kept = True
    return [grid, _signature(content.signature, spot, writing)]


def _ruling(theme: Theme) -> Ruling:
    return Ruling(theme.colours.text, theme.colours.hairline, rows=0.5, above=7, below=7, gap=16)


def _row(item: DecisionItem, mark: SetText, element: Element, marks: list[SetText], writing: Writing) -> Row:
    look = replace(writing.theme.body, after=0)
    label, body = element.add("Lbl"), element.add("LBody")
    indent = hanging(marks, writing.theme.list_indent)
    text = body.add("P")
    words = Prose(
        set_inlines(item.content, look, text, writing),
        text,
        Spot(text, look, start=indent),
        writing,
        markers=(Marker(mark, label, indent),),
    )
    return (words,), _choices(item.choices, body, writing)


def _choices(choices: tuple[Inlines, ...], element: Element, writing: Writing) -> Cell:
    look = replace(writing.theme.body, after=4)
    answers = element.add("L", "/O /List /ListNumbering /None")
    cell = []
    for choice in choices:
        owner = answers.add("LI").add("LBody")
        text = set_inlines(choice, look, owner, writing)
        cell.append(_Choice(text, owner, Spot(owner, look, start=_BOX_INDENT), writing))
    return tuple(cell)


def _signature(labels: tuple[Inlines, ...], spot: Spot, writing: Writing) -> Leaf:
    look = replace(writing.theme.label, after=12)
    blanks = []
    for label in labels:
        owner = spot.element.add("P")
        blanks.append(Prose(set_inlines(label, look, owner, writing), owner, Spot(owner, look), writing))
    return _Signature(tuple(blanks), spot, writing)


class _Choice(Prose):
    """An answer after a box to tick."""

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float, *, repeated: bool = False) -> None:
        """Paint the box, which says nothing, and the answer."""
        start = left + width + _BOX_INDENT - _BOX if self.writing.mirrored else left - _BOX_INDENT
        bottom = top - self.look.leading / 2 - _BOX / 2
        canvas.artifact(rectangle(start, bottom, _BOX, _BOX, Paint(stroke=self.writing.theme.colours.text)))
        super().paint(canvas, left, top, width, repeated=repeated)


class _Signature(Leaf):
    """Blanks side by side, each a label and a line to write on."""

    _ROOM = 26
    """Above the line, for a hand."""

    def __init__(self, blanks: tuple[Prose, ...], spot: Spot, writing: Writing) -> None:
        super().__init__(spot, writing, after=14)
        self._blanks = blanks

    def measured(self, width: float) -> float:
        """Give the room for a hand and the height of the tallest label."""
        return self._ROOM + max(blank.full(self._share(width)) for blank in self._blanks)

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Paint each line and its label under it."""
        share, y = self._share(width), top - self._ROOM
        for number, blank in enumerate(self._blanks):
            along = number * (share + 16)
            start = left + (width - along - share if self.writing.mirrored else along)
            canvas.artifact(line((start, y), (start + share, y), self.writing.theme.colours.text, 0.5))
            blank.paint(canvas, start, y - 2, share)

    def _share(self, width: float) -> float:
        return (width - 16 * (len(self._blanks) - 1)) / len(self._blanks)
