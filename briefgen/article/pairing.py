"""Match the items of two editions of a list by what they say."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Protocol, TypeVar

from briefgen.article.folded import folded

_LIKE = 0.6
"""Share of words in common from which on two items are one, reworded."""
_LIKE_WITH_ID = 0.3
"""The same, where both have one id."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


def paired(old: Sequence[T], new: Sequence[T], words: Callable[[T], str]) -> tuple[tuple[T | None, T | None], ...]:
    """Pair each item with its other edition, in the order of `new`, then what was dropped; None where there is none.

    Items with the same `words` are one; then those of one id that are alike, then others that are more alike.
    """
    left, right = list(old), list(new)
    found: dict[int, T] = {}
    for is_same in (_equal(words), _alike(words, _LIKE_WITH_ID, by_id=True), _alike(words, _LIKE, by_id=False)):
        for item in right:
            match = next((one for one in left if id(item) not in found and is_same(one, item)), None)
            if match is not None:
                found[id(item)] = match
                left.remove(match)
    kept: tuple[tuple[T | None, T | None], ...] = tuple((found.get(id(item)), item) for item in right)
    return (*kept, *((item, None) for item in left))


def _equal(words: Callable[[T], str]) -> Callable[[T, T], bool]:
    return lambda one, other: folded(words(one)).lower() == folded(words(other)).lower()


def _alike(words: Callable[[T], str], least: float, *, by_id: bool) -> Callable[[T, T], bool]:
    def is_alike(one: T, other: T) -> bool:
        first, second = (folded(words(item)).lower().split() for item in (one, other))
        return (one.id == other.id or not by_id) and SequenceMatcher(None, first, second).ratio() >= least

    return is_alike
