"""Whether the memo comes to the point, asks for something, and owns up to what it does not know."""

import re
from collections.abc import Iterator

from briefgen.article.folded import folded
from briefgen.checks.material import Material
from briefgen.checks.numbers import numbers_in
from briefgen.checks.proper import names_in, stems, unknown_part
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import word_count
from briefgen.memo import Callout, Heading, plain

_BEFORE_IT = {"recommendation", "issue", "lines", "marking"}
"""Sections that may stand before the bottom line."""
_TOPIC = re.compile(
    r"^\W*(?:this|the present) (?:memo|note|paper|brief|briefing|submission|document)\b|^\W*the (?:purpose|aim) of this\b"
    r"|\b(?:examines|outlines|discusses|provides an overview|sets out the background)\b[^.]*\.?$",
    re.IGNORECASE,
)
_EMPTY_NOTE = re.compile(
    r"^(?:that you (?:note )?)?(?:the )?(?:contents? of )?(?:this|the) (?:paper|memo|note|brief|briefing|submission|above|situation|update|"
    r"position|developments?)\.?$",
    re.IGNORECASE,
)
_SHORTEST_NOTE = 4
_DECISIONS = {"agree", "approve", "sign"}


@rule(
    "STR01",
    "warning",
    "The bottom line comes first, says the news, and takes four lines.",
    why="Readers with ninety papers a day read the first four lines of each.",
    source="US State Department memo template; AR 25-50; ICD 203, standard 6",
    wrong="bluf: {text: This memo examines the demands of the council.}\n",
    right="bluf: {text: The council reopens the line only if fares are capped.}\n",
    of_memos=True,
)
def the_bottom_line_is_first(material: Material) -> Iterator[Finding]:
    """Look at the text, and at what stands before it in each memo."""
    bluf = material.article.bluf
    if bluf is None:
        hint = "add `bluf`: what the reader must take away"
        yield Finding("", "the record has no bottom line", hint)
        return
    if _TOPIC.search(bluf.text):
        yield Finding("bluf.text", "the bottom line names a topic and not the news", "say what happened, or what to do")
    most = max((filled.limits.bluf for filled in material.memos), default=80)
    if word_count(bluf.text) > most:
        message = f"the bottom line has {word_count(bluf.text)} words, more than {most}"
        yield Finding("bluf.text", message, "keep what the reader needs if they stop here")
    for filled in material.memos:
        names = list(filled.parts)
        before = set(names[: names.index("bluf")]) - _BEFORE_IT if "bluf" in names else set()
        if before:
            message = f"the memo for {filled.audience} has {', '.join(sorted(before))} before the bottom line"
            yield Finding("bluf", message)


@rule(
    "STR02",
    "error",
    "A recommendation says what is asked, by when, and why by then.",
    why="A reader who must ask what to decide, or by when, has been given a reading exercise.",
    source="Australian ministerial advice; US State Department: five business days or a reason",
    wrong="""
recommendation:
  - {ask: note, text: this paper, contrary_views: []}
""",
    right="""
recommendation:
  - {ask: note, text: that the council's paper has not been seen, contrary_views: []}
""",
)
def asks_are_complete(material: Material) -> Iterator[Finding]:
    """Look at each recommendation for content, day and reason."""
    for number, one in enumerate(material.article.recommendation):
        path = f"recommendation[{number}]"
        if one.ask == "note" and (_EMPTY_NOTE.match(one.text.strip()) or word_count(one.text) < _SHORTEST_NOTE):
            yield Finding(f"{path}.text", f"“{one.text}” does not say what is to be noted", words=one.text)
        if one.decide_by and not one.reason_for_date:
            yield Finding(
                f"{path}.decide_by", "nothing says why the decision is needed by then", "add `reason_for_date`"
            )
        if one.ask in _DECISIONS and not one.decide_by and not one.reason_for_date:
            hint = "add `decide_by`, or say in `reason_for_date` that it is routine"
            yield Finding(path, f"nothing says by when to {one.ask}", hint, level="warning")


