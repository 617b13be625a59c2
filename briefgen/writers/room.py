"""How much of a page its margins take: marking and running lines, and between them and the text the letterhead.

The same for every format with pages, so that the text of PDF and Word begins at the same height.
All places are points from the upper edge of the sheet.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.memo import Meta
from briefgen.theme import MILLIMETRE, Strip, Theme
from briefgen.values import dataclass

EDGE = 10 * MILLIMETRE
"""From the edge of the sheet to the near side of the marking."""
HEAD, FOOT = 18 * MILLIMETRE, 15.5 * MILLIMETRE
"""From the edge of the sheet to the baseline of the running lines."""
BETWEEN = 8.0
"""Between the pictures of a letterhead's line, and before its words."""
DESCENT = 0.25
"""The part of a size that letters reach below their baseline, on which pictures stand."""
_APART = 8.0
"""Between a running line and the letterhead."""
_BELOW_MARKING = 9.5
_HEAD_GAP, _FOOT_GAP = 14.0, 10.0
"""Between letterhead and text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a letterhead on its place."""

    strip: Strip
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Room:
    """What stands in the margins of a page, and how wide they are for it."""

    header: tuple[Row, ...]
    footer: tuple[Row, ...]
    top: float
    """The height of the upper margin."""
    bottom: float
    """The height of the lower margin."""
    organisation: str
    """What the running line says of who wrote the memo; nothing where the letterhead says it."""


def rooms(theme: Theme, meta: Meta, *, legend: bool = False) -> tuple[Room, Room]:
    """Give the room on the first page and on all others; with a `legend` over the running line at the foot."""
    told = theme.letterhead
    foot = FOOT + (theme.footer.leading if legend else 0) + (1 - DESCENT) * theme.footer.size + _APART
    if legend:
        theme = replace(theme, margins=replace(theme.margins, bottom=max(theme.margins.bottom, foot)))
    first = _room(theme, meta, told.header, told.footer, foot)
    return first, _room(theme, meta, told.next_header, told.next_footer, foot) if told.first_page_only else first


def _room(theme: Theme, meta: Meta, above: tuple[Strip, ...], below: tuple[Strip, ...], lowest: float) -> Room:
    organisation = "" if _names(above, meta.organisation) else meta.organisation
    header = _stacked(above, _head_of(theme, meta, organisation), theme.column)
    top, bottom = theme.margins.top, theme.margins.bottom
    if header:
        top = max(top, header[-1].bottom + header[-1].strip.style.after + _HEAD_GAP)
    footer = _stacked(below, 0, theme.column)
    if footer:
        high = footer[-1].bottom + footer[-1].strip.style.after
        bottom = max(bottom, lowest + high + _FOOT_GAP)
        fallen = theme.paper.height - lowest - high
        footer = tuple(replace(row, top=row.top + fallen, bottom=row.bottom + fallen) for row in footer)
    return Room(header, footer, top, bottom, organisation)


def _names(strips: tuple[Strip, ...], organisation: str) -> bool:
    """Tell whether lines say who it is, in words or in those for a picture."""
    told = (part for strip in strips for part in (strip.text, *(one.alt for one in strip.pictures)))
    return any(organisation.casefold() in part.casefold() for part in told)


def _head_of(theme: Theme, meta: Meta, organisation: str) -> float:
    """Give the height at which the letterhead may begin."""
    if meta.stamp or organisation:
        return HEAD + DESCENT * theme.footer.size + _APART
    return EDGE + 0.72 * theme.banner.size + _BELOW_MARKING if meta.banner else EDGE


def _stacked(strips: Iterable[Strip], start: float, column: float) -> tuple[Row, ...]:
    return tuple(_rows(strips, start, column))


def _rows(strips: Iterable[Strip], start: float, column: float) -> Iterator[Row]:
    for number, strip in enumerate(strips):
        fitted = _fitted(strip, column)
        top = start + (fitted.style.before if number else 0)
        bottom = top + _height(fitted)
        yield Row(fitted, top, bottom)
        start = bottom + fitted.style.after


def _height(strip: Strip) -> float:
    pictures = max((picture.height for picture in strip.pictures), default=0)
    return max(pictures + (DESCENT * strip.style.size if pictures else 0), strip.style.leading if strip.text else 0)


def _fitted(strip: Strip, column: float) -> Strip:
    """Make pictures smaller that are wider than the text."""
    room = column - BETWEEN * (len(strip.pictures) - 1)
    width = sum(picture.width for picture in strip.pictures)
    if width <= room:
        return strip
    scale = room / width
    smaller = (replace(one, width=one.width * scale, height=one.height * scale) for one in strip.pictures)
    return replace(strip, pictures=tuple(smaller))
