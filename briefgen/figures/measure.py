"""Guess how wide words are, well enough to keep labels apart.

Every format sets the labels with its own engine, so a drawing cannot know their exact widths;
the guesses are those of Noto Sans, a little on the wide side.
"""

import unicodedata

_NARROW = frozenset("iljtfrI.,:;'’‘|!()[] ·/-")
_BROAD = frozenset("mwMWЖШЩЮжшщюфФ%@—")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Guess the width of `text` in points."""
    return sum(_em(character) for character in text) * size * (1.08 if bold else 1.02)


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break `text` into lines of at most `width` points; a single longer word keeps its line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 1
    if character in _NARROW:
        return 0.32
    if character in _BROAD:
        return 0.9
    return 0.65 if character.isupper() else 0.575
