"""Say who is meant by a phrase: a name, an office, a pronoun, or people without a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.draft.grammar import DETERMINERS, LINKING, is_verb
from briefgen.draft.lexicon import words as listed
from briefgen.draft.names import Entity, Mention
from briefgen.draft.offices import SEXED, THINGS, UNNAMED, is_people
from briefgen.draft.phrases import Phrase, starting_at
from briefgen.draft.prose import Prose, Sentence
from briefgen.draft.subjects import inverted, subject
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING, SAYING

Naming = Literal["named", "unnamed", "collective"]
_HE, _SHE = frozenset(["he", "him", "his"]), frozenset(["she", "her"])
_IT, _THEY = frozenset({"it", "its"}), frozenset(["they", "them", "their"])
_WE = frozenset(["we", "us", "our", "i", "me", "my"])
_BODY_NOUNS = listed("people", "body-nouns")
_SPEAKING_FOR = frozenset(["spokesman", "spokeswoman", "spokesperson", "official", "officials"])
_CLAIMS = listed("people", "claims")
_LONGEST = 9
_REACH = 6
"""How many sentences back a pronoun or an office may reach."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in the text: an entity, or words that stand for people without a name."""

    words: str
    """The name of the entity, else the words of the text."""
    span: Span
    """Where the text says it."""
    naming: Naming
    entity: Entity | None = None
    inferred: bool = False
    """Whether a pronoun or an office was taken for somebody named elsewhere."""


