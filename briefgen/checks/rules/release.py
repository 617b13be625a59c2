"""Whether a memo is marked as it must be, and holds nothing that its readers may not see."""

from collections.abc import Iterator
from dataclasses import astuple
from operator import attrgetter

from briefgen.article.envelope import Marking
from briefgen.article.folded import folded, folded_lines
from briefgen.audience.markings import Schemes, covers, says
from briefgen.checks.material import Filled, Material
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import outside_quotations, sentences, word_count
from briefgen.memo import Figure
from briefgen.nearest import meant_or_known, nearest

_SHORTEST = 5
"""Words: less may stand in a memo by chance."""
_PORTIONS = (
    *("background", "positions", "responses", "statistics", "timeline", "gaps", "implications", "options"),
    *("recommendation", "lines", "qa"),
)
_MORE = ("summary", "quotes", *(f"outlook.{part}" for part in ("judgements", "assumptions", "scenarios", "indicators")))


@rule(
    "MRK01",
    "error",
    "Every page of a marked memo bears the marking, which covers all that is printed.",
    why="A page without its marking is an unmarked page, whatever the first one says.",
    source="Government Security Classifications; TLP 2.0; Council Decision 2013/488/EU, annex III",
    wrong="""
marking: {scheme: uk-gsc, level: OFFICIAL-SENSITIVE}
---
Banner: OFFICIAL
{section=positions}
## Key Demands

1. Fare cap.
""",
    right="""
marking: {scheme: uk-gsc, level: OFFICIAL-SENSITIVE}
---
Banner: OFFICIAL-SENSITIVE
{section=positions}
## Key Demands

1. Fare cap.
""",
    example="memo",
)
def the_banner_covers_all(material: Material) -> Iterator[Finding]:
    """Compare the banner of each memo with the record's marking."""
    marking = material.article.marking
    for filled in material.memos:
        banner = filled.memo.meta.banner
        if not filled.marked or not (marking.level or marking.tlp):
            continue
        if banner is None:
            yield Finding("marking", f"the memo for {filled.audience} has no banner")
        elif not covers(banner.text, marking, material.schemes):
            yield Finding("marking", f"the banner “{banner.text}” of the memo for {filled.audience} is too low")


@rule(
    "MRK02",
    "error",
    "No part of a memo is marked above its banner.",
    why="The banner is what a courier, a printer and a mail gateway go by.",
    source="State Department memo template; Council Decision 2013/488/EU",
    wrong="""
gaps:
  - {text: What a winter service on the line to Selby costs., marking: {scheme: uk-gsc, level: SECRET}}
---
Banner: OFFICIAL
{section=gaps}
## What we do not know

What a winter service on the line to Selby costs.
""",
    right="""
gaps:
  - {text: What a winter service on the line to Selby costs., marking: {scheme: uk-gsc, level: SECRET}}
---
Banner: SECRET
{section=gaps}
## What we do not know

What a winter service on the line to Selby costs.
""",
    example="memo",
)
def no_part_is_above_the_banner(material: Material) -> Iterator[Finding]:
    """Look for marked parts that a memo prints."""
    for path, marking, texts in _marked_parts(material) if material.memos else ():
        for filled in material.memos:
            printed = _printed(filled, texts) if not covers(_banner(filled), marking, material.schemes) else ()
            if printed and not _stand_elsewhere(printed, path, material):
                label = marking.level or marking.tlp
                message = f"the memo for {filled.audience} prints this part of {label} under a lower banner"
                yield Finding(path, message, "leave it out of the pack, or raise the record's marking")


def _banner(filled: Filled) -> str:
    return filled.memo.meta.banner.text if filled.memo.meta.banner else ""


