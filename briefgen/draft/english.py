"""Tell whether a text is in English, the only language whose rules are known here."""

import re

from briefgen.draft.lexicon import words as listed

_FEWEST = 40
"""Words of a text that can be told by them."""
_SHARE = 0.15
"""English prose has about a third of its words among the commonest; other languages have a few by chance."""


def looks_english(text: str) -> bool:
    """Tell whether enough of the words are those that no English text does without; a short text is believed."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    common = listed("grammar", "common")
    return len(words) < _FEWEST or sum(word in common for word in words) >= _SHARE * len(words)
