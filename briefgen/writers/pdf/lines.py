"""Lines of text ready to be drawn: pieces of one face and one run, each in its place.

Pieces follow each other as they are read; where each stands on the line, its `x` says.
A line that a space ends has that space drawn behind its end, for those who read the text out of the file.
"""

import math
from collections.abc import Sequence
from typing import Literal

from briefgen.values import dataclass
from briefgen.writers.pdf import bidi
from briefgen.writers.pdf.boxes import Box
from briefgen.writers.pdf.faces import Face
from briefgen.writers.pdf.letters import Letters
from briefgen.writers.pdf.shaping import Fragment

Align = Literal["start", "end", "left", "right", "center", "justify"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one face, one run and one direction, side by side."""

    x: float
    """Points from the left edge of the column."""
    width: float
    """Points, without the space that ends the line."""
    face: Face
    letters: Letters
    rtl: bool
    fragments: tuple[Fragment, ...]
    """In reading order."""
    spaces: tuple[int, ...]
    """How many follow each fragment."""
    stretch: float = 0
    """Points added to each space of a justified line."""

    @property
    def text(self) -> str:
        """What the glyphs stand for, in reading order."""
        return "".join(
            [fragment.text + " " * spaces for fragment, spaces in zip(self.fragments, self.spaces, strict=True)]
        )

    @property
    def underline(self) -> tuple[float, float]:
        """How far below the baseline the middle of an underline lies, and how thick it is."""
        size = self.letters.size / 1000
        return self.face.underline_depth * size, self.face.underline_thickness * size

    @property
    def exact(self) -> bool:
        """Whether the texts of the glyphs, as drawn from left to right, make up `text`."""
        alone = len(self.fragments) == 1 and not self.spaces[0]
        return (alone or not self.rtl) and all(fragment.exact for fragment in self.fragments)


@dataclass(frozen=True, slots=True)
class Line:
    """One line; lengths are points."""

    pieces: tuple[Piece, ...]
    width: float
    ascent: float
    """Of the tallest face on the line, above the baseline."""
    descent: float
    """Below the baseline, positive."""

    @property
    def text(self) -> str:
        """The line in reading order."""
        return "".join([piece.text for piece in self.pieces])


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a paragraph stand in their column."""

    width: float
    align: Align
    rtl: bool


def line_of(boxes: Sequence[Box], indent: float, setting: Setting, *, is_last: bool) -> Line:
    """Put the boxes of one line into their places."""
    boxes, tail = _without_tail(_with_hyphen(boxes, is_last=is_last), rtl=setting.rtl)
    groups = _groups(boxes)
    width = sum([box.width + box.gap for box in boxes]) - (0 if tail else boxes[-1].gap)
    slack = setting.width - indent - width if math.isfinite(setting.width) else 0
    stretch = 0.0
    if setting.align == "justify" and not is_last and not boxes[-1].ends and slack > 0:
        gaps = sum([box.spaces for box in boxes]) - (0 if tail else boxes[-1].spaces)
        stretch = slack / gaps if gaps else 0.0
        width += stretch * gaps
    left = _left(setting, indent, slack, stretched=stretch > 0)
    pieces = _placed(groups, left, stretch)
    if tail:
        pieces.append(_piece([tail], left - tail.gap if setting.rtl else left + width, 0))
    return Line(
        tuple(pieces),
        width,
        max([piece.face.ascent * piece.letters.size for piece in pieces]) / 1000,
        max([piece.face.descent * piece.letters.size for piece in pieces]) / 1000,
    )


def _with_hyphen(boxes: Sequence[Box], *, is_last: bool) -> Sequence[Box]:
    last = boxes[-1]
    if last.hyphen is None or is_last:
        return boxes
    width = last.hyphen.advance * last.letters.size / 1000
    return [*boxes, Box(last.hyphen, last.letters, last.level, 0, width, 0, breaks=True)]


def _without_tail(boxes: Sequence[Box], *, rtl: bool) -> tuple[Sequence[Box], Box | None]:
    """Take the spaces off the end of a line where they do not stand at its right end by themselves."""
    last = boxes[-1]
    if not last.spaces or (not rtl and not last.level % 2):
        return boxes, None
    fragment = Fragment("", last.fragment.face, (), (), 0, 0, rtl, exact=True)
    tail = Box(fragment, last.letters, int(rtl), last.spaces, 0, last.gap, breaks=True)
    return [*boxes[:-1], last._replace(spaces=0, gap=0)], tail


def _groups(boxes: Sequence[Box]) -> list[list[Box]]:
    """Put boxes together that can be shown in one go."""
    groups: list[list[Box]] = [[boxes[0]]]
    previous = boxes[0]
    for box in boxes[1:]:
        if (
            box.letters is previous.letters
            and box.fragment.face is previous.fragment.face
            and box.level == previous.level
        ):
            groups[-1].append(box)
        else:
            groups.append([box])
        previous = box
    return groups


def _left(setting: Setting, indent: float, slack: float, *, stretched: bool) -> float:
    """Give the left end of a line in its column; the indent is on the side where reading begins."""
    start = 0 if setting.rtl else indent
    align = "start" if setting.align == "justify" else setting.align
    if align == "center":
        return start + slack / 2
    at_right = align == "right" or (align == "start" and setting.rtl) or (align == "end" and not setting.rtl)
    return start + slack if at_right and not stretched else start


def _placed(groups: list[list[Box]], left: float, stretch: float) -> list[Piece]:
    pieces: list[Piece | None] = [None] * len(groups)
    x = left
    for index in bidi.visual_order([group[0].level for group in groups]):
        is_end = index == len(groups) - 1
        pieces[index] = piece = _piece(groups[index], x, stretch, is_end=is_end)
        x += piece.width
    return [piece for piece in pieces if piece]


def _piece(group: list[Box], x: float, stretch: float, *, is_end: bool = True) -> Piece:
    first, last = group[0], group[-1]
    spaces = tuple([box.spaces for box in group])
    hanging = last.gap if is_end else 0
    gaps = sum(spaces) - (last.spaces if is_end else 0)
    return Piece(
        x,
        sum([box.width + box.gap for box in group]) - hanging + stretch * gaps,
        first.fragment.face,
        first.letters,
        first.level % 2 == 1,
        tuple([box.fragment for box in group]),
        spaces,
        stretch,
    )
