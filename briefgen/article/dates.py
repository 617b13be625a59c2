"""Dates as people know them: a year, a month, a day, a time with its zone, or an interval, sure or not.

The written form is EDTF (ISO 8601-2) level 0 with the marks `?` (uncertain), `~` (approximate) and `%` (both),
and intervals that may be open: `2025-03`, `2025-03-07`, `2025-03-07T14:30+01:00`, `2025-03-08/2025-03-14`,
`2025-03-15~`, `2025-03-08/..`.
"""

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Literal

from briefgen.values import dataclass

Precision = Literal["year", "month", "day", "time", "interval"]

_YEARS = range(2, 9999)
"""One less at either end than Python counts, so that the same moment elsewhere and the day after are dates too."""
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ](\d\d):\d\d(?::\d\d)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """A date of some precision; `str` gives it as it was written."""

    text: str
    precision: Precision
    earliest: date | None
    """The first day it may mean; None where an interval has no known start."""
    latest: date | None
    """The last day it may mean; None where an interval has no known end."""
    moment: datetime | None = None
    """With its zone, for the precision `time`."""
    uncertain: bool = False
    approximate: bool = False
    ends: "tuple[When | None, When | None]" = (None, None)
    """Start and end, for the precision `interval`; None where it is open or unknown."""

    def __str__(self) -> str:
        return self.text


def parse_when(text: str) -> When:
    """Read `text` as EDTF; raise `ValueError` with what is wrong with it."""
    if "/" in text:
        return _interval(text)
    if ":" in text:
        return _time(text)
    return _date(text)


def _interval(text: str) -> When:
    first, _, last = text.partition("/")
    if "/" in last:
        raise ValueError("an interval has one '/'")
    start, end = (None if part in {"", ".."} else parse_when(part) for part in (first, last))
    if start is None and end is None:
        raise ValueError("an interval needs a start or an end")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise ValueError("the interval ends before it starts")
    return When(text, "interval", earliest, latest, ends=(start, end))


def _time(text: str) -> When:
    found = _TIME.fullmatch(text)
    if not found:
        raise ValueError("a time is written 2025-03-12T14:30Z or 2025-03-12T14:30+01:00")
    if not found[2]:
        raise ValueError("a time needs its zone, such as Z or +01:00 at the end")
    moment = datetime.fromisoformat(text)
    _check_year(moment.year)
    return When(text, "time", moment.date(), moment.date(), moment)


def _date(text: str) -> When:
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError("a date is written 2025, 2025-03 or 2025-03-12")
    year, month, day = found.group(1, 2, 3)
    _check_year(int(year))
    first = date(int(year), int(month or 1), int(day or 1))
    last_month = int(month or 12)
    last = date(first.year, last_month, int(day or monthrange(first.year, last_month)[1]))
    precision: Precision = "day" if day else "month" if month else "year"
    mark = found[4]
    return When(text, precision, first, last, uncertain=mark in {"?", "%"}, approximate=mark in {"~", "%"})


def _check_year(year: int) -> None:
    if year not in _YEARS:
        raise ValueError(f"a year is written 0002 to 9998, not {year:04}")
