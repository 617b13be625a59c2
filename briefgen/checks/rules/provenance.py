"""Whether the sources are what the memo takes them for: told, independent, recent, and more than one side's."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from briefgen.article.boilerplate import boilerplate_at
from briefgen.article.envelope import Source
from briefgen.article.passages import passages
from briefgen.checks.material import Material
from briefgen.checks.prose import Said
from briefgen.checks.rule import Finding, rule

MOST_DAYS = 30
"""Between the newest source and the record's cut-off."""
_SHARE = 0.6
_TELLING = 6
"""Letters of a word by which somebody may be meant."""
_ENOUGH = 5
"""Statements from which on a share means something."""


@rule(
    "SRC07",
    "error",
    "Sources that confirm each other have no common ancestor.",
    why="One report told twice is one report.",
    source="ICD 203, standard 1: circular reporting",
    wrong="""
background:
  - {text: The ministry said it would study the demands., exact: it would study the demands, corroborated_by: [t1]}
""",
    right="""
background:
  - {text: The ministry said it would study the demands., exact: it would study the demands}
""",
)
def confirmation_is_independent(material: Material) -> Iterator[Finding]:
    """Compare the ancestry of what confirms with that of what is confirmed."""
    by_id = {said.statement.id: said for said in material.statements}
    for said in material.statements:
        own = _ancestry(_sources_of(said), material)
        for number, name in enumerate(said.statement.corroborated_by):
            theirs = _ancestry(_sources_of(by_id[name]) if name in by_id else {name}, material)
            shared = sorted(own & theirs)
            if shared:
                message = f"{name!r} does not confirm it independently: both rest on {' and '.join(shared)}"
                yield Finding(f"{said.path}.corroborated_by[{number}]", message)


def _sources_of(said: Said) -> set[str]:
    attribution = said.statement.attribution
    relayed = {attribution.reported_by, attribution.via} if attribution else set()
    return {evidence.source for evidence in said.statement.evidence} | (relayed - {""})


def _ancestry(sources: set[str], material: Material) -> set[str]:
    """Give the sources and all those they rest on; a circle in `derived_from` ends where it began."""
    parents = {source.id: source.derived_from for source in material.article.sources}
    found: set[str] = set()
    waiting = list(sources)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += parents.get(one, ())
    return found


@rule(
    "SRC15",
    "error",
    "Nothing rests on the furniture of a page: advertisements, links to other articles, credits.",
    why="“Also read” lines state facts that nobody in the article answers for: leads, not evidence.",
    source="briefgen's sample article, which has six such lines",
    wrong="""
background:
  - {text: A cheese from Norrey wins a prize., exact: Norrey cheese wins a prize}
""",
    right="""
background:
  - {text: The ministry said it would study the demands., exact: it would study the demands}
""",
)
def furniture_is_no_evidence(material: Material) -> Iterator[Finding]:
    """Look at the line in which each passage stands, and for furniture in the memo's own words."""
    for said in material.statements:
        for number, evidence in enumerate(said.statement.evidence):
            stored = material.texts.get(evidence.source)
            found = passages(stored, evidence.exact) if stored else ()
            places = [boilerplate_at(stored.text, one.start, one.end) for one in found] if stored else []
            if places and all(places):
                message = f"the passage stands in “{places[0]}”, which is no part of the article"
                hint = "look for the article that it leads to, and cite that"
                yield Finding(f"{said.path}.evidence[{number}].exact", message, hint)
    for prose in material.prose:
        line = boilerplate_at(prose.text, 0, len(prose.text))
        if line:
            yield Finding(prose.path, f"“{line}” is furniture of a web page", words=line)


