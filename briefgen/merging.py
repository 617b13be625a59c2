"""Bring two sets of changes to one text together, line by line: the office's own, and those of a newer briefgen.

Lines that neither side touched hold the text together; between them, the side that changed something wins, and
where both changed the same lines differently both stand there between marks, for a person to choose.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text, and the lines (from 1) at which a person must choose."""

    text: str
    conflicts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Shared:
    """A stretch of lines that all three texts have: where it begins in each, and how long it is."""

    base: int
    ours: int
    theirs: int
    length: int


def merge(base: str, ours: str, theirs: str, *, our_name: str, their_name: str) -> Merged:
    """Apply to `base` the changes of `ours` and those of `theirs`; the names stand at the marks of conflicts."""
    lines = [text.splitlines(keepends=True) for text in (base, ours, theirs)]
    merged: list[str] = []
    conflicts = []
    at = _Shared(0, 0, 0, 0)
    for shared in _shared(*lines):
        changed = (
            lines[0][at.base + at.length : shared.base],
            lines[1][at.ours + at.length : shared.ours],
            lines[2][at.theirs + at.length : shared.theirs],
        )
        chosen = _chosen(*changed)
        if chosen is None:
            conflicts.append(len(merged) + 1)
            chosen = _marked(changed[1], changed[2], our_name, their_name)
        merged += [*chosen, *lines[0][shared.base : shared.base + shared.length]]
        at = shared
    return Merged("".join(merged), tuple(conflicts))


def _chosen(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Give the lines that stand where only one side, or both alike, changed `base`; None if they disagree."""
    if ours in (theirs, base):
        return theirs
    return ours if theirs == base else None


def _marked(ours: list[str], theirs: list[str], our_name: str, their_name: str) -> list[str]:
    return [f"<<<<<<< {our_name}\n", *_ended(ours), "=======\n", *_ended(theirs), f">>>>>>> {their_name}\n"]


def _ended(lines: list[str]) -> Iterator[str]:
    """Give the last line of a file an end, so that a mark can follow it."""
    return (line if line.endswith("\n") else f"{line}\n" for line in lines)


def _shared(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Shared]:
    """Find the stretches of `base` that stand in both others, in their order; last an empty one at the ends."""
    in_theirs = _matches(base, theirs)
    for start, in_ours, length in _matches(base, ours):
        for other, place, size in in_theirs:
            first, last = max(start, other), min(start + length, other + size)
            if first < last:
                yield _Shared(first, in_ours + first - start, place + first - other, last - first)
    yield _Shared(len(base), len(ours), len(theirs), 0)


def _matches(base: Sequence[str], other: Sequence[str]) -> tuple[tuple[int, int, int], ...]:
    return tuple(SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks())
