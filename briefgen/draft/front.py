"""What an article says of itself: headline, date, outlet and writer, each with where that was found."""

import re
from datetime import date, timedelta

from briefgen.draft.lexicon import lines as spelled
from briefgen.draft.paragraphs import Clean, is_credit
from briefgen.draft.prose import Prose
from briefgen.draft.text import Span
from briefgen.draft.when import dates, last_such_day, year_by_weekday
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is known, and from where."""

    value: str
    basis: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says beside the text: in the head of a page, or in the properties of a document."""

    titles: tuple[Told, ...] = ()
    """Headlines, the likeliest first."""
    issued: Told | None = None
    """As an ISO date."""
    outlet: Told | None = None
    author: Told | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """Headline, date, outlet and writer."""

    title: Told | None
    others: tuple[Told, ...]
    """Other headlines that the file offers."""
    issued: Told | None
    earliest: date | None
    latest: date | None
    """Between these days it must have appeared; both are the day itself where that is known."""
    basis: str
    """What shows those bounds, where the day is not given."""
    outlet: Told | None
    author: Told | None


_BY = re.compile(
    r"^\W*(?:posted (?:on .{4,40} )?by|written by|by)\s+([A-Z][^,|\d]{2,60}?)(?:\s*[,|]| on | at | in |$)",
    re.IGNORECASE,
)
_POSTED_BY = re.compile(r"\bby ([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})")
_PLACED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+[^()]{0,60}\(([A-Z][^)]{2,40})\)\s*[-–—:]")
_COPYRIGHT = re.compile(
    r"(?:[Cc]opyright|COPYRIGHT|©|\([cC]\))\s*(?:\(c\)|©)?\s*(?:\d{4})?\s*(?:by )?"
    r"((?:The )?[A-Z][\w'’&-]*(?: [A-Z&][\w'’&-]*){0,4})"
)
_TOLD = re.compile(r"\btold (The [A-Z][\w'’&-]+(?: [A-Z][\w'’&-]+){0,2})\b")
_ABOUT = re.compile(r"^\W*About (?:the )?([A-Z].{2,80}?)\W*$")
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NO_OUTLET = re.compile(
    r"^(?:press|news|media) (?:release|statement)"
    r"|^(?:opinion|analysis|news|world|politics|business|live|comment|statement)$",
    re.IGNORECASE,
)


def front(article: Clean, prose: Prose, facts: Facts, today: date) -> Front:
    """Gather what the file, the lines before the article and its first sentence say."""
    lines = [p.span.of(article.text) for p in article.paragraphs if p.kind == "front"]
    headline = next((p.span.of(article.text) for p in article.paragraphs if p.kind == "headline"), "")
    titles = [*facts.titles, *([Told(headline, "the first line of the text")] if headline else [])]
    issued = facts.issued or _written_date(lines) or _dateline(article, prose)
    earliest, latest, basis = _bounds(article, prose, issued, today)
    author = facts.author or next(
        (Told(m[1].strip(), "the byline") for line in lines if (m := _BY.search(line) or _POSTED_BY.search(line))), None
    )
    others = tuple(dict.fromkeys(titles[1:]))
    distinct = tuple(told for told in others if titles and told.value != titles[0].value)
    return Front(
        titles[0] if titles else None,
        distinct,
        issued,
        earliest,
        latest,
        basis,
        facts.outlet or _outlet(article, lines),
        author,
    )


def _written_date(lines: list[str]) -> Told | None:
    for line in lines:
        found = next((item for item in dates(line, Span(0, len(line)), None) if len(item.edtf) == 10), None)
        if found:
            return Told(found.edtf, f"the line {line!r}")
    return None


def _before_prose(article: Clean, prose: Prose) -> str:
    """Give the place and date before the first sentence: *PARIS, May 3 (Wire) -*."""
    body = next((p.span for p in article.paragraphs if p.kind == "body"), None)
    return article.text[body.start : prose.sentences[0].span.start] if body and prose.sentences else ""


def _dateline(article: Clean, prose: Prose) -> Told | None:
    line = _before_prose(article, prose)
    found = next((item for item in dates(line, Span(0, len(line)), None) if len(item.edtf) == 10), None)
    return Told(found.edtf, f"the dateline {line.strip()!r}") if found else None