@rule(
    "STR03",
    "warning",
    "The bottom line has no number and no name that the rest of the record lacks.",
    why="A summary that adds something is not a summary; whether it is faithful only a person can judge.",
    source="briefgen check --side-by-side serves the rest",
    wrong="bluf: {text: The council will accept a cap of 15 crowns.}\n",
    right="bluf: {text: The council will accept a cap of 12 crowns.}\n",
)
def the_bottom_line_adds_nothing(material: Material) -> Iterator[Finding]:
    """Compare its numbers and names with those of everything below it."""
    bluf = material.article.bluf
    if bluf is None:
        return
    rest = [prose.text for prose in material.prose if prose.path not in {"bluf.text", "title", "question", "why_now"}]
    rest += [one.exact for said in material.statements for one in said.statement.evidence]
    rest += [str(event.date or "") for event in material.article.timeline]
    own = numbers_in(bluf.text)
    unheard = {number.value for number in own} - _quantities(material) - _counts(material)
    for text in rest if unheard else ():
        unheard -= {number.value for number in numbers_in(text)}
    for number in own:
        if number.value in unheard:
            yield Finding("bluf.text", f"“{number.words}” stands nowhere below the bottom line", words=number.words)
    names = names_in(bluf.text)
    known = stems([*rest, *_named(material)]) if names else frozenset[str]()
    for name in names:
        if unknown_part(name, known):
            yield Finding("bluf.text", f"“{name.words}” stands nowhere below the bottom line", words=name.words)


def _quantities(material: Material) -> set[object]:
    quantities = [getattr(said.statement, "quantity", None) for said in material.statements]
    return {value for one in quantities if one for value in (one.value, one.low, one.high) if value is not None}


def _counts(material: Material) -> set[object]:
    """Give the counts of the lists, which a bottom line may sum up."""
    article = material.article
    counted = [one.counted_in for one in article.positions]
    announced = {number.value for words in counted for number in numbers_in(words)}
    lists = (article.positions, article.responses, article.options, article.outlook.scenarios, article.actors)
    return announced | {len(one) for one in lists}


def _named(material: Material) -> Iterator[str]:
    article = material.article
    for actor in article.actors:
        yield from (actor.name, actor.role, *actor.aliases, *actor.groups)
    for source in article.sources:
        yield from (source.title, source.container_title, source.publisher)
    for name in article.names:
        yield from (name.preferred, *name.variants)
    for term in article.abbreviations:
        yield from (term.term, term.meaning)


@rule(
    "STR04",
    "error",
    "Sections stand in the order of the pack, and none is a bare heading.",
    why="Readers know where to look; an empty heading says that something was lost.",
    source="the pack's own `sections`",
    wrong="""
{section=responses}
## Allied Response

The port would hold a berth.

{section=positions}
## Key Demands
""",
    right="""
{section=positions}
## Key Demands

1. Fare cap.

{section=responses}
## Allied Response

The port would hold a berth.
""",
    example="memo",
)
def sections_are_in_order(material: Material) -> Iterator[Finding]:
    """Compare each memo with the order of its pack."""
    for filled in material.memos:
        found = filled.parts
        there = [name for name in found if name in filled.sections]
        wanted = [name for name in filled.sections if name in found]
        if there != wanted:
            message = f"the memo for {filled.audience} has its sections in the order {', '.join(there)}"
            yield Finding("", message, f"its pack has {', '.join(wanted)}")
        for name, blocks in found.items():
            if not blocks or all(isinstance(block, Heading) for block in blocks):
                yield Finding("", f"the memo for {filled.audience} has nothing under the heading of {name}")


