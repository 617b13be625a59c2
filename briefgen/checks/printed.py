"""Find words in many texts at once: a long record has as many statements as its memo has units."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from briefgen.article.folded import folded


class Printed:
    """Texts that are searched as one, folded and in small letters."""

    def __init__(self, texts: Iterable[str]) -> None:
        alike = [folded(text).lower() for text in texts]
        self._all = "\n".join(alike)
        self._starts = tuple(accumulate((len(text) + 1 for text in alike), initial=0))

    def holding(self, words: str) -> tuple[int, ...]:
        """Give the numbers of the texts that hold `words`, which are folded and in small letters too."""
        if not words:
            return tuple(range(len(self._starts) - 1))
        found: list[int] = []
        place = self._all.find(words)
        while place >= 0:
            found.append(bisect_right(self._starts, place) - 1)
            place = self._all.find(words, self._starts[found[-1] + 1])
        return tuple(found)
