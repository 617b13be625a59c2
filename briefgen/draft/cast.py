"""Everybody in a text, and who is meant by a phrase: a name, an office, a pronoun, people without a name."""

from collections.abc import Sequence

from briefgen.draft.antecedents import REACH, antecedent, heard
from briefgen.draft.grammar import LINKING, is_verb
from briefgen.draft.names import Entity, Mention
from briefgen.draft.offices import BODY_NOUNS, QUALIFIERS, UNNAMED, is_people
from briefgen.draft.phrases import Phrase, starting_at
from briefgen.draft.prose import Prose, Sentence
from briefgen.draft.subjects import subject
from briefgen.draft.who import PERSONAL, Who, head, may_act

_ANY_BODY = frozenset({"agency", "organisation", "organization", "body"})
_SPEAKING_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "officials"})
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their"})
_SOME = frozenset(
    {
        "some",
        "many",
        "most",
        "two",
        "three",
        "four",
        "five",
        "both",
        "others",
        "several",
        "dozens",
        "hundreds",
        "thousands",
    }
)
_IN_NAMES = frozenset({"the", "of", "for", "and", "de"})
_REPORTS = frozenset({"report", "reports", "statement"})
_IN_FULL = {"gov.": "governor", "sen.": "senator", "rep.": "representative", "gen.": "general", "prof.": "professor"}


