"""Figures: the drawing as vectors under one alternative text, then its caption and its table for all who read."""

from dataclasses import replace
from typing import assert_never

from briefgen.figures import draw
from briefgen.figures.drawing import Anchor, Box, Dot, Drawing, Label, Line, Polygon, Shape
from briefgen.memo import Figure
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.inlines import set_inlines
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.letters import Letters, Run
from briefgen.writers.pdf.objects import colour, number
from briefgen.writers.pdf.paragraphs import Prose
from briefgen.writers.pdf.shapes import Paint, circle, line, polygon, rectangle
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.tables import table
from briefgen.writers.pdf.text import set_text
from briefgen.writers.pdf.writing import Spot, Writing


def figure(content: Figure, spot: Spot, writing: Writing) -> list[Leaf]:
    """Lay out a figure; one whose table holds nothing to draw is its caption and its table."""
    theme = writing.theme
    drawing = draw(content, theme, theme.column - spot.start - spot.end, from_the_right=writing.mirrored)
    leaves: list[Leaf] = []
    owner = spot.element
    if drawing.height:
        owner = spot.element.add("Figure", alt=content.alt)
        leaves.append(_Picture(drawing, owner, spot, writing))
    if content.caption:
        look = replace(theme.small, before=0, after=6, colour=theme.colours.muted)
        element = owner.add("Caption" if drawing.height else "P")
        leaves.append(Prose(set_inlines(content.caption, look, element, writing), element, spot, writing, look=look))
    for leaf in leaves[:-1]:
        leaf.kept = True
    leaves += table(content.table, spot.at(0), writing)
    for leaf in leaves:
        leaf.figure = owner
    return leaves


class _Picture(Leaf):
    """A drawing, made smaller where it is taller than a page."""

    def __init__(self, drawing: Drawing, element: Element, spot: Spot, writing: Writing) -> None:
        super().__init__(spot, writing, before=8, after=9)
        margins = writing.theme.margins
        self._drawing = drawing
        self._element = element
        self._scale = min(1.0, 0.8 * (writing.theme.paper.height - margins.top - margins.bottom) / drawing.height)

    def measured(self, width: float) -> float:  # noqa: ARG002 - it was drawn for this width
        """Give its height."""
        return self._drawing.height * self._scale

    def paint(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Paint its shapes as one piece of content."""
        bottom, scale = top - self.measured(width), self._scale
        edges = left, bottom, left + self._drawing.width * scale, top
        box = " ".join(number(edge) for edge in edges)
        self._element.attributes = f"/O /Layout /Placement /Block /BBox [{box}]"
        matrix = f"{number(scale)} 0 0 {number(scale)} {number(left)} {number(top)} cm"
        shapes = "\n".join(self._shape(shape, canvas) for shape in self._drawing.shapes)
        canvas.content(self._element, f"q {matrix}\n{shapes}\nQ")

    def _shape(self, shape: Shape, canvas: TaggedCanvas) -> str:
        """Paint a shape; its y grows downwards, that of a page upwards."""
        match shape:
            case Line(x1, y1, x2, y2, ink, width, dashed):
                return line((x1, -y1), (x2, -y2), ink, width, "3 2" if dashed else "")
            case Box(x, y, width, height, fill, stroke, thickness):
                return rectangle(x, -y - height, width, height, Paint(fill, stroke, thickness))
            case Dot(x, y, radius, fill, stroke, thickness):
                return circle(x, -y, radius, Paint(fill, stroke, thickness))
            case Polygon(points, fill, stroke, thickness):
                return polygon(((x, -y) for x, y in points), Paint(fill, stroke, thickness))
            case Label():
                return self._label(shape, canvas)
            case _:
                assert_never(shape)

    def _label(self, label: Label, canvas: TaggedCanvas) -> str:
        language = label.language or self.writing.language
        letters = Letters(label.size, bold=label.bold, colour=label.colour, language=language)
        text = set_text((Run(label.text, letters),), self.writing.fonts, self.writing.direction)
        left = label.x - _before(label.anchor, text.widest)
        shown = [
            canvas.typecase.show(piece, -label.y, left=left)
            for row in text.lines(text.widest + 1)
            for piece in row.pieces
        ]
        return "\n".join((f"BT {colour(label.colour)}", *shown, "ET"))


def _before(anchor: Anchor, width: float) -> float:
    """Give how much of the text stands before its anchor."""
    match anchor:
        case "start":
            return 0
        case "middle":
            return width / 2
        case "end":
            return width
        case _:
            assert_never(anchor)
