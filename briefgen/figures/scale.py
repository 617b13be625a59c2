"""The scale strip: the terms of a likelihood scale over the percentages they stand for.

Bands are drawn in proportion, and gaps of a scale as gaps; the terms used in the memo are filled.
Likelihood is never told by colour: all filled bands look the same.
"""

from briefgen.figures.cells import band, is_strong, value, words
from briefgen.figures.drawing import Box, Drawing, Label, Line, Shape
from briefgen.figures.measure import width_of
from briefgen.memo import Table
from briefgen.theme import Theme
from briefgen.values import dataclass

_SIZE = 7.5
_STEP = 10.0
"""From one row of terms to the next."""
_STRIP = 13.0
_EDGE = 12.0
_MARKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class _Band:
    term: str
    used: bool
    left: float
    right: float
    middle: float
    """Of the term, kept inside the drawing."""
    level: int
    """The row of terms, counted upwards from the strip."""


def draw_scale(table: Table, theme: Theme, width: float) -> Drawing:
    """Draw a table of terms (first column) and ranges in per cent (a value such as `55/75` in the second)."""
    bands = _bands(table, width)
    if not bands:
        return Drawing(width, 0, ())
    top = (max(one.level for one in bands) + 1) * _STEP + 4
    shapes = [shape for one in bands for shape in _band(one, top, theme)]
    shapes += [shape for percent in _MARKS for shape in _mark(percent, top + _STRIP, theme, width)]
    return Drawing(width, top + _STRIP + 14, tuple(shapes))


def _bands(table: Table, width: float) -> tuple[_Band, ...]:
    if len(table.header) == 1:
        return ()
    rows = [(bounds, words(row[0]), is_strong(row[0])) for row in table.rows if (bounds := band(value(row[1])))]
    bands: list[_Band] = []
    ends: list[float] = []
    for (low, high), term, used in sorted(rows):
        left, right = _at(low, width), _at(high, width)
        half = width_of(term, _SIZE, bold=used) / 2
        middle = min(max((left + right) / 2, half), width - half)
        level = next((n for n, end in enumerate(ends) if middle - half > end + 4), len(ends))
        ends[level : level + 1] = [middle + half]
        bands.append(_Band(term, used, left, right, middle, level))
    return tuple(bands)


def _at(percent: float, width: float) -> float:
    return _EDGE + (width - 2 * _EDGE) * percent / 100


def _band(one: _Band, top: float, theme: Theme) -> tuple[Shape, ...]:
    baseline = top - 5 - one.level * _STEP
    middle = (one.left + one.right) / 2
    fill = theme.colours.accent if one.used else theme.colours.ground
    return (
        Line(middle, baseline + 1.5, middle, top, theme.colours.hairline, 0.5),
        Box(one.left, top, max(one.right - one.left, 1.5), _STRIP, fill, theme.colours.rule, 0.5),
        Label(one.middle, baseline, one.term, _SIZE, theme.colours.text, bold=one.used, anchor="middle"),
    )


def _mark(percent: int, top: float, theme: Theme, width: float) -> tuple[Shape, ...]:
    x = _at(percent, width)
    return (
        Line(x, top, x, top + 3, theme.colours.rule, 0.5),
        Label(x, top + 11, f"{percent} %", 7, theme.colours.muted, anchor="middle"),
    )
