"""Where on the pages of a PDF the sentences of its memo stand, so that they can be pointed at."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from briefgen.preview.sentences import Sentence, squeezed, squeezed_letter
from briefgen.values import dataclass

_SHORTEST = 6
"""Letters of a part of a sentence that is looked for alone."""


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of a line, in points from the upper left corner of the page."""

    left: float
    top: float
    width: float
    height: float


@dataclass(slots=True)
class Letters:
    """All letters of a document in a row, each with its page and its place among the letters there."""

    text: str = ""
    spots: list[tuple[int, int]] = field(default_factory=list)

    def add(self, page: int, printed: str) -> None:
        """Add the letters of a page; citations, which sentences know nothing of, are left out."""
        letters = [(one, place) for place, letter in enumerate(printed) for one in squeezed_letter(letter)]
        whole = "".join(one for one, _ in letters)
        cited = {n for found in re.finditer(r"\[\d{1,3}\]", whole) for n in range(*found.span())}
        kept = [pair for number, pair in enumerate(letters) if number not in cited]
        self.text += "".join(one for one, _ in kept)
        self.spots += [(page, place) for _, place in kept]

    def find(self, part: str, since: int) -> tuple[tuple[int, int], ...]:
        """Find where `part` stands, rather behind `since`; cut in two where only its halves are found."""
        sought = squeezed(part)
        if not sought:
            return ()
        place = self.text.find(sought, since)
        place = place if place >= 0 else self.text.find(sought)
        if place >= 0:
            return ((place, place + len(sought)),)
        middle = part.find(" ", len(part) // 2)
        if middle < 0 or len(sought) < 2 * _SHORTEST:
            return ()
        return (*self.find(part[:middle], since), *self.find(part[middle:], since))


def boxes_of(document: Any, sentences: Iterable[Sentence]) -> Mapping[int, Mapping[str, tuple[Box, ...]]]:  # noqa: ANN401 - pypdfium2 has no types
    """Give for each page, counted from 0, the boxes of the sentences that stand on it, by their keys."""
    pages = [document[number] for number in range(len(document))]
    texts = [page.get_textpage() for page in pages]
    letters = Letters()
    for number, text in enumerate(texts):
        letters.add(number, text.get_text_range())
    found: defaultdict[int, dict[str, tuple[Box, ...]]] = defaultdict(dict)
    since = 0
    for sentence in sentences:
        spans = [span for part in sentence.parts for span in letters.find(part, since)]
        for start, end in spans:
            since = max(since, start)
            for page, first, last in _by_page(letters.spots[start:end]):
                own = tuple(_lines(texts[page], pages[page].get_height(), first, last))
                found[page][sentence.key] = (*found[page].get(sentence.key, ()), *own)
    for text in texts:
        text.close()
    return found


def _by_page(spots: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Part a range of letters at the ends of pages."""
    for page in dict.fromkeys(page for page, _ in spots):
        places = [place for own, place in spots if own == page]
        yield page, places[0], places[-1]


def _lines(text: Any, height: float, first: int, last: int) -> Iterator[Box]:  # noqa: ANN401 - as above
    for number in range(text.count_rects(first, last - first + 1)):
        left, bottom, right, top = text.get_rect(number)
        yield Box(left, height - top, right - left, top - bottom)
