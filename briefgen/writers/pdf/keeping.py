"""Keep together what should not be parted by a page break, without leaving more white than that takes.

A heading moves to the next page only when the beginning of what follows does not fit under it,
and never takes the whole of a long table with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefgen.writers.pdf.leaves import ROUNDING, Leaf, NewPage


class Kept:
    """Leaves that stay together, the last as far as its own beginning goes."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = tuple(leaves)
        self.before = leaves[0].before

    def parts(self, width: float, room: float, *, at_top: bool) -> "tuple[Leaf | Kept, ...]":
        """Give the leaves where they fit, and nothing where they should go to the next page."""
        least = self._least(width)
        if not at_top and least > room + ROUNDING:
            return ()
        return self._parted() if least > room else self._leaves

    def _least(self, width: float) -> float:
        *heads, last = self._leaves
        spaces = (max(upper.after, lower.before) for upper, lower in pairwise(self._leaves))
        return sum(leaf.full(width) for leaf in heads) + sum(spaces) + last.least(width)

    def _parted(self) -> "tuple[Leaf | Kept, ...]":
        """Keep only the first two together, where all are too much for a page."""
        if len(self._leaves) <= 2:  # noqa: PLR2004 - the first two
            return self._leaves
        return Kept(self._leaves[:2]), *self._leaves[2:]


def kept(leaves: Iterable[Leaf]) -> tuple[Leaf | Kept, ...]:
    """Join each leaf that is to stay with the next one to it."""
    return tuple(_kept(leaves))


def _kept(leaves: Iterable[Leaf]) -> Iterator[Leaf | Kept]:
    group: list[Leaf] = []
    for leaf in leaves:
        match leaf:
            case NewPage():
                yield from (*group, leaf)
                group = []
            case Leaf(kept=True):
                group.append(leaf)
            case _ if group:
                yield Kept((*group, leaf))
                group = []
            case _:
                yield leaf
    yield from group
