"""Say whom a pronoun means: who spoke or acted last among those it fits."""

from typing import TYPE_CHECKING

from briefgen.draft.grammar import DETERMINERS
from briefgen.draft.lexicon import words as listed
from briefgen.draft.phrases import starting_at
from briefgen.draft.prose import Sentence
from briefgen.draft.subjects import inverted
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import SAYING
from briefgen.draft.who import WE, Who, fits

if TYPE_CHECKING:
    from briefgen.draft.cast import Cast

REACH = 6
"""How many sentences back a pronoun or an office may reach."""
_CLAIMS = listed("people", "claims")


def antecedent(cast: "Cast", pronoun: Token, sentence: Sentence) -> Who | None:
    """Find whom a pronoun of a sentence means."""
    if pronoun.low in WE:
        return None if pronoun.quoted or pronoun.low in {"i", "me", "my"} else _narrator(cast, pronoun)
    for number in range(sentence.number, max(-1, sentence.number - REACH - 1), -1):
        found = next((who for who in _candidates(cast, number, pronoun) if fits(who, pronoun)), None)
        if found is not None:
            return Who(found.words, pronoun.span, found.naming, found.entity, inferred=True)
    return None


def _narrator(cast: "Cast", pronoun: Token) -> Who | None:
    """Find who says *we* in its own statement: the body that acts first in it."""
    for sentence in cast.prose.sentences:
        words = sentence.words
        if len(words) > 2 and words[0].low == "we" and words[1].text == ",":
            phrase = starting_at(words, 2)
            return Who(phrase.span.of(cast.prose.text), phrase.span, "collective", inferred=True) if phrase else None
    first = next((who for sentence in cast.prose.sentences for who in cast.doers(sentence.number)), None)
    if first is None:
        return None
    is_body = first.entity.kind in {"organisation", "place"} if first.entity else first.naming == "collective"
    return Who(first.words, pronoun.span, first.naming, first.entity, inferred=True) if is_body else None


def _candidates(cast: "Cast", number: int, pronoun: Token) -> list[Who]:
    """List who speaks in a sentence, who acts in it, and whom it names; of the pronoun's own only those before it."""
    sentence = cast.prose.sentences[number]
    quoted = [quotation.outer for quotation in cast.prose.quotations_in(sentence.span)]
    named = [
        Who(mention.entity.name, mention.span, "named", mention.entity)
        for mention in cast.prose.mentions_in(sentence.span)
        if not any(quote.holds(mention.span) for quote in quoted)
    ]
    acting = sorted(cast.doers(number), key=lambda who: who.inferred)
    everyone = [*cast.heard(sentence), *acting, *named]
    return [who for who in everyone if who.span.end <= pronoun.span.start]


def heard(cast: "Cast", sentence: Sentence) -> tuple[Who, ...]:
    """Find who is said to speak in a sentence, behind its quotations or by *the claim of*."""
    return (*_speaking(cast, sentence), *_claiming(cast, sentence))


def _speaking(cast: "Cast", sentence: Sentence) -> list[Who]:
    """Find who is said to speak behind a quotation: *"…," said the envoy*."""
    words = sentence.words
    found = []
    for at, word in enumerate(words[:-1]):
        behind = next((before for before in reversed(words[:at]) if before.text != ","), None)
        opens_name = words[at + 1].is_capital or words[at + 1].low in DETERMINERS
        if word.low in SAYING and not word.quoted and behind is not None and behind.quoted and opens_name:
            who = cast.who(inverted(words, at), sentence)
            found += [who] if who else []
    return found


def _claiming(cast: "Cast", sentence: Sentence) -> list[Who]:
    """Take up *the claim of X*: its owner is spoken of, whatever the claim is about."""
    words = sentence.words
    places = [n for n in range(len(words) - 2) if words[n].low in _CLAIMS and words[n + 1].low in {"of", "by"}]
    found = [cast.who(starting_at(words, n + 2), sentence) for n in places]
    return [who for who in found if who is not None]
