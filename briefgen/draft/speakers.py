"""Say whose words a quotation is, by the verb that reports it, and by which rule that was told."""

from collections.abc import Sequence

from briefgen.draft.cast import Cast
from briefgen.draft.grammar import DETERMINERS, LINKING, STOPPING, is_verb
from briefgen.draft.lexicon import words as listed
from briefgen.draft.offices import is_people
from briefgen.draft.phrases import Phrase, starting_at
from briefgen.draft.prose import Prose, Sentence
from briefgen.draft.sentences import Quotation
from briefgen.draft.subjects import inverted, subject
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING, BASES, LABELLING, SAYING, forms
from briefgen.draft.who import Who
from briefgen.values import dataclass

_SCARE = 3
"""So few words may be marked without being anybody's."""
_DOCUMENTS = listed("people", "documents")
_TELLING = forms("tell")
"""*The envoy told*: never turned round."""
_ASKED = 2
_NEAR = 6
"""Words between a verb of saying and a word that it still may mark as said."""
_ASKING = forms("urge ask press call appeal push")
_SURE = frozenset({"said after", "said before", "according to", "goes on", "same paragraph", "introduced"})


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation and whose words it is."""

    quotation: Quotation
    sentence: Sentence
    """The one in which it begins."""
    who: Who | None
    rule: str
    """How that was told; empty where it was not."""

    @property
    def is_sure(self) -> bool:
        """Whether the text says it right there."""
        return self.rule in _SURE and not (self.who is not None and self.who.inferred and self.rule == "nearby")


def speakers(prose: Prose, cast: Cast) -> tuple[Said, ...]:
    """Attribute every quotation of the body."""
    found: list[Said] = []
    for quotation in prose.quotations:
        sentence = prose.sentence_at(quotation.span.start)
        if sentence is not None:
            found.append(_attributed(quotation, sentence, prose, cast, found))
    return tuple(_looked_ahead(found, prose))


def _attributed(quotation: Quotation, sentence: Sentence, prose: Prose, cast: Cast, before: list[Said]) -> Said:
    if quotation.continued and before and before[-1].who:
        return Said(quotation, sentence, before[-1].who, "goes on")
    last = prose.sentence_at(quotation.outer.end - 1) or sentence
    lead, tail = _lead(quotation, sentence), _tail(quotation, last)
    opens = not any(word.is_word for word in lead)
    cited = _cited(sentence, cast)
    if cited is not None:
        return Said(quotation, sentence, cited, "according to")
    if _is_told_of(quotation, lead, prose):
        return Said(quotation, sentence, None, "")
    tries = (_said_after, _said_before, _according_to) if opens else (_said_before, _according_to, _said_after)
    for attempt in tries:
        who, rule = attempt(lead, tail, last if attempt is _said_after else sentence, cast)
        if who is not None:
            return Said(quotation, sentence, who, rule)
    if opens:
        who, rule = _nearby(quotation, sentence, prose, cast, before)
        return Said(quotation, sentence, who, rule)
    who, rule = _introduced(quotation, lead, sentence, cast)
    return Said(quotation, sentence, who, rule)


def _cited(sentence: Sentence, cast: Cast) -> Who | None:
    """Find whom an outlet cites: *the paper reported, citing two diplomats*."""
    words = sentence.words
    at = next((n for n, word in enumerate(words) if word.low in {"citing", "quoting"} and not word.quoted), None)
    return cast.who(starting_at(words, at + 1), sentence) if at is not None else None


def _is_told_of(quotation: Quotation, lead: Sequence[Token], prose: Prose) -> bool:
    """Tell words that say what somebody did, *has "ruled out" talks*, or was asked for: they may be anybody's."""
    words = [word for word in lead if word.is_word]
    passage = quotation.span.of(prose.text).split()
    if not words or not passage:
        return False
    place = max((n for n, word in enumerate(words) if word.low in SAYING | LABELLING), default=len(words))
    is_marked = len(passage) <= _SCARE and words[-1].low in DETERMINERS and len(words) - place > _NEAR
    did = words[-1].low in {"has", "have", "had"} and passage[0].lower() in ACTING - BASES
    verbs = [word.low for word in words if word.low in SAYING | LABELLING]
    asked = len(passage) <= _ASKED and bool(verbs) and verbs[-1] in _ASKING and words[-1].low in DETERMINERS
    return did or asked or is_marked


def _lead(quotation: Quotation, sentence: Sentence) -> tuple[Token, ...]:
    return tuple(word for word in sentence.words if word.span.end <= quotation.outer.start)


def _tail(quotation: Quotation, last: Sentence) -> tuple[Token, ...]:
    return tuple(word for word in last.words if word.span.start >= quotation.outer.end)


def _said_after(lead: Sequence[Token], tail: Sequence[Token], sentence: Sentence, cast: Cast) -> tuple[Who | None, str]:
    """`"…," said X`, `"…," X told reporters`."""
    del lead
    words = [word for word in tail if not word.quoted]
    stop = next((n for n, word in enumerate(tail) if word.quoted), len(tail))
    words = words[:stop] if stop else words
    start = next((n for n, word in enumerate(words) if word.is_word), len(words))
    for at in range(start, min(len(words), start + 30)):
        if words[at].low not in SAYING or not (at == start or is_verb(words, at)):
            continue
        before = subject(words, at) if at > start else None
        is_bare = any(word.is_word for word in words[start:at])
        turned = at > 0 and not words[at - 1].is_word and words[start].low in LINKING | STOPPING
        phrase = inverted(words, at) if not is_bare or (turned and words[at].low not in _TELLING) else before
        who = cast.who(phrase, sentence) or _one_of(phrase, sentence, cast)
        if who is None and phrase is not None and (turned or not is_bare):
            who = Who(phrase.span.of(cast.prose.text), phrase.span, "unnamed")
        if who is not None:
            return who, "said after"
    return None, ""


