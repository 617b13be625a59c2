"""The letterhead in the margins: pictures, each in the file but once, and words on one baseline with them."""

from collections.abc import Iterator, Mapping

from briefgen.theme import Picture
from briefgen.writers.pdf.objects import number
from briefgen.writers.pdf.press import Mark, Press
from briefgen.writers.pdf.structure import Element
from briefgen.writers.room import BETWEEN, DESCENT, Room, Row


def announced_pictures(room: Room, root: Element) -> dict[Picture, Element]:
    """Make an element for each picture that has words for people who do not see it."""
    told = (picture for row in (*room.header, *room.footer) for picture in row.strip.pictures if picture.alt)
    return {picture: root.add("Figure", alt=picture.alt) for picture in told}


def strips(room: Room, page: int, announced: Mapping[Picture, Element], press: Press) -> Iterator[Mark]:
    """Give the marks of a letterhead on `page`."""
    for row in (*room.header, *room.footer):
        yield from _row(row, page, announced, press)


def _row(row: Row, page: int, announced: Mapping[Picture, Element], press: Press) -> Iterator[Mark]:
    """Set pictures and words one after the other from where reading starts."""
    strip, theme = row.strip, press.writing.theme
    before = sum(picture.width + BETWEEN for picture in strip.pictures)
    look = press.fitted(strip.text, strip.style, theme.column - before)
    words = press.width(strip.text, look)
    y = theme.paper.height - row.bottom + DESCENT * strip.style.size
    parts: list[tuple[Picture | str, float]] = [(picture, picture.width) for picture in strip.pictures]
    parts += [(strip.text, words)] if strip.text else []
    left = press.left(sum(width for _, width in parts) + BETWEEN * (len(parts) - 1), strip.side)
    for part, width in reversed(parts) if press.writing.mirrored else parts:
        if isinstance(part, Picture):
            yield _picture(part, (left, y), page, announced.get(part), press)
        else:
            yield Mark(press.shown(part, look, y, left), press.edge(y))
        left += width + BETWEEN


def _picture(picture: Picture, at: tuple[float, float], page: int, element: Element | None, press: Press) -> Mark:
    left, y = at
    name = press.canvas.picture(picture.png, page)
    if element and page == 0:
        box = (left, y, left + picture.width, y + picture.height)
        element.attributes = f"/O /Layout /Placement /Block /BBox [{' '.join(map(number, box))}]"
    size = f"{number(picture.width)} 0 0 {number(picture.height)}"
    return Mark(f"q {size} {number(left)} {number(y)} cm /{name} Do Q", press.edge(y), element)
