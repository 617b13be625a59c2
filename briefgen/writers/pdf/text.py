"""Set text: shape runs once, then fill lines of any width with them."""

import math
from functools import lru_cache

from briefgen.writers.pdf.boxes import boxes_of
from briefgen.writers.pdf.filling import fill
from briefgen.writers.pdf.font_set import FontSet
from briefgen.writers.pdf.letters import Direction, Letters, Run
from briefgen.writers.pdf.lines import Align, Line, Setting, line_of


class SetText:
    """A shaped paragraph; made by `set_text`."""

    def __init__(self, runs: tuple[Run, ...], fonts: FontSet, direction: Direction) -> None:
        self.direction = direction
        self._fonts = fonts
        self._boxes = boxes_of(runs, fonts, direction)
        self._widest: float | None = None
        self._latest: tuple[tuple[float, float, Align], tuple[Line, ...]] | None = None

    @property
    def text(self) -> str:
        """All of the text; a line feed is a space, a soft hyphen nothing."""
        return "".join([box.fragment.text + " " * box.spaces for box in self._boxes])

    @property
    def narrowest(self) -> float:
        """The width of the widest stretch in which no line may end."""
        widest = current = 0.0
        for box in self._boxes:
            current += box.width
            widest = max(widest, current)
            current = 0 if box.breaks else current + box.gap
        return widest

    @property
    def widest(self) -> float:
        """The width that lets every line end where the text says so."""
        if self._widest is None:
            self._widest = max((line.width for line in self._set_lines(math.inf, 0, "start")), default=0)
        return self._widest

    def lines(self, width: float, *, first_indent: float = 0, align: Align = "start") -> tuple[Line, ...]:
        """Fill lines of `width`; the latest answer is kept, for a page asks more than once."""
        asked = (width, first_indent, align)
        if self._latest is None or self._latest[0] != asked:
            self._latest = asked, self._set_lines(width, first_indent, align)
        return self._latest[1]

    def _set_lines(self, width: float, first_indent: float, align: Align) -> tuple[Line, ...]:
        filled = fill(self._boxes, width, width - first_indent, self._fonts)
        setting = Setting(width, align, self.direction == "rtl")
        last = len(filled) - 1
        return tuple(
            line_of(boxes, 0 if number else first_indent, setting, is_last=number == last)
            for number, boxes in enumerate(filled)
        )


@lru_cache(maxsize=1024)
def set_words(words: str, letters: Letters, fonts: FontSet, direction: Direction) -> SetText:
    """Shape words of our own, such as a bullet or a running line, of which all memos have many."""
    return SetText((Run(words, letters),), fonts, direction)


def set_text(runs: tuple[Run, ...], fonts: FontSet, direction: Direction = "ltr") -> SetText:
    """Shape a paragraph, whose first character stands at the left or right end of the line as `direction` says."""
    return SetText(runs, fonts, direction)
