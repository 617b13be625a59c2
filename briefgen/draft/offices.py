"""Words that tell an office, a body or a group from a name."""

from briefgen.draft.lexicon import words

HONORIFICS = words("people", "honorifics")
"""Words that only ever stand before a person's name."""
OFFICES = words("people", "offices")
"""Nouns that are an office before a person's name."""
QUALIFIERS = words("people", "qualifiers")
"""Words that may stand before an office."""
BODIES = words("people", "bodies")
"""Words that make a name one of a body."""
BODY_NOUNS = words("people", "body-nouns")
"""Nouns that mean a body where they stand alone: *the ministry*."""
UNNAMED = words("people", "unnamed")
"""Heads of phrases that stand for one or a few who are not named."""
THINGS = words("people", "things")
"""Nouns that never want or answer anything."""
FEMALE, MALE = "f", "m"
SEXED = dict.fromkeys(words("people", "female"), FEMALE) | dict.fromkeys(words("people", "male"), MALE)
"""Words that say which pronoun goes with a person."""
FIRST_NAMES = dict.fromkeys(words("people", "men"), MALE) | dict.fromkeys(words("people", "women"), FEMALE)
"""First names that tell a person, and the pronoun that goes with each."""

_PEOPLE = words("people", "people")
_ENDINGS = tuple(words("people", "endings"))
_NOT_PEOPLE = words("people", "not-people")
_SHORTEST = 7
"""Letters of a noun that may be told by its ending."""


def is_people(noun: str) -> bool:
    """Tell whether a noun means people or a body of people: by the list, else by its ending."""
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    if {noun, singular, f"{noun}s"} & _PEOPLE or noun in OFFICES:
        return True
    return len(noun) >= _SHORTEST and noun.endswith(_ENDINGS) and noun not in _NOT_PEOPLE
