"""Whether the memo says who says so, no more loudly than they did."""

import re
from collections.abc import Iterator

from briefgen.article.folded import folded
from briefgen.article.passages import passages, quoted
from briefgen.checks.material import Filled, Material
from briefgen.checks.phrases import Phrases
from briefgen.checks.proper import stems
from briefgen.checks.prose import Said
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import outside_quotations, sentences

_GROUPS = "officials|sources|diplomats|aides|ministers|experts|analysts|observers|insiders|advisers|lawmakers"
_GROUP = Phrases(rf"\b({_GROUPS})\b")
_SAYING = Phrases(
    r"\b(said|says?|told|tells?|according to|wrote|writes?|report(s|ed)?|believes?|judges?|assess(es|ed)?|thinks?|"
    r"hint(s|ed)?|suggest(s|ed)?|sees?|saw|expects?|expected|considers?|considered|view|opinion|warn(s|ed)?|"
    r"argue[sd]?|estimate[sd]?|forecasts?|calls?|called|describe[sd]?|predict(s|ed)?|doubts?)\b"
)
_VAGUE = Phrases(
    r"\b(it is (understood|believed|thought|said|rumou?red|widely \w+) that|it is understood|some (say|argue|believe|think)|"
    r"(many|most|critics|observers|commentators) (say|believe|argue|think)|reports (suggest|indicate|say|claim)|"
    r"there are reports|sources (say|suggest)|reportedly|allegedly|is (said|believed|thought|understood) to|"
    r"are (said|believed|thought|understood) to)\b"
)
_LOADED = Phrases(
    r"\b(claim(s|ed|ing)?|admit(s|ted|ting)?|slam(s|med|ming)?|insist(s|ed|ing)?(?! (on|upon)\b)|blast(s|ed|ing)?|boast(s|ed|ing)?|"
    r"lash(es|ed)? out|concede[sd]?|tout(s|ed)?|rant(s|ed)?|whine[sd]?|allege[sd]?|rail(s|ed)? against)\b"
)
_NOUN_CLAIM = re.compile(
    r"\b(\w+ed|denies|denied|dismiss|reject|such|made|make|makes|no|false|some|the|its?|his|her|their|a|this|that|these|those|any|each|no|russia['’]s|of|to|\w+['’]s) $"
)
_COMMON = stems(["the of and for in on a an to minister ministry president prime leader head chief state group"])
"""Words of names that tell nobody from anybody."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n\s*\n")


@rule(
    "SRC09",
    "warning",
    "Officials and sources stand in the plural only where the source has more than one.",
    why="“Officials say” for one official is twice the evidence there is.",
    source="Reuters handbook: never write sources for one source",
    wrong="""
background:
  - {text: Ministry officials saw no indication that the operator would compromise., exact: no indication that the operator is willing to compromise}
""",
    right="""
background:
  - {text: An official of the ministry saw no indication that the operator would compromise., exact: no indication that the operator is willing to compromise}
""",
)
def plurals_are_plural(material: Material) -> Iterator[Finding]:
    """Look for the plural in the sentences that the evidence comes from."""
    for said in material.statements:
        around = _sentences(said, material)
        for found in _GROUP.finditer(outside_quotations(said.words)) if around else ():
            one = found[1].lower().removesuffix("s")
            if re.search(rf"\b{one}\b", around) and not re.search(rf"\b{one}s\b", around):
                message = f"the source speaks of one {one}, the record of “{found[0]}”"
                yield Finding(said.words_path, message, words=found[0])


def _sentences(said: Said, material: Material) -> str:
    """Give the sentences of the sources in which the evidence of a statement stands."""
    found = []
    for evidence in said.statement.evidence:
        stored = material.texts.get(evidence.source)
        for passage in passages(stored, evidence.exact)[:1] if stored else ():
            assert stored is not None  # noqa: S101 - a passage was found in it
            start = max((m.end() for m in _SENTENCE_END.finditer(stored.text, 0, passage.start + 1)), default=0)
            end = _SENTENCE_END.search(stored.text, passage.end - 1)
            found.append(stored.text[start : end.start() if end else None])
    return " ".join(found).lower()


@rule(
    "SRC23",
    "warning",
    "Whoever a statement or a quotation is given to is named where its evidence stands.",
    why="Of quotations put into a wrong mouth, most are caught by looking for the name in the paragraph.",
    source="briefgen's trial on 444 statements: 86 % of swapped actors found, 7 % false alarms",
    wrong="""
