"""Whether a reader a week from now, in another country, knows which day is meant."""

import re
from collections.abc import Iterator

from briefgen.article.dates import When
from briefgen.article.folded import folded
from briefgen.checks.dated import MONTHS, WEEKDAYS, blanked, dates_in, days_of, has_digits, times_in
from briefgen.checks.material import Material
from briefgen.checks.phrases import Phrases
from briefgen.checks.prose import is_the_sources
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import outside_quotations
from briefgen.notices import Level

_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b(?!s\b)")
_RELATIVE = Phrases(
    r"\b(?:today(?!['’]s)|yesterday|tomorrow|tonight|(?:last|next|this|the coming|the past) "
    r"(?:week|weekend|month|year|quarter|night|morning|evening|summer|autumn|winter|spring)"
    r"|(?:earlier|later) this (?:week|month|year)|recently|currently|at the moment|at present"
    r"|soon|in the coming (?:days|weeks|months)|(?:days|weeks|months) ago)\b"
)
_ZONE = re.compile(
    r"\b(?:UTC|GMT|Z|CET|CEST|BST|EET|EEST|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|JST|AEST|AEDT|local time)\b"
    r"|[+-]\d\d:?\d\d\b|\b[A-Z][a-z]+ time\b"
)
_SLASHED = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b")
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)})\b")
_MONTH_FIRST = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}\b(?!\d)")
_INFERRED = Phrases(r"\binferred\b|\bby inference\b|\bdate worked out\b")


@rule(
    "DAT01",
    "error",
    "A weekday stands with its date.",
    why="“Saturday” is clear for six days, and wrong on the seventh.",
    source="SITREP writer's guide: list dates rather than days",
    wrong="""
timeline:
  - {date: null, date_text: Tuesday, text: The ministry answers the council, status: scheduled, exact: answer at a meeting on Tuesday 13 May}
""",
    right="""
timeline:
  - {date: 2025-05-13, date_text: Tuesday, text: The ministry answers the council, status: scheduled, exact: answer at a meeting on Tuesday 13 May}
""",
)
def weekdays_have_dates(material: Material) -> Iterator[Finding]:
    """Look for weekdays in prose without a day beside them, and in dates that the memo must print as they are.

    In words that are still the source's own, as a draft has them, it is a warning.
    """
    for prose in material.prose:
        text = outside_quotations(prose.text)
        has_date = prose.statement is not None and getattr(prose.statement, "date", None) is not None
        if "day" not in text or has_date or prose.voice == "asked":
            continue
        plain = blanked(text, ((one.start, one.end) for one in dates_in(text)))
        meant = _weekdays_of_dates(text, material)
        for found in _WEEKDAY.finditer(plain):
            if found[0] in meant:
                continue
            level: Level = "warning" if is_the_sources(prose) else "error"
            yield Finding(prose.path, f"“{found[0]}” without a date", "write the day and the month", found[0], level)
    told = {prose.statement.id for prose in material.prose if prose.statement and _WEEKDAY.search(prose.text)}
    for path, day, words, id_ in _dates(material):
        found_weekday = _WEEKDAY.search(words)
        if day is None and found_weekday and not dates_in(words) and id_ not in told:
            message = f"the date is “{words}”, which is no date"
            hint = "work it out from the source's own date, and write `inferred: true`"
            yield Finding(f"{path}.date_text", message, hint, words, "warning")


def _weekdays_of_dates(text: str, material: Material) -> set[str]:
    """Give the weekdays of the days that a text names, whatever it calls them."""
    near = material.article.as_of.earliest
    days = [one.on(near) for one in dates_in(text)] if near else []
    return {WEEKDAYS[day.weekday()] for day in days if day}


def _dates(material: Material) -> Iterator[tuple[str, When | None, str, str]]:
    for number, event in enumerate(material.article.timeline):
        yield f"timeline[{number}]", event.date, event.date_text, event.id
    for number, response in enumerate(material.article.responses):
        yield f"responses[{number}]", response.date, response.date_text, response.id


@rule(
    "DAT02",
    "warning",
    "Time is told by the calendar, not from the day of writing.",
    why="Yesterday moves with the reader.",
    source="SITREP writer's guide; GOV.UK style guide",
    wrong="bluf: {text: The council repeated its demands yesterday.}\n",
    right="bluf: {text: The council repeated its demands on 5 May 2025.}\n",
)
def time_is_not_relative(material: Material) -> Iterator[Finding]:
    """Look for words that count from today, outside quotations."""
    for prose, found in material.unquoted(_RELATIVE, but={"asked", "spoken"}):
        yield Finding(prose.path, f"“{found[0]}” counts from the day of writing", "write the date", found[0])


