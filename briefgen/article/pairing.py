"""Match the items of two editions of a list by what they say."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from briefgen.article.folded import folded

_LIKE = 0.6
"""Share of words in common from which on two items are one, reworded."""
_LIKE_WITH_ID = 0.3
"""The same, where both have one id."""


T = TypeVar("T")
Pairs = tuple[tuple[T | None, T | None], ...]


def paired(old: Sequence[T], new: Sequence[T], words: Callable[[T], str], name: Callable[[T], str]) -> Pairs[T]:
    """Pair each item with its other edition, in the order of `new`, then what was dropped; None where there is none.

    Items with the same `words` are one; then those of one `name`, their id, that are alike, then others that are more
    alike.
    """
    left, right = list(old), list(new)
    found: dict[int, T] = {}
    for is_same in (_equal(words), _named_alike(words, name), lambda one, other: are_alike(words(one), words(other))):
        for item in right:
            match = next((one for one in left if id(item) not in found and is_same(one, item)), None)
            if match is not None:
                found[id(item)] = match
                left.remove(match)
    kept: tuple[tuple[T | None, T | None], ...] = tuple((found.get(id(item)), item) for item in right)
    return (*kept, *((item, None) for item in left))


def are_alike(one: str, other: str, least: float = _LIKE) -> bool:
    """Tell whether two wordings have so many words in common that they are one, reworded."""
    first, second = (folded(text).lower().split() for text in (one, other))
    return SequenceMatcher(None, first, second).ratio() >= least


def _equal(words: Callable[[T], str]) -> Callable[[T, T], bool]:
    return lambda one, other: folded(words(one)).lower() == folded(words(other)).lower()


def _named_alike(words: Callable[[T], str], name: Callable[[T], str]) -> Callable[[T, T], bool]:
    def is_alike(one: T, other: T) -> bool:
        return bool(name(one)) and name(one) == name(other) and are_alike(words(one), words(other), _LIKE_WITH_ID)

    return is_alike