def _printed(filled: Filled, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Give those of `texts` that a memo prints, folded and in small letters."""
    sought = (folded(text).rstrip(".").lower() for text in texts if word_count(text) >= _SHORTEST)
    return tuple(text for text in sought if text in filled.text)


def _stand_elsewhere(printed: tuple[str, ...], path: str, material: Material) -> bool:
    """Tell whether all that is printed of the part at `path` stands in an open part too."""
    others = folded_lines(prose.text for prose in material.prose if not prose.path.startswith(f"{path}.")).lower()
    return all(text in others for text in printed)


def _marked_parts(material: Material) -> Iterator[tuple[str, Marking, tuple[str, ...]]]:
    """Give every part of the record that has a marking of its own, with its words."""
    article = material.article
    lists = ((section, attrgetter(section)(article)) for section in (*_PORTIONS, *_MORE))
    parts = [(f"{section}[{number}]", item) for section, items in lists for number, item in enumerate(items)]
    for path, item in (("bluf", article.bluf), *parts):
        if item and item.marking:
            own = tuple(one.text for one in material.prose if one.path.startswith(f"{path}."))
            yield path, item.marking, own or (getattr(item, "text", ""),)


@rule(
    "MRK03",
    "error",
    "Markings are spelt as their scheme spells them, and none is retired.",
    why="A label that no scheme knows protects nothing.",
    source="FIRST, Traffic Light Protocol 2.0; 32 CFR 2002; Government Security Classifications",
    wrong="marking: {scheme: uk-gsc, level: OFFICIAL SENSITIVE}\n",
    right="marking: {scheme: uk-gsc, level: OFFICIAL-SENSITIVE}\n",
)
def markings_are_spelt_right(material: Material) -> Iterator[Finding]:
    """Compare markings with the schemes at hand, and look for retired labels in prose."""
    known = material.schemes
    yield from _misspelt("marking", material.article.marking, known)
    for path, marking, _ in _marked_parts(material):
        yield from _misspelt(f"{path}.marking", marking, known)
    retired = {label: scheme.retired[label] for scheme in known.values() for label in scheme.unmistakable}
    for prose in material.prose:
        for label, instead in retired.items():
            if says(outside_quotations(prose.text), label):
                yield Finding(prose.path, f"the marking “{label}” is retired", instead, label, "warning")


def _misspelt(path: str, marking: Marking, known: Schemes) -> Iterator[Finding]:
    """Find what is wrong with one marking; a level without a scheme is anybody's, unless it is surely retired."""
    if marking.scheme and marking.scheme not in known:
        hint = meant_or_known(marking.scheme, known)
        yield Finding(f"{path}.scheme", f"there is no marking scheme “{marking.scheme}”", hint, marking.scheme)
        return
    level, levels = marking.level, known[marking.scheme].levels if marking.scheme else ()
    retired = {label: scheme.retired[label] for scheme in known.values() for label in scheme.unmistakable}
    retired |= known[marking.scheme].retired if marking.scheme else {}
    if level in retired:
        yield Finding(f"{path}.level", f"“{level}” is retired", retired[level], level)
    elif level and marking.scheme and level not in levels:
        near = nearest(level, levels)
        hint = f"did you mean {near}?" if near else f"it has {', '.join(levels) or 'no levels'}"
        yield Finding(f"{path}.level", f"{marking.scheme} has no level “{level}”", hint, level)


@rule(
    "MRK04",
    "error",
    "Nothing that the audience may not see is in the memo, its header or what it says of itself.",
    why="A leak through a title, a keyword or the words of a picture is a leak.",
    source="the pack's own `fields`",
    wrong="""
gaps:
  - {text: The minister's fall-back is a cap of ten crowns., audiences: [analyst]}
---
{section=positions}
## Key Demands

1. Fare cap. The minister's fall-back is a cap of ten crowns.
""",
    right="""
gaps:
  - {text: The minister's fall-back is a cap of ten crowns., audiences: [analyst]}
---
{section=positions}
## Key Demands

1. Fare cap.
""",
    example="memo",
)
def nothing_is_leaked(material: Material) -> Iterator[Finding]:
    """Look in each memo for words of the record that its audience is not given."""
    for filled in material.memos:
        hidden = {
            prose.path: prose.text for prose in material.prose if not _may_see(filled, prose.path, prose.text, material)
        }
        text = f"{filled.text}\n{_about(filled)}"
        for path, words in hidden.items():
            for sentence in sentences(words):
                sought = folded(sentence).rstrip(".").lower()
                if word_count(sentence) >= _SHORTEST and sought in text and sought not in filled.allowed:
                    yield Finding(path, f"the memo for {filled.audience} has words that {filled.audience} may not see")


def _may_see(filled: Filled, path: str, text: str, material: Material) -> bool:
    if filled.seen is not None:
        return text in filled.seen
    section, _, rest = path.partition("[")
    if section not in _PORTIONS:
        return True
    item = getattr(material.article, section)[int(rest.partition("]")[0])]
    return not item.audiences or filled.audience in item.audiences


def _about(filled: Filled) -> str:
    """Give what the memo says of itself, and what it says to people who do not see its figures."""
    about = " \n".join(str(part) for part in astuple(filled.memo.meta))
    alts = "\n".join(block.alt for block in filled.memo.blocks if isinstance(block, Figure))
    return folded(f"{about}\n{alts}").lower()


@rule(
    "MRK06",
    "error",
    "An embargo is printed at the top of the memo, with its time and zone.",
    why="An embargo that the reader meets on page 2 is broken on page 1.",
    source="press practice",
    wrong="""
embargo: {until: 2025-05-13T12:00+02:00}
---
{section=positions}
## Key Demands

1. Fare cap.
""",
    right="""
embargo: {until: 2025-05-13T12:00+02:00}
---
**Embargoed until 13 May 2025, 12:00 UTC+02:00.**

{section=positions}
## Key Demands

1. Fare cap.
""",
    example="memo",
)
def embargoes_are_printed(material: Material) -> Iterator[Finding]:
    """Look for the moment of the embargo in each memo."""
    embargo = material.article.embargo
    moment = embargo.until.moment if embargo else None
    for filled in material.memos if moment else ():
        text = " ".join([*filled.pieces, filled.memo.meta.stamp, filled.memo.meta.status])
        if moment and f"{moment:%H:%M}" not in text:
            yield Finding("embargo", f"the memo for {filled.audience} does not print the embargo with its time")


@rule(
    "MRK07",
    "error",
    "Lines of a cleared record are cleared by name, and have not expired.",
    why="A line that was right on Monday is quoted back on Thursday.",
    source="practice of government press offices",
    wrong="""
status: cleared
lines:
  - {text: We would like boats to sail in winter., cleared_by: Head of desk, cleared_at: 2025-05-01T10:00Z, expires: 2025-05-02T10:00Z}
""",
    right="""
status: cleared
lines:
  - {text: We would like boats to sail in winter., cleared_by: Head of desk, cleared_at: 2025-05-06T10:00Z, expires: 2025-05-08T10:00Z}
""",
)
def lines_are_cleared(material: Material) -> Iterator[Finding]:
    """Look at the lines to take of a record that is cleared or issued."""
    article = material.article
    cut_off = article.as_of.earliest
    for number, line in enumerate(article.lines):
        expires = line.expires.latest if line.expires else None
        if expires and cut_off and expires < cut_off:
            yield Finding(f"lines[{number}].expires", f"the line expired on {expires}, before {article.as_of}")
        is_spoken = line.tier in {"top", "if-asked", "if-pressed"} and line.ground != "internal"
        if article.status in {"cleared", "issued"} and is_spoken and not line.cleared_by:
            yield Finding(f"lines[{number}]", "the line is cleared by nobody", "add `cleared_by`", level="warning")
