"""Find who does a verb: the phrase on its left, over adverbs, insertions and clauses, or the one behind *said*."""

from collections.abc import Sequence

from briefgen.draft.grammar import (
    ADVERBS,
    DAYS,
    DETERMINERS,
    LINKING,
    PARTICLES,
    STOPPING,
    is_participle,
    is_verb,
)
from briefgen.draft.lexicon import words as listed
from briefgen.draft.phrases import Phrase, ending_at, starting_at
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING, AUXILIARIES, BASES, SAYING

_RELATIVE = listed("grammar", "relative")
"""Words that open an insertion between commas."""
_CLAUSES = frozenset(["who", "whose", "whom", "which", "where", "when"])
_ROUGHLY = frozenset({"more", "than", "about", "around", "nearly", "almost", "over"})
"""Words before a number."""
_WINDOW = 40
"""Words beyond which nothing is looked for."""


def subject(words: Sequence[Token], verb: int) -> Phrase | None:
    """Find the noun phrase on the left that does the verb at `verb`."""
    at = _over_adverbs(words, verb - 1)
    if at < 0:
        return None
    is_progressive = any(word.low in AUXILIARIES for word in words[at + 1 : verb])
    if words[at].low in {"and", "but", "then", "or"} or (words[at].low == "to" and at > 0):
        return _shared(words, at)
    if words[verb].low.endswith("ing") and not is_progressive:
        return _shared(words, at) if words[at].text in {",", "—", "–"} or words[at].low in STOPPING else None
    if words[at].text in {",", "—", "–", ")"}:
        return _before_insertion(words, at)
    if words[at].low in {"who", "which", "that"}:
        return _before_relative(words, at)
    return _over_relative(words, ending_at(words, at))


def subjects(words: Sequence[Token], verb: int) -> tuple[Phrase, ...]:
    """List the noun phrases that may do the verb at `verb`, the likeliest first."""
    nearest = subject(words, verb)
    left = _over_adverbs(words, verb - 1)
    adjoining = ending_at(words, left) if nearest is None and left >= 0 and words[left].is_word else None
    farther = [found for at in range(verb - 1, 0, -1) if _is_finite(words, at) and (found := subject(words, at))]
    opening = _opening(words, verb)
    every = [nearest, adjoining, *farther, opening]
    spans = {phrase.span: phrase for phrase in reversed(every) if phrase is not None}
    return tuple(phrase for phrase in every if phrase is not None and spans.pop(phrase.span, None) is not None)


def inverted(words: Sequence[Token], verb: int) -> Phrase | None:
    """Find the phrase behind a verb of saying, as in *said the minister, Ann Lee*: the name, if there is one."""
    found = starting_at(words, verb + 1)
    if found is None:
        return None
    end = next(n for n, word in enumerate(words) if word is found.words[-1]) + 1
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].is_capital:
        name = starting_at(words, end + 1)
        return _with_name(found, name.words, 0, len(name.words)) if name else found
    return found


def agent(words: Sequence[Token], verb: int) -> Phrase | None:
    """Find who does a verb in the passive: *was urged by the envoy*."""
    by = next((n for n in range(verb + 1, min(verb + 14, len(words))) if words[n].low == "by"), 0)
    return starting_at(words, by + 1) if by else None


def _over_relative(words: Sequence[Token], found: Phrase | None) -> Phrase | None:
    """Step over *who was allowed on board* to the doctor it tells of."""
    if found is None:
        return None
    first = next(n for n, word in enumerate(words) if word is found.words[0])
    if first < 3 or words[first - 1].low not in LINKING:
        return found
    for at in range(first - 1, max(0, first - 12), -1):
        if not words[at].is_word:
            return found
        if words[at].low in {"who", "that"}:
            return ending_at(words, at - 1) or found
    return found


