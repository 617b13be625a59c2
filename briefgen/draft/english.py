"""Tell whether a text is in English, the only language whose rules are known here."""

import re

_COMMON = frozenset(
    "the of and to in a is that for it on was with as by at from be are this has have said will".split()
)
_FEWEST = 40
_SHARE = 0.15
"""English prose has about a third of its words among these; other languages have a few by chance."""


def looks_english(text: str) -> bool:
    """Tell whether enough of the words are those that no English text does without; a short text is believed."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) < _FEWEST or sum(word in _COMMON for word in words) >= _SHARE * len(words)
