"""Verbs by what they report, in all their forms.

The lists are of general English, not of any subject; a verb that is missing costs a speaker, not a truth.
"""

import re
from functools import cache

from briefgen.draft.lexicon import lines, words

_SECTIONS = ("saying", "labelling", "other", "bases")
_DOUBLING = words("verbs", "doubling")
_IRREGULAR = {base: past.split() for base, _, past in (line.partition(" ") for line in lines("irregular.txt"))}


@cache
def forms(bases: str) -> frozenset[str]:
    """Give all forms of the verbs in `bases`, which are parted by blanks."""
    return frozenset(form for base in bases.split() for form in _forms(base))


def _forms(base: str) -> set[str]:
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base
    third, past = base + "s", stem + "ed"
    if re.search(r"(?:s|sh|ch|x|z|[^aeiou]o)\Z", base):
        third = base + "es"
    elif re.search(r"[^aeiou]y\Z", base):
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    if base.endswith("ee"):
        past = base + "d"
    if base in _DOUBLING:
        stem = base + base[-1]
        past = stem + "ed"
    pasts = set(_IRREGULAR.get(base, [past]))
    if base.endswith(("al", "el")):
        pasts |= {base + "led", base + "ed"}  # British and American spelling
    return {base, third, stem + "ing", *pasts}


def _all_forms(section: str) -> frozenset[str]:
    return frozenset(form for base in words("verbs", section) for form in _forms(base))


SAYING = _all_forms("saying")
"""Forms of verbs that report words: `X said`, `said X`."""
LABELLING = _all_forms("labelling")
"""Forms of verbs that carry somebody's words for a thing: `called it "unfair"`."""
ACTING = SAYING | LABELLING | _all_forms("other")
"""Forms of verbs that end a subject on their left."""
BASES = frozenset(base for section in _SECTIONS for base in words("verbs", section))
"""Base forms, as commands have them."""
AUXILIARIES = words("grammar", "auxiliaries")
MODALS = words("grammar", "modals")
"""Auxiliaries before which a doubtful form is a noun: *the states will*."""
