"""What stands behind or beside text: quotations and callouts, rules and tear lines."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from briefgen.memo import CalloutKind
from briefgen.theme import TextStyle, Theme
from briefgen.values import dataclass
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.paragraphs import Prose
from briefgen.writers.pdf.shapes import Backdrop, line
from briefgen.writers.pdf.writing import Layer, Spot, Writing


@dataclass(frozen=True, slots=True)
class Surround:
    """The look of a callout or quotation."""

    look: TextStyle
    title: TextStyle
    """Of a callout's title or a quotation's attribution."""
    bar: float
    colour: str
    indent: float
    """From the edge of the bar to the text."""
    ground: str = ""
    padding: float = 0
    """Above, below and at the end."""


def surround(kind: CalloutKind, body: TextStyle, theme: Theme) -> Surround:
    """Give the look of a callout within text that looks like `body`."""
    colours = theme.colours
    title = replace(theme.label, before=0, after=2, colour=colours.text)
    match kind:
        case "bluf":
            return Surround(theme.bluf, title, 2.5, colours.accent, 11)
        case "line":
            return Surround(theme.line, replace(theme.body, bold=True, after=2), 2.5, colours.accent, 11)
        case "warning":
            return Surround(body, replace(title, colour=colours.warning), 2.5, colours.warning, 11, colours.ground, 7)
        case "note" | "judgement":
            return Surround(body, title, 2.5, colours.rule, 11, colours.ground, 7)
        case _:
            assert_never(kind)


def quotation(body: TextStyle, theme: Theme) -> Surround:
    """Give the look of a quotation."""
    attribution = replace(theme.small, after=0, colour=theme.colours.muted)
    return Surround(replace(body, after=4), attribution, 1.5, theme.colours.rule, 12)


def within(around: Surround, spot: Spot) -> Spot:
    """Give the spot of blocks with a surround."""
    return spot.inside(spot.element, start=around.indent, end=around.padding, look=around.look)


def stand(leaves: Sequence[Leaf], around: Surround, spot: Spot, writing: Writing) -> None:
    """Put a backdrop behind leaves that were laid out within `around`."""
    width = writing.theme.column - spot.start - spot.end
    left = spot.end if writing.mirrored else spot.start
    behind = Backdrop(left, width, around.bar, around.colour, around.ground, writing.mirrored)
    for number, leaf in enumerate(leaves, 1):
        layer = Layer(behind, around.padding, first=number == 1, last=number == len(leaves))
        leaf.layers = (layer, *leaf.layers)


class Line(Leaf):
    """A line across the column."""

    def __init__(self, spot: Spot, writing: Writing, *, thickness: float = 0.75) -> None:
        super().__init__(spot, writing, before=8, after=10)
        self._thickness = thickness

    def measured(self, width: float) -> float:  # noqa: ARG002 - a line is a line
        """Give its thickness."""
        return self._thickness

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Paint it as an artifact."""
        y = top - self._thickness / 2
        canvas.artifact(line((left, y), (left + width, y), self.writing.theme.colours.rule, self._thickness))


class TearLine(Prose):
    """Words between two halves of a dashed line: what stands above may be passed on."""

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float, *, repeated: bool = False) -> None:
        """Paint words and dashes, or no dashes where the words leave no room."""
        super().paint(canvas, left, top, width, repeated=repeated)
        widest = max((part.width for part in self.lines(width)), default=0)
        reach = (width - widest) / 2 - 8
        if reach <= 0:
            return
        y = top - self.measured(width) / 2
        ends = ((left, left + reach), (left + width - reach, left + width))
        colour = self.writing.theme.colours.rule
        canvas.artifact("\n".join(line((start, y), (end, y), colour, 0.5, "3 2") for start, end in ends))
