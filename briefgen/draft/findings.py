"""Read each sentence for demands, responses and outlook, and say whose they are.

A cue counts only where somebody is there to demand, answer or foresee: a sentence about things alone makes none.
"""

import re
from dataclasses import dataclass

from briefgen.draft.cast import Cast, Who
from briefgen.draft.cues import TIME, Cue, Label, cues
from briefgen.draft.grammar import is_passive, is_verb
from briefgen.draft.lexicon import words as listed
from briefgen.draft.phrases import Phrase, ending_at, starting_at
from briefgen.draft.prose import Prose, Sentence
from briefgen.draft.speakers import Said
from briefgen.draft.subjects import agent, subject, subjects
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import AUXILIARIES, BASES, SAYING, forms

_EXPERTS = listed("people", "experts")
"""They judge from outside and are no party."""
_PUBLIC = listed("people", "public")
"""What they think of it is no response; what they do is."""
_SELF = frozenset({"we", "i", "us", "me"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, or a part of it, that says something of use."""

    label: Label
    value: str
    sentence: Sentence
    cue: Span
    """The words by which it was known."""
    actor: Who | None
    words: tuple[Token, ...]
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
    """Read all sentences; of one kind each has the first finding whose actor is known."""
    found: list[Finding] = []
    for sentence in prose.sentences:
        own = _in_sentence(sentence, prose, cast, said)
        labels: tuple[Label, ...] = ("demand", "response", "outlook")
        for label in labels:
            best = _best([finding for finding in own if finding.label == label])
            if best is not None:
                found.append(best)
    return _sifted(found)


def _sifted(found: list[Finding]) -> tuple[Finding, ...]:
    """Drop what only repeats a demand: the same sentence as a weak response or outlook."""
    demands = {
        finding.sentence.number: finding
        for finding in found
        if finding.label == "demand" and not (finding.opinion and _is_expert(finding.actor))
    }
    principal = next((finding.actor.words for finding in found if finding.label == "demand" and finding.actor), "")
    kept = []
    for finding in found:
        if finding.label == "response" and (
            _is_expert(finding.actor) or (finding.opinion and _is_public(finding.actor))
        ):
            continue
        demand = demands.get(finding.sentence.number)
        if finding.label == "response" and demand is not None:
            is_own = finding.actor is not None and finding.actor.words == principal
            if (
                (not finding.strong and (is_own or demand.strong))
                or (finding.value == "urges" and is_own)
                or _repeats(finding, demand)
            ):
                continue
        if finding.label == "outlook" and demand is not None and finding.value == "would":
            continue
        kept.append(finding)
    return tuple(kept)


def _best(own: list[Finding]) -> Finding | None:
    if own and own[0].label == "outlook":
        return min(
            own,
            key=lambda finding: (finding.value != "if", finding.value in {"conditional", "would"}, finding.cue.start),
        )
    return min(own, key=lambda finding: (finding.actor is None, not finding.strong, finding.cue.start), default=None)


def _in_sentence(sentence: Sentence, prose: Prose, cast: Cast, said: tuple[Said, ...]) -> list[Finding]:
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in sentence.span.of(prose.text)).replace("’", "'")
    speaker = _speaker(sentence, said)
    found = _commands(sentence, speaker)
    for cue in cues():
        for match in cue.pattern.finditer(low):
            place = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            finding = _finding(cue, place, sentence, cast, speaker)
            if finding is not None:
                found.append(finding)
    return found


_REPEATING = forms("insist maintain argue contend reiterate reaffirm defend urge call appeal counter")


def _repeats(response: Finding, demand: Finding) -> bool:
    """Tell whether a response is the demand once more: the same actor, and a verb that only says it again."""
    verb = response.words[response.at].low
    same = response.actor is not None and demand.actor is not None and response.actor.words == demand.actor.words
    return same and (
        verb in _REPEATING - forms("urge call appeal") or response.cue.meets(demand.cue) and response.value != "urges"
    )


def is_party(who: Who | None) -> bool:
    """Tell whether somebody is concerned, and not only asked for a view of it."""
    return who is not None and not _is_expert(who)


def _is_expert(actor: Who | None) -> bool:
    return not _EXPERTS.isdisjoint(_described(actor))


def _is_public(actor: Who | None) -> bool:
    return not _PUBLIC.isdisjoint(_described(actor))


def _described(actor: Who | None) -> list[str]:
    words = f"{actor.words} {actor.entity.role if actor.entity else ''}" if actor else ""
    return words.lower().replace(",", " ").split()


def _commands(sentence: Sentence, speaker: Who | None) -> list[Finding]:
    """Find a command within quotation marks: *"Send us anything that flies."*"""
    words = sentence.words
    if speaker is None:
        return []
    for at in range(len(words) - 2):
        opens = (
            words[at].quoted and words[at].is_word and (at == 0 or not words[at - 1].is_word) and _is_first(words, at)
        )
        first, second = words[at], words[at + 1]
        is_command = (
            first.low in BASES - _MUSING and first.is_capital and second.low not in AUXILIARIES and second.is_word
        )
        if opens and is_command and not is_verb(words, at + 1):
            side = tuple(word for word in words if word.quoted)
            return [Finding("demand", "requests", sentence, first.span, speaker, side, side.index(first), strong=True)]
    return []


def _is_first(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word begins a quotation, or a sentence within one."""
    return at == 0 or words[at - 1].text in "“\"‘'" or at == 1


_MUSING = listed("grammar", "musing")


def _finding(cue: Cue, place: Span, sentence: Sentence, cast: Cast, speaker: Who | None) -> Finding | None:
    words = sentence.words
    at = next((n for n, word in enumerate(words) if word.span.end > place.start), len(words) - 1)
    quoted = words[at].quoted
    side = tuple(word for word in words if word.quoted == quoted)
    at = next(n for n, word in enumerate(side) if word.span.end > place.start) if side else 0
    reporter = _reporter(sentence, cast)
    if cue.sort == "s" and not ((quoted and speaker) or reporter):
        return None
    if cue.sort == "t" and _is_promised(cast.prose.text[sentence.span.start : place.start]):
        return None
    if cue.sort == "t" and quoted and not TIME.search(sentence.span.of(cast.prose.text).lower()):
        return None
    if cue.sort == "v":
        if not is_verb(side, at) or _is_aim(side, at):
            return None
        actor = _doer(side, at, quoted, sentence, cast, speaker)
        if actor is None:
            return None
        value = _unless_denied(cue, side, at)
        return Finding(cue.label, value, sentence, place, actor, side, at, strong=True) if value else None
    told = reporter if reporter and reporter.span.start < place.start else None
    owner = cast.who(_owner(side, at), sentence)
    if owner is not None and told is not None and owner.words != told.words and cue.label == "demand":
        return None
    backer = _backer(place, sentence, cast) if cue.value == "supports" else None
    nearest = _nearest_doer(side, at, sentence, cast) if not quoted else None
    doer = nearest if cue.value == "demands" else None
    tries = (backer, speaker if quoted else None, told if cue.sort == "s" else None, owner, doer, told)
    actor = next((who for who in tries if who is not None), None)
    actor = actor or nearest or reporter or speaker
    value = _unless_denied(cue, words, words.index(side[at])) if cue.value in {"supports", "commits"} else cue.value
    if (actor is None and cue.label != "outlook") or not value:
        return None
    return Finding(cue.label, value, sentence, place, actor, side, at, strong=False, opinion=cue.sort == "s")


_WHEN_DENIED = {
    "supports": "opposes",
    "commits": "",
    "funds": "",
    "supplies": "",
    "requests": "",
    "demands": "",
    "proposes": "",
    "rejects": "",
}


def _unless_denied(cue: Cue, words: tuple[Token, ...], at: int) -> str:
    """Give what a cue says, or what it says when *not* stands before it; empty where it then says nothing."""
    reach = 3 if cue.sort == "v" else 8
    before = words[max(0, at - reach) : at]
    denied = any(word.low in {"not", "never"} or word.low.endswith("n't") for word in before)
    if cue.sort != "v" and any(word.low == "no" for word in before):
        return ""
    return _WHEN_DENIED.get(cue.value, cue.value) if denied else cue.value


_AIMING = listed("grammar", "aiming")


def _is_aim(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a verb is what somebody is to do, *asked it to accept*, rather than what somebody does."""
    if words[at].low == "demand":
        return False
    back = at - 1
    while back > 0 and (words[back].low in {"not", "also"} or words[back].low.endswith("ly")):
        back -= 1
    return back > 0 and words[back].low == "to" and words[back - 1].low not in _AIMING


_PROMISED = re.compile(r"\b(?:guarantees?|promises?|assurances?|pledges?|insists?|demands?|so) that [^,;]{0,50}\Z")


def _is_promised(before: str) -> bool:
    """Tell whether *will* belongs to what is asked for: *a promise that no member will*."""
    return bool(_PROMISED.search(before))


_BACKING = re.compile(r"\b(?:support|backing|endorsement|approval|blessing) (?:of|from) ")


def _backer(place: Span, sentence: Sentence, cast: Cast) -> Who | None:
    """Find who gives the support that something has: *the plan has the backing of the union*."""
    found = _BACKING.search(cast.prose.text, place.start, sentence.span.end)
    if found is None:
        return None
    at = next((n for n, word in enumerate(sentence.words) if word.span.start >= found.end()), 0)
    return cast.who(starting_at(sentence.words, at), sentence)


def _owner(words: tuple[Token, ...], at: int) -> Phrase | None:
    """Find whose demand or condition a noun is: *the bloc's main conditions*, *its demands*."""
    for back in range(at - 1, max(-1, at - 4), -1):
        if words[back].low in {"its", "his", "her", "their"}:
            return Phrase((words[back],))
        if words[back].low in {"'s", "'"} and back > 0:
            return ending_at(words, back - 1)
    return None


def _doer(
    side: tuple[Token, ...],
    at: int,
    quoted: bool,  # noqa: FBT001 - a fact among facts
    sentence: Sentence,
    cast: Cast,
    speaker: Who | None,
) -> Who | None:
    """Say who does the verb at `at`, in the passive by whom it is done."""
    if is_passive(side, at):
        return _actor(agent(side, at), quoted, sentence, cast, speaker)
    phrases = subjects(side, at)
    if quoted and phrases and len(phrases[0].words) == 1 and phrases[0].words[0].low in _SELF:
        return speaker
    return cast.agent(phrases[:1] if quoted else phrases[:4], sentence)


def _actor(phrase: Phrase | None, quoted: bool, sentence: Sentence, cast: Cast, speaker: Who | None) -> Who | None:  # noqa: FBT001 - a fact among facts
    if phrase is None:
        return None
    if quoted and len(phrase.words) == 1 and phrase.words[0].low in _SELF:
        return speaker
    return cast.who(phrase, sentence)


def _nearest_doer(words: tuple[Token, ...], at: int, sentence: Sentence, cast: Cast) -> Who | None:
    """Find who does the verb that governs a turn of phrase: somebody who does the nearest verb before it."""
    verbs = [left for left in range(min(at, len(words) - 1), 0, -1) if is_verb(words, left)]
    phrases = [phrase for left in verbs if (phrase := subject(words, left)) is not None]
    return cast.agent((*phrases[:6], *subjects(words, at)), sentence)


def _reporter(sentence: Sentence, cast: Cast) -> Who | None:
    """Find who is reported to say what the sentence says."""
    words = sentence.narrated
    for at, word in enumerate(words):
        if word.low in SAYING and (at == 0 or is_verb(words, at)):
            who = cast.who(subject(words, at), sentence) if at else None
            if who is None and at and not words[at - 1].is_word:
                who = cast.who(starting_at(words, at + 1), sentence)
            if who is not None:
                return who
    return None


def _speaker(sentence: Sentence, said: tuple[Said, ...]) -> Who | None:
    return next((item.who for item in said if item.quotation.outer.meets(sentence.span) and item.who), None)