@rule(
    "STR05",
    "warning",
    "A decision shows who would decide otherwise, or says that nobody would.",
    why="Dissent that surfaces after the decision is a surprise; before it, it is advice.",
    source="US State Department: split memos name who recommends what",
    wrong="""
recommendation:
  - {ask: agree, text: to pay for dredging at Selby, decide_by: 2025-05-12, reason_for_date: the meeting on 13 May}
""",
    right="""
recommendation:
  - {ask: agree, text: to pay for dredging at Selby, decide_by: 2025-05-12, reason_for_date: the meeting on 13 May, contrary_views: []}
""",
)
def dissent_is_shown(material: Material) -> Iterator[Finding]:
    """Ask for the field, if only to say that it is empty."""
    for number, one in enumerate(material.article.recommendation):
        path = f"recommendation[{number}]"
        if one.ask in _DECISIONS and not material.is_written(f"{path}.contrary_views"):
            yield Finding(
                path, "nothing says whether somebody would decide otherwise", "add `contrary_views`, [] for none"
            )


@rule(
    "STR08",
    "warning",
    "Where a source was not seen, a date is missing or inferred, or all rests on one source, a gap says so.",
    why="What is not known is the first thing that a careful reader looks for.",
    source="ICD 203, standard 2",
    wrong="gaps: []\n",
    right="gaps: [Everything rests on one report.]\n",
)
def gaps_are_named(material: Material) -> Iterator[Finding]:
    """List the reasons why there should be a gap, if there is none."""
    article = material.article
    reasons = []
    if len([one for one in article.sources if one.seen is not False]) == 1:
        reasons.append("all rests on one source")
    if any(one.seen is False for one in article.sources):
        reasons.append("a source was not seen")
    if any(one.issued is None and one.event_date is None for one in article.sources if one.seen is not False):
        reasons.append("a source has no date")
    if any(one.inferred for one in article.timeline):
        reasons.append("a date is inferred")
    if reasons and not article.gaps:
        yield Finding("gaps", f"no gap is named although {' and '.join(reasons)}", "say under `gaps` what is not known")


@rule(
    "STR09",
    "error",
    "Headings skip no level.",
    why="People who listen to a memo find their way by its headings.",
    source="WCAG 2.2, success criterion 1.3.1",
    wrong="""
{section=positions}
## Key Demands

#### Fares

A cap.
""",
    right="""
{section=positions}
## Key Demands

### Fares

A cap.
""",
    example="memo",
)
def headings_skip_no_level(material: Material) -> Iterator[Finding]:
    """Compare each heading with the one before it."""
    for filled in material.memos:
        level = 1
        for block in filled.memo.blocks:
            match block:
                case Heading(next_level, content):
                    if next_level > level + 1:
                        message = f"the memo for {filled.audience} skips a level at the heading “{plain(content)}”"
                        yield Finding("", message)
                    level = next_level
                case _:
                    pass


@rule(
    "DOC10",
    "error",
    "A correction is printed at the top of the memo.",
    why="Whoever acted on the wrong version must meet the right one first.",
    source="practice of newspapers and parliaments on corrections",
    wrong="""
corrections:
  - {date: 2025-05-06, was: 35 farms, now: up to 30 farms}
---
{section=positions}
## Key Demands

1. Fare cap.
""",
    right="""
corrections:
  - {date: 2025-05-06, was: 35 farms, now: up to 30 farms}
---
**Correction (6 May 2025).** This memo said 35 farms; the source says up to 30 farms.

{section=positions}
## Key Demands

1. Fare cap.
""",
    example="memo",
)
def corrections_are_on_top(material: Material) -> Iterator[Finding]:
    """Look for each correction before the first section of each memo."""
    for number, one in enumerate(material.article.corrections):
        for filled in material.memos:
            text = folded(" ".join(filled.pieces))
            first = next((piece for name in filled.parts for piece in _headings(filled.memo.blocks, name)), "")
            top = text[: text.find(first)] if first and first in text else text
            if folded(one.now).rstrip(".") not in top and (filled.seen is None or one.now in filled.seen):
                message = f"the memo for {filled.audience} does not print this correction before its first section"
                yield Finding(f"corrections[{number}]", message)


def _headings(blocks: tuple[object, ...], section: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(content=content, section=name) if name == section:
                yield folded(plain(content))
            case Callout(kind="bluf", title=title) if section == "bluf":
                yield folded(plain(title))
            case _:
                pass
