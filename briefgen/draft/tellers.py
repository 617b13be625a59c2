"""Say who tells us what a sentence says: a speaker, or nobody but the article itself."""

from briefgen.article.statements import Attribution
from briefgen.article.values import Directness
from briefgen.draft.cast import Cast
from briefgen.draft.lexicon import words as listed
from briefgen.draft.prose import Sentence
from briefgen.draft.relays import relays
from briefgen.draft.roll import Roll
from briefgen.draft.speakers import Said
from briefgen.draft.spots import reporter
from briefgen.draft.who import Who

_DOCUMENTS = listed("people", "documents")


class Tellers:
    """Knows who says what in a text."""

    def __init__(self, said: tuple[Said, ...], cast: Cast, roll: Roll, relayed: tuple[str, ...]) -> None:
        self._said, self._cast, self._roll, self._relayed = said, cast, roll, relayed

    def speaker(self, sentence: Sentence) -> Who | None:
        """Find whose quoted words meet a sentence."""
        return next((s.who for s in self._said if s.quotation.outer.meets(sentence.span) and s.who), None)

    def attribution(self, sentence: Sentence, *, quoted: bool) -> Attribution:
        """Say who says so, how directly, and through whom it reached us."""
        who = (self.speaker(sentence) if quoted else None) or reporter(sentence, self._cast) or self.speaker(sentence)
        relay = next(iter(relays(sentence.span.of(self._cast.prose.text), "")), "")
        place = self._relayed.index(relay) + 2 if relay in self._relayed else 0
        directness: Directness = "direct-quote" if quoted and self.speaker(sentence) else "paraphrase"
        if who is not None and not quoted and _DOCUMENTS & set(who.words.lower().split()):
            directness = "document"
        reported_by = f"s{place}" if place else "s1" if who is None else ""
        return Attribution(
            said_by=(self._roll.id_of(who),) if who else (),
            reported_by=reported_by,
            via="s1" if place else "",
            directness=directness,
            named=who.naming if who else None,
            implicit=bool(who and who.inferred),
        )