@rule(
    "SRC16",
    "warning",
    "Every source has its date, its publisher and the day it was read, or says `null` and a gap tells so.",
    why="A missing date is found again only if somebody wrote that it is missing.",
    source="ICS 206-01, citation elements",
    wrong="""
sources:
  - {id: gazette, title: Council wants guarantees, seen: true, text: gazette.txt}
""",
    right="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: null, issued: null, accessed: 2025-05-06, seen: true, text: gazette.txt}
""",
)
def sources_are_complete(material: Material) -> Iterator[Finding]:
    """Ask for what is not written, and for a gap where `null` is."""
    for number, source in enumerate(material.article.sources):
        path = f"sources[{number}]"
        missing = [
            name for name, keys in _asked(source) if not any(material.is_written(f"{path}.{key}") for key in keys)
        ]
        for name in missing:
            hint = "write null if the source does not state it, and name it under `gaps`"
            yield Finding(path, f"the source {source.id!r} says nothing of its {name}", hint)
        unknown = [name for name, keys in _asked(source) if name not in missing and not _known(source, keys)]
        if unknown and not material.article.gaps:
            message = f"the {' and the '.join(unknown)} of {source.id!r} is null and no gap says so"
            yield Finding(path, message, "name it under `gaps`")


def _asked(source: Source) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """List what a citation needs, and the fields that may hold it."""
    needed = [
        ("date", ("issued", "issued_range", "event-date")),
        ("publisher", ("publisher", "container-title", "authority", "author", "archive")),
    ]
    is_own = source.role == "own-observation" or source.type in {"personal_communication", "interview"}
    if source.seen is not False and not is_own:
        needed.append(("day it was read", ("accessed",)))
    return tuple(needed)


def _known(source: Source, keys: tuple[str, ...]) -> bool:
    return any(getattr(source, key.replace("-", "_")) for key in keys)


@rule(
    "SRC17",
    "error",
    "No source is younger than the record's cut-off, and the newest is not old.",
    why="A source from after the cut-off is a slip; one from long before it may have been overtaken.",
    source="ICD 203: timely",
    wrong="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-07, accessed: 2025-05-07, seen: true, text: gazette.txt}
""",
    right="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, accessed: 2025-05-06, seen: true, text: gazette.txt}
""",
)
def sources_are_timely(material: Material) -> Iterator[Finding]:
    """Compare the dates of sources with `as_of`."""
    cut_off = material.article.as_of.latest
    newest = None
    for number, source in enumerate(material.article.sources):
        issued = source.issued.earliest if source.issued else None
        if issued and cut_off and issued > cut_off:
            message = f"the source {source.id!r} appeared after the record's cut-off, {material.article.as_of}"
            yield Finding(f"sources[{number}].issued", message, "move `as_of`, or mend the date")
        newest = max(newest, issued) if newest and issued else newest or issued
    if newest and cut_off and newest < cut_off - timedelta(days=MOST_DAYS):
        days = (cut_off - newest).days
        yield Finding("sources", f"the newest source is {days} days older than the record", level="warning")


@rule(
    "SRC18",
    "warning",
    "Where one outlet carries most of the record, a gap says so.",
    why="Several sources look like breadth even if nine statements of ten come from one of them.",
    source="ICD 203, standard 1",
    wrong="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, accessed: 2025-05-06, seen: true, text: gazette.txt}
  - {id: radio, title: Morning news, container-title: Radio Norrey, issued: 2025-05-05, accessed: 2025-05-06, seen: true}
positions:
  - {label: Fare cap, actor: council, stance: demands, source: gazette, exact: Residents must not pay more than 12 crowns before 2027}
  - {label: Winter sailings, actor: council, stance: demands, source: gazette, exact: "four crossings a week, in January as in July"}
  - {label: Board seat, actor: council, stance: demands, source: gazette, exact: "The third demand, a seat on the operator's board"}
responses:
  - {actor: operator, action: opposes, source: gazette, exact: was rejected by the operator}
timeline:
  - {date: 2025-05-13, text: The ministry answers the council, status: scheduled, source: gazette, exact: answer at a meeting on Tuesday 13 May}
quotes: []
gaps: []
""",
    right="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, accessed: 2025-05-06, seen: true, text: gazette.txt}
  - {id: radio, title: Morning news, container-title: Radio Norrey, issued: 2025-05-05, accessed: 2025-05-06, seen: true}
positions:
  - {label: Fare cap, actor: council, stance: demands, source: gazette, exact: Residents must not pay more than 12 crowns before 2027}
  - {label: Winter sailings, actor: council, stance: demands, source: gazette, exact: "four crossings a week, in January as in July"}
  - {label: Board seat, actor: council, stance: demands, source: gazette, exact: "The third demand, a seat on the operator's board"}
responses:
  - {actor: operator, action: opposes, source: gazette, exact: was rejected by the operator}
timeline:
  - {date: 2025-05-13, text: The ministry answers the council, status: scheduled, source: gazette, exact: answer at a meeting on Tuesday 13 May}
quotes: []
gaps: [Nearly everything here was in one newspaper.]
""",
)
def one_outlet_is_told(material: Material) -> Iterator[Finding]:
    """Count statements by outlet."""
    outlets = {one.id: one.container_title or one.publisher or one.id for one in material.article.sources}
    counted = Counter(outlets[e.source] for said in material.statements for e in said.statement.evidence if e.source)
    for outlet, count in counted.most_common(1):
        share = count / counted.total()
        if (
            len(set(outlets.values())) > 1
            and counted.total() >= _ENOUGH
            and share > _SHARE
            and not material.article.gaps
        ):
            message = f"{count} of {counted.total()} passages come from {outlet}"
            yield Finding("sources", message, "say under `gaps` what that means")


@rule(
    "SRC19",
    "warning",
    "Whoever is addressed by a demand has an answer in the record, or a gap says that none was found.",
    why="A memo without the other side reads as if there were none.",
    source="Reuters handbook: all sides; impartiality rules of the House of Commons Library",
    wrong="""
responses: []
timeline: []
gaps: [What a winter service costs.]
""",
    right="""
responses: []
timeline: []
gaps: [No answer of the operator was found.]
""",
)
def the_addressed_are_heard(material: Material) -> Iterator[Finding]:
    """Look for each addressee among those who respond, demand or are missed."""
    article = material.article
    heard = {response.actor for response in article.responses} | {position.actor for position in article.positions}
    missed = " ".join(f"{gap.text} {gap.consequence}" for gap in article.gaps).lower()
    names = {actor.id: (actor.name, *actor.aliases) for actor in article.actors}
    for number, position in enumerate(article.positions):
        for name in position.addressee:
            is_own = name == article.viewpoint
            is_missed = any(part in missed for called in names.get(name, ()) for part in _parts(called))
            if not is_own and name not in heard and not is_missed:
                heard.add(name)
                hint = "add the response, or a gap that says none was found"
                message = f"the record has no answer by {names[name][0]}"
                yield Finding(f"positions[{number}].addressee", message, hint)


def _parts(name: str) -> tuple[str, ...]:
    """Give a name and those of its words by which it may be meant."""
    return (name.lower(), *(word for word in name.lower().split() if len(word) >= _TELLING))
