"""Whether quoted words are somebody's, whole and unaltered."""

import re
from collections.abc import Iterator

from briefgen.article.folded import folded
from briefgen.article.passages import Stored, nearest, quoted
from briefgen.article.statements import Quote
from briefgen.checks.material import Material
from briefgen.checks.prose import Prose
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import quotations, sentences
from briefgen.notices import Level

_SHORTEST = 8
"""Characters: shorter words in quotation marks are names and doubts, not quotations."""
_FRAGMENT = re.compile(r"\.\.\.|…|\[[^\[\]]*\]")
_TURN = re.compile(r"\b(not|no|never|nor|unless|if|n[’']t|without|cannot)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_OUTLET = re.compile(
    r"\b(article|report|reports|reported(?!\s+that)|reporter|account|newspaper|outlet|agency|source|wording|headline|"
    r"the words)\b",
    re.IGNORECASE,
)


@rule(
    "SRC03",
    "error",
    "Words in quotation marks stand verbatim in a source.",
    why="In a BBC test of February 2025, 13 % of the quotations in machine-written answers were altered or invented.",
    source="BBC, Representation of BBC News content in AI Assistants, 2025; Reuters handbook",
    wrong="""
quotes:
  - {speaker: lund, text: We will never sign a promise without a timetable}
""",
    right="""
quotes:
  - {speaker: lund, text: We will not sign a promise without a timetable}
""",
)
def quotations_are_verbatim(material: Material) -> Iterator[Finding]:
    """Look for every quotation in the stored texts."""
    for number, quote in enumerate(material.article.quotes):
        stored = material.texts.get(quote.source)
        name = "exact" if quote.exact else "text"
        if stored and not _is_translated(quote) and not quoted(stored, quote.exact or quote.text):
            yield _altered(f"quotes[{number}].{name}", quote.exact or quote.text, (stored,))
    titles = (f"{source.title} {source.container_title}" for source in material.article.sources)
    known = folded(" ".join([*titles, *(quote.text for quote in material.article.quotes)]))
    for prose in material.prose:
        yield from _unquoted(prose, known, material)


def _is_translated(quote: Quote) -> bool:
    return bool(quote.translator and not quote.exact)


def _unquoted(prose: Prose, known: str, material: Material) -> Iterator[Finding]:
    """Find words in quotation marks that no source has; where a text is missing nothing can be said."""
    stored = _stored_for(prose, material)
    for words in quotations(prose.text) if stored else ():
        if len(words) < _SHORTEST or folded(words) in known:
            continue
        if not any(quoted(text, words) for text in stored):
            found = _altered(prose.path, words, stored)
            level: Level = "error" if prose.voice == "sourced" else "warning"
            yield Finding(found.path, found.message, found.hint, words, level)


def _stored_for(prose: Prose, material: Material) -> tuple[Stored, ...]:
    """Give the texts in which the words may stand, or none where one of them is not stored."""
    ids = {evidence.source for evidence in prose.statement.evidence} if prose.statement else set()
    ids = ids or {source.id for source in material.article.sources}
    return tuple(material.texts[id_] for id_ in sorted(ids)) if ids <= set(material.texts) else ()


def _altered(path: str, words: str, texts: tuple[Stored, ...]) -> Finding:
    near = next((found for text in texts if (found := nearest(text, words))), None)
    hint = f"the nearest passage reads “{near.source}”, the record “{near.words}”" if near else "nothing is like them"
    return Finding(path, f"the quoted words “{words}” are in no source", hint, words)


@rule(
    "SRC04",
    "warning",
    "A quotation has a speaker, or is introduced as the outlet's own wording.",
    why="Readers take words in quotation marks for those of the person named beside them.",
    source="Reuters handbook: identify the speaker at once",
    wrong="""
quotes:
  - {speaker: null, text: plainly excessive}
responses:
  - {actor: operator, action: opposes, to: [p3], summary: called the seat “plainly excessive”., exact: was rejected by the operator as “plainly excessive”}
""",
    right="""
quotes:
  - {speaker: null, text: plainly excessive}
responses:
  - {actor: operator, action: opposes, to: [p3], summary: "rejects the seat, which the report calls “plainly excessive”.", exact: was rejected by the operator as “plainly excessive”}
""",
)
def quotations_have_a_speaker(material: Material) -> Iterator[Finding]:
    """Find words of nobody known that are printed without saying whose they are."""
    unknown = [folded(quote.text) for quote in material.article.quotes if quote.speaker is None]
    for prose in material.prose if unknown else ():
        for sentence in sentences(prose.text) if quotations(prose.text) else ():
            for words in quotations(sentence):
                is_nobodys = any(folded(words) in quote for quote in unknown) if words.strip() else False
                if is_nobodys and not _OUTLET.search(sentence):
                    hint = "say that the words are the report's, or leave them out"
                    yield Finding(prose.path, f"nobody is known to have said “{words}”", hint, words)


@rule(
    "SRC05",
    "error",
    "A quotation with an ellipsis or with words in brackets is recorded as a fragment.",
    why="Trimming that the record does not own up to can turn what was said.",
    source="AP Stylebook on quotations",
    wrong="""
quotes:
  - {speaker: lund, text: We will not sign a promise …}
""",
    right="""
quotes:
  - {speaker: lund, text: We will not sign a promise …, extent: fragment}
""",
)
def cuts_are_declared(material: Material) -> Iterator[Finding]:
    """Find cuts in quotations that are recorded as whole, unless the source has them too."""
    for number, quote in enumerate(material.article.quotes):
        cut = _FRAGMENT.search(quote.text)
        stored = material.texts.get(quote.source)
        is_original = stored is not None and folded(quote.text) in stored.foldings[0].text
        if cut and quote.extent == "full" and not is_original:
            hint = "write `extent: fragment`"
            yield Finding(f"quotes[{number}].text", "the quotation is cut and recorded as whole", hint, cut[0])


@rule(
    "SRC20",
    "warning",
    "A quotation does not begin just after a negation or a condition.",
    why="“Not a promise” and “a promise” are both verbatim; one of them is the opposite.",
    source="briefgen's own trial: both negations that a verbatim check let through began this way",
    wrong="""
quotes:
  - {speaker: lund, text: sign a promise without a timetable, extent: fragment}
""",
    right="""
quotes:
  - {speaker: lund, text: will not sign a promise without a timetable, extent: fragment}
""",
)
def negations_are_kept(material: Material) -> Iterator[Finding]:
    """Look at the words before a quotation."""
    for number, quote in enumerate(material.article.quotes):
        stored = material.texts.get(quote.source)
        found = quoted(stored, quote.exact or quote.text) if stored else None
        if stored is None or found is None:
            continue
        before = stored.text[max(0, found.start - 40) : found.start]
        lost = _TURN.search(re.split(r"[.!?;:]", before)[-1])
        if lost:
            message = f"the quotation begins after “{lost[1]}”, which its reader does not see"
            yield Finding(f"quotes[{number}].text", message, "begin before it", quote.text[:20])
