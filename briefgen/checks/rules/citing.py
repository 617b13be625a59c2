"""Whether the memo's notes lead to its sources, and its sources are told as what they are."""

from collections.abc import Iterator

from briefgen.article.folded import folded
from briefgen.checks.material import Filled, Material
from briefgen.checks.printed import Printed
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sections import units
from briefgen.memo import source_lists

_SOURCED = ("background", "positions", "responses")


@rule(
    "SRC02",
    "error",
    "In a memo with citations every statement of the record carries one, and every source listed is used.",
    why="A sentence without a note and a note that leads nowhere look alike until somebody asks.",
    source="ICD 206; practice of the House of Commons Library",
    wrong="""
{section=positions}
## Key Demands

1. **Fare cap.** Residents are not to pay more than 12 crowns before 2027.
2. **Winter sailings.** The line is to run four crossings a week in winter. [@gazette]

{section=sources}
## Sources

{.sources}
- [@gazette] The Norrey Gazette.
""",
    right="""
{section=positions}
## Key Demands

1. **Fare cap.** Residents are not to pay more than 12 crowns before 2027. [@gazette]
2. **Winter sailings.** The line is to run four crossings a week in winter. [@gazette]

{section=sources}
## Sources

{.sources}
- [@gazette] The Norrey Gazette.
""",
    example="memo",
)
def statements_are_cited(material: Material) -> Iterator[Finding]:
    """Look for the record's statements in each memo that cites at all."""
    for filled in material.memos:
        said = filled.said
        if not any(unit.cited for unit in said):
            continue
        for one in material.statements:
            words = folded(one.words).rstrip(".").lower()
            printed = [unit for unit in filled.saying(words) if not unit.kind] if words else []
            if one.statement.evidence and printed and not any(unit.cited for unit in printed):
                message = f"the memo for {filled.audience} prints this statement without a citation"
                yield Finding(one.words_path, message, "let the template cite it: {{ item | cite }}")
        for text in _unborne(filled, material):
            message = f"the memo for {filled.audience} cites a source for what the record does not say: “{text}”"
            yield Finding("", message, "print the record's own words")
        listed = [entry for sources in source_lists(filled.memo.blocks) for entry in sources.entries]
        used = {source for unit in said for source in unit.cited} | _relayed(material)
        for entry in listed:
            if entry.id not in used:
                message = f"the memo for {filled.audience} lists the source {entry.id!r} and never cites it"
                yield Finding(_path_of(entry.id, material), message, level="warning")


def _unborne(filled: Filled, material: Material) -> tuple[str, ...]:
    """List what sourced sections cite a source for although no statement of the record has the words."""
    sections = filled.parts
    cited = [unit.text for name in _SOURCED for unit in units(sections.get(name, ())) if unit.cited and not unit.kind]
    if any(not one.words for one in material.statements):
        return ()
    printed = Printed(cited)
    known = {number for words in material.contents.borne for number in printed.holding(words)}
    return tuple(text for number, text in enumerate(cited) if number not in known)


def _relayed(material: Material) -> set[str]:
    """List the sources known only through others, and those that confirm or carry what the memo says otherwise."""
    relayed = {parent for source in material.article.sources for parent in source.derived_from}
    relayed |= {source.id for source in material.article.sources if source.seen is False}
    relayed |= {name for said in material.statements for name in said.statement.corroborated_by}
    relayed |= {name for one in material.article.outlook.judgements for name in one.based_on}
    attributions = [said.statement.attribution for said in material.statements]
    return relayed | {name for one in attributions if one for name in (one.reported_by, one.via)}


def _path_of(source: str, material: Material) -> str:
    ids = [one.id for one in material.article.sources]
    return f"sources[{ids.index(source)}]" if source in ids else "sources"


@rule(
    "SRC06",
    "error",
    "A source that nobody at the desk has read is listed as not seen.",
    why="A relayed report weighs less than one that was read, and carries the relay's mistakes.",
    source="ICD 206",
    wrong="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, seen: false}
---
{section=sources}
## Sources

{.sources}
- [@gazette] Council wants guarantees. The Norrey Gazette. 5 May 2025.
""",
    right="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, seen: false}
---
{section=sources}
## Sources

{.sources}
- [@gazette] Council wants guarantees. The Norrey Gazette. 5 May 2025. Reported by another source; not seen.
""",
    example="memo",
)
def unseen_sources_are_told(material: Material) -> Iterator[Finding]:
    """Look into the source list of each English memo."""
    unseen = {source.id for source in material.article.sources if source.seen is False}
    for filled in material.memos:
        if not filled.memo.meta.language.lower().startswith("en"):
            continue
        for unit in units(filled.parts.get("sources", ())):
            if unit.cited[:1] and unit.cited[0] in unseen and "not seen" not in unit.text.lower():
                message = f"the memo for {filled.audience} lists {unit.cited[0]!r} as if somebody had read it"
                yield Finding(_path_of(unit.cited[0], material), message, "print “not seen” in its entry")
