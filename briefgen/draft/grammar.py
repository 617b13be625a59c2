"""Words that have a part in the sentence rather than a meaning, and forms that are verbs only in some places."""

from collections.abc import Sequence

from briefgen.draft.lexicon import words as listed
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING, AUXILIARIES, BASES, MODALS

DETERMINERS = listed("grammar", "determiners")
PRONOUNS = listed("grammar", "pronouns")
LINKING = listed("grammar", "linking")
"""Prepositions that may stand within a noun phrase."""
STOPPING = listed("grammar", "stopping")
"""Words that end a noun phrase."""
ADVERBS = listed("grammar", "adverbs")
DAYS = listed("grammar", "days")
PARTICLES = listed("grammar", "particles")
"""Small words within names: *Bank of England*, *van der Leyen*."""
_SHOWING = frozenset({"say", "said", "suggest", "suggested", "show", "showed", "indicate", "claim"})
_NUMBERS = frozenset({"percent", "cent", "million", "billion"})
_OBJECTS = frozenset({"us", "them", "him", "her", "it", "me"})
_OF_A_PEOPLE = ("ian", "ish", "ese", "ean", "ine", "can")
_RETURNING = frozenset({"claw", "roll", "scale", "pay", "paid"})
_ALONE = listed("grammar", "alone") | frozenset({"that", "those", "one", "few"})
"""Determiners that stand for a noun, too: *many said*."""
_GOVERNING = frozenset({"'s", "of", "for", "in", "on", "with", "from", "under", "by", "at"})
BEING = frozenset(["is", "are", "was", "were", "be", "been", "being"])


def is_verb(words: Sequence[Token], at: int) -> bool:
    """Tell whether the form at `at`, which may be a noun too, is used as a verb."""
    word, before = words[at], (words[at - 1] if at else None)
    if word.low == "'s":
        return before is not None and before.low in PRONOUNS
    if word.low not in ACTING | AUXILIARIES:
        return _looks_done(words, at)
    if _is_noun_by_what_follows(word.low, words[at + 1].low if at + 1 < len(words) else ""):
        return False
    if before is None:
        return word.low.endswith(("ing", "ed"))
    return not _is_noun_by_what_precedes(word, before)


def _is_noun_by_what_follows(form: str, following: str) -> bool:
    """Tell a noun by the verb behind it: *reports say*, *the states will*; *close to* and *open to* are no verbs."""
    if form in {"close", "open"}:
        return following == "to"
    if form.endswith("s") and following in _SHOWING:
        return True
    return form not in AUXILIARIES and not form.endswith(("ed", "ing")) and following in MODALS | BEING


def _is_noun_by_what_precedes(word: Token, before: Token) -> bool:
    """Tell a noun by the article, number, genitive or preposition before it; and names by their capital."""
    if before.text[0].isdigit() or before.low in _NUMBERS:
        return word.low not in AUXILIARIES
    if word.low == "back" and before.low in ACTING | _OBJECTS | _RETURNING:
        return True
    if before.low in DETERMINERS - _ALONE or (before.low in BASES and word.low.endswith("s") and word.low in ACTING):
        return True
    if before.is_capital and word.low in BASES and before.low.endswith(_OF_A_PEOPLE):
        return True
    if before.low == "'" and not word.low.endswith(("s", "ed", "ing")):
        return True
    if before.low in _GOVERNING:
        return before.low == "'s" or not word.low.endswith("ing")
    return word.is_capital and not word.text.isupper() and before.text not in "“\"‘'("


def _looks_done(words: Sequence[Token], at: int) -> bool:
    """Tell an unknown verb in the past by its ending, a name or comma before it and what it is done to behind it."""
    word = words[at]
    if not word.low.endswith("ed") or len(word.low) < 6 or word.is_capital or at == 0 or at + 1 >= len(words):
        return False
    before, behind = words[at - 1], words[at + 1]
    return (before.is_capital or before.text == "," or before.low in PRONOUNS) and behind.low in DETERMINERS


def is_participle(words: Sequence[Token], at: int) -> bool:
    """Tell whether a form in -ed qualifies a noun, as in *a deal proposed by*."""
    return words[at].low.endswith("ed") and at + 1 < len(words) and words[at + 1].low in {"by", "in", "as"}


def is_passive(words: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb is suffered rather than done: *was urged*."""
    back = verb - 1
    while back >= 0 and (words[back].low in {"not", "also", "already"} or words[back].low.endswith("ly")):
        back -= 1
    return back >= 0 and words[back].low in BEING and not words[verb].low.endswith("ing")
