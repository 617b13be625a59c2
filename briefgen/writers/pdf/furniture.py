"""What stands around the text on every page: marking, organisation, stamp, letterhead, reference and page number.

Painted when the number of pages is known. The marking, the stamp and the pictures of the letterhead are read once,
before everything else; the rest, and all of it on later pages, is known to screen readers as running matter, which
they pass over.
"""

from collections.abc import Mapping
from dataclasses import replace

from briefgen.memo import Banner, Meta
from briefgen.theme import Letterhead, Picture
from briefgen.values import dataclass
from briefgen.writers.pdf.canvas import TaggedCanvas, artifact, marked
from briefgen.writers.pdf.press import Mark, Press
from briefgen.writers.pdf.shapes import area
from briefgen.writers.pdf.strips import announced_pictures, strips
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.writing import Writing
from briefgen.writers.room import EDGE, FOOT, HEAD, Room

_CHIP = 7, 3.5
"""White space around a marking on a ground, beside and above."""


@dataclass(frozen=True, slots=True)
class Announced:
    """Elements for what is read before the memo, None where there is nothing to read."""

    marking: Element | None
    stamp: Element | None
    pictures: Mapping[Picture, Element]


def announce(meta: Meta, room: Room, root: Element) -> Announced:
    """Make the elements, which must come first in the tree."""
    marking = root.add("P") if meta.banner else None
    if marking and meta.banner:
        marking.actual = f"{meta.labels.label.format(text=meta.labels.marking)} {meta.banner.text}"
    stamp = root.add("P") if meta.stamp else None
    return Announced(marking, stamp, announced_pictures(room, root))


def paint_furniture(
    canvas: TaggedCanvas, meta: Meta, rooms: tuple[Room, Room], announced: Announced, writing: Writing
) -> None:
    """Paint around the text of every page; `rooms` are those of the first page and of all others."""
    press = Press(canvas, writing)
    for page, sheet in enumerate(canvas.sheets):
        room = rooms[0] if page == 0 else rooms[1]
        count = meta.labels.page.format(page=page + 1, pages=len(canvas.sheets))
        marks = (
            *_head(meta, room, announced, press),
            *strips(room, page, announced.pictures, press),
            *_foot(meta, press),
            press.line(count, writing.theme.footer, FOOT, "end"),
        )
        sheet.before += [_painted(mark, canvas, page) for mark in marks if mark.operators]


def printed(meta: Meta, letterhead: Letterhead) -> tuple[str, ...]:
    """List the words of the running lines, which need letters as the memo's own words do."""
    banner = meta.banner.text if meta.banner else ""
    page = meta.labels.page.format(page=1234567890, pages=1234567890)
    lines = (strip.text for strip in letterhead.strips)
    return banner, meta.stamp, meta.organisation, _reference(meta), page, *lines


def _head(meta: Meta, room: Room, announced: Announced, press: Press) -> tuple[Mark, ...]:
    theme = press.writing.theme
    stamp = replace(theme.footer, bold=True, colour=theme.colours.text)
    top = theme.paper.height
    return (
        *_banner(meta.banner, top - EDGE - 0.72 * theme.banner.size, announced.marking, press),
        press.line(meta.stamp, stamp, top - HEAD, "end", announced.stamp),
        press.line(room.organisation, theme.footer, top - HEAD, "start"),
    )


def _foot(meta: Meta, press: Press) -> tuple[Mark, ...]:
    look = press.writing.theme.footer
    reference = press.line(_reference(meta), look, FOOT, "start")
    legend = press.line(press.writing.marks.legend, look, FOOT + look.leading, "start")
    return reference, legend, *_banner(meta.banner, EDGE, None, press)


def _banner(banner: Banner | None, y: float, element: Element | None, press: Press) -> tuple[Mark, ...]:
    if banner is None:
        return ()
    look = replace(press.writing.theme.banner, colour=banner.colour)
    words = press.line(banner.text, look, y, "center", element)
    if not banner.ground:
        return (words,)
    width = min(press.width(banner.text, look), press.writing.theme.column)
    beside, above = _CHIP
    left = press.left(width, "center") - beside
    chip = area(left, y - above, width + 2 * beside, 0.72 * look.size + 2 * above, banner.ground)
    return Mark(chip, words.edge), words


def _painted(mark: Mark, canvas: TaggedCanvas, page: int) -> str:
    if mark.element is not None and page == 0:
        return marked(canvas.structure, mark.element, page, mark.operators)
    kind = {"Top": "Header", "Bottom": "Footer"}[mark.edge]
    return artifact(mark.operators, f"/Type /Pagination /Subtype /{kind} /Attached [/{mark.edge}]")


def _reference(meta: Meta) -> str:
    return " · ".join(part for part in (meta.reference, meta.status) if part)
