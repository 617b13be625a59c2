"""What stands in the margins of every page: marking, stamp, letterhead, reference, status and the count of pages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Literal

from briefgen.memo import Banner, Memo, Meta
from briefgen.theme import Theme
from briefgen.values import dataclass
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.docx.namespaces import DRAWING, MAIN, RELATIONS
from briefgen.writers.docx.package import Part
from briefgen.writers.docx.properties import twips
from briefgen.writers.docx.relations import Relations
from briefgen.writers.docx.runs import TAB, text_runs
from briefgen.writers.docx.strips import Pictures, line_height, strips
from briefgen.writers.docx.writing import paragraph
from briefgen.writers.docx.xml import NOTHING, Xml, element, flag, join, named, part
from briefgen.writers.room import Room, rooms

_FIELDS = {"{page}": " PAGE ", "{pages}": " NUMPAGES "}
_EDGE = 16.0
"""From the edge of the sheet to the banner, whose letters then stand 10 mm from it."""
_FOOT_GAP = 10.0
"""Between text and letterhead."""
_PICTURES = 10_000
"""More pictures than the body of a memo has, or a margin."""

Kind = Literal["header", "footer"]


@dataclass(frozen=True, slots=True)
class Running:
    """The parts that stand in the margins, and the properties of the memo's one section, which name them."""

    parts: tuple[Part, ...]
    section: Xml


def running(memo: Memo, theme: Theme, relations: Relations) -> Running:
    """Write what stands in the margins of the first page and of all others."""
    first, others = rooms(theme, memo.meta)
    pages = {"default": others} | ({"first": first} if theme.letterhead.first_page_only else {})
    edges = _edges(memo.meta, theme, pages.values())
    parts: list[Part] = []
    references = []
    for number, (page, kind) in enumerate(product(pages, edges), 1):
        pictures = Pictures(kind if page == "default" else f"{kind}-{page}", number * _PICTURES)
        write = _header if kind == "header" else _footer
        parts += _part(kind, write(edges[kind], memo.meta, theme, pages[page], pictures), pictures)
        references.append(_reference(kind, page, relations.own(kind, f"{pictures.owner}.xml")))
    return Running(tuple(parts), _section(memo, theme, others, edges, references))


def _edges(meta: Meta, theme: Theme, pages: Iterable[Room]) -> dict[Kind, float]:
    """Give how far from the edges of the sheet margins begin; the place of a marking is left free, as in PDF."""
    free = 0 if meta.banner else line_height(theme.banner)
    has_line = all(meta.stamp or room.organisation for room in pages)
    return {"header": _EDGE + (free if has_line else 0), "footer": _EDGE + free}


def _part(kind: Kind, written: Xml, pictures: Pictures) -> Iterator[Part]:
    root = "w:hdr" if kind == "header" else "w:ftr"
    yield Part(f"word/{pictures.owner}.xml", part(named(root, MAIN | RELATIONS | DRAWING, written)))
    yield from pictures.parts()


def _header(edge: float, meta: Meta, theme: Theme, room: Room, pictures: Pictures) -> Xml:
    """Write a header; it may be empty."""
    line = NOTHING
    if meta.stamp or room.organisation:
        organisation = text_runs(room.organisation, meta.language)
        line = paragraph("Header", join(organisation, TAB, text_runs(meta.stamp, meta.language, style="Stamp")))
    start = edge + line_height(theme.banner) * bool(meta.banner) + line_height(theme.footer) * bool(line)
    letterhead = strips(room.header, (start, room.top), theme, meta.language, pictures)
    return join(_banner(meta.banner, meta.language), line, letterhead) or paragraph("Header", NOTHING)


def _footer(edge: float, meta: Meta, theme: Theme, room: Room, pictures: Pictures) -> Xml:
    told = " · ".join(part for part in (meta.reference, meta.status) if part)
    line = paragraph("Footer", join(text_runs(told, meta.language), TAB, _pages(meta)))
    end = theme.paper.height - edge - line_height(theme.banner) * bool(meta.banner) - line_height(theme.footer)
    start = room.footer[0].top - _FOOT_GAP if room.footer else end
    letterhead = strips(room.footer, (start, end), theme, meta.language, pictures)
    return join(letterhead, line, _banner(meta.banner, meta.language))


def _section(memo: Memo, theme: Theme, room: Room, edges: Mapping[Kind, float], references: list[Xml]) -> Xml:
    """Write the properties of the section: sheet, margins, headers and footers; taller ones move the text."""
    paper, margins = theme.paper, theme.margins
    sides = {"top": room.top, "right": margins.right, "bottom": room.bottom, "left": margins.left}
    return element(
        "sectPr",
        *references,
        element("pgSz", w=twips(paper.width), h=twips(paper.height)),
        element(
            "pgMar",
            **{name: twips(side) for name, side in sides.items()},
            **{name: twips(edge) for name, edge in edges.items()},
            gutter=0,
        ),
        flag("titlePg", when=theme.letterhead.first_page_only),
        flag("bidi", when=is_right_to_left(memo.meta.language)),
    )


def _banner(banner: Banner | None, language: str) -> Xml:
    """Write the marking; its style has the direction of its letters."""
    if banner is None:
        return NOTHING
    around = "" if banner.text.isascii() else language
    if not banner.ground:
        return paragraph("Banner", text_runs(banner.text, around))
    return paragraph("Banner", text_runs(f"\u00a0{banner.text}\u00a0", around, style="BannerChip"))


def _pages(meta: Meta) -> Xml:
    """Write *Page 1 of 1* with fields; Word and LibreOffice count anew whenever they lay out a page."""
    return join(*(_field(piece, meta.language) for piece in re.split(r"(\{pages?\})", meta.labels.page) if piece))


def _field(piece: str, language: str) -> Xml:
    if piece not in _FIELDS:
        return text_runs(piece, language)
    return element("fldSimple", text_runs("1", language), instr=_FIELDS[piece])


def _reference(kind: Kind, page: str, identity: str) -> Xml:
    return named(f"w:{kind}Reference", RELATIONS | {"w:type": page, "r:id": identity})