quotes:
  - {speaker: operator, text: We will not sign a promise without a timetable}
""",
    right="""
quotes:
  - {speaker: lund, text: We will not sign a promise without a timetable}
""",
)
def actors_are_named_nearby(material: Material) -> Iterator[Finding]:
    """Look for a word of the actor's name in the paragraph of the evidence, in the one before, or in the first."""
    for said in material.statements:
        actor = getattr(said.statement, "actor", "")
        near = " ".join(_near(evidence.source, evidence.exact, material) for evidence in said.statement.evidence)
        said_by = said.statement.attribution.said_by if said.statement.attribution else ()
        if actor and near.strip() and not any(_is_named(name, near, material) for name in (actor, *said_by)):
            yield _unnamed(f"{said.path}.actor", actor, material)
    for number, quote in enumerate(material.article.quotes):
        near = _near(quote.source, quote.exact or quote.text, material)
        if quote.speaker and near and not _is_named(quote.speaker, near, material):
            yield _unnamed(f"quotes[{number}].speaker", quote.speaker, material)


def _near(source: str, words: str, material: Material) -> str:
    """Give the paragraph of a passage, the one before it, and the first of the text."""
    stored = material.texts.get(source)
    found = quoted(stored, words) if stored else None
    if stored is None or found is None:
        return ""
    breaks = [0, *(one.end() for one in re.finditer(r"\n\s*\n", stored.text, 0)), len(stored.text)]
    own = max(n for n, start in enumerate(breaks) if start <= found.start)
    paragraphs = stored.text[breaks[max(0, own - 1)] : breaks[min(own + 1, len(breaks) - 1)]]
    return f"{stored.text[: breaks[1]]} {paragraphs}"


def _is_named(actor: str, text: str, material: Material) -> bool:
    found = next((one for one in material.article.actors if one.id == actor), None)
    names = " ".join((found.name, found.role, found.role_as_printed, *found.aliases)) if found else actor
    telling = stems([names]) - _COMMON
    return not telling or bool(telling & stems([text]))


def _unnamed(path: str, actor: str, material: Material) -> Finding:
    name = next((one.name for one in material.article.actors if one.id == actor), actor)
    return Finding(path, f"{name} is not named where the evidence stands", "compare it with the source")


@rule(
    "SRC10",
    "warning",
    "What unnamed people think is told as theirs.",
    why="An anonymous opinion without its owner turns into a fact.",
    source="AP News Values: anonymous material must be information, not opinion",
    wrong="""
background:
  - {text: The operator will not compromise., kind: source-judgement, attribution: {said_by: [an official], named: unnamed}, exact: no indication that the operator is willing to compromise}
""",
    right="""
background:
  - {text: An official saw no indication that the operator is willing to compromise., kind: source-judgement, attribution: {said_by: [an official], named: unnamed}, exact: no indication that the operator is willing to compromise}
""",
    of_memos=True,
)
def opinions_have_owners(material: Material) -> Iterator[Finding]:
    """Find opinions of unnamed people without a word of saying or thinking, in the memos where there are some."""
    for said in material.statements:
        attribution = said.statement.attribution
        is_unnamed = attribution is not None and attribution.named in {"unnamed", "collective"}
        if not is_unnamed or getattr(said.statement, "kind", None) != "source-judgement" or _SAYING.search(said.words):
            continue
        losers = [filled.audience for filled in material.memos if _disowns(filled, said)]
        if losers or not material.memos:
            who = ", ".join(attribution.said_by) if attribution else ""
            hint = f"say whose opinion it is: {who}" if who else "say whose opinion it is"
            where = f" in the memo for {' and '.join(losers)}" if losers else ""
            yield Finding(said.words_path, f"the opinion of unnamed people is told as a fact{where}", hint)


