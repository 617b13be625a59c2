"""The place in a sentence where a cue was met, and whose demand, response or expectation it makes."""

import re

from briefgen.draft.cast import Cast
from briefgen.draft.cues import Cue
from briefgen.draft.grammar import is_passive, is_verb
from briefgen.draft.lexicon import words as listed
from briefgen.draft.phrases import Phrase, ending_at, starting_at
from briefgen.draft.prose import Sentence
from briefgen.draft.subjects import agent, subject, subjects
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import SAYING
from briefgen.draft.who import Who, head
from briefgen.values import dataclass

_SELF = frozenset({"we", "i", "us", "me"})
_AIMING = listed("grammar", "aiming")
_OWNING = frozenset({"'s", "'", "first", "second", "third", "fourth", "fifth"})
_POSSESSIVE = frozenset({"its", "his", "her", "their"})
_BACKING = re.compile(r"\b(?:support|backing|endorsement|approval|blessing) (?:of|from) ")
_DOCUMENTS = listed("people", "documents")
_MOST_SUBJECTS = 6
_OF_A_RELATIVE = 3
"""Words between *whose* and its verb."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cue was met."""

    sentence: Sentence
    place: Span
    side: tuple[Token, ...]
    """The words of the sentence that stand, as the cue does, within or without quotation marks."""
    at: int
    """Where in `side` the cue begins."""
    speaker: Who | None
    """Whose quoted words meet the sentence."""
    reporter: Who | None
    """Who is reported to say what the sentence says."""

    @property
    def quoted(self) -> bool:
        """Whether the cue stands within quotation marks."""
        return bool(self.side) and self.side[self.at].quoted


def spot(sentence: Sentence, place: Span, speaker: Who | None, reporter: Who | None) -> Spot:
    """Find the word at a place."""
    words = sentence.words
    met = next((word for word in words if word.span.end > place.start), words[-1])
    side = tuple(word for word in words if word.quoted == met.quoted)
    return Spot(sentence, place, side, side.index(met), speaker, reporter)


def reporter(sentence: Sentence, cast: Cast) -> Who | None:
    """Find who is reported to say what a sentence says."""
    words = sentence.narrated
    for at, word in enumerate(words):
        if word.low in SAYING and (at == 0 or (words[at - 1].low != "to" and is_verb(words, at))):
            who = cast.who(subject(words, at), sentence) if at else None
            if who is None and at and not words[at - 1].is_word:
                who = cast.who(starting_at(words, at + 1), sentence)
            if who is not None:
                return who
    return None


def is_done(here: Spot) -> bool:
    """Tell whether the verb at a spot is what somebody does, and not what somebody is to do: *asked it to accept*."""
    words, at = here.side, here.at
    if not is_verb(words, at):
        return False
    back = at - 1
    while back > 0 and (words[back].low in {"not", "also"} or words[back].low.endswith("ly")):
        back -= 1
    if words[back].low in {"may", "might"} or _is_owned(words, at) or _is_of_a_relative(words, at):
        return False
    is_aim = back > 0 and words[back].low == "to" and words[back - 1].low not in _AIMING
    return not is_aim or words[at].low == "demand"


def _is_owned(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word is a noun with an owner or a number: *the authority's request*, *the first demand*."""
    return at > 0 and words[at - 1].low in _OWNING and not words[at].low.endswith(("ing", "ed"))


def _is_of_a_relative(words: tuple[Token, ...], at: int) -> bool:
    """Tell whether a verb only describes whose people they are: *Orland, whose exporters ship half of it*."""
    return any(word.low == "whose" for word in words[max(0, at - _OF_A_RELATIVE) : at])


def doer(here: Spot, cast: Cast) -> Who | None:
    """Say who does the verb at a spot, in the passive by whom it is done."""
    words, at = here.side, here.at
    phrases = (agent(words, at),) if is_passive(words, at) else subjects(words, at)
    known = tuple(phrase for phrase in phrases if phrase is not None)
    if words[at].low.endswith("ing") and len(known) > 1 and head(known[0]) in _DOCUMENTS:
        known = known[1:]
    if here.quoted and known and len(known[0].words) == 1 and known[0].words[0].low in _SELF:
        return here.speaker
    if is_passive(words, at):
        return cast.who(known[0], here.sentence) if known else None
    return cast.agent(known[:1] if here.quoted else known[:4], here.sentence)


def holder(here: Spot, cue: Cue, cast: Cast) -> Who | None:
    """Say whose a turn of phrase is: an owner's, a speaker's, or of who does the verb that governs it.

    Nobody's, where somebody is reported to speak of another's demand.
    """
    reported = here.reporter if here.reporter and here.reporter.span.start < here.place.start else None
    owned = _owner(here)
    owner = cast.who(owned, here.sentence)
    if cue.label == "demand" and owned and owner is None:
        return None
    if cue.label == "demand" and owner and reported and owner.words != reported.words:
        return None
    nearest = None if here.quoted else _nearest(here, cast)
    tries = (
        _backer(here, cast) if cue.value == "supports" else None,
        here.speaker if here.quoted else None,
        here.reporter if cue.sort == "s" and not here.quoted else None,
        owner,
        nearest if cue.value == "demands" else None,
        reported,
        nearest,
        here.reporter,
        here.speaker,
    )
    return next((who for who in tries if who is not None), None)


def _owner(here: Spot) -> Phrase | None:
    """Find whose demand or condition a noun is: *the bloc's main conditions*, *its demands*."""
    words = here.side
    for back in range(here.at - 1, max(-1, here.at - 4), -1):
        if words[back].low in _POSSESSIVE:
            return Phrase((words[back],))
        if words[back].low in {"'s", "'"} and back > 0:
            return ending_at(words, back - 1)
    return None


def _backer(here: Spot, cast: Cast) -> Who | None:
    """Find who gives the support that something has: *the plan has the backing of the union*."""
    found = _BACKING.search(cast.prose.text, here.place.start, here.sentence.span.end)
    if found is None:
        return None
    at = next((n for n, word in enumerate(here.sentence.words) if word.span.start >= found.end()), 0)
    return cast.who(starting_at(here.sentence.words, at), here.sentence)


def _nearest(here: Spot, cast: Cast) -> Who | None:
    """Find who does the verb that governs a turn of phrase: somebody who does the nearest verb before it."""
    words = here.side
    verbs = [left for left in range(min(here.at, len(words) - 1), 0, -1) if is_verb(words, left)]
    phrases = [phrase for left in verbs if (phrase := subject(words, left)) is not None]
    return cast.agent((*phrases[:_MOST_SUBJECTS], *subjects(words, here.at)), here.sentence)
