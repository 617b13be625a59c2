"""What stands around the text on every page: marking, organisation, stamp, reference and page number.

Painted when the number of pages is known. The marking and the stamp are read once, before everything else;
the rest, and all of it on later pages, is known to screen readers as running matter, which they pass over.
"""

from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from briefgen.memo import Banner, Meta
from briefgen.theme import MILLIMETRE, TextStyle
from briefgen.writers.pdf.canvas import TaggedCanvas, artifact, marked
from briefgen.writers.pdf.objects import colour
from briefgen.writers.pdf.shapes import area
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.writing import Writing

_EDGE = 10 * MILLIMETRE
"""From the edge of the paper to the near side of the marking."""
_HEAD, _FOOT = 18 * MILLIMETRE, 15.5 * MILLIMETRE
"""From the edge of the paper to the baseline of the running lines."""
_MOST = 0.7
"""Of the column that a running line may take, beside another."""
_CHIP = 7, 3.5
"""White space around a marking on a ground, beside and above."""

Side = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Announced:
    """Elements for what is read before the memo, None where there is nothing to read."""

    marking: Element | None
    stamp: Element | None


def announce(meta: Meta, root: Element) -> Announced:
    """Make the elements, which must come first in the tree."""
    marking = root.add("P") if meta.banner else None
    if marking and meta.banner:
        marking.actual = f"{meta.labels.label.format(text=meta.labels.marking)} {meta.banner.text}"
    return Announced(marking, root.add("P") if meta.stamp else None)


def paint_furniture(canvas: TaggedCanvas, meta: Meta, announced: Announced, writing: Writing) -> None:
    """Paint around the text of every page."""
    press = _Press(canvas, writing)
    on_all_pages = (*press.head(meta, announced), *press.foot(meta))
    for number, sheet in enumerate(canvas.sheets):
        page = meta.labels.page.format(page=number + 1, pages=len(canvas.sheets))
        marks = (*on_all_pages, press.line(page, writing.theme.footer, _FOOT, "end"))
        sheet.before += [_painted(mark, canvas, number) for mark in marks if mark.operators]


def printed(meta: Meta) -> tuple[str, ...]:
    """List the words of the running lines, which need letters as the memo's own words do."""
    banner = meta.banner.text if meta.banner else ""
    page = meta.labels.page.format(page=1234567890, pages=1234567890)
    return banner, meta.stamp, meta.organisation, _reference(meta), page


@dataclass(frozen=True, slots=True)
class _Mark:
    operators: str
    """Empty for nothing."""
    edge: Literal["Top", "Bottom"]
    element: Element | None = None
    """What it belongs to on the first page."""


@dataclass(frozen=True, slots=True)
class _Press:
    canvas: TaggedCanvas
    writing: Writing

    def head(self, meta: Meta, announced: Announced) -> tuple[_Mark, ...]:
        theme = self.writing.theme
        stamp = replace(theme.footer, bold=True, colour=theme.colours.text)
        top = theme.paper.height
        return (
            *self._banner(meta.banner, top - _EDGE - 0.72 * theme.banner.size, announced.marking),
            self.line(meta.stamp, stamp, top - _HEAD, "end", announced.stamp),
            self.line(meta.organisation, theme.footer, top - _HEAD, "start"),
        )

    def foot(self, meta: Meta) -> tuple[_Mark, ...]:
        theme = self.writing.theme
        reference = self.line(_reference(meta), theme.footer, _FOOT, "start")
        return reference, *self._banner(meta.banner, _EDGE, None)

    def line(self, words: str, look: TextStyle, y: float, side: Side, element: Element | None = None) -> _Mark:
        """Set one line, in smaller letters where it would be too long."""
        edge: Literal["Top", "Bottom"] = "Top" if y > self.writing.theme.paper.height / 2 else "Bottom"
        if not words:
            return _Mark("", edge)
        width = self.writing.set(words, look).widest
        room = self.writing.theme.column * (1 if side == "middle" else _MOST)
        fitted = replace(look, size=look.size * min(1, room / width))
        (line,) = self.writing.set(words, fitted).lines(inf)
        left = self._left(line.width, side)
        shown = [self.canvas.typecase.show(piece, y, left=left) for piece in line.pieces]
        return _Mark("\n".join((f"BT {colour(look.colour)}", *shown, "ET")), edge, element)

    def _banner(self, banner: Banner | None, y: float, element: Element | None) -> tuple[_Mark, ...]:
        if banner is None:
            return ()
        look = replace(self.writing.theme.banner, colour=banner.colour)
        words = self.line(banner.text, look, y, "middle", element)
        return (_Mark(self._chip(banner, look, y), words.edge), words) if banner.ground else (words,)

    def _chip(self, banner: Banner, look: TextStyle, y: float) -> str:
        width = min(self.writing.set(banner.text, look).widest, self.writing.theme.column)
        beside, above = _CHIP
        left = (self.writing.theme.paper.width - width) / 2 - beside
        height = 0.72 * look.size + 2 * above
        return area(left, y - above, width + 2 * beside, height, banner.ground or "#ffffff")

    def _left(self, width: float, side: Side) -> float:
        theme = self.writing.theme
        left, right = theme.margins.left, theme.margins.left + theme.column - width
        if side == "middle":
            return (theme.paper.width - width) / 2
        return right if (side == "end") is not self.writing.mirrored else left


def _painted(mark: _Mark, canvas: TaggedCanvas, page: int) -> str:
    if mark.element is not None and page == 0:
        return marked(canvas.structure, mark.element, page, mark.operators)
    kind = {"Top": "Header", "Bottom": "Footer"}[mark.edge]
    return artifact(mark.operators, f"/Type /Pagination /Subtype /{kind} /Attached [/{mark.edge}]")


def _reference(meta: Meta) -> str:
    return " · ".join(part for part in (meta.reference, meta.status) if part)
