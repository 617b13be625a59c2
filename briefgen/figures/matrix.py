"""The position × actor matrix: who demands, supports or opposes what, as a grid of marks.

The marks differ in shape and not only in colour; the key beneath takes its words from the table itself.
"""

from collections.abc import Mapping
from itertools import accumulate

from briefgen.figures.cells import value, words
from briefgen.figures.drawing import Box, Dot, Drawing, Label, Line, Polygon, Shape
from briefgen.figures.measure import width_of, wrapped
from briefgen.memo import Inlines, Table
from briefgen.theme import Colours, Theme
from briefgen.values import dataclass

_SIZE = 8.0
_LEADING = 10.0
_ROW = 16.0
_RADIUS = 4.0
_APART = 7.0
"""Between the words of neighbours."""
_KEY_SIZE = 7.0
_BEFORE_MEANING = 12.0
"""The room of a mark in the key."""
_MEANINGS = 3
"""Of a mark, at most, which the key tells."""
_POSITIONS, _LEAST = 0.34, 0.22
"""The part of the width that the positions take, and that is left to them when the actors need more."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each actor's column begins, how wide it is, and how large the actors' names are."""

    starts: tuple[float, ...]
    widths: tuple[float, ...]
    size: float


def draw_matrix(table: Table, theme: Theme, width: float) -> Drawing:
    """Draw a table whose first column names positions, whose other columns are actors' stands.

    A cell's value says which mark it gets: `owner`, `for`, `against`, `mixed` or `silent`.
    """
    actors = [words(cell) for cell in table.header[1:]]
    if not actors or not table.rows:
        return Drawing(width, 0, ())
    columns = _columns(actors, width)
    names = [
        wrapped(name, columns.size, room - _APART, bold=True) for name, room in zip(actors, columns.widths, strict=True)
    ]
    top = max(len(lines) for lines in names) * _LEADING + 6
    shapes = [
        shape for lines, x in zip(names, columns.starts, strict=True) for shape in _name(lines, x, columns.size, theme)
    ]
    y = top
    for row in table.rows:
        lines = wrapped(words(row[0]), _SIZE, columns.starts[0] - _APART)
        height = max(_ROW, len(lines) * _LEADING + 6)
        shapes.append(Line(0, y, width, y, theme.colours.hairline, 0.5))
        shapes += _row(lines, y, theme)
        for cell, x in zip(row[1:], columns.starts, strict=False):
            shapes += _mark(value(cell), x + _RADIUS, y + height / 2, theme.colours)
        y += height
    key, height = _key(table, theme, y, width)
    return Drawing(width, y + height, (*shapes, Line(0, y, width, y, theme.colours.rule, 0.75), *key))


def _columns(actors: list[str], width: float) -> _Columns:
    """Give each column what its longest word needs and an equal share of the rest; the positions give way first."""
    needs = [max(width_of(word, _SIZE, bold=True) for word in name.split() or [""]) + _APART for name in actors]
    left = min(max(width - sum(needs), width * _LEAST), width * _POSITIONS)
    room = width - left
    shrunk = min(1.0, room / sum(needs))
    spare = (room - sum(needs) * shrunk) / len(needs)
    widths = tuple(need * shrunk + spare for need in needs)
    return _Columns(tuple(accumulate(widths[:-1], initial=left)), widths, _SIZE * shrunk)


def _name(lines: tuple[str, ...], x: float, size: float, theme: Theme) -> list[Shape]:
    return [Label(x, (n + 1) * _LEADING - 2, line, size, theme.colours.text, bold=True) for n, line in enumerate(lines)]


def _row(lines: tuple[str, ...], y: float, theme: Theme) -> list[Shape]:
    return [Label(0, y + (n + 1) * _LEADING + 1, line, _SIZE, theme.colours.text) for n, line in enumerate(lines)]


def _mark(stand: str, x: float, y: float, colours: Colours) -> tuple[Shape, ...]:
    radius = _RADIUS
    match stand:
        case "owner":
            return (Box(x - radius, y - radius, 2 * radius, 2 * radius, colours.accent),)
        case "for":
            return (Dot(x, y, radius, colours.accent),)
        case "against":
            return (
                Line(x - radius, y - radius, x + radius, y + radius, colours.accent, 1.75),
                Line(x - radius, y + radius, x + radius, y - radius, colours.accent, 1.75),
            )
        case "mixed":
            half = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
            return (Polygon(half, None, colours.accent, 1.25),)
        case _:
            return (Line(x - radius / 2, y, x + radius / 2, y, colours.rule),)


def _key(table: Table, theme: Theme, top: float, width: float) -> tuple[list[Shape], float]:
    """Explain each mark once, in as many lines as that takes; give their height, too."""
    shapes: list[Shape] = []
    x, y = 0.0, top + 10
    for stand, meaning in _meanings(table.rows, width - _BEFORE_MEANING).items():
        end = x + _BEFORE_MEANING + width_of(meaning, _KEY_SIZE)
        if x and end > width:
            x, y, end = 0.0, y + _LEADING, end - x
        shapes += _mark(stand, x + _RADIUS, y, theme.colours)
        shapes.append(Label(x + _BEFORE_MEANING, y + 2.5, meaning, _KEY_SIZE, theme.colours.muted))
        x = end + 14
    return shapes, y - top + 8


def _meanings(rows: tuple[tuple[Inlines, ...], ...], width: float) -> Mapping[str, str]:
    """Give each stand the words of the first cells that hold it and say more than a dash, as many as fit on a line."""
    meanings: dict[str, list[str]] = {}
    for cell in (cell for row in rows for cell in row[1:] if value(cell)):
        said = words(cell)
        known = meanings.setdefault(value(cell), [])
        if said not in known and any(letter.isalnum() for letter in said):
            known.append(said)
    fitting = {stand: _first_of(found, width) for stand, found in meanings.items()}
    return {stand: meaning for stand, meaning in fitting.items() if meaning}


def _first_of(found: list[str], width: float) -> str:
    lengths = (", ".join(found[:count]) for count in range(_MEANINGS, 0, -1))
    return next((said for said in lengths if width_of(said, _KEY_SIZE) <= width), "")
