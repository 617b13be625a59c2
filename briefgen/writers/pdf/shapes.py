"""Lines and areas as PDF operators; lengths are points from the lower left corner of the page."""

from collections.abc import Iterable

from briefgen.values import dataclass
from briefgen.writers.pdf.objects import colour, number

_ARC = 0.5523
"""How far the control points of a quarter circle lie, as a part of the radius."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How a closed shape is painted."""

    fill: str | None = None
    stroke: str | None = None
    thickness: float = 0.75


@dataclass(frozen=True, slots=True, eq=False)
class Backdrop:
    """What lies behind a run of blocks, as far as they reach on each page: a bar at their start, an even ground."""

    left: float
    """From the left edge of the column."""
    width: float
    bar: float
    """The thickness of the bar; 0 for none."""
    bar_colour: str
    ground: str = ""
    """A colour; empty for none."""
    mirrored: bool = False
    """The bar stands at the right."""


def backdrop(behind: Backdrop, column: float, top: float, bottom: float) -> str:
    """Paint a backdrop from `top` down to `bottom`; `column` is the left edge of the column."""
    left, height = column + behind.left, top - bottom
    bar_left = left + behind.width - behind.bar if behind.mirrored else left
    painted = [area(left, bottom, behind.width, height, behind.ground)] if behind.ground else []
    painted += [area(bar_left, bottom, behind.bar, height, behind.bar_colour)] if behind.bar else []
    return "\n".join(painted)


def area(left: float, bottom: float, width: float, height: float, fill: str) -> str:
    """Fill an upright rectangle."""
    return f"{colour(fill)} {_rectangle(left, bottom, width, height)} f"


def line(start: tuple[float, float], end: tuple[float, float], stroke: str, width: float, dashes: str = "") -> str:
    """Draw a straight line; `dashes` are lengths drawn and left out, such as `3 2`."""
    pattern, solid = (f"[{dashes}] 0 d ", " [] 0 d") if dashes else ("", "")
    path = f"{_point(start)} m {_point(end)} l S"
    return f"{colour(stroke, 'RG')} {number(width)} w {pattern}{path}{solid}"


def rectangle(left: float, bottom: float, width: float, height: float, paint: Paint) -> str:
    """Fill or outline an upright rectangle, or both."""
    return _painted(_rectangle(left, bottom, width, height), paint)


def circle(x: float, y: float, radius: float, paint: Paint) -> str:
    """Fill or outline a circle, or both."""
    near = radius * _ARC
    quarters = (
        ((x + radius, y + near), (x + near, y + radius), (x, y + radius)),
        ((x - near, y + radius), (x - radius, y + near), (x - radius, y)),
        ((x - radius, y - near), (x - near, y - radius), (x, y - radius)),
        ((x + near, y - radius), (x + radius, y - near), (x + radius, y)),
    )
    curves = " ".join(f"{' '.join(_point(point) for point in quarter)} c" for quarter in quarters)
    return _painted(f"{_point((x + radius, y))} m {curves} h", paint)


def polygon(points: Iterable[tuple[float, float]], paint: Paint) -> str:
    """Fill or outline a closed shape, or both."""
    first, *others = points
    path = f"{_point(first)} m {' '.join(f'{_point(point)} l' for point in others)} h"
    return _painted(path, paint)


def _painted(path: str, paint: Paint) -> str:
    filled = f"{colour(paint.fill)} " if paint.fill else ""
    stroked = f"{colour(paint.stroke, 'RG')} {number(paint.thickness)} w " if paint.stroke else ""
    operators = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    return f"{filled}{stroked}{path} {operators[bool(paint.fill), bool(paint.stroke)]}"


def _rectangle(left: float, bottom: float, width: float, height: float) -> str:
    return f"{number(left)} {number(bottom)} {number(width)} {number(height)} re"


def _point(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"
