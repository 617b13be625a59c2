"""Find who does a verb and to whom, by the words around it.

No grammar is parsed: a noun phrase is read off word by word up to a verb, a mark or a preposition that ends it, and
insertions between commas are stepped over.
What cannot be read so gives nothing, and is left to the person who edits the draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING, AUXILIARIES, LABELLING, MODALS, SAYING

DETERMINERS = frozenset(
    """a an the this that these those his her its their our my your some any many most several few both all each every
    no another other such one two three four five six seven eight nine ten dozens hundreds thousands more""".split()
)
PRONOUNS = frozenset("he she they it we i you who one".split())
LINKING = frozenset("of for in at from on with to against behind within at under near by".split())
"""Prepositions that may stand within a noun phrase."""
STOPPING = frozenset(
    """after before during since until despite amid about as into over than through throughout without while when where
    whether if because although though unless once and but or nor yet so then which who whom whose that what how why
    like including between among across per via not also however meanwhile only even just still again there
    here now today yesterday tomorrow tonight earlier later recently instead therefore moreover according toward towards
    along following upon regarding concerning given ago""".split()
)
ADVERBS = frozenset(
    """also again later earlier then still now already just only even repeatedly previously recently once never always
    often has have had will would could should may might must not too further separately meanwhile reportedly since
    subsequently today yesterday tonight twice first instead even both all each first
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split())
_RELATIVE = frozenset("who whose whom which where when a an the former head chief one aged formerly".split())
_WINDOW = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens from `first` up to, and without, `last`."""

    words: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.words[0].span.start, self.words[-1].span.end)


_BEING = frozenset("is are was were be been being".split())


def is_verb(words: Sequence[Token], at: int) -> bool:
    """Tell whether the form at `at`, which may be a noun too, is used as a verb."""
    word, before = words[at], _previous_word(words, at)
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
    if word.low not in AUXILIARIES and not word.low.endswith(("ed", "ing")) and following in MODALS | _BEING:
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
    return _over_relative(words, _ending_at(words, at))


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
        if words[at].low == "who":
            return _ending_at(words, at - 1) or found
    return found


def subjects(words: Sequence[Token], verb: int) -> tuple[Phrase, ...]:
    """List the noun phrases that may do the verb at `verb`, the likeliest first."""
    nearest = subject(words, verb)
    left = _over_adverbs(words, verb - 1)
    adjoining = _ending_at(words, left) if nearest is None and left >= 0 and words[left].is_word else None
    farther = [found for at in range(verb - 1, 0, -1) if _is_finite(words, at) and (found := subject(words, at))]
    opening = _opening(words, verb)
    every = [nearest, adjoining, *farther, opening]
    spans = {phrase.span: phrase for phrase in reversed(every) if phrase is not None}
    return tuple(phrase for phrase in every if phrase is not None and spans.pop(phrase.span, None) is not None)


def _is_finite(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if word.quoted or word.low.endswith("ing") or words[at - 1].low == "to":
        return False
    return word.low in AUXILIARIES - {"'s"} or (is_verb(words, at) and not _is_participle(words, at))


def inverted(words: Sequence[Token], verb: int) -> Phrase | None:
    """Find the noun phrase right after a verb of saying, as in *said the minister, Ann Lee*: the name, if there is one."""
    found = _starting_at(words, verb + 1)
    if found is None:
        return None
    end = next(n for n, word in enumerate(words) if word is found.words[-1]) + 1
    if end + 1 < len(words) and words[end].text == "," and words[end + 1].is_capital:
        name = _starting_at(words, end + 1)
        return _with_name(found, name.words, 0, len(name.words)) if name else found
    return found


def before(words: Sequence[Token], at: int) -> Phrase | None:
    """Find the noun phrase that ends at `at`, such as an owner."""
    return _ending_at(words, at)


def after(words: Sequence[Token], at: int) -> Phrase | None:
    """Find the noun phrase that begins at `at`, such as the object of a verb."""
    return _starting_at(words, at)


def _previous_word(words: Sequence[Token], at: int) -> Token | None:
    return words[at - 1] if at > 0 else None


def _over_adverbs(words: Sequence[Token], at: int) -> int:
    """Step left over auxiliaries and adverbs."""
    while at >= 0:
        word = words[at]
        is_adverb = word.low in ADVERBS or (word.low.endswith("ly") and not word.is_capital)
        if not (is_adverb or word.low in AUXILIARIES) or word.text in {",", "."}:
            break
        if word.low in _DAYS and at > 0 and words[at - 1].low in {"on", "last", "next"}:
            at -= 1
        at -= 1
    return at


def _ending_at(words: Sequence[Token], last: int) -> Phrase | None:
    """Read a noun phrase leftwards from its last word."""
    at, first = last, last + 1
    while at >= 0 and last - at < _WINDOW:
        word = words[at]
        if word.low in PRONOUNS and first == last + 1:
            return Phrase((word,))
        if word.text in _MARKS and at > 0 and _short_quote(words, at):
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
    return _phrase(words, first, last + 1)


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


def _links(words: Sequence[Token], at: int) -> bool:
    """Tell whether the preposition at `at` belongs to a noun on its left, as in *head of*."""
    if at == 0 or not words[at - 1].is_word:
        return False
    left = words[at - 1]
    if left.low in STOPPING or left.low in AUXILIARIES or left.low in LINKING or left.low in _DAYS:
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


def _before_insertion(words: Sequence[Token], comma: int) -> Phrase | None:
    """Step over `, the leader of the party,` and take what it explains."""
    at = comma - 1
    depth = 1 if words[comma].text == ")" else 0
    while at >= 0 and comma - at < _WINDOW:
        if words[at].text == "(" and depth:
            return _ending_at(words, at - 1)
        if not depth and words[at].text in {",", "—", "–"} and not words[at].quoted:
            opens = words[at + 1]
            is_insertion = (
                opens.low in _RELATIVE
                or opens.text[0].isdigit()
                or opens.low.endswith("ing")
                or _is_noun_start(words, at + 1, comma)
            )
            if is_insertion:
                left = _ending_at(words, at - 1)
                if left is None:
                    return _ending_at(words, comma - 1)
                if at >= 2 and words[at - 1].text[0].isdigit():
                    return _before_insertion(words, at)
                return _name_before(left, words) or _with_name(left, words, at + 1, comma)
            if opens.low in {"and"}:
                at -= 1
                continue
            return _shared(words, at) if opens.low in STOPPING or opens.low in LINKING else _ending_at(words, comma - 1)
        at -= 1
    return _ending_at(words, comma - 1) if comma > 1 and words[comma].text == "," else None


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
    is_clause = bool(inner) and inner[0].low in {"who", "whose", "whom", "which", "where", "when"}
    is_name = (
        bool(inner) and not is_clause and (name == 0 or len(inner) - name > 1) and (name == 0 or inner[name].is_capital)
    )
    inner = inner[name:]
    has_office = any(word.is_word and not word.is_capital and word.low not in _PARTICLES for word in left.words)
    return Phrase(tuple(inner)) if is_name and has_office else left


def _before_relative(words: Sequence[Token], at: int) -> Phrase | None:
    left = at - 1
    if left >= 0 and words[left].text == ",":
        left -= 1
    found = _ending_at(words, left) if left >= 0 else None
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
    name = _ending_at(words, first - 2)
    is_name = name and len(name.words) > 1 and all(word.is_capital or word.low in _PARTICLES for word in name.words)
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
        finite = word.low in AUXILIARIES - {"'s"} or (is_verb(words, left) and not _is_participle(words, left))
        if finite and left > 0:
            found = subject(words, left)
            if found:
                return found
    return _opening(words, at)


def _reports_first(words: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence reports words, and goes on at `at` with a second verb of saying: *said …, and urged*."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.low not in SAYING | LABELLING or following.low.endswith("ing"):
        return False
    first = next((word for n, word in enumerate(words[:at]) if n and is_verb(words, n) and not word.quoted), None)
    return first is not None and first.low in SAYING


def _is_participle(words: Sequence[Token], at: int) -> bool:
    """Tell whether a form in -ed qualifies a noun, as in *a deal proposed by*."""
    return words[at].low.endswith("ed") and at + 1 < len(words) and words[at + 1].low in {"by", "in", "as"}


def _opening(words: Sequence[Token], before: int) -> Phrase | None:
    """Take the noun phrase that opens the sentence."""
    for at in range(min(before, len(words))):
        if words[at].is_word and words[at].low not in STOPPING | LINKING:
            return _starting_at(words, at)
    return None


_PARTICLES = frozenset("of for and the de la del da van von der den bin ibn al el di du".split())


def _starting_at(words: Sequence[Token], first: int) -> Phrase | None:
    """Read a noun phrase rightwards from its first word."""
    at = first
    while at < len(words) and (words[at].low in {"that", "by"} and at == first):
        at += 1
    first = at
    if at < len(words) and words[at].low in PRONOUNS | {"him", "her", "them", "us", "me"} and words[at].low != "one":
        is_possessive = words[at].low == "her" and at + 1 < len(words) and words[at + 1].is_word
        if not is_possessive:
            return Phrase((words[at],))
    while at < len(words) and at - first < _WINDOW:
        word = words[at]
        if word.text in _MARKS and at > first and _short_quote(words, at):
            at += 1
            continue
        if not word.is_word or (word.low in STOPPING and not word.is_capital) or word.low in AUXILIARIES - {"'s"}:
            if not (word.low == "and" and at > first and _joins(words, at)):
                break
        if at > first and word.low in LINKING and not _names_on(words, at):
            break
        if at > first and word.low in _DAYS:
            break
        if at > first and not word.is_capital and is_verb(words, at) and word.low not in {"meeting", "offer"}:
            break
        at += 1
    return _phrase(words, first, at)


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
    while inner and (not inner[-1].is_word or inner[-1].low in LINKING | DETERMINERS | {"and", "'s"}):
        inner.pop()
    if not inner or all(word.low in DETERMINERS | STOPPING | _DAYS for word in inner):
        lone = [word for word in inner if word.low in {"all", "both", "some", "many", "others", "several", "most"}]
        return Phrase(tuple(lone)) if lone else None
    return Phrase(tuple(inner))


def is_passive(words: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb is suffered rather than done: *was urged*."""
    back = verb - 1
    while back >= 0 and (words[back].low in {"not", "also", "already"} or words[back].low.endswith("ly")):
        back -= 1
    return back >= 0 and words[back].low in _BEING and not words[verb].low.endswith("ing")


def agent(words: Sequence[Token], verb: int) -> Phrase | None:
    """Find who does a verb in the passive: *was urged by the envoy*."""
    by = next((n for n in range(verb + 1, min(verb + 14, len(words))) if words[n].low == "by"), 0)
    return _starting_at(words, by + 1) if by else None
