"""Whether the memo sounds like the house: neutral, plain, and written by a person."""

import re
from collections.abc import Iterator
from functools import cache

from briefgen.article.folded import folded
from briefgen.checks.likelihoods import likelihoods
from briefgen.checks.material import Material
from briefgen.checks.phrases import Phrases
from briefgen.checks.prose import Prose, Voice
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sections import units
from briefgen.checks.sentences import outside_quotations, sentences

_LOADED = Phrases(
    r"\b(?:regimes?|massive(?:ly)?|unprecedented|clearly|obviously|very|extremely|huge(?:ly)?|dramatic(?:ally)?|shocking(?:ly)?|"
    r"brutal(?:ly)?|draconian|so-called|stark(?:ly)?|maximalist|landmark|historic|game-chang\w+|crucial(?:ly)?|vital(?:ly)?|"
    r"blatant(?:ly)?|notorious(?:ly)?|utterly|totally|undoubtedly|of course|needless to say|boots on (?:the|\w+) (?:ground|soil))\b"
)
_TELLS = Phrases(
    r"\b(?:it is (?:important|worth|crucial|essential) (?:to note|noting|to remember|mentioning)|"
    r"(?:the )?(?:evolving|complex|changing|ever-changing|current) (?:geopolitical |political |security )?landscape|underscor(?:es?|ing)|"
    r"remains? to be seen|in conclusion|in summary|delv(?:es?|ing)|navigat(?:es?|ing) the (?:complex\w*|challenges)|"
    r"a testament to|plays? a (?:crucial|key|vital|pivotal) role|multifaceted|at the end of the day|moving forward|"
    r"going forward|in today['’]s (?:world|fast-paced)|monitor (?:the )?(?:situation|developments)|"
    r"engage (?:with )?(?:key |relevant )?stakeholders|leverag(?:es?|ing)|rapidly evolving|time will tell|"
    r"only time will tell|raises? (?:important|serious) questions|sends? a (?:clear|strong) (?:message|signal))\b"
)
_ANTITHESIS = Phrases(
    r"^(?:this is|it is|it['’]s|these are) not (?:just |merely |only |simply )?[^,.;]{2,40}[,;–—] (?:but|it['’]s|it is)\b"
)
_CONTRACTION = Phrases(
    r"\b(?:\w+n[’']t|(?:it|that|there|he|she|what|who|let)[’']s|(?:i|we|you|they)[’'](?:re|ve|ll|d|m)|i[’']m|(?:he|she|it)[’']ll)\b"
)
_ADVOCACY = Phrases(
    r"\b(?:(?:we|the government|ministers|the ministry|parliament|members) (?:should|must|ought to)|it is (?:vital|essential|imperative|crucial) (?:that|to))\b"
)
_HEARD: frozenset[Voice] = frozenset({"spoken", "asked"})
_NEUTRAL = {"committee", "public"}
_PASSIVE = Phrases(
    r"\b(?:be|is|are|was|were|been|being)\s+(?:\w+ly\s+)?(?:\w{3,}ed|done|made|taken|given|sent|written|held|found|told|kept|put|drawn|brought)\b(?![^.;]*\bby\b)"
)
_STATES = {
    "expected",
    "agreed",
    "needed",
    "required",
    "concerned",
    "interested",
    "based",
    "limited",
    "closed",
    "involved",
}
_SPELLINGS = {
    "colour": "color",
    "favour": "favor",
    "labour": "labor",
    "honour": "honor",
    "neighbour": "neighbor",
    "behaviour": "behavior",
    "harbour": "harbor",
    "centre": "center",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "programme": "program",
    "organisation": "organization",
    "organise": "organize",
    "recognise": "recognize",
    "recognition": "recognition",
    "realise": "realize",
    "prioritise": "prioritize",
    "analyse": "analyze",
    "criticise": "criticize",
    "emphasise": "emphasize",
    "mobilise": "mobilize",
    "stabilise": "stabilize",
    "travelled": "traveled",
    "cancelled": "canceled",
    "labelled": "labeled",
    "judgement": "judgment",
    "cheque": "check",
    "tonne": "ton",
}
_ALIKE = {"recognition", "judgement", "licence", "cheque", "tonne", "programme", "harbour"}
"""Words that both varieties write, or that are names as often as words."""
_BRITISH = {british for british in _SPELLINGS if british not in _ALIKE}
_AMERICAN = {_SPELLINGS[british] for british in _BRITISH}


@rule(
    "LNG01",
    "warning",
    "No loaded or intensifying words outside quotations.",
    why="The outlet's adjectives become the ministry's; “very” adds a syllable and no meaning.",
    source="Economist style guide; Orwell, Politics and the English Language",
    wrong="bluf: {text: The council makes a massive demand.}\n",
    right="bluf: {text: The council makes a demand that would be very likely to double the cost.}\n",
)
def words_are_not_loaded(material: Material) -> Iterator[Finding]:
    """Look for them outside quotations and terms of likelihood."""
    for prose, found in material.unquoted(_LOADED):
        terms = likelihoods(found.string, judged=True)
        if not any(one.start <= found.start() < one.start + len(one.words) for one in terms):
            yield Finding(prose.path, f"“{found[0]}” weighs what it should tell", "leave it out", found[0])


@rule(
    "LNG02",
    "warning",
    "No phrases that say nothing, such as those by which machine-written text is known.",
    why="A sentence that would fit every memo informs none.",
    source="briefgen's list, from reviews of generated briefings",
    wrong="bluf: {text: It remains to be seen whether the council accepts.}\n",
    right="bluf: {text: The council answers on 13 May 2025.}\n",
)
def phrases_say_something(material: Material) -> Iterator[Finding]:
    """Look for phrases, and for openers that deny what nobody said."""
    for prose, found in material.unquoted(_TELLS):
        yield Finding(prose.path, f"“{found[0]}” says nothing", "say what happens, or leave it out", found[0])
    for prose in material.prose:
        for sentence in sentences(outside_quotations(prose.text)):
            opener = _ANTITHESIS.match(sentence)
            if opener:
                yield Finding(prose.path, f"“{opener[0]} …” denies what nobody said", "say what is so", opener[0])


