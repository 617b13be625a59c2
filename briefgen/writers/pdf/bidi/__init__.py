"""Order text that runs from the right, or both ways at once: the Unicode Bidirectional Algorithm, UAX #9.

`levels` gives each character its level, even for left to right and odd for right to left;
`visual_order` gives the order in which the pieces of one line stand from left to right.
Mirrored brackets need nothing here: HarfBuzz mirrors what it shapes from the right.

The parts follow the rules of the annex: explicit embeddings (X1–X8), sequences (X9–X10), weak (W1–W7)
and neutral (N0–I2) characters.
"""

import re
from collections.abc import Sequence

from briefgen.writers.pdf.bidi.classes import ISOLATES, REMOVED, SEPARATORS, bidi_class
from briefgen.writers.pdf.bidi.explicit import explicit_levels, first_strong_level, isolate_ends
from briefgen.writers.pdf.bidi.neutral import implicit_levels, without_neutrals
from briefgen.writers.pdf.bidi.sequences import isolating_sequences
from briefgen.writers.pdf.bidi.weak import without_weak

_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs_one_way(text: str) -> bool:
    """Tell at once, for most texts, that nothing in `text` runs from the right."""
    return _FROM_THE_RIGHT.search(text) is None


def base_level(text: str) -> int:
    """Give 1 when the first letter of `text` with a direction runs from the right, else 0."""
    return first_strong_level([bidi_class(character) for character in text])


def levels(text: str, base: int) -> list[int]:
    """Give the level of each character of one paragraph whose own level is `base`, 0 or 1."""
    classes = [bidi_class(character) for character in text]
    ends = isolate_ends(classes)
    embedded, overridden = explicit_levels(classes, ends, base)
    resolved = embedded[:]
    for sequence in isolating_sequences(classes, ends, embedded, base):
        kinds = without_weak([overridden[index] for index in sequence.indices], sequence.before)
        kinds = without_neutrals(kinds, sequence, text, classes)
        for index, level in zip(sequence.indices, implicit_levels(kinds, sequence.level), strict=True):
            resolved[index] = level
    return _with_trailing_space_reset(classes, _with_removed_filled(classes, resolved, base), base)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Give the indices of a line's pieces from left to right (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        _reverse_stretches(order, [levels[index] >= level for index in order])
    return order


def _reverse_stretches(order: list[int], inside: list[bool]) -> None:
    start = 0
    while start < len(order):
        stop = start
        while stop < len(order) and inside[stop]:
            stop += 1
        order[start:stop] = order[start:stop][::-1]
        start = max(stop, start + 1)


def _with_removed_filled(classes: list[str], resolved: list[int], base: int) -> list[int]:
    """Give the characters that X9 removes the level of the one before them."""
    filled: list[int] = []
    for kind, level in zip(classes, resolved, strict=True):
        filled.append((filled[-1] if filled else base) if kind in REMOVED else level)
    return filled


def _with_trailing_space_reset(classes: list[str], resolved: list[int], base: int) -> list[int]:
    """Set separators, and white space before them and at the end, to the level of the paragraph (L1)."""
    reset = resolved[:]
    trailing = True
    for index in range(len(reset) - 1, -1, -1):
        kind = classes[index]
        if kind in SEPARATORS:
            reset[index], trailing = base, True
        elif kind == "WS" or kind in ISOLATES or kind in REMOVED:
            if trailing:
                reset[index] = base
        else:
            trailing = False
    return reset
