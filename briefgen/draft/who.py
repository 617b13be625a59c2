"""Somebody in a text, and what can be told of them from words alone."""

from typing import Literal

from briefgen.draft.grammar import DETERMINERS, LINKING
from briefgen.draft.names import Entity
from briefgen.draft.offices import BODIES, SEXED, THINGS, is_people
from briefgen.draft.phrases import Phrase
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token
from briefgen.draft.verbs import ACTING
from briefgen.values import dataclass

Naming = Literal["named", "unnamed", "collective"]
HE, SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her"})
IT, THEY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
WE = frozenset({"we", "us", "our", "i", "me", "my"})
PERSONAL = HE | SHE | IT | THEY | WE
_MANY = frozenset({"people", "police", "men", "women", "children", "staff", "public", "folk"})
_LONGEST = 9
"""Words of a phrase that is taken for somebody as it stands."""


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


def fits(who: Who, pronoun: Token) -> bool:
    """Tell whether a pronoun can mean somebody, by sex and number."""
    entity = who.entity
    if pronoun.low in HE | SHE:
        sex = "m" if pronoun.low in HE else "f"
        return _is_of_sex(who, sex) if entity is None else entity.kind == "person" and entity.sex in {sex, ""}
    if pronoun.low in THEY:
        return entity is None or entity.kind != "person"
    if entity is not None:
        return entity.kind != "person"
    return who.naming != "unnamed" and not who.words.lower().endswith("s")


def _is_of_sex(who: Who, sex: str) -> bool:
    """Tell whether words without a name can mean one man or one woman."""
    words = who.words.lower().split()
    if (words[-1].endswith("s") and words[-1] != "boss") or words[-1] in BODIES | _MANY:
        return False
    own = next((SEXED[word] for word in words if word in SEXED), sex)
    return own == sex and (who.naming == "unnamed" or is_people(words[-1]))


def head(phrase: Phrase) -> str:
    """Find the noun that a phrase is about: the last before any preposition."""
    found = ""
    for word in phrase.words:
        if found and word.low in LINKING:
            break
        if word.low.isalpha() or "-" in word.low:
            found = word.low
    return found


def may_act(phrase: Phrase) -> bool:
    """Tell whether a phrase may mean somebody: a noun with its article, or in the plural, that is no mere thing."""
    noun, first = head(phrase), phrase.words[0]
    is_noun = first.low in DETERMINERS or noun.endswith("s") or first.is_capital
    is_pronoun = first.low in PERSONAL | {"you", "who"}
    is_verb_form = noun in ACTING and not first.is_capital
    return is_noun and not (is_pronoun or is_verb_form) and noun not in THINGS | {""} and len(phrase.words) <= _LONGEST