def _is_finite(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if word.quoted or word.low.endswith("ing") or words[at - 1].low == "to":
        return False
    return word.low in AUXILIARIES - {"'s"} or (is_verb(words, at) and not is_participle(words, at))


def _over_adverbs(words: Sequence[Token], at: int) -> int:
    """Step left over auxiliaries and adverbs."""
    while at >= 0:
        word = words[at]
        is_adverb = word.low in ADVERBS or (word.low.endswith("ly") and not word.is_capital)
        if not (is_adverb or word.low in AUXILIARIES) or word.text in {",", "."}:
            break
        if word.low in DAYS and at > 0 and words[at - 1].low in {"on", "last", "next"}:
            at -= 1
        at -= 1
    return at


def _before_insertion(words: Sequence[Token], comma: int) -> Phrase | None:
    """Step over `, the leader of the party,` and take what it explains."""
    at = comma - 1
    depth = 1 if words[comma].text == ")" else 0
    while at >= 0 and comma - at < _WINDOW:
        if words[at].text == "(" and depth:
            return ending_at(words, at - 1)
        if not depth and words[at].text in {",", "—", "–"} and not words[at].quoted:
            opens = words[at + 1]
            is_insertion = (
                opens.low in _RELATIVE
                or opens.text[0].isdigit()
                or opens.low.endswith("ing")
                or _is_noun_start(words, at + 1, comma)
            )
            if is_insertion:
                left = ending_at(words, at - 1)
                if left is None:
                    return ending_at(words, comma - 1)
                if at >= 2 and words[at - 1].text[0].isdigit():
                    return _before_insertion(words, at)
                return _name_before(left, words) or _with_name(left, words, at + 1, comma)
            if opens.low == "and":
                at -= 1
                continue
            return _shared(words, at) if opens.low in STOPPING or opens.low in LINKING else ending_at(words, comma - 1)
        at -= 1
    return ending_at(words, comma - 1) if comma > 1 and words[comma].text == "," else None


def _is_noun_start(words: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether an insertion is a name or an office rather than a clause."""
    inner = words[first:last]
    return (
        bool(inner)
        and not any(word.low in AUXILIARIES - {"'s"} for word in inner)
        and inner[0].low not in STOPPING | LINKING
    )


def _with_name(left: Phrase, words: Sequence[Token], first: int, last: int) -> Phrase:
    """Prefer the name of *Israel's spokesman, Daniel Hagari,* to the office before it."""
    inner = words[first:last]
    name = len(inner)
    while name and (inner[name - 1].is_capital or inner[name - 1].low in {"de", "van", "von", "bin", "al", "-"}):
        name -= 1
    is_clause = bool(inner) and (inner[0].low in _CLAUSES or inner[0].low in ACTING)
    is_name = (
        bool(inner) and not is_clause and (name == 0 or len(inner) - name > 1) and (name == 0 or inner[name].is_capital)
    )
    inner = inner[name:]
    has_office = any(word.is_word and not word.is_capital and word.low not in PARTICLES for word in left.words)
    return Phrase(tuple(inner)) if is_name and has_office else left


def _before_relative(words: Sequence[Token], at: int) -> Phrase | None:
    left = at - 1
    if left >= 0 and words[left].text == ",":
        left -= 1
    found = ending_at(words, left) if left >= 0 else None
    return (_name_before(found, words) or found) if found else None


def _name_before(office: Phrase, words: Sequence[Token]) -> Phrase | None:
    """Find the name that an office between commas explains: *Ann Lee, head of the union, Unity, said*."""
    if not any(word.is_word and not word.is_capital for word in office.words):
        return None
    first = next(n for n, word in enumerate(words) if word is office.words[0])
    while first and words[first - 1].low in DETERMINERS:
        first -= 1
    if first < 2 or words[first - 1].text != ",":
        return None
    if first > 3 and words[first - 2].text.isdigit() and words[first - 3].text == ",":
        first -= 2  # an age between the name and the office
    name = ending_at(words, first - 2)
    is_name = name and len(name.words) > 1 and all(word.is_capital or word.low in PARTICLES for word in name.words)
    return name if is_name else None


def _shared(words: Sequence[Token], at: int) -> Phrase | None:
    """Find the subject of the verb before, which a second verb shares: *met the envoy and urged*."""
    is_aside = words[at].text in {",", "—", "–"}
    places = range(1, at) if is_aside or _reports_first(words, at) else range(at - 1, -1, -1)
    for left in places:
        if words[left].text in {";", ":"} and places.step < 0:
            return None
        word = words[left]
        if word.quoted or word.low.endswith("ing") or words[max(left - 1, 0)].low == "to":
            continue
        finite = word.low in AUXILIARIES - {"'s"} or (is_verb(words, left) and not is_participle(words, left))
        if finite and left > 0:
            found = subject(words, left)
            if found:
                return found
    return _opening(words, at)


def _reports_first(words: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence reports words, and goes on at `at` with a second verb of saying: *said …, and urged*."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.low not in ACTING - BASES or following.low.endswith("ing"):
        return False
    first = next((word for n, word in enumerate(words[:at]) if n and is_verb(words, n) and not word.quoted), None)
    return first is not None and first.low in SAYING


def _opening(words: Sequence[Token], before: int) -> Phrase | None:
    """Take the noun phrase that opens the sentence."""
    first = 0
    if words and words[0].low.endswith("ed") and words[0].low in ACTING:  # "Pressed on the date, the envoy said"
        first = next((at for at in range(min(before, len(words))) if words[at].text == ","), 0)
    for at in range(first, min(before, len(words))):
        if words[at].is_word and words[at].low not in STOPPING | LINKING | _ROUGHLY:
            return starting_at(words, at)
    return None
