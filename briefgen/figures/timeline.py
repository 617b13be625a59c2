"""The timeline: events on an axis true to time, each with its date and words above or below.

What has happened is filled, what is scheduled is open, and what depends on something is a diamond.
"""

from dataclasses import replace
from itertools import zip_longest

from briefgen.figures.cells import days, value, words
from briefgen.figures.drawing import Dot, Drawing, Label, Line, Polygon, Shape
from briefgen.figures.measure import width_of, wrapped
from briefgen.memo import Table
from briefgen.theme import Theme
from briefgen.values import dataclass

_SIZE = 7.5
_LEADING = 9.5
_GAP = 14.0
"""Between the axis and the nearest words, for the leaders."""
_EDGE = 8.0
_RADIUS = 3.5
_APART = 12.0
"""Between the words of neighbours."""
_MOST_WITH_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Event:
    date: str
    """Empty where the words of its neighbours leave no room for it."""
    text: tuple[str, ...]
    state: str
    start: float
    """In points from the left, as `end`."""
    end: float
    left: float
    """The left edge of its words."""


def draw_timeline(table: Table, theme: Theme, width: float) -> Drawing:
    """Draw a table of dates (values in EDTF), events and states (`past`, `scheduled` or `conditional`).

    Events without a date stand in the table alone.
    Where the words of all do not fit only the dates are written, and of those the ones that fit.
    """
    events = _events(table, width)
    if not events:
        return Drawing(width, 0, ())
    above, below = events[::2], events[1::2]
    axis = _height(above) + _GAP
    shapes: list[Shape] = [Line(0, axis, width, axis, theme.colours.rule, 1)]
    for event in above:
        bottom = axis - _GAP
        shapes += _words(event, bottom - _height((event,)), theme)
        shapes += _leader(event, bottom + 2, axis, theme)
    for event in below:
        shapes += _leader(event, axis + _GAP - 2, axis, theme)
        shapes += _words(event, axis + _GAP, theme)
    for event in events:
        shapes += _mark(event, axis, theme)
    height = axis + (_GAP + _height(below) if below else _RADIUS + 2)
    return Drawing(width, height, tuple(shapes))


def _events(table: Table, width: float) -> tuple[_Event, ...]:
    dated = [(when, row) for row in table.rows if (when := days(value(row[0])))]
    if not dated:
        return ()
    dated.sort(key=lambda pair: pair[0])
    first = min(start for (start, _), _ in dated)
    length = max(max(end for (_, end), _ in dated) - first, 1)
    slot = width / max((len(dated) + 1) // 2, 2) - _APART
    events = []
    for (start, end), row in dated:
        state = value(row[2]) if len(row) > 2 else ""  # noqa: PLR2004 - the third column, if there is one
        left, right = (_EDGE + (width - 2 * _EDGE) * (day - first) / length for day in (start, end))
        text = wrapped(words(row[1]), _SIZE, slot) if len(row) > 1 else ()
        events.append(_Event(words(row[0]), text, state, left, right, 0))
    sides = [events[::2], events[1::2]]
    if len(events) > _MOST_WITH_WORDS or not all(_fit(side, width) for side in sides):
        sides = [_thinned([replace(event, text=()) for event in side], width) for side in sides]
    above, below = (_side_by_side(side, width) for side in sides)
    return tuple(event for pair in zip_longest(above, below) for event in pair if event)


def _fit(events: list[_Event], width: float) -> bool:
    """Tell whether the words of all events fit beside each other."""
    return sum(_width(event) + _APART for event in events) - _APART <= width


def _thinned(events: list[_Event], width: float) -> list[_Event]:
    """Keep, from the left, the dates that fit beside each other; the table has the others."""
    kept: list[_Event] = []
    for event in events:
        fits = _fit([*(one for one in kept if one.date), event], width)
        kept.append(event if fits else replace(event, date=""))
    return kept


def _side_by_side(events: list[_Event], width: float) -> list[_Event]:
    """Put the words of each event as near to its mark as the others allow."""
    written = _placed([event for event in events if event.date], width)
    return [written.pop(0) if event.date else event for event in events]


def _placed(events: list[_Event], width: float) -> list[_Event]:
    wanted = [min((event.start + event.end) / 2 - _EDGE, width - _width(event)) for event in events]
    for n in range(1, len(events)):
        wanted[n] = max(wanted[n], wanted[n - 1] + _width(events[n - 1]) + _APART)
    limit = width
    for n in reversed(range(len(events))):
        wanted[n] = min(wanted[n], limit - _width(events[n]))
        limit = wanted[n] - _APART
    return [replace(event, left=max(left, 0)) for event, left in zip(events, wanted, strict=True)]


def _width(event: _Event) -> float:
    date = width_of(event.date, _SIZE, bold=True)
    return max(date, *(width_of(line, _SIZE) for line in event.text)) if event.text else date


def _height(events: tuple[_Event, ...]) -> float:
    return max(((len(event.text) + 1) * _LEADING for event in events), default=0)


def _words(event: _Event, top: float, theme: Theme) -> list[Shape]:
    if not event.date:
        return []
    date = Label(event.left, top + _SIZE, event.date, _SIZE, theme.colours.text, bold=True)
    return [
        date,
        *(
            Label(event.left, top + _SIZE + (n + 1) * _LEADING, line, _SIZE, theme.colours.muted)
            for n, line in enumerate(event.text)
        ),
    ]


def _leader(event: _Event, y: float, axis: float, theme: Theme) -> tuple[Shape, ...]:
    """Join the words to their mark: straight where they stand right over it."""
    if not event.date:
        return ()
    mark = (event.start + event.end) / 2
    x = min(max(mark, event.left), event.left + width_of(event.date, _SIZE, bold=True))
    return (Line(x, y, mark, axis, theme.colours.hairline, 0.5),)


def _mark(event: _Event, axis: float, theme: Theme) -> tuple[Shape, ...]:
    ink, paper, radius = theme.colours.accent, "#ffffff", _RADIUS
    x = (event.start + event.end) / 2
    span: tuple[Shape, ...] = ()
    if event.end - event.start > 2 * radius:
        span = (Line(event.start, axis, event.end, axis, ink, 2.5),)
    match event.state:
        case "conditional":
            corners = ((x, axis - radius - 1), (x + radius + 1, axis), (x, axis + radius + 1), (x - radius - 1, axis))
            return (*span, Polygon(corners, paper, ink, 1.25))
        case "scheduled":
            return (*span, Dot(x, axis, radius, paper, ink, 1.25))
        case _:
            return (*span, Dot(x, axis, radius, ink, ink, 1.25))
