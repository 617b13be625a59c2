"""What a figure is drawn from: a handful of shapes that every format can draw.

Lengths are points; the origin is the top left corner and y grows downwards, as on a page read by people.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Anchor = Literal["start", "middle", "end"]


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


Shape: TypeAlias = Line | Box | Dot | Polygon | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on an area, drawn in their order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
