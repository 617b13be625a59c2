"""Read noun phrases, word by word, up to a verb, a mark or a preposition that ends them.

No grammar is parsed; what cannot be read so gives nothing, and is left to the person who edits the draft.
"""

from collections.abc import Sequence

from briefgen.draft.grammar import (
    DAYS,
    DETERMINERS,
    LINKING,
    PRONOUNS,
    STOPPING,
    is_verb,
)
from briefgen.draft.lexicon import words as listed
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import AUXILIARIES
from briefgen.values import dataclass

_WINDOW = 40
"""Words beyond which nothing is looked for."""
_ALONE = listed("grammar", "alone")
"""Words for people that need no noun."""
_OBJECTS = frozenset(["him", "her", "them", "us", "me"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens from `first` up to, and without, `last`."""

    words: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.words[0].span.start, self.words[-1].span.end)


def ending_at(words: Sequence[Token], last: int) -> Phrase | None:
    """Read a noun phrase leftwards from its last word."""
    at, first = last, last + 1
    while at >= 0 and last - at < _WINDOW:
        word = words[at]
        if word.low in PRONOUNS and first == last + 1:
            return Phrase((word,))
        if word.text in _MARKS and at > 0 and _short_quote(words, at):
            at -= 1
            continue
        if word.text == "," and _lists(words, at, first):
            at -= 1
            continue
        if not word.is_word or (word.quoted and not words[last].quoted):
            break
        if (word.low in STOPPING and not word.is_capital) or word.low in PRONOUNS:
            if word.low != "and" or not _joins(words, at):
                break
        elif word.low in LINKING:
            if not _links(words, at):
                break
        elif first <= last and not word.is_capital and ((word.low in AUXILIARIES - {"'s"}) or is_verb(words, at)):
            if _qualifies(words, at):
                last = at - 1
            elif not (word.low.endswith("ed") and at > 0 and words[at - 1].low in DETERMINERS):
                break
        elif word.low.endswith("ly") and not word.is_capital and word.low not in {"family", "assembly", "ally"}:
            break
        first = at
        at -= 1
        if word.low in DETERMINERS and at >= 0 and words[at].low not in LINKING | DETERMINERS | {"and"}:
            break
    return _phrase(words, first, last + 1)


def starting_at(words: Sequence[Token], first: int) -> Phrase | None:
    """Read a noun phrase rightwards from its first word."""
    at = first
    while at < len(words) and (words[at].low in {"that", "by"} and at == first):
        at += 1
    first = at
    if at < len(words) and words[at].low in (PRONOUNS | _OBJECTS) - {"one"}:
        is_possessive = words[at].low == "her" and at + 1 < len(words) and words[at + 1].is_word
        if not is_possessive:
            return Phrase((words[at],))
    while at < len(words) and at - first < _WINDOW:
        word = words[at]
        if word.text in _MARKS and at > first and _short_quote(words, at):
            at += 1
            continue
        ends = not word.is_word or (word.low in STOPPING and not word.is_capital) or word.low in AUXILIARIES - {"'s"}
        if ends and not (word.low == "and" and at > first and _joins(words, at)):
            break
        if at > first and word.low in LINKING and not _names_on(words, at):
            break
        if at > first and word.low in DAYS:
            break
        if at > first and not word.is_capital and is_verb(words, at) and word.low not in {"meeting", "offer"}:
            break
        at += 1
    return _phrase(words, first, at)


def _qualifies(words: Sequence[Token], at: int) -> bool:
    """Tell whether a form in -ing qualifies the noun before it: *unions representing nurses*."""
    before = words[at - 1] if at else None
    return (
        words[at].low.endswith("ing")
        and before is not None
        and before.is_word
        and before.low not in AUXILIARIES | STOPPING | LINKING | DETERMINERS | PRONOUNS
        and not before.low.endswith("ly")
    )


def _lists(words: Sequence[Token], at: int, first: int) -> bool:
    """Tell whether the comma at `at` parts names of one list: *Turkey, Israel and the United States*."""
    if at == 0 or first >= len(words) or not words[first].is_capital or not words[at - 1].is_capital:
        return False
    return any(word.low == "and" for word in words[first : first + 6])


def _links(words: Sequence[Token], at: int) -> bool:
    """Tell whether the preposition at `at` belongs to a noun on its left, as in *head of*."""
    if at == 0 or not words[at - 1].is_word:
        return False
    left = words[at - 1]
    if left.low in STOPPING or left.low in AUXILIARIES or left.low in LINKING or left.low in DAYS:
        return False
    if words[at].low in {"of", "for"}:
        return not is_verb(words, at - 1) or words[at].low == "of"
    return not is_verb(words, at - 1) and left.low not in PRONOUNS


def _joins(words: Sequence[Token], at: int) -> bool:
    """Tell whether the *and* at `at` joins two names or nouns into one subject."""
    if at == 0 or at + 1 >= len(words):
        return False
    left, right = words[at - 1], words[at + 1]
    if left.is_capital and (right.is_capital or right.low in DETERMINERS):
        return True
    return left.low.endswith("s") and not is_verb(words, at - 1) and left.low not in AUXILIARIES


_MARKS = frozenset("“”\"‘’'")


def _short_quote(words: Sequence[Token], at: int) -> bool:
    """Tell whether a quotation mark belongs to a few words that are read as a part of the sentence."""
    beside = [words[n] for n in (at - 1, at + 1) if 0 <= n < len(words)]
    return any(word.is_word and not word.quoted for word in beside) and not any(word.quoted for word in beside)


def _names_on(words: Sequence[Token], at: int) -> bool:
    """Tell whether a preposition leads on within a noun phrase: *the Bank of England*, *Ministry for*."""
    if words[at].low == "of":
        return True
    return (
        words[at].low in {"for", "in"} and at + 1 < len(words) and (words[at + 1].is_capital or words[at].low == "for")
    )


def _phrase(words: Sequence[Token], first: int, last: int) -> Phrase | None:
    """Make a phrase of tokens, without prepositions and marks at its ends."""
    inner = list(words[first:last])
    while inner and (not inner[0].is_word or inner[0].low in LINKING | {"and", "'s", "'"}):
        inner.pop(0)
    if len(inner) == 1 and inner[0].low in _ALONE:
        return Phrase(tuple(inner))
    while inner and (not inner[-1].is_word or inner[-1].low in LINKING | DETERMINERS | {"and", "'s"}):
        inner.pop()
    if not inner or all(word.low in DETERMINERS | STOPPING | DAYS for word in inner):
        return None
    return Phrase(tuple(inner))
