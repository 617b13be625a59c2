"""Fill lines with boxes, each as full as it gets.

What does not fit on any line is cut between two characters; only a single character may stick out.
"""

from collections.abc import Sequence
from itertools import pairwise

from briefgen.writers.pdf.boxes import Box
from briefgen.writers.pdf.clusters import clusters
from briefgen.writers.pdf.font_set import FontSet
from briefgen.writers.pdf.shaping import Words

_SLACK = 1e-6
"""What rounding may add to a line, in points."""
_FULL_ENOUGH = 0.7
"""How full the last line but one must stay when it gives a word to a last line of a single word."""


def fill(boxes: Sequence[Box], width: float, first_width: float, fonts: FontSet) -> tuple[list[Box], ...]:
    """Share the boxes of a paragraph among lines of `width`, the first of `first_width`."""
    waiting = list(boxes)
    lines: list[list[Box]] = []
    start = 0
    while start < len(waiting):
        room = width if lines else first_width
        stop, left = _line_end(waiting, start, room)
        if left is not None:
            parts = _cut(waiting[stop], left, max(width, 1), fonts, at_start=stop == start)
            waiting[stop : stop + 1] = parts or [waiting[stop]]
            stop += 1 if parts else 0
        lines.append(waiting[start:stop])
        start = stop
    if len(lines) > 1:
        _give_a_lone_word_company(lines, width)
    return tuple(lines)


def _line_end(boxes: list[Box], start: int, room: float) -> tuple[int, float | None]:
    """Give the end of the line from `start`; where no box may end it, the box that sticks out and the room it has."""
    used = 0.0
    best = 0
    for index in range(start, len(boxes)):
        box = boxes[index]
        if used + box.width > room + _SLACK:
            return (best, None) if best else (index, room - used)
        used += box.width
        if box.ends:
            return index + 1, None
        if box.breaks and (box.fragment.hyphen is None or box.spaces or used + _hyphen(box) <= room + _SLACK):
            best = index + 1
        used += box.gap
    return len(boxes), None


def _hyphen(box: Box) -> float:
    hyphen = box.fragment.hyphen
    return hyphen.advance * box.letters.size / 1000 if hyphen else 0


def _cut(box: Box, left: float, width: float, fonts: FontSet, *, at_start: bool) -> list[Box]:
    """Cut a box into parts for lines of `width`, the first for what is `left`; none when it can wait for a new line."""
    letters, fragment = box.letters, box.fragment
    words = fonts.words(letters.language, bold=letters.bold, italic=letters.italic, rtl=fragment.rtl)
    em = letters.size / 1000
    text = fragment.text
    cuts = [0]
    room = left
    while cuts[-1] < len(text):
        length = _fitting(words, text[cuts[-1] :], room / em)
        if not length and len(cuts) == 1 and not at_start:
            return []
        cuts.append(cuts[-1] + (length or len(clusters(text[cuts[-1] :])[0])))
        room = width
    pieces = [words.part_of(fragment, start, stop) for start, stop in pairwise(cuts)]
    found = [Box(piece, letters, box.level, 0, piece.advance * em, 0, breaks=True) for piece in pieces]
    found[-1] = found[-1]._replace(spaces=box.spaces, gap=box.gap, breaks=box.breaks, ends=box.ends)
    return found


def _fitting(words: Words, text: str, room: float) -> int:
    """Count the characters at the start of `text` that fit into `room`, in thousandths of the size."""
    length = 0
    used = 0.0
    for cluster in clusters(text):
        used += sum(fragment.advance for fragment in words[cluster])
        if used > room:
            break
        length += len(cluster)
    return length


def _give_a_lone_word_company(lines: list[list[Box]], width: float) -> None:
    """Move a word down to a last line that holds only one, where the line above can spare it."""
    above, last = lines[-2:]
    if above[-1].ends or any(box.breaks for box in last[:-1]):
        return
    places = [index for index, box in enumerate(above[:-1], 1) if box.breaks]
    if len(places) < 3:  # noqa: PLR2004 (four words at least)
        return
    kept, moved = above[: places[-1]], above[places[-1] :]
    stays = sum(box.width + box.gap for box in kept) - kept[-1].gap
    grows = sum(box.width + box.gap for box in (*moved, *last))
    if kept[-1].fragment.hyphen is None and stays >= _FULL_ENOUGH * width and grows <= width:
        lines[-2:] = [kept, moved + last]
