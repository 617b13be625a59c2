"""Read each sentence for demands, responses and outlook, and say whose they are.

A cue counts only where somebody is there to demand or answer: a sentence about things alone makes neither.
"""

import re
from itertools import islice

from briefgen.draft.cast import Cast
from briefgen.draft.cues import TIME, Cue, Label, cues
from briefgen.draft.grammar import is_verb
from briefgen.draft.lexicon import words as listed
from briefgen.draft.prose import Prose, Sentence
from briefgen.draft.speakers import Said
from briefgen.draft.spots import Spot, doer, holder, is_done, reporter, spot
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import AUXILIARIES, BASES, forms
from briefgen.draft.who import Who
from briefgen.values import dataclass

_LABELS: tuple[Label, ...] = ("demand", "response", "outlook")
_MOST_MATCHES = 4
"""Of one cue in one sentence; more say nothing new."""
_EXPERTS = listed("people", "experts")
"""They judge from outside and are no party."""
_PUBLIC = listed("people", "public")
"""What they think of it is no response; what they do is."""
_MUSING = listed("grammar", "musing")
"""Verbs that command nothing where a quotation begins with them: *See what happens*."""
_NOT = frozenset({"don't", "not"})
_SOFTENING = frozenset({"please", "do", "never", "just"}) | _NOT
"""Words before a command: *please*, *do not*."""
_DENYING = frozenset({"not", "never", "nor", "neither", "without", "short"})
"""*Short* is that of *stopped short of*."""
_MARKS = frozenset("“\"‘'")
_REPEATING = forms("insist maintain argue contend reiterate reaffirm defend counter")
_SILENT_WHEN_DENIED = frozenset({"commits", "funds", "supplies", "requests", "demands", "proposes", "rejects"})
_PROMISED = re.compile(r"\b(?:guarantees?|promises?|assurances?|pledges?|insists?|demands?|so) that [^,;]{0,50}\Z")


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that says something of use."""

    label: Label
    value: str
    sentence: Sentence
    cue: Span
    """The words by which it was known."""
    actor: Who | None
    words: tuple[Token, ...]
    """Those of the sentence within, or without, quotation marks, as the cue is."""
    at: int
    """Where in `words` the cue begins."""
    strong: bool
    """Whether the cue is a verb with its subject, rather than a turn of phrase."""
    opinion: bool = False
    """Whether it was told from words of praise, blame or duty that somebody said."""

    @property
    def quoted(self) -> bool:
        """Whether the cue stands within quotation marks."""
        return bool(self.words) and self.words[self.at].quoted


def findings(prose: Prose, cast: Cast, said: tuple[Said, ...]) -> tuple[Finding, ...]:
    """Read all sentences; of each kind a sentence has one finding at most."""
    found: list[Finding] = []
    for sentence in prose.sentences:
        own = _in_sentence(sentence, prose, cast, said)
        best = [_best(tuple(finding for finding in own if finding.label == label)) for label in _LABELS]
        found += [finding for finding in best if finding is not None]
    return _sifted(found)


def is_party(who: Who) -> bool:
    """Tell whether somebody is concerned, and not only asked for a view of it."""
    return _EXPERTS.isdisjoint(_described(who))


def is_public(who: Who) -> bool:
    """Tell whether somebody is one of the public, whose view is no response."""
    return not _PUBLIC.isdisjoint(_described(who))


def _in_sentence(sentence: Sentence, prose: Prose, cast: Cast, said: tuple[Said, ...]) -> list[Finding]:
    speaker = next((item.who for item in said if item.quotation.outer.meets(sentence.span) and item.who), None)
    told = reporter(sentence, cast)
    found = _commands(sentence, speaker)
    low = _small(sentence.span.of(prose.text))
    for cue in cues():
        for match in islice(cue.pattern.finditer(low), _MOST_MATCHES):
            place = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            finding = _finding(cue, spot(sentence, place, speaker, told), cast)
            if finding is not None:
                found.append(finding)
    return found


def _small(text: str) -> str:
    """Write a text in small letters without moving any."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")


def _finding(cue: Cue, here: Spot, cast: Cast) -> Finding | None:
    match cue.sort:
        case "v":
            actor = doer(here, cast) if is_done(here) else None
            value = _unless_denied(cue, here.side, here.at)
        case "n":
            actor = holder(here, cue, cast)
            value = _unless_denied(cue, here.sentence.words, here.sentence.words.index(here.side[here.at]))
        case "s":
            is_said = (here.quoted and here.speaker) or here.reporter
            actor = holder(here, cue, cast) if is_said else None
            value = cue.value
        case "t":
            actor = holder(here, cue, cast)
            value = cue.value if _is_time(here, cast.prose.text) else ""
    needs_actor = cue.label != "outlook" or cue.sort == "v"
    if not value or (actor is None and needs_actor):
        return None
    strong, opinion = cue.sort == "v", cue.sort == "s"
    return Finding(cue.label, value, here.sentence, here.place, actor, here.side, here.at, strong, opinion)


