"""Words that have a part in the sentence rather than a meaning, and forms that are verbs only in some places."""

from collections.abc import Sequence

from briefgen.draft.lexicon import words as listed
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING, AUXILIARIES, MODALS

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
BEING = frozenset(["is", "are", "was", "were", "be", "been", "being"])


def is_verb(words: Sequence[Token], at: int) -> bool:
    """Tell whether the form at `at`, which may be a noun too, is used as a verb."""
    word, before = words[at], (words[at - 1] if at > 0 else None)
    if word.low not in ACTING and word.low not in AUXILIARIES:
        return _looks_done(words, at)
    following = words[at + 1].low if at + 1 < len(words) else ""
    if word.low.endswith("s") and following in {
        "say",
        "said",
        "suggest",
        "suggested",
        "show",
        "showed",
        "indicate",
        "claim",
    }:
        return False
    if word.low == "back" and before is not None and before.low in ACTING | {"us", "them", "him", "her", "it", "me"}:
        return False
    if word.low in {"close", "open"} and following == "to":
        return False
    if word.low not in AUXILIARIES and not word.low.endswith(("ed", "ing")) and following in MODALS | BEING:
        return False
    if word.low == "'s":
        return before is not None and before.low in PRONOUNS
    if before is not None and (before.text[0].isdigit() or before.low in {"percent", "cent", "million", "billion"}):
        return word.low in AUXILIARIES
    if before is None:
        return word.low.endswith(("ing", "ed"))
    if before.low in DETERMINERS - {"that", "all", "both", "some", "many", "most", "one", "few", "several", "those"}:
        return False
    if before.low in {"'s", "'"} and word.low.endswith("s") is False and not word.low.endswith(("ed", "ing")):
        return False
    if before.low in {"'s", "of", "for", "in", "on", "with", "from", "under", "by", "at"}:
        return word.low.endswith("ing") and before.low != "'s"
    return not (word.is_capital and at > 0 and not word.text.isupper() and before.text not in "“\"‘'(")


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
