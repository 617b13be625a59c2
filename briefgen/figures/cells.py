"""Read what a drawing needs from the cells of a figure's table: words, and the exact values they stand for."""

import re
from datetime import date
from typing import assert_never

from briefgen.memo import Cite, Emphasis, Inline, Inlines, LineBreak, Link, Span, Strong, Text, plain

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_FIRST_MONTH, _LAST_MONTH = 1, 12


def words(cell: Inlines) -> str:
    """Give the words of a cell on one line."""
    return " ".join(plain(tuple(inline for inline in cell if not isinstance(inline, Cite))).split())


def value(cell: Inlines) -> str:
    """Give the first value that a `Span` of the cell carries, or nothing."""
    return next((found for inline in cell if (found := _value(inline))), "")


def is_strong(cell: Inlines) -> bool:
    """Tell whether the cell begins with strong words."""
    return bool(cell) and isinstance(cell[0], Strong)


def days(edtf: str) -> tuple[float, float] | None:
    """Give the first and last day that an EDTF date names, counted as ordinals, or None if it names none.

    Of an interval open at one end the known end counts; months and years count from first to last day.
    """
    found = [span for match in _DAY.finditer(edtf) if (span := _span(match))]
    return (min(first for first, _ in found), max(last for _, last in found)) if found else None


def band(text: str) -> tuple[float, float] | None:
    """Give the two numbers of `55/75`, or None."""
    low, slash, high = text.partition("/")
    try:
        return (float(low), float(high)) if slash else None
    except ValueError:
        return None


def _span(match: re.Match[str]) -> tuple[float, float] | None:
    year, month, day = match.groups()
    try:
        if day:
            on = date(int(year), int(month), int(day)).toordinal()
            return on, on
        first = date(int(year), int(month or _FIRST_MONTH), 1)
        last_month = int(month or _LAST_MONTH)
        next_month = date(int(year) + last_month // _LAST_MONTH, last_month % _LAST_MONTH + 1, 1)
        return first.toordinal(), next_month.toordinal() - 1
    except ValueError:
        return None


def _value(inline: Inline) -> str:
    match inline:
        case Span(content, _, found):
            return found or value(content)
        case Strong(content) | Emphasis(content) | Link(_, content):
            return value(content)
        case Text() | Cite() | LineBreak():
            return ""
        case _:
            assert_never(inline)