@rule(
    "LNG03",
    "warning",
    "No contractions, exclamation marks or rhetorical questions in papers.",
    why="They are heard as a tone of voice, and a paper has none.",
    source="register of official British English",
    wrong="bluf: {text: The council won't accept less!}\n",
    right="bluf: {text: The council will not accept less.}\n",
)
def the_register_is_formal(material: Material) -> Iterator[Finding]:
    """Look for them outside quotations and outside what is to be spoken or asked."""
    for prose, found in material.unquoted(_CONTRACTION, but=_HEARD):
        yield Finding(prose.path, f"“{found[0]}” is spoken English", "write it out", found[0])
    for prose in material.prose:
        if prose.voice in _HEARD:
            continue
        text = outside_quotations(prose.text)
        for mark in re.finditer(r"!", text):
            yield Finding(prose.path, "an exclamation mark", words=prose.text[max(0, mark.start() - 10) : mark.end()])
        for sentence in sentences(text) if "?" in text else ():
            if sentence.endswith("?") and not prose.path.startswith(("gaps", "title")):
                yield Finding(prose.path, "a question where the reader wants an answer", words=sentence[:20])


@rule(
    "LNG04",
    "warning",
    "One variety of spelling: that of the record's language.",
    why="Two varieties in one memo tell of two authors, or of a paste.",
    source="the record's `language`",
    wrong="bluf: {text: The council organizes a vote on the color of the boats.}\n",
    right="bluf: {text: The council organises a vote on the colour of the boats.}\n",
)
def spelling_is_of_one_variety(material: Material) -> Iterator[Finding]:
    """Look for words of the other variety, in a record of `en-GB` or `en-US`."""
    language = material.article.language.lower()
    if language not in {"en-gb", "en-us"}:
        return
    names = folded(" ".join(_own_names(material))).lower()
    for prose, found in material.unquoted(_foreign(language)):
        is_name = found[0][0].isupper() and found.start() > 0 and prose.text[found.start() - 2] not in ".!?:"
        if found[0].lower() not in names and not is_name:
            yield Finding(prose.path, f"“{found[0]}” is not spelt as in {material.article.language}", words=found[0])


@cache
def _foreign(language: str) -> Phrases:
    """Give the spellings of the other variety."""
    foreign = _AMERICAN if language == "en-gb" else _BRITISH
    return Phrases(rf"\b(?:{'|'.join(_inflected(word) for word in sorted(foreign))})\b")


def _inflected(word: str) -> str:
    return (
        rf"{word[:-1]}(?:e|es|ed|ing|er|ation|ations)"
        if word.endswith(("ise", "ize", "yse", "yze"))
        else rf"{word}(?:s|ed|ing|ful)?"
    )


def _own_names(material: Material) -> Iterator[str]:
    for actor in material.article.actors:
        yield from (actor.name, *actor.aliases)
    for name in material.article.names:
        yield name.preferred


@rule(
    "LNG05",
    "warning",
    "What is asked of somebody says of whom.",
    why="“Costs are to be reviewed” is nobody's task.",
    source="plain-language guides",
    wrong="""
recommendation:
  - {ask: agree, text: that costs be reviewed before the meeting, decide_by: 2025-05-12, reason_for_date: the meeting on 13 May, contrary_views: []}
""",
    right="""
recommendation:
  - {ask: agree, text: that the ports unit review costs before the meeting, decide_by: 2025-05-12, reason_for_date: the meeting on 13 May, contrary_views: []}
""",
)
def tasks_have_owners(material: Material) -> Iterator[Finding]:
    """Look for passives without an agent in recommendations and in how gaps are closed."""
    for prose in material.prose:
        is_ask = prose.path.startswith("recommendation") and prose.path.endswith(".text")
        if is_ask or prose.path.endswith("how_to_close"):
            for found in _PASSIVE.finditer(outside_quotations(prose.text)):
                if found[0].split()[-1].lower() not in _STATES and not _is_noted(prose, material):
                    yield Finding(prose.path, f"“{found[0]}”: by whom?", "name who does it", found[0])


def _is_noted(prose: Prose, material: Material) -> bool:
    """Tell whether the passive describes what is to be noted, rather than what is to be done."""
    number = re.match(r"recommendation\[(\d+)\]", prose.path)
    return bool(number) and material.article.recommendation[int(number[1])].ask == "note" if number else False


@rule(
    "LNG06",
    "warning",
    "No advice in a paper that is to be neutral.",
    why="A parliament's research service informs all sides; one “should” and it has taken one.",
    source="House of Commons Library on impartiality",
    wrong="""
{section=background}
## Background

The government must pay for dredging.
""",
    right="""
{section=background}
## Background

The council says that the government must pay for dredging. [@gazette]

{section=sources}
## Sources

{.sources}
- [@gazette] The Norrey Gazette.
""",
    example="memo",
)
def neutral_papers_are_neutral(material: Material) -> Iterator[Finding]:
    """Look for advice without a source in the memos for a committee or the public."""
    for filled in material.memos:
        if filled.audience not in _NEUTRAL:
            continue
        for name, blocks in filled.parts.items():
            for unit in units(blocks) if name != "qa" else ():
                found = _ADVOCACY.search(outside_quotations(unit.text))
                if found and not unit.cited:
                    yield Finding("", f"the memo for {filled.audience} advises: “{found[0]}”")