def _one_of(phrase: Phrase | None, sentence: Sentence, cast: Cast) -> Who | None:
    """Take *one said* for one of those without a name who spoke just before."""
    if phrase is None or phrase.words[0].low not in {"one", "another"} or len(phrase.words) > 3:
        return None
    near = (who for back in range(1, 4) for who in cast.doers(sentence.number - back) if who.naming == "unnamed")
    return next(near, None)


def _said_before(
    lead: Sequence[Token], tail: Sequence[Token], sentence: Sentence, cast: Cast
) -> tuple[Who | None, str]:
    """`X said: "…"`, `X called it "…"`."""
    del tail
    words = [word for word in lead if not word.quoted]
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word.low not in SAYING | LABELLING or (at and not is_verb(words, at)):
            continue
        following = words[at + 1].low if at + 1 < len(words) else ""
        passive = following == "by" or (
            at > 0 and words[at - 1].low in {"was", "were", "been", "being", "is", "are", "be"}
        )
        if passive:
            continue
        phrase = subject(words, at)
        who = cast.who(phrase, sentence) or _document(phrase, cast)
        if who is not None:
            return who, "said before"
    return None, ""


def _document(phrase: Phrase | None, cast: Cast) -> Who | None:
    """Let a letter, report or law speak."""
    if phrase is None or not _DOCUMENTS & {word.low for word in phrase.words}:
        return None
    return Who(phrase.span.of(cast.prose.text), phrase.span, "unnamed")


def _according_to(
    lead: Sequence[Token], tail: Sequence[Token], sentence: Sentence, cast: Cast
) -> tuple[Who | None, str]:
    """`according to X`, `in the words of X`."""
    for words in (lead, tail):
        for at, word in enumerate(words):
            pair = (word.low, words[at + 1].low if at + 1 < len(words) else "")
            if pair in {("according", "to"), ("words", "of")} and not word.quoted:
                who = cast.who(starting_at(tuple(words), at + 2), sentence)
                if who is not None:
                    return who, "according to"
    return None, ""


def _introduced(quotation: Quotation, lead: Sequence[Token], sentence: Sentence, cast: Cast) -> tuple[Who | None, str]:
    """`X's last words were: "…"`, `X is at the hall: "…"`; few marked words without any verb are nobody's."""
    words = [word for word in lead if not word.quoted]
    if words and words[-1].text == ":":
        owner = next((n for n, word in enumerate(words) if word.low == "'s"), 0)
        phrase = (
            starting_at(tuple(words[:owner]), _first_word(words[:owner]))
            if owner
            else starting_at(tuple(words), _first_word(words))
        )
        who = cast.who(phrase, sentence)
        return (who, "introduced") if who else (None, "")
    if len(quotation.span.of(cast.prose.text).split()) <= _SCARE:
        return None, ""
    doers = [who for who in cast.doers(sentence.number) if who.span.end <= quotation.outer.start]
    return (doers[-1], "doer") if doers and _can_speak(doers[-1]) else (None, "")


def _can_speak(who: Who) -> bool:
    return who.entity is not None or is_people(who.words.lower().split()[-1])


def _first_word(words: Sequence[Token]) -> int:
    skipped = {"but", "and", "in", "on", "at", "yet", "so"}
    return next((n for n, word in enumerate(words) if word.is_word and word.low not in skipped), 0)


def _nearby(
    quotation: Quotation, sentence: Sentence, prose: Prose, cast: Cast, before: list[Said]
) -> tuple[Who | None, str]:
    """Take who spoke last in the paragraph, else who spoke or acted last before it."""
    same = [said for said in before if said.sentence.paragraph == sentence.paragraph and said.who]
    if same:
        return same[-1].who, "same paragraph"
    if len(quotation.span.of(prose.text).split()) <= _SCARE and quotation.span.of(prose.text)[-1:] not in ".?!,":
        return None, ""
    for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
        spoken = [said for said in before if said.who and said.sentence.number == number]
        if spoken:
            return spoken[-1].who, "nearby"
        people = [who for who in cast.doers(number) if who.entity and who.entity.kind == "person"] or [
            who for who in cast.doers(number) if _can_speak(who)
        ]
        if people:
            return people[0], "nearby"
    return None, ""


def _looked_ahead(found: list[Said], prose: Prose) -> list[Said]:
    """Let a quotation without a speaker have that of the next one, if nothing but a blank parts them."""
    for number in range(len(found) - 2, -1, -1):
        here, following = found[number], found[number + 1]
        between = Span(here.quotation.outer.end, following.quotation.outer.start).of(prose.text)
        same = here.sentence.paragraph == following.sentence.paragraph or following.quotation.continued
        if same and not between.strip() and following.who and here.rule in {"", "nearby"}:
            found[number] = Said(here.quotation, here.sentence, following.who, "same paragraph")
    return found