def _disowns(filled: Filled, said: Said) -> bool:
    """Tell whether a memo prints the opinion and neither its owners nor a word of saying."""
    sought = folded(said.words).rstrip(".").lower()
    printed = [unit.text for unit in filled.saying(sought)]
    owners = said.statement.attribution.said_by if said.statement.attribution else ()
    return any(not _SAYING.search(text) and not any(owner in text for owner in owners) for text in printed)


@rule(
    "SRC11",
    "warning",
    "Attribution is not vague.",
    why="“Reportedly” and “it is understood” tell the reader neither who says so nor how they know.",
    source="Sherman Kent, Words of Estimative Probability: such words carry no evaluative weight",
    wrong="""
background:
  - {text: It is understood that up to 30 farms could lose their winter market., exact: Up to 30 farms could lose their winter market}
""",
    right="""
background:
  - {text: Council officials have hinted that up to 30 farms could lose their winter market., exact: "Up to 30 farms could lose their winter market, council officials have hinted"}
""",
)
def attribution_is_not_vague(material: Material) -> Iterator[Finding]:
    """Look for phrases that stand in for a name."""
    for prose, found in material.unquoted(_VAGUE, but={"asked"}):
        yield Finding(prose.path, f"“{found[0]}” does not say who says so", "name who says so", found[0])


@rule(
    "SRC12",
    "warning",
    "Verbs of saying are neutral.",
    why="“Admitted” and “claimed” judge what they report.",
    source="AP Stylebook; Mongabay style guide",
    wrong="""
background:
  - {text: The ministry admitted that it would study the demands., exact: it would study the demands}
""",
    right="""
background:
  - {text: The ministry said that it would study the demands., exact: it would study the demands}
""",
)
def verbs_of_saying_are_neutral(material: Material) -> Iterator[Finding]:
    """Look for loaded verbs outside quotations."""
    for prose, found in material.unquoted(_LOADED):
        is_noun = found[0].lower() in {"claim", "claims"} and _is_noun(found)
        if not is_noun:
            yield Finding(prose.path, f"“{found[0]}” judges what was said", "write said, told or wrote", found[0])


def _is_noun(found: re.Match[str]) -> bool:
    """Tell whether *claim* is a thing that people have, rather than what they do."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return bool(_NOUN_CLAIM.search(before.lower())) or after.startswith((" to ", " over "))


@rule(
    "SRC08",
    "warning",
    "A bottom line that rests on one unnamed source says so.",
    why="The reader acts on the bottom line; it must not be surer than what is under it.",
    source="Reuters handbook on single anonymous sources",
    wrong="""
background:
  - {id: b1, text: An official saw no indication of a compromise., attribution: {said_by: [an official], named: unnamed}, exact: no indication that the operator is willing to compromise}
bluf: {text: The operator will not move before the meeting., based_on: [b1]}
""",
    right="""
background:
  - {id: b1, text: An official saw no indication of a compromise., attribution: {said_by: [an official], named: unnamed}, exact: no indication that the operator is willing to compromise}
bluf: {text: "According to one unnamed official, the operator is not ready to move.", based_on: [b1]}
""",
)
def the_bottom_line_owns_up(material: Material) -> Iterator[Finding]:
    """Look at what the bottom line is based on."""
    bluf = material.article.bluf
    based = set(bluf.based_on) if bluf else set()
    under = [said.statement for said in material.statements if said.statement.id in based]
    all_unnamed = all(one.attribution and one.attribution.named == "unnamed" for one in under)
    sources = {evidence.source for one in under for evidence in one.evidence}
    if bluf and under and all_unnamed and len(sources) == 1 and not _owns_up(bluf.text):
        message = "the bottom line rests on one unnamed source and does not say so"
        yield Finding("bluf.text", message, "begin with “According to one unnamed …”")


def _owns_up(text: str) -> bool:
    return any(_SAYING.search(one) or "unnamed" in folded(one).lower() for one in sentences(text))
