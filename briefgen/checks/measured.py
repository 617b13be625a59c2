"""How many words each section of a memo has, and which of them to cut first."""

from collections.abc import Mapping

from briefgen.checks.material import Filled
from briefgen.checks.sections import units
from briefgen.checks.sentences import word_count

_NOT_PROSE = frozenset({"sources", "tear", "distribution"})
"""Sections that cannot be cut by writing less."""


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
