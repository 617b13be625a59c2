"""Keep together what should not be parted by a page break, without leaving more white than that takes.

Platypus's own `KeepTogether` moves a heading and the whole of a long table to the next page;
here a heading moves only when the beginning of what follows does not fit under it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportlab.platypus.doctemplate import NullActionFlowable
from reportlab.platypus.flowables import Flowable

from briefgen.writers.pdf.leaves import ROUNDING, Leaf

_NEVER = 1e6
"""A height that makes platypus ask where to split."""


class Kept(Flowable):  # type: ignore[misc] # ReportLab has no types
    """Leaves that stay together, the last as far as its own beginning goes."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        super().__init__()
        self._leaves = tuple(leaves)
        self.spaceBefore = leaves[0].spaceBefore

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002 - as platypus calls it
        """Ask for `split`, which decides."""
        return availWidth, _NEVER

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        """Give the leaves where they fit, and nothing where they should go to the next page."""
        at_top = self._frame._atTop  # noqa: SLF001 - platypus tells it in no other way
        if not at_top and self._least(availWidth) > availHeight + ROUNDING:
            return []
        parts = self._parted() if self._least(availWidth) > availHeight else self._leaves
        return [NullActionFlowable(), *parts]

    def _least(self, width: float) -> float:
        *heads, last = self._leaves
        spaces = (max(upper.spaceAfter, lower.spaceBefore) for upper, lower in pairwise(self._leaves))
        return sum(leaf.full(width) for leaf in heads) + sum(spaces) + last.least(width)

    def _parted(self) -> tuple[Flowable, ...]:
        """Keep only the first two together, where all are too much for a page."""
        if len(self._leaves) <= 2:  # noqa: PLR2004 - the first two
            return self._leaves
        return Kept(self._leaves[:2]), *self._leaves[2:]


def kept(flowables: Sequence[Flowable]) -> list[Flowable]:
    """Join each leaf that is to stay with the next one to it."""
    return list(_kept(flowables))


def _kept(flowables: Sequence[Flowable]) -> Iterator[Flowable]:
    group: list[Leaf] = []
    for flowable in flowables:
        match flowable:
            case Leaf(kept=True):
                group.append(flowable)
            case Leaf() if group:
                yield Kept((*group, flowable))
                group = []
            case _:
                yield from group
                group = []
                yield flowable
    yield from group
