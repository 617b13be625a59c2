"""What a figure is drawn from: a handful of shapes that every format can draw.

Lengths are points; the origin is the top left corner and y grows downwards, as on a page read by people.
"""

from dataclasses import replace
from typing import Literal, TypeAlias, assert_never

from briefgen.values import dataclass

Anchor = Literal["start", "middle", "end"]
"""Which end of a text is at its place: the left one, neither, the right one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 0.75
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; without `fill` it is only an outline, without `stroke` only an area."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 0.75


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle around (`x`, `y`)."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through `points`."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"
    language: str = ""
    right_to_left: bool = False
    """Its words run from the right."""


Shape: TypeAlias = Line | Box | Dot | Polygon | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on an area, drawn in their order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


_DEEPER = 3.0
_OPPOSITE: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


def mirrored(drawing: Drawing) -> Drawing:
    """Turn a drawing round for readers who begin at the right, with room for letters that reach far down."""
    if not drawing.height:
        return drawing
    shapes = tuple(_mirrored(shape, drawing.width) for shape in drawing.shapes)
    return replace(drawing, height=drawing.height + _DEEPER, shapes=shapes)


def _mirrored(shape: Shape, width: float) -> Shape:
    match shape:
        case Line(x1, _, x2, _):
            return replace(shape, x1=width - x1, x2=width - x2)
        case Box(x, _, across):
            return replace(shape, x=width - x - across)
        case Dot(x):
            return replace(shape, x=width - x)
        case Polygon(points):
            return replace(shape, points=tuple((width - x, y) for x, y in points))
        case Label(x, anchor=anchor):
            return replace(shape, x=width - x, anchor=_OPPOSITE[anchor], right_to_left=True)
        case _:
            assert_never(shape)