class Cast:
    """Everybody in a text, and who acted last."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self._doers: dict[int, tuple[Who, ...]] = {}
        for sentence in prose.sentences:
            self._doers[sentence.number] = self._acting(sentence)

    def doers(self, number: int) -> tuple[Who, ...]:
        """List who does something in a sentence, in the order of its words."""
        return self._doers.get(number, ())

    def who(self, phrase: Phrase | None, sentence: Sentence) -> Who | None:
        """Say who a phrase of a sentence means; None where it means a thing or cannot be told."""
        if phrase is None:
            return None
        if len(phrase.words) == 1 and phrase.words[0].low in _HE | _SHE | _IT | _THEY | _WE:
            return self._antecedent(phrase.words[0], sentence)
        named = self._named(phrase)
        if named is not None:
            return named
        return self._described(phrase, sentence)

    def agent(self, phrases: Sequence[Phrase], sentence: Sentence) -> Who | None:
        """Say who does a verb that only people and bodies do: the first phrase that means somebody.

        Where none is known to, the first that names no mere thing is taken as it is worded.
        """
        for phrase in phrases:
            who = self.who(phrase, sentence)
            if who is not None:
                return who
        for phrase in phrases:
            if _may_act(phrase):
                return Who(self._words(phrase), phrase.span, "collective")
        return None

    def _acting(self, sentence: Sentence) -> tuple[Who, ...]:
        found: list[Who] = []
        words = sentence.narrated
        for at in range(len(words)):
            if at and not words[at].low.endswith("ing") and is_verb(words, at):
                who = self.who(subject(words, at), sentence)
                if who and all(other.words != who.words for other in found):
                    found.append(who)
        return tuple(found)

    def _named(self, phrase: Phrase) -> Who | None:
        """Find the name in a phrase that is its head, not one that only qualifies it."""
        inside = [mention for mention in self.prose.mentions if phrase.span.holds(mention.span)]
        people = [
            mention for mention in inside if mention.entity.kind == "person" and not self._qualifies(mention, phrase)
        ]
        if people:
            return Who(people[0].entity.name, phrase.span, "named", people[0].entity)
        heads = [mention for mention in inside if not self._qualifies(mention, phrase)]
        return Who(heads[0].entity.name, phrase.span, "named", heads[0].entity) if heads else None

    def _qualifies(self, mention: Mention, phrase: Phrase) -> bool:
        """Tell whether a name in a phrase only says whose or where: *Israel's envoy*, *head of the EU*."""
        before = [word for word in phrase.words if word.span.end <= mention.span.start]
        behind = [word for word in phrase.words if word.span.start >= mention.span.end]
        if mention.entity.kind == "person" and not behind and before and before[-1].is_capital:
            return False
        if any(word.low in LINKING for word in before):
            return True
        if not behind or behind[0].low in LINKING | {"and", ","} or not behind[0].is_word:
            return False
        return mention.entity.kind != "person" or behind[0].low == "'s"

    def _described(self, phrase: Phrase, sentence: Sentence) -> Who | None:
        head = _head(phrase)
        words = self._words(phrase)
        is_definite = phrase.words[0].low in {"the", "this", "that", "its", "his", "her", "their"}
        if is_definite and head not in _SPEAKING_FOR:
            known = self._office_holder(phrase, head, sentence)
            if known:
                return Who(known.name, phrase.span, "named", known, inferred=True)
        if is_definite and len(phrase.words) == 2:
            earlier = self._earlier(head, sentence.number)
            if earlier is not None:
                return Who(earlier.words, phrase.span, earlier.naming, earlier.entity, inferred=True)
        if all(word.is_capital or word.low in {"the", "of", "for", "and", "de"} for word in phrase.words) and head:
            return Who(words.removeprefix("The ").removeprefix("the "), phrase.span, "named")
        if head in UNNAMED and head in {"report", "reports", "statement"}:
            return Who(words, phrase.span, "unnamed")
        if (
            is_people(head)
            or head in _BODY_NOUNS
            or phrase.words[0].low in {"some", "many", "both", "others", "several"}
        ):
            return Who(words, phrase.span, "unnamed" if head in UNNAMED else "collective")
        return None

    def _earlier(self, head: str, number: int) -> Who | None:
        """Find people without a name that *the officials* takes up again."""
        for back in range(number - 1, max(-1, number - _REACH - 1), -1):
            for who in self._unnamed_in(back):
                if who.words.lower().split()[-1] == head and len(who.words.split()) > 2:
                    return who
        return None

    def _unnamed_in(self, number: int) -> list[Who]:
        """List people without a name whom a sentence cites or lets act."""
        sentence = self.prose.sentences[number]
        cited = [
            self._described(phrase, sentence)
            for at, word in enumerate(sentence.words)
            if word.low == "citing" and (phrase := starting_at(sentence.words, at + 1)) is not None
        ]
        return [who for who in (*cited, *self.doers(number)) if who is not None and who.entity is None]

    def _office_holder(self, phrase: Phrase, head: str, sentence: Sentence) -> Entity | None:
        """Find who held an office, or the body of a kind, that was named shortly before."""
        if len(phrase.words) > 3:
            return None
        near = [m.entity for m in self.prose.mentions if m.span.start < phrase.span.start]
        named = [entity for entity in reversed(near) if entity.kind == "person" and head in _office_words(entity)]
        holders = {entity.name for entity in named}
        if named and phrase.words[0].low == "the" and (len(phrase.words) == 2 or len(holders) == 1):
            return named[0]
        if head in _BODY_NOUNS and len(phrase.words) == 2 and phrase.words[0].low in {"the", "this"}:
            bodies = [entity for entity in reversed(near) if entity.kind == "organisation"]
            exact = [entity for entity in bodies if head in entity.name.lower().split()]
            recent = [entity for entity in self._recent(sentence) if entity.kind == "organisation"]
            return next(
                iter(exact or (recent[:1] if head in {"agency", "organisation", "organization", "body"} else [])), None
            )
        return None

    def _recent(self, sentence: Sentence) -> list[Entity]:
        first = max(0, sentence.number - _REACH)
        spans = [item.span for item in self.prose.sentences[first : sentence.number]]
        return [m.entity for m in reversed(self.prose.mentions) if any(span.holds(m.span) for span in spans)]

    def _antecedent(self, pronoun: Token, sentence: Sentence) -> Who | None:
        """Find whom a pronoun means: who acted last among those it fits."""
        if pronoun.low in _WE:
            return self._narrator(pronoun) if not pronoun.quoted else None
        sex = "m" if pronoun.low in _HE else "f" if pronoun.low in _SHE else ""
        for number in range(sentence.number, max(-1, sentence.number - _REACH - 1), -1):
            for candidate in self._candidates(number, pronoun):
                if self._fits(candidate, pronoun, sex):
                    return Who(candidate.words, pronoun.span, candidate.naming, candidate.entity, inferred=True)
        return None

    def _narrator(self, pronoun: Token) -> Who | None:
        """Find who says *we* in its own statement: the body that acts first in it."""
        if pronoun.low in {"i", "me", "my"}:
            return None
        everyone = (who for number in sorted(self._doers) for who in self._doers[number])
        first = next(everyone, None)
        is_body = first is not None and (
            first.entity.kind in {"organisation", "place"} if first.entity else first.naming == "collective"
        )
        return Who(first.words, pronoun.span, first.naming, first.entity, inferred=True) if first and is_body else None

    def _candidates(self, number: int, pronoun: Token) -> list[Who]:
        """List those who act in a sentence, then those it names; within the pronoun's own, only those before it."""
        span = self.prose.sentences[number].span
        quoted = [quotation.outer for quotation in self.prose.quotations_in(span)]
        here = [
            m
            for m in self.prose.mentions
            if span.holds(m.span) and m.span.end <= pronoun.span.start and not any(q.holds(m.span) for q in quoted)
        ]
        named = [Who(m.entity.name, m.span, "named", m.entity) for m in here]
        acting = [who for who in self.doers(number) if who.span.end <= pronoun.span.start]
        speaking = self._speaking(number, pronoun)
        return speaking + acting + named

    def _speaking(self, number: int, pronoun: Token) -> list[Who]:
        """Put first who is said to speak behind a quotation: *"…," said the envoy*."""
        sentence = self.prose.sentences[number]
        words = sentence.words
        found = []
        for at, word in enumerate(words):
            behind = next((w for w in reversed(words[:at]) if w.text != ","), None)
            if word.low in SAYING and not word.quoted and behind is not None and behind.quoted:
                who = self.who(inverted(words, at), sentence) if _is_free(words, at) else None
                if who and who.span.end <= pronoun.span.start:
                    found.append(who)
        return found + self._claiming(sentence, pronoun)

    def _claiming(self, sentence: Sentence, pronoun: Token) -> list[Who]:
        """Take up *the claim of X*: its owner is spoken of, whatever the claim is about."""
        words = sentence.words
        pairs = (n for n in range(len(words) - 2) if words[n].low in _CLAIMS and words[n + 1].low in {"of", "by"})
        found = [self.who(starting_at(words, n + 2), sentence) for n in pairs]
        return [who for who in found if who is not None and who.span.end <= pronoun.span.start]

    def _fits(self, who: Who, pronoun: Token, sex: str) -> bool:
        entity = who.entity
        if pronoun.low in _HE | _SHE:
            if entity is None:
                words = who.words.lower().split()
                own = next((SEXED[word] for word in words if word in SEXED), sex)
                plural = words[-1].endswith("s") and words[-1] != "boss"
                return not plural and own == sex and (who.naming == "unnamed" or is_people(words[-1]))
            return entity.kind == "person" and entity.sex in {sex, ""}
        if pronoun.low in _IT:
            return (
                entity.kind != "person"
                if entity
                else who.naming == "collective" and not who.words.lower().endswith("s")
            )
        if pronoun.low in _THEY:
            return entity.kind != "person" if entity else True
        return False

    def _words(self, phrase: Phrase) -> str:
        return self.prose.text[phrase.span.start : phrase.span.end]


_IN_FULL = {"gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general", "prof.": "professor"}


def _office_words(entity: Entity) -> set[str]:
    return {_IN_FULL.get(word, word) for word in entity.role.lower().split()}


def _is_free(words: Sequence[Token], at: int) -> bool:
    """Tell whether the word after a verb can begin who said it, rather than what was said."""
    following = words[at + 1] if at + 1 < len(words) else None
    return following is not None and (following.is_capital or following.low in DETERMINERS)


def _may_act(phrase: Phrase) -> bool:
    """Tell whether a phrase may mean somebody: a noun with its article, or in the plural, that is no mere thing."""
    head, first = _head(phrase), phrase.words[0]
    is_noun = first.low in DETERMINERS or head.endswith("s") or first.is_capital
    is_pronoun = first.low in _HE | _SHE | _IT | _THEY | _WE | {"you", "who"}
    return is_noun and not is_pronoun and head not in THINGS | ACTING and head != "" and len(phrase.words) <= _LONGEST


def _head(phrase: Phrase) -> str:
    """Find the noun that a phrase is about: the last before any preposition."""
    head = ""
    for word in phrase.words:
        if head and word.low in LINKING:
            break
        if word.low.isalpha() or "-" in word.low:
            head = word.low
    return head
