"""Read dates out of a text, and work out those it only hints at, always saying from what."""

import re
from calendar import day_name, month_name
from dataclasses import replace
from datetime import date, timedelta

from briefgen.draft.text import Span
from briefgen.values import dataclass

_MONTHS = tuple(name.lower() for name in month_name[1:])
_DAYS = tuple(name.lower() for name in day_name)
_MONTHS_OF_A_YEAR = 12
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_PATTERNS = (
    rf"\b(?:{_WEEKDAY},? \(?)?{_DAY} (?:of )?{_MONTH}{_YEAR}\b",
    rf"\b(?:{_WEEKDAY},? \(?)?{_MONTH} {_DAY}\b{_YEAR}(?!\d)",
    r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
    r"\b(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>(?:19|20)\d\d)\b",
    r"\b(?P<relative>today|tonight|yesterday|tomorrow)\b",
    r"\b(?:(?P<which>next|last|this|coming) )?(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b",
    rf"\b{_MONTH} (?P<year>(?:19|20)\d\d)\b",
)
_DATES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)
_AHEAD = re.compile(
    r"\b(?:will|would|'ll|to be|due|plans?|planned|set to|scheduled|expected|expects?|ahead of|before|by"
    r"|until|coming|next|upcoming|must|is to|are to|"
    r"could|may|begins?|opens?|meets?|deadline|from|after)\b"
)
_PAST = re.compile(r"\b(?:said|told|was|were|had|has|have|did|announced|warned|urged|rejected|\w{3,}ed)\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a text gives it."""

    span: Span
    words: str
    edtf: str
    """Empty where it cannot be told."""
    inferred: bool
    """Whether something in it was worked out."""
    basis: str = ""


def dates(text: str, span: Span, anchor: date | None) -> tuple[Dated, ...]:
    """Find the dates in `span`; `anchor` is the day on which the text appeared, where that is known."""
    found: list[Dated] = []
    for pattern in _DATES:
        for match in pattern.finditer(text, span.start, span.end):
            place = Span(match.start(), match.end())
            if not any(other.span.meets(place) for other in found) and _is_date(match):
                found.append(_read(match, text, span, anchor))
    return tuple(sorted(found, key=lambda item: item.span))


def dates_between(text: str, span: Span, earliest: date | None, latest: date | None) -> tuple[Dated, ...]:
    """Find the dates in `span` where only bounds are known: a date counts that both of them give."""
    first, last = dates(text, span, earliest), dates(text, span, latest)
    pairs = zip(first, last, strict=True)
    return tuple(one if one.edtf == other.edtf else replace(one, edtf="", inferred=False) for one, other in pairs)


def year_by_weekday(words: str, today: date) -> tuple[date, str] | None:
    """Work out the year of *Friday (March 7)* from its weekday: the last such day up to `today`; and say so."""
    for pattern in _DATES[:2]:
        match = pattern.search(words)
        if match and match["weekday"] and match["day"] and not match["year"]:
            return last_such_day(int(match["day"]), _month(match["month"]), _weekday(match["weekday"]), today)
    return None


def last_such_day(day: int, month: int, weekday: int, today: date) -> tuple[date, str] | None:
    """Find the last year, up to the one of `today`, in which a day of the calendar was that weekday."""
    years = (year for year in range(today.year, today.year - 12, -1) if _exists(year, month, day))
    found = next((date(y, month, day) for y in years if date(y, month, day).weekday() == weekday), None)
    if found is None:
        return None
    return found, f"{day} {_MONTHS[month - 1].title()} is a {_DAYS[weekday].title()} in {found.year}"


def _is_date(match: re.Match[str]) -> bool:
    """Tell *May 5* and *may*, *March 3* and *march 3* apart by their capitals."""
    month = match.groupdict().get("month")
    weekday = match.groupdict().get("weekday")
    return not (month and month[0].islower()) and not (weekday and weekday[0].islower())


def _read(match: re.Match[str], text: str, span: Span, anchor: date | None) -> Dated:
    parts = {name: value for name, value in match.groupdict().items() if value}
    place, words = Span(match.start(), match.end()), match[0].rstrip("(, ")
    place = Span(place.start, place.start + len(words))
    month = int(parts["number"]) if "number" in parts else _month(parts.get("month", ""))
    if "year" in parts and month:
        day = int(parts["day"]) if "day" in parts else 0
        if "number" in parts and max(day, month) <= _MONTHS_OF_A_YEAR and "/" in words:
            return Dated(place, words, "", inferred=False)  # 5/6/2025 is a day in May or in June
        day, month = (month, day) if month > _MONTHS_OF_A_YEAR else (day, month)
        edtf = f"{parts['year']}-{month:02}" + (f"-{day:02}" if day else "")
        return Dated(place, words, edtf if _exists(int(parts["year"]), month, day or 1) else "", inferred=False)
    if anchor is None:
        return Dated(place, words, "", inferred=False)
    return _inferred(
        parts, Dated(place, words, "", inferred=False), month, anchor, ahead=_looks_ahead(text, span, place)
    )


def _inferred(parts: dict[str, str], bare: Dated, month: int, anchor: date, *, ahead: bool) -> Dated:
    """Work out a date seen from `anchor`; `bare` stands where that cannot be done."""
    told = f"{anchor.day} {_MONTHS[anchor.month - 1].title()} {anchor.year}"
    if "relative" in parts:
        shift = {"yesterday": -1, "tomorrow": 1}.get(parts["relative"].lower(), 0)
        day, basis = anchor + timedelta(shift), f"{bare.words!r} seen from {told}"
    elif month:
        years = [y for y in (anchor.year - 1, anchor.year, anchor.year + 1) if _exists(y, month, int(parts["day"]))]
        if not years:
            return bare
        near = min(years, key=lambda year: abs((date(year, month, int(parts["day"])) - anchor).days))
        day, basis = date(near, month, int(parts["day"])), f"the year that brings it nearest to {told}"
    else:
        day = _on_weekday(parts, anchor, ahead=ahead)
        side = "after" if day > anchor else "before" if day < anchor else "on"
        basis = f"the nearest such day {side} {told}"
    return replace(bare, edtf=str(day), inferred=True, basis=basis)


def _on_weekday(parts: dict[str, str], anchor: date, *, ahead: bool) -> date:
    """Give the day that a weekday means: the next one where it is still to come, else the last."""
    weekday, which = _weekday(parts["weekday"]), parts.get("which", "").lower()
    back, forward = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if which == "last":
        return anchor - timedelta(back or 7)
    if ahead or which in {"next", "coming"}:
        return anchor + timedelta(forward or 7)
    return anchor - timedelta(back)


def _looks_ahead(text: str, span: Span, place: Span) -> bool:
    """Tell from the words before a weekday whether it is still to come."""
    before = text[span.start : place.start].lower()
    ahead = max((match.start() for match in _AHEAD.finditer(before)), default=-1)
    past = max((match.start() for match in _PAST.finditer(before)), default=-1)
    if ahead < 0 and past < 0:
        behind = text[place.end : span.end].lower()
        following = _AHEAD.search(behind)
        passed = _PAST.search(behind)
        return bool(
            following
            and following[0] in {"will", "would", "due"}
            and (not passed or following.start() < passed.start())
        )
    return ahead >= past if ahead >= 0 else False


def _month(name: str) -> int:
    return next((n for n, month in enumerate(_MONTHS, 1) if name and month.startswith(name[:3].lower())), 0)


def _weekday(name: str) -> int:
    return next(n for n, day in enumerate(_DAYS) if day.startswith(name[:3].lower()))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
