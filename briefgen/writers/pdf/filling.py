"""Fill lines with boxes, each as full as it gets.

What does not fit on any line is cut between two characters; only a single character may stick out.
"""

from collections.abc import Sequence
from itertools import accumulate, takewhile

from briefgen.writers.pdf.boxes import Box
from briefgen.writers.pdf.clusters import clusters
from briefgen.writers.pdf.font_set import FontSet
from briefgen.writers.pdf.shaping import Fragment, Words

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
            if parts:
                waiting[stop : stop + 1] = parts
                stop += 1
            else:
                waiting[stop - 1] = waiting[stop - 1]._replace(hyphen=None)
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
        if box.breaks and used + _hyphen(box) <= room + _SLACK:
            best = index + 1
        used += box.gap
    return len(boxes), None


def _hyphen(box: Box) -> float:
    return box.hyphen.advance * box.letters.size / 1000 if box.hyphen else 0


def _cut(box: Box, left: float, width: float, fonts: FontSet, *, at_start: bool) -> list[Box]:
    """Cut a box into parts for lines of `width`, the first for what is `left`; none when it can wait for a new line."""
    letters, fragment = box.letters, box.fragment
    words = fonts.words(letters.language, bold=letters.bold, italic=letters.italic, rtl=fragment.rtl)
    em = letters.size / 1000
    waiting = clusters(fragment.text)
    found: list[Box] = []
    start, room = 0, left
    while waiting:
        count, part = _fitting(words, fragment, start, waiting, (room + _SLACK) / em)
        if part.advance * em > room + _SLACK and not found and not at_start:
            return []
        found.append(Box(part, letters, box.level, 0, part.advance * em, 0, breaks=True))
        start, room, waiting = start + len(part.text), width, waiting[count:]
    found[-1] = found[-1]._replace(spaces=box.spaces, gap=box.gap, breaks=box.breaks, ends=box.ends, hyphen=box.hyphen)
    return found


def _fitting(
    words: Words, fragment: Fragment, start: int, waiting: tuple[str, ...], room: float
) -> tuple[int, Fragment]:
    """Shape as many clusters of a fragment as fit into `room`, in thousandths of the size, but at least one."""
    widths = accumulate(sum([part.advance for part in words[cluster]]) for cluster in waiting)
    count = max(1, sum(1 for _ in takewhile(lambda width: width <= room, widths)))
    while True:
        # Joined letters may be wider than the same letters alone.
        part = words.part_of(fragment, start, start + len("".join(waiting[:count])))
        if part.advance <= room or count == 1:
            return count, part
        count -= 1


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
    if kept[-1].hyphen is None and stays >= _FULL_ENOUGH * width and grows <= width:
        lines[-2:] = [kept, moved + last]
