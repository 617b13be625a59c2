"""Draw how much a memo takes as it grows: lines on logarithmic scales, for pages, rows and sources."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

COLOURS = ("#1f3a5f", "#6a8fc2", "#b3541e", "#2e7d32", "#7cb342", "#8e24aa", "#c2185b", "#00838f", "#5d4037")
_OWN = 3
"""Width of the lines of briefgen."""
_WIDTH, _HEIGHT, _GAP, _LEFT, _TOP = 300, 260, 60, 60, 40
_LEGEND, _COLUMNS = 20, 3

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Panel:
    """One field of the drawing: what grows, and the points of each line by its name."""

    name: str
    lines: Mapping[str, Points]


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic scale from one value to another, on so many points."""

    least: float
    most: float
    length: float

    def place(self, value: float) -> float:
        """Give where a value stands."""
        width = math.log(self.most / self.least) or 1
        return self.length * math.log(value / self.least) / width

    def marks(self) -> tuple[float, ...]:
        """List the powers of ten on it."""
        first, last = math.ceil(math.log10(self.least) - 1e-9), math.floor(math.log10(self.most) + 1e-9)
        return tuple(10.0**power for power in range(first, last + 1))


def drawn(panels: Sequence[Panel], title: str, unit: str) -> str:
    """Draw panels that share the scale upwards, with one legend for all of them."""
    names = tuple(dict.fromkeys(name for panel in panels for name in panel.lines))
    values = [y for panel in panels for points in panel.lines.values() for _, y in points]
    up = Scale(10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values))), _HEIGHT)
    width = _LEFT + len(panels) * (_WIDTH + _GAP)
    height = _TOP + _HEIGHT + 50 + _LEGEND * math.ceil(len(names) / _COLUMNS)
    fields = (_panel(panel, number, up, names) for number, panel in enumerate(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" '
        f'font-size="12"><title>{escape(title)}</title><rect width="100%" height="100%" fill="#ffffff"/>\n'
        f'<text x="12" y="{_TOP - 12}">{escape(unit)}</text>\n{"".join(fields)}{_legend(names, width)}</svg>\n'
    )


def _panel(panel: Panel, number: int, up: Scale, names: Sequence[str]) -> str:
    places = [x for points in panel.lines.values() for x, _ in points]
    across = Scale(min(places), max(places), _WIDTH)
    left, foot = _LEFT + number * (_WIDTH + _GAP), _TOP + _HEIGHT
    rows = "".join(
        f'<path d="M{left} {foot - up.place(mark):.1f}h{_WIDTH}" stroke="#dddddd"/>'
        f'<text x="{left - 6}" y="{foot - up.place(mark) + 4:.1f}" text-anchor="end">{mark:g}</text>\n'
        for mark in up.marks()
    )
    columns = "".join(
        f'<text x="{left + across.place(place):.1f}" y="{foot + 16}" text-anchor="middle">{place:,.0f}</text>\n'
        for place in sorted(set(places))
    )
    name = f'<text x="{left + _WIDTH / 2}" y="{foot + 34}" text-anchor="middle">{escape(panel.name)}</text>\n'
    lines = (
        _line([(left + across.place(x), foot - up.place(y)) for x, y in points], names.index(called), called)
        for called, points in panel.lines.items()
    )
    return f"{rows}{columns}{name}{''.join(lines)}"


def _line(points: Points, number: int, name: str) -> str:
    colour, path = _colour(number), "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    width = _OWN if name.startswith("briefgen") else 1.5
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>{dots}\n'


def _legend(names: Sequence[str], width: int) -> str:
    entries = []
    for number, name in enumerate(names):
        row, column = divmod(number, _COLUMNS)
        x, y = 12 + column * width / _COLUMNS, _TOP + _HEIGHT + 56 + row * _LEGEND
        entries.append(
            f'<circle cx="{x + 6:.0f}" cy="{y - 4}" r="5" fill="{_colour(number)}"/>'
            f'<text x="{x + 18:.0f}" y="{y}">{escape(name)}</text>\n'
        )
    return "".join(entries)


def _colour(number: int) -> str:
    return COLOURS[number % len(COLOURS)]