def _bounds(article: Clean, prose: Prose, issued: Told | None, today: date) -> tuple[date | None, date | None, str]:
    """Say between which days the article must have appeared."""
    if issued is not None:
        day = date.fromisoformat(issued.value[:10])
        return day, day, ""
    line = _before_prose(article, prose)
    placed = next(iter(dates(line, Span(0, len(line)), today)), None)
    spoken = next((day for day in _weekdays_said(prose)), None)
    if placed and placed.edtf and spoken is not None:
        near = date.fromisoformat(placed.edtf)
        found = last_such_day(near.day, near.month, spoken, today)
        if found:
            return (
                found[0],
                found[0],
                f"the dateline says {placed.words!r} and the text {_WEEKDAYS[spoken].title()!r}: {found[1]}",
            )
    return _around_a_date(prose, today)


def _weekdays_said(prose: Prose) -> list[int]:
    """List the weekdays that the first sentences name as those of what was said or done."""
    opening = (
        prose.text[prose.sentences[0].span.start : prose.sentences[min(2, len(prose.sentences) - 1)].span.end]
        if prose.sentences
        else ""
    )
    return [
        _WEEKDAYS.index(day.lower())
        for day in re.findall(r"\bon ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", opening)
    ]


def _around_a_date(prose: Prose, today: date) -> tuple[date | None, date | None, str]:
    """Take a date with its weekday but without a year, *Friday (March 7)*, as a day within a week of the article."""
    for sentence in prose.sentences:
        words = sentence.span.of(prose.text)
        found = year_by_weekday(words, today)
        if found:
            day, basis = found
            ahead = re.search(r"\b(?:will|due|opens?|scheduled|planned|set to)\b", words)
            week = timedelta(days=7)
            if ahead:
                return day - week, day - timedelta(days=1), f"{basis}, and is still to come"
            return day + timedelta(days=1), day + week, f"{basis}, and is past"
    return None, None, ""


def _outlet(article: Clean, lines: list[str]) -> Told | None:
    placed = _PLACED.search(article.text[:400])
    if placed:
        return Told(placed[1], "the dateline")
    for removed in article.removed:
        owner = _COPYRIGHT.search(removed.text) if "copyright" in removed.reason else None
        found = owner or _ABOUT.search(removed.text)
        if found:
            return Told(found[1].strip(" ."), f"the line {removed.text[:60]!r}")
    plain = [line for line in lines if not is_credit(line) and not _NO_OUTLET.search(line) and len(line.split()) <= 7]
    if plain:
        return Told(_spelt(plain[0]), "a line before the article")
    credits_ = [line for line in lines if is_credit(line)]
    signed = next((name for line in credits_ if (name := _beside_writer(line))), "")
    if signed:
        return Told(signed, "the byline")
    dated = next((name for line in credits_ if (name := _beside_date(line))), "")
    if dated:
        return Told(dated, "the line with the date")
    told = _TOLD.search(article.text)
    return Told(told[1], f"the words {told[0]!r}") if told else None


def _beside_writer(line: str) -> str:
    """Give the outlet of a line such as *By Ann Lee, Northern Gazette*."""
    known, *kinds = spelled("outlets.txt")
    name = rf"(?:The )?(?:(?:[A-Z][\w'’&-]+ ){{1,3}}(?:{'|'.join(kinds)})|(?:{known}))"
    found = re.match(rf"\W*By [A-Z][^,|\d]{{2,60}}?(?:,| for| of|\s[-–—]) ({name})\W*$", line)
    return found[1] if found else ""


def _beside_date(line: str) -> str:
    """Give the outlet of a line such as *The Harbour Post, 18 October 2024*."""
    parts = [part for part in re.split(r"(?<!\s)\s*[|•·]\s*", line) if not is_credit(part) and part[:1].isupper()]
    if len(re.split(r"[|•·]", line)) > 1:
        return parts[0] if len(parts) == 1 else ""
    found = re.match(r"\W*((?:The )?[A-Z][\w'’&-]+(?: [A-Z][\w'’&-]+){0,3}),? \W*\d{1,2} [A-Z][a-z]+ \d{4}", line)
    name = found[1] if found else ""
    return "" if re.match(r"(?i)updated|published|posted|last|first|by\b|mon|tue|wed|thu|fri|sat|sun", name) else name


def _spelt(line: str) -> str:
    """Spell a line in capitals as a name."""
    if not line.isupper():
        return line
    small = {"of", "and", "the", "for", "in", "on", "de", "la"}
    return " ".join(w.lower() if n and w.lower() in small else w.capitalize() for n, w in enumerate(line.split()))
