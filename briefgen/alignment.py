"""Lay two editions of a sequence side by side: what stayed, what became what, what came and what went."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from briefgen.values import dataclass

T = TypeVar("T")
_ALIKE = 0.4
"""Share of words in common from which on two passages are one that was reworded."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """A member of both editions, or of one of them."""

    was: T | None
    """None for what is new."""
    now: T | None
    """None for what is gone."""
    same: bool = False


def aligned(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable], are_one: Callable[[T, T], bool]
) -> tuple[Pair[T], ...]:
    """Pair members in the order of both: those of one `key`, and between them those that `are_one`, reworded."""
    matcher = SequenceMatcher(None, [key(one) for one in old], [key(one) for one in new], autojunk=False)
    pairs: list[Pair[T]] = []
    for how, i, j, k, m in matcher.get_opcodes():
        if how == "equal":
            pairs += (Pair(was, now, same=True) for was, now in zip(old[i:j], new[k:m], strict=True))
        else:
            pairs += _replaced(old[i:j], new[k:m], are_one)
    return tuple(pairs)


def are_alike(was: Sequence[str], now: Sequence[str]) -> bool:
    """Tell whether the words of two passages have so much in common that one is the other, reworded."""
    return SequenceMatcher(None, was, now, autojunk=False).ratio() >= _ALIKE


def _replaced(old: Sequence[T], new: Sequence[T], are_one: Callable[[T, T], bool]) -> Iterator[Pair[T]]:
    """Find for each old member the one that it became; what is left is new."""
    begin = 0
    for was in old:
        found = next((n for n in range(begin, len(new)) if are_one(was, new[n])), None)
        if found is None:
            yield Pair(was, None)
            continue
        yield from (Pair(None, now) for now in new[begin:found])
        yield Pair(was, new[found])
        begin = found + 1
    yield from (Pair(None, now) for now in new[begin:])
