"""What of a memo is otherwise than in its last edition, told by where it stands."""

from briefgen.values import dataclass

Path = tuple[int, ...]
"""Where something stands: the place of its block in the memo, counted from 0, and its own place within that.

Within a list: the item, then the block in it. Within a table: the row. Within a callout or a quotation: the block.
"""
BESIDE = -1
"""The place within its block of what is no part of its run: a table's caption, whose words a quotation has."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where there is something new, and where something was left out; nothing for a memo that is not compared."""

    changed: frozenset[Path] = frozenset()
    cut: frozenset[Path] = frozenset()
    """Something that stood just before these was left out."""
    legend: str = ""
    """Says what the marks mean, in the memo's language."""


UNMARKED = Marks()
