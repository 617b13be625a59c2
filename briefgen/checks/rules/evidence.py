"""Whether every statement has its evidence, and the evidence is in the stored text of its source."""

from collections.abc import Iterator
from hashlib import sha256

from briefgen.article.passages import Passage, Stored, chosen, nearest, passages
from briefgen.article.statements import Evidence
from briefgen.checks.material import Material
from briefgen.checks.rule import Finding, rule
from briefgen.notices import Level


@rule(
    "SRC01",
    "error",
    "Every statement has evidence, and the evidence stands word for word in the stored text of its source.",
    why="A sentence without a place where it can be looked up is nobody's.",
    source="ICD 206, sourcing requirements",
    wrong="""
background:
  - {text: The operator will not compromise., exact: no intention that the operator is willing to compromise}
""",
    right="""
background:
  - {text: An official saw no indication that the operator would compromise., exact: no indication that the operator is willing to compromise}
""",
)
def evidence_is_found(material: Material) -> Iterator[Finding]:
    """Look for every passage that is cited."""
    for said in material.statements:
        if not said.statement.evidence and not said.statement.quotes:
            level: Level = "warning" if said.path.startswith("timeline") else "error"
            hint = "copy the passage of the source that carries it into `exact`, or move it to `gaps`"
            yield Finding(said.path, "the statement has no evidence", hint, level=level)
        for number, evidence in enumerate(said.statement.evidence):
            stored = material.texts.get(evidence.source)
            if stored:
                yield from _unfound(f"{said.path}.evidence[{number}]", evidence, stored)


def _unfound(path: str, evidence: Evidence, stored: Stored) -> Iterator[Finding]:
    found = passages(stored, evidence.exact)
    if not found:
        message = f"these words are not in the text of {evidence.source!r}"
        yield Finding(f"{path}.exact", message, _what_is(stored, evidence.exact))
        return
    around = chosen(stored, found, prefix=evidence.prefix, suffix=evidence.suffix)
    if not around:
        message = f"the passage is in the text of {evidence.source!r}, but not between this prefix and suffix"
        name = "prefix" if evidence.prefix else "suffix"
        yield Finding(f"{path}.{name}", message)
        return
    yield from _misplaced(path, evidence, around)


def _misplaced(path: str, evidence: Evidence, found: tuple[Passage, ...]) -> Iterator[Finding]:
    """Check the offsets, which only help: the words decide."""
    starts = evidence.start is None or any(one.start == evidence.start for one in found)
    ends = evidence.end is None or any(one.end == evidence.end for one in found)
    if starts and ends:
        return
    places = " or ".join(f"{one.start} to {one.end}" for one in found)
    yield Finding(f"{path}.start", f"the passage does not stand at these offsets but at {places}", level="warning")


def _what_is(stored: Stored, words: str) -> str:
    near = nearest(stored, words)
    if near is None:
        return "nothing in it is like them"
    return f"the nearest passage reads “{near.source}”, the record “{near.words}”"


@rule(
    "SRC21",
    "error",
    "The stored text of a source is the file that the record was made from.",
    why="Offsets and quotations are void if somebody changed the text underneath them.",
    source="W3C Web Annotation, TextPositionSelector",
    wrong="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, accessed: 2025-05-06, role: primary-reporting, seen: true, text: gazette.txt, sha256: 0000000000000000000000000000000000000000000000000000000000000000}
""",
    right="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, accessed: 2025-05-06, role: primary-reporting, seen: true, text: gazette.txt}
""",
)
def stored_texts_are_unchanged(material: Material) -> Iterator[Finding]:
    """Compare digests where the record has them."""
    for number, source in enumerate(material.article.sources):
        stored = material.texts.get(source.id)
        if stored and source.sha256 and stored.digest != source.sha256.lower():
            hint = f"take back the text that the record was made from, or read the new one and write {stored.digest}"
            if source.sha256.lower() in _with_other_line_ends(stored.text):
                hint = "only its line ends are others, as git makes them: write `*.txt -text` into .gitattributes"
            yield Finding(f"sources[{number}].sha256", f"the text of {source.id!r} has changed", hint)


def _with_other_line_ends(text: str) -> frozenset[str]:
    """Give the digests that a text has with the line ends of Windows and with those of other systems."""
    plain = text.replace("\r\n", "\n")
    both = (plain, plain.replace("\n", "\r\n"))
    return frozenset(sha256((mark + ends).encode()).hexdigest() for mark in ("", "\ufeff") for ends in both)


@rule(
    "SRC22",
    "note",
    "The text of every source that was read is stored beside the record.",
    why="Evidence without the text it was taken from cannot be checked, which is not the same as checked.",
    source="ICS 206-01, retention of sources",
    wrong="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, accessed: 2025-05-06, role: primary-reporting, seen: true}
""",
    right="""
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05, accessed: 2025-05-06, role: primary-reporting, seen: true, text: gazette.txt}
""",
)
def evidence_can_be_checked(material: Material) -> Iterator[Finding]:
    """Name the sources whose evidence stays unchecked."""
    cited = {evidence.source for said in material.statements for evidence in said.statement.evidence}
    cited |= {quote.source for quote in material.article.quotes}
    for number, source in enumerate(material.article.sources):
        if source.id in cited and source.id not in material.texts:
            hint = "save its text in a file beside the record and name the file in `text`"
            yield Finding(f"sources[{number}]", f"evidence from {source.id!r} is unchecked: no stored text", hint)