@rule(
    "DAT03",
    "error",
    "A weekday and its date agree, and a date that was worked out is printed as such.",
    why="7 March 2025 was a Friday; if the record says Thursday one of the two is wrong, and nobody knows which.",
    source="briefgen's sample article, which gives weekdays only",
    wrong="""
timeline:
  - {date: 2025-05-13, text: "The ministry answers the council on Monday 13 May 2025", status: scheduled, exact: answer at a meeting on Tuesday 13 May}
""",
    right="""
timeline:
  - {date: 2025-05-13, text: "The ministry answers the council on Tuesday 13 May 2025", status: scheduled, exact: answer at a meeting on Tuesday 13 May}
""",
    of_memos=True,
)
def weekdays_agree(material: Material) -> Iterator[Finding]:
    """Compare weekdays with the calendar, and look for inferred dates in the memos."""
    near = material.article.as_of.earliest
    for prose in material.prose:
        for one in dates_in(outside_quotations(prose.text)) if near else ():
            day = one.on(near) if near else None
            if day is None:
                yield Finding(prose.path, f"there is no {one.words}", words=one.words)
            elif one.weekday and WEEKDAYS[day.weekday()] != one.weekday:
                message = (
                    f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {WEEKDAYS[day.weekday()]}, not a {one.weekday}"
                )
                yield Finding(prose.path, message, words=one.words)
    for path, when, words, _ in _dates(material):
        found = _WEEKDAY.search(words)
        days = days_of(when) if when and when.precision in {"day", "time"} else ()
        if found and days and WEEKDAYS[days[0].weekday()] != found[0]:
            message = f"{when} is a {WEEKDAYS[days[0].weekday()]}, not a {found[0]}"
            yield Finding(f"{path}.date", message, words=str(when))
    yield from _hidden_inference(material)


def _hidden_inference(material: Material) -> Iterator[Finding]:
    """Find inferred days that a memo prints beside their event as if a source gave them."""
    for number, event in enumerate(material.article.timeline):
        days = {(day.day, day.month) for day in days_of(event.date)[:1]} if event.inferred else set()
        if not days or _has_day(event.text, days):
            continue
        words = folded(event.text).rstrip(".").lower()
        for filled in material.memos:
            said = [unit.text for unit in filled.saying(words)]
            if not all(_INFERRED.search(text) or filled.inferred in text for text in said if _has_day(text, days)):
                message = f"the memo for {filled.audience} prints the date as if a source gave it"
                yield Finding(f"timeline[{number}].inferred", message, f"print “{filled.inferred}” beside it")


def _has_day(text: str, days: set[tuple[int, int]]) -> bool:
    return any((one.day, one.month) in days for one in dates_in(text))


@rule(
    "DAT04",
    "error",
    "Times have a zone, and days to decide by and embargoes lie ahead.",
    why="A memo crosses borders; a deadline in the past is a slip that costs a decision.",
    source="press practice on embargoes: local time and UTC",
    wrong="""
recommendation:
  - {ask: agree, text: to pay for dredging at Selby, decide_by: 2025-05-05, reason_for_date: the meeting on 13 May, contrary_views: []}
""",
    right="""
recommendation:
  - {ask: agree, text: to pay for dredging at Selby, decide_by: 2025-05-12, reason_for_date: the meeting on 13 May, contrary_views: []}
""",
)
def times_are_clear(material: Material) -> Iterator[Finding]:
    """Compare deadlines with the cut-off, and look for a zone near each time of day."""
    article = material.article
    cut_off = article.as_of.earliest
    for number, one in enumerate(article.recommendation):
        latest = one.decide_by.latest if one.decide_by else None
        if latest and cut_off and latest < cut_off:
            message = f"the day to decide by, {one.decide_by}, is before the record's cut-off, {article.as_of}"
            yield Finding(f"recommendation[{number}].decide_by", message)
    until = article.embargo.until.latest if article.embargo else None
    if until and cut_off and until < cut_off:
        yield Finding("embargo", f"the embargo ended before the record's cut-off, {article.as_of}", level="warning")
    for prose in material.prose:
        text = outside_quotations(prose.text)
        times = times_in(text)
        for time in times if times and not _ZONE.search(text) else ():
            message = f"“{time[0]}” has no time zone"
            yield Finding(prose.path, message, "add it, such as 14:30 UTC", time[0], "warning")


@rule(
    "DAT05",
    "error",
    "Dates are written out, in one order.",
    why="03/04 is two days.",
    source="GOV.UK style guide; Interinstitutional style guide of the EU",
    wrong="bluf: {text: The ministry answers on 13/05/2025.}\n",
    right="bluf: {text: The ministry answers on 13 May 2025.}\n",
)
def dates_are_written_out(material: Material) -> Iterator[Finding]:
    """Look for dates in figures, and for both orders in one record."""
    first: str = ""
    for prose in material.prose:
        text = outside_quotations(prose.text)
        if not has_digits(text):
            continue
        for found in _SLASHED.finditer(text):
            yield Finding(prose.path, f"“{found[0]}” may be read two ways", "write the month in letters", found[0])
        for name, form in (("day first", _DAY_FIRST), ("month first", _MONTH_FIRST)):
            one = form.search(text)
            if one and first and first != name:
                message = f"“{one[0]}” has the {name}, other dates do not"
                yield Finding(prose.path, message, "keep to one order", one[0], "warning")
            first = first or (name if one else "")