class Cast:
    """Everybody in a text, and who acts in each of its sentences."""

    def __init__(self, prose: Prose) -> None:
        self.prose = prose
        self._doers: dict[int, tuple[Who, ...]] = {}
        self._heard: dict[int, tuple[Who, ...]] = {}
        for sentence in prose.sentences:
            self._doers[sentence.number] = self._acting(sentence)

    def doers(self, number: int) -> tuple[Who, ...]:
        """List who does something in a sentence, in the order of its words."""
        return self._doers.get(number, ())

    def heard(self, sentence: Sentence) -> tuple[Who, ...]:
        """List who is said to speak in a sentence, behind its quotations or by *the claim of*."""
        if sentence.number not in self._heard:
            self._heard[sentence.number] = ()  # while it is found out, for a pronoun may ask for it again
            self._heard[sentence.number] = heard(self, sentence)
        return self._heard[sentence.number]

    def who(self, phrase: Phrase | None, sentence: Sentence) -> Who | None:
        """Say who a phrase of a sentence means; None where it means a thing or cannot be told."""
        if phrase is None:
            return None
        if len(phrase.words) == 1 and phrase.words[0].low in PERSONAL:
            return antecedent(self, phrase.words[0], sentence)
        return self._named(phrase) or self._taken_up(phrase, sentence) or self._described(phrase)

    def agent(self, phrases: Sequence[Phrase], sentence: Sentence) -> Who | None:
        """Say who does a verb that only people and bodies do: the first phrase that means somebody.

        Where none is known to, the first that names no mere thing is taken as it is worded.
        """
        known = next((who for phrase in phrases if (who := self.who(phrase, sentence)) is not None), None)
        if known is not None:
            return known
        phrase = next((phrase for phrase in phrases if may_act(phrase)), None)
        return Who(phrase.span.of(self.prose.text), phrase.span, "collective") if phrase else None

    def _acting(self, sentence: Sentence) -> tuple[Who, ...]:
        found: list[Who] = []
        words = sentence.narrated
        for at in range(1, len(words)):
            if not words[at].low.endswith("ing") and is_verb(words, at):
                who = self.who(subject(words, at), sentence)
                if who and all(other.words != who.words for other in found):
                    found.append(who)
        return tuple(found)

    def _named(self, phrase: Phrase) -> Who | None:
        """Find the name in a phrase that is its head, not one that only qualifies it; people come first."""
        heads = [one.entity for one in self.prose.mentions_in(phrase.span) if not _qualifies(one, phrase)]
        found = next((entity for entity in heads if entity.kind == "person"), next(iter(heads), None))
        return Who(found.name, phrase.span, "named", found) if found else None

    def _taken_up(self, phrase: Phrase, sentence: Sentence) -> Who | None:
        """Find whom *the minister*, *the agency* or *the officials* takes up again."""
        noun = head(phrase)
        if phrase.words[0].low not in _DEFINITE:
            return None
        known = self._office_holder(phrase, noun, sentence) if noun not in _SPEAKING_FOR else None
        if known is not None:
            return Who(known.name, phrase.span, "named", known, inferred=True)
        earlier = self._earlier(noun, sentence.number) if len(phrase.words) == 2 else None
        return Who(earlier.words, phrase.span, earlier.naming, earlier.entity, inferred=True) if earlier else None

    def _described(self, phrase: Phrase) -> Who | None:
        """Take words for people without a name, or for a name that is known only here."""
        noun, words = head(phrase), phrase.span.of(self.prose.text)
        if noun and all(word.is_capital or word.low in _IN_NAMES for word in phrase.words):
            return Who(words.removeprefix("The ").removeprefix("the "), phrase.span, "named")
        is_somebody = is_people(noun) or noun in BODY_NOUNS | _REPORTS or phrase.words[0].low in _SOME
        return Who(words, phrase.span, "unnamed" if noun in UNNAMED else "collective") if is_somebody else None

    def _office_holder(self, phrase: Phrase, noun: str, sentence: Sentence) -> Entity | None:
        """Find who held an office, or the body of a kind, that was named shortly before."""
        if len(phrase.words) > 3:
            return None
        near = self._named_before(phrase, sentence)
        wanted = {noun, *(word.low for word in phrase.words[1:] if word.low in QUALIFIERS)}
        holders = [entity for entity in near if entity.kind == "person" and wanted <= _office_words(entity)]
        is_sure = len(phrase.words) == 2 or len({entity.name for entity in holders}) == 1
        if holders and phrase.words[0].low == "the" and is_sure:
            return holders[0]
        if noun not in BODY_NOUNS or len(phrase.words) != 2 or phrase.words[0].low not in {"the", "this"}:
            return None
        bodies = [entity for entity in near if entity.kind == "organisation"]
        exact = [entity for entity in bodies if noun in entity.name.lower().split()]
        recent = bodies if noun in _ANY_BODY else []
        return next(iter([*exact, *recent]), None)

    def _named_before(self, phrase: Phrase, sentence: Sentence) -> list[Entity]:
        """List who was named before a phrase, the last first."""
        named = [
            mention
            for mention in self.prose.mentions_before(phrase.span.start)
            if mention.span.end <= sentence.span.end
        ]
        return [mention.entity for mention in reversed(named)]

    def _earlier(self, noun: str, number: int) -> Who | None:
        """Find people without a name that *the officials* takes up again."""
        for back in range(number - 1, max(-1, number - REACH - 1), -1):
            for who in self._unnamed_in(back):
                if who.words.lower().split()[-1] == noun and len(who.words.split()) > 1:
                    return who
        return None

    def _unnamed_in(self, number: int) -> list[Who]:
        """List people without a name whom a sentence cites or lets act."""
        words = self.prose.sentences[number].words
        phrases = [starting_at(words, at + 1) for at, word in enumerate(words) if word.low == "citing"]
        cited = [self._described(phrase) for phrase in phrases if phrase is not None]
        return [who for who in (*cited, *self.doers(number)) if who is not None and who.entity is None]


def _qualifies(mention: Mention, phrase: Phrase) -> bool:
    """Tell whether a name in a phrase only says whose or where: *Israel's envoy*, *head of the EU*."""
    before = [word for word in phrase.words if word.span.end <= mention.span.start]
    behind = [word for word in phrase.words if word.span.start >= mention.span.end]
    is_person = mention.entity.kind == "person"
    if is_person and not behind and before and before[-1].is_capital:
        return False
    if any(word.low in LINKING for word in before):
        return True
    if not behind or behind[0].low in LINKING | {"and"} or not behind[0].is_word:
        return False
    return not is_person or behind[0].low == "'s"


def _office_words(entity: Entity) -> set[str]:
    words = [_IN_FULL.get(word, word) for word in entity.role.lower().split()]
    return set(words[:1] if words and words[0] in _SPEAKING_FOR else words)
