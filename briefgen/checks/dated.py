"""Dates, weekdays and times in prose."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from briefgen.article.dates import When
from briefgen.values import dataclass

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(name[:3] for name in MONTHS)}|Sept)\b\.?)"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_BEFORE = rf"(?:{_WEEKDAY},?\s*\(?(?:the\s+)?)?"
_FORMS = (
    re.compile(rf"\b{_BEFORE}{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}(?:\s*\((?:a\s+)?(?P<after>{'|'.join(WEEKDAYS)})\))?"),
    re.compile(rf"\b{_BEFORE}{_MONTH}\s+{_DAY}\b(?!\s*%){_YEAR}"),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
)
_SERIES = re.compile(
    rf"\b(\d{{1,2}})(?=(?:\s*(?:–|-|to|and|or|,)\s*\d{{1,2}}){{0,20}}\s*(?:–|-|to|and|or)\s*\d{{1,2}}\s+{_MONTH}{_YEAR})"
)
_TIMES = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?!\s*(?:%|per|million|billion|m\b|bn\b))(?:\s*(?:am|pm|a\.m\.|p\.m\.))?"
)


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day in a text."""

    words: str
    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: str = ""

    def on(self, near: date) -> date | None:
        """Give the day it means, in its own year or in the one that brings it nearest to `near`; None for no day."""
        years = (self.year,) if self.year else (near.year - 1, near.year, near.year + 1)
        days = [found for year in years if (found := _day(year, self.month, self.day))]
        return min(days, key=lambda one: abs(one - near), default=None)


@lru_cache(maxsize=2048)
def dates_in(text: str) -> tuple[Dated, ...]:
    """Find the days in `text`, those in `8 and 14 March` included."""
    if not has_digits(text):
        return ()
    found: dict[int, Dated] = {}
    for form in _FORMS:
        for one in form.finditer(text):
            parts = one.groupdict()
            weekday = parts.get("weekday") or parts.get("after") or ""
            dated = Dated(one[0], *one.span(), int(parts["day"]), _month(parts["month"]), _year(parts), weekday)
            if not any(other.start <= dated.start < other.end for other in found.values()):
                found[dated.start] = dated
    for one in _SERIES.finditer(text):
        parts = one.groupdict()
        if not any(other.start <= one.start() < other.end for other in found.values()):
            found[one.start()] = Dated(one[0], *one.span(), int(one[1]), _month(parts["month"]), _year(parts))
    return tuple(found[start] for start in sorted(found))


def has_digits(text: str) -> bool:
    """Tell whether there are digits, without which there is no day and no time; most sentences have none."""
    return _DIGIT.search(text) is not None


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace parts of `text` by spaces; every other character keeps its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def without_dates(text: str) -> str:
    """Blank days and times of day."""
    plain = blanked(text, ((one.start, one.end) for one in dates_in(text)))
    return blanked(plain, (one.span() for one in _TIMES.finditer(plain)))


def times_in(text: str) -> tuple[re.Match[str], ...]:
    """Find the times of day in `text`."""
    if not has_digits(text):
        return ()
    plain = blanked(text, ((one.start, one.end) for one in dates_in(text)))
    return tuple(_TIMES.finditer(plain))


def days_of(when: When | None) -> tuple[date, ...]:
    """List the days at either end of a date of the record."""
    return tuple(day for day in (when.earliest, when.latest) if day) if when else ()


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))


def _year(parts: dict[str, str | None]) -> int | None:
    year = parts.get("year")
    return int(year) if year else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
