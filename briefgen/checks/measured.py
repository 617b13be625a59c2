"""How many words each section of a memo has, and which of them to cut first."""

from collections.abc import Mapping
from dataclasses import replace

from briefgen.checks.material import Filled
from briefgen.checks.sections import units
from briefgen.checks.sentences import word_count
from briefgen.memo import Header, SourceList
from briefgen.memo_words import words

_NOT_PROSE = frozenset({"sources", "tear", "distribution"})
"""Sections that cannot be cut by writing less."""


def length_of(filled: Filled) -> int:
    """Count the words of a memo below its header, without the source list."""
    memo = filled.memo
    blocks = tuple(block for block in memo.blocks if not isinstance(block, SourceList))
    return sum(word_count(piece) for piece in words(replace(memo, header=Header(()), blocks=blocks)))


def lengths_of(filled: Filled) -> Mapping[str, int]:
    """Count the words of each section, in the order of the memo."""
    return {
        section: sum(word_count(unit.text) for unit in units(blocks))
        for section, blocks in filled.parts.items()
        if section not in _NOT_PROSE
    }


def to_cut(filled: Filled) -> str:
    """Say which section to cut: the one furthest over its own budget, else the longest."""
    lengths, budgets = lengths_of(filled), filled.limits.sections
    if not lengths:
        return "leave out what the reader can do without"
    over = {name: max(0, count - budgets.get(name, count)) for name, count in lengths.items()}
    section = max(lengths, key=lambda name: (over[name], lengths[name]))
    most = f", {over[section]} more than its budget" if over[section] else ""
    return f"cut {section}: it has {lengths[section]} words{most}"