def _is_time(here: Spot, text: str) -> bool:
    """Tell whether *will* says what is to come, not what is asked for or, in somebody's mouth, only meant."""
    if here.at and here.side[here.at].is_capital:  # "the chairman, Will Sparrow"
        return False
    if _PROMISED.search(text[here.sentence.span.start : here.place.start]):
        return False
    return not here.quoted or bool(TIME.search(here.sentence.span.of(text).lower()))


def _unless_denied(cue: Cue, words: tuple[Token, ...], at: int) -> str:
    """Give what a cue says, or what it says when *not* stands before it; empty where it then says nothing."""
    if cue.sort == "n" and cue.value not in {"supports", "commits"}:
        return cue.value
    before = words[max(0, at - (3 if cue.sort == "v" else 8)) : at]
    if cue.sort == "n" and any(word.low == "no" for word in before):
        return ""
    if not any(word.low in _DENYING or word.low.endswith("n't") for word in before):
        return cue.value
    if {"nor", "neither"} & {word.low for word in before}:
        return ""
    if cue.value == "supports":
        return "opposes"
    if cue.value == "opposes":
        return "comments"  # who does not reject a thing has not said yes to it
    return "" if cue.value in _SILENT_WHEN_DENIED else cue.value


def _commands(sentence: Sentence, speaker: Who | None) -> list[Finding]:
    """Find a command within quotation marks, such as *"Send us anything that flies"* or *"Please don't wait"*."""
    side = tuple(word for word in sentence.words if word.quoted)
    for at in range(len(side) - 1 if speaker else 0):
        before = sentence.words[sentence.words.index(side[at]) - 1] if side[at] is not sentence.words[0] else None
        is_first = side[at].is_capital and (before is None or before.text in "“\"‘'")
        is_behind_if = before is not None and before.text == "," and side[0].low in {"if", "when"} | _MARKS
        if (is_first or (is_behind_if and not side[at].is_capital)) and _is_command(side, at):
            return [Finding("demand", "requests", sentence, side[at].span, speaker, side, at, strong=True)]
    return []


def _is_command(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a base form with what it is done to begins at `at`, after *please* or *do not*."""
    start = at
    while at < len(words) - 1 and words[at].low in _SOFTENING:
        at += 1
    if at > start and words[at - 1].low in {"please", "never"} | _NOT:
        return words[at].low in BASES
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or words[at].low not in BASES - _MUSING:
        return False
    return following.is_word and following.low not in AUXILIARIES and not is_verb(words, at + 1)


def _best(own: tuple[Finding, ...]) -> Finding | None:
    """Choose of several: a verb with its subject before a turn of phrase, a condition before a mere possibility."""
    if own and own[0].label == "outlook":
        return min(own, key=lambda one: (one.value != "if", one.value in {"conditional", "would"}, one.cue.start))
    return min(own, key=lambda one: (not one.strong, one.cue.start), default=None)


def _sifted(found: list[Finding]) -> tuple[Finding, ...]:
    """Drop what outsiders think, and what only says a demand of the same sentence once more."""
    parties = [finding for finding in found if not _is_outside_view(finding)]
    demands = {finding.sentence.number: finding for finding in parties if finding.label == "demand"}
    principal = next((demand.actor.words for demand in demands.values() if demand.actor), "")
    return tuple(
        finding
        for finding in parties
        if finding.sentence.number not in demands or not _repeats(finding, demands[finding.sentence.number], principal)
    )


def _is_outside_view(finding: Finding) -> bool:
    described = _described(finding.actor) if finding.actor else frozenset()
    match finding.label:
        case "demand":
            return finding.opinion and not _EXPERTS.isdisjoint(described)
        case "response":
            return not _EXPERTS.isdisjoint(described) or (
                finding.opinion and finding.actor is not None and is_public(finding.actor)
            )
        case "outlook":
            return False


def _described(who: Who) -> frozenset[str]:
    role = who.entity.role if who.entity else ""
    return frozenset(f"{who.words} {role}".lower().replace(",", " ").split())


def _repeats(finding: Finding, demand: Finding, principal: str) -> bool:
    """Tell whether a finding says no more than the demand of its sentence; `principal` is who demands first."""
    match finding.label:
        case "demand":
            return False
        case "outlook":
            return finding.value == "would" or (finding.value == "expected" and finding.cue.meets(demand.cue))
        case "response":
            actor = finding.actor.words if finding.actor else ""
            is_own, is_same = actor == principal, demand.actor is not None and actor == demand.actor.words
            if demand.value == "rejects":
                return False
            if not finding.strong:
                return is_own or (finding.opinion and demand.strong)
            if finding.value == "urges":
                return is_own
            says_again = finding.words[finding.at].low in _REPEATING or finding.cue.meets(demand.cue)
            return is_same and says_again
