"""Say who tells us what a sentence says: a speaker, or nobody but the article itself."""

from briefgen.article.statements import Attribution
from briefgen.article.values import Directness
from briefgen.draft.cast import Cast, Who
from briefgen.draft.grammar import is_verb
from briefgen.draft.lexicon import words as listed
from briefgen.draft.phrases import starting_at
from briefgen.draft.prose import Sentence
from briefgen.draft.relays import relays
from briefgen.draft.roll import Roll, plain
from briefgen.draft.speakers import Said
from briefgen.draft.subjects import subject
from briefgen.draft.verbs import SAYING

_DOCUMENTS = listed("people", "documents")


class Tellers:
    """Knows who says what in a text."""

    def __init__(self, said: tuple[Said, ...], cast: Cast, roll: Roll, relayed: tuple[str, ...]) -> None:
        self._said, self._cast, self._roll, self._relayed = said, cast, roll, relayed

    def speaker(self, sentence: Sentence) -> Who | None:
        """Find whose quoted words meet a sentence."""
        return next((s.who for s in self._said if s.quotation.outer.meets(sentence.span) and s.who), None)

    def reporter(self, sentence: Sentence) -> Who | None:
        """Find who is reported to say what a sentence says."""
        words = sentence.narrated
        for at, word in enumerate(words):
            if word.low in SAYING and (at == 0 or is_verb(words, at)):
                who = self._cast.who(subject(words, at), sentence) if at else None
                if who is None and at and not words[at - 1].is_word:
                    who = self._cast.who(starting_at(words, at + 1), sentence)
                if who is not None:
                    return who
        return None

    def attribution(self, sentence: Sentence, *, quoted: bool) -> Attribution:
        """Say who says so, how directly, and through whom it reached us."""
        who = (self.speaker(sentence) if quoted else None) or self.reporter(sentence) or self.speaker(sentence)
        relay = next(iter(relays(sentence.span.of(self._cast.prose.text), "")), "")
        place = self._relayed.index(relay) + 2 if relay in self._relayed else 0
        directness: Directness = "direct-quote" if quoted and self.speaker(sentence) else "paraphrase"
        if {word.low for word in sentence.words} & _DOCUMENTS and not quoted and who is not None:
            directness = "document"
        reported_by = f"s{place}" if place else "s1" if who is None else ""
        return Attribution(
            said_by=(self._words(who),) if who else (),
            reported_by=reported_by,
            via="s1" if place else "",
            directness=directness,
            named=who.naming if who else None,
            implicit=bool(who and who.inferred),
        )

    def _words(self, who: Who) -> str:
        return self._roll.id_of(who) if who.naming == "named" else plain(who.words)
