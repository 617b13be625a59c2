"""The bidirectional classes of characters, by the short names of the Unicode standard."""

import unicodedata

EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
INITIATORS = frozenset({"LRI", "RLI", "FSI"})
ISOLATES = INITIATORS | {"PDI"}
REMOVED = EMBEDDINGS | {"PDF", "BN"}
"""Taken out by rule X9."""
SEPARATORS = frozenset({"B", "S"})
NEUTRALS = frozenset({"B", "S", "WS", "ON"}) | ISOLATES
DIRECTIONS = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""The direction that a class has for the characters around it; numbers count as right to left."""

_UNASSIGNED_FROM_THE_RIGHT = range(0x590, 0x900)


def bidi_class(character: str) -> str:
    """Give the class of `character`, also where Python's tables are older than the character."""
    known = unicodedata.bidirectional(character)
    return known or ("R" if ord(character) in _UNASSIGNED_FROM_THE_RIGHT else "L")


def direction_of(level: int) -> str:
    """Give the direction, L or R, in which text of `level` runs."""
    return "R" if level & 1 else "L"
