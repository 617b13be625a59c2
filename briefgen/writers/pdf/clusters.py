"""Cut text into what a reader takes for one character: a letter with its marks, joiners and selectors."""

import unicodedata

_JOINER = "\u200d"
_CONJOINING = 9
"""The combining class of a virama: the next consonant becomes one shape with the one before."""


def clusters(text: str) -> tuple[str, ...]:
    """Cut `text` before each character that does not belong to the one before it."""
    found: list[str] = []
    for character in text:
        if found and _belongs(character, found[-1]):
            found[-1] += character
        else:
            found.append(character)
    return tuple(found)


def _belongs(character: str, cluster: str) -> bool:
    last = cluster[-1]
    if last == _JOINER:
        return True
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf":
        return True
    return unicodedata.combining(last) == _CONJOINING and category == "Lo"
