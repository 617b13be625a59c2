"""Tables for figures, and what every drawing of one must be like."""

from itertools import combinations
from math import isfinite

from hypothesis import strategies as st

from briefgen.colours import READABLE, contrast
from briefgen.figures.drawing import Box, Dot, Drawing, Label, Line, Polygon, Shape
from briefgen.figures.measure import width_of
from briefgen.memo import Inlines, Span, Strong, Table, Text

Area = tuple[float, float, float, float]
"""Left, top, right and bottom."""

SLACK = 0.5
"""Points by which areas may touch each other."""

words = st.lists(
    st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=14), min_size=1, max_size=9
).map(" ".join)


def cell(text: str, value: str = "", *, strong: bool = False) -> Inlines:
    """Make a cell that may carry a value for machines."""
    content: Inlines = (Strong((Text(text),)),) if strong else (Text(text),)
    return (Span(content, value=value),) if value and not strong else content


def table(*rows: tuple[Inlines, ...]) -> Table:
    """Make a table; the first of the rows is its header."""
    header, *others = rows
    return Table(header, tuple(others), tuple("left" for _ in header))


def area_of(shape: Shape) -> Area:
    """Give the area that a shape takes; that of words as wide as they are guessed to be."""
    match shape:
        case Line(x1, y1, x2, y2):
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        case Box(x, y, width, height):
            return x, y, x + width, y + height
        case Dot(x, y, radius):
            return x - radius, y - radius, x + radius, y + radius
        case Polygon(points):
            return (
                min(x for x, _ in points),
                min(y for _, y in points),
                max(x for x, _ in points),
                max(y for _, y in points),
            )
        case Label(x, y, text, size, bold=bold, anchor=anchor):
            width = width_of(text, size, bold=bold)
            left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
            return left, y - size * 0.8, left + width, y + size * 0.2


def texts(drawing: Drawing) -> list[str]:
    """Give the words of a drawing, label by label."""
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def outside(drawing: Drawing) -> list[Shape]:
    """Find the shapes that leave the drawing; words that are a single one may be too long for it."""
    found = []
    for shape in drawing.shapes:
        left, top, right, bottom = area_of(shape)
        assert all(isfinite(number) for number in (left, top, right, bottom))
        is_one_long_word = isinstance(shape, Label) and " " not in shape.text
        too_wide = (left < -SLACK or right > drawing.width + SLACK) and not is_one_long_word
        if too_wide or top < -SLACK or bottom > drawing.height + SLACK:
            found.append(shape)
    return found


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Find the pairs of labels of which one covers a part of the other."""
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    return [(one.text, other.text) for one, other in combinations(labels, 2) if _overlap(area_of(one), area_of(other))]


def faint(drawing: Drawing) -> list[str]:
    """Find the labels that cannot be read on the paper or on the areas painted beneath them."""
    return [
        shape.text
        for number, shape in enumerate(drawing.shapes)
        if isinstance(shape, Label)
        and any(contrast(shape.colour, ground) < READABLE for ground in _grounds(shape, drawing.shapes[:number]))
    ]


def _grounds(label: Label, beneath: tuple[Shape, ...]) -> list[str]:
    filled = (shape for shape in beneath if isinstance(shape, (Box, Dot, Polygon)))
    painted = [shape.fill for shape in filled if shape.fill and _overlap(area_of(label), area_of(shape))]
    return painted or ["#ffffff"]


def _overlap(one: Area, other: Area) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > SLACK and down > SLACK
