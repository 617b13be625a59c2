"""What stands in the margins of every page: marking, stamp, reference, status and the count of pages."""

import re

from briefgen.memo import Banner, Memo, Meta
from briefgen.theme import Theme
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.docx.namespaces import MAIN, RELATIONS
from briefgen.writers.docx.properties import twips
from briefgen.writers.docx.relations import id_of
from briefgen.writers.docx.runs import TAB, text_runs
from briefgen.writers.docx.writing import paragraph
from briefgen.writers.docx.xml import NOTHING, Xml, element, flag, join, named

_FIELDS = {"{page}": " PAGE ", "{pages}": " NUMPAGES "}
_EDGE = 16.0
"""From the edge of the sheet to the banner, whose letters then stand 10 mm from it."""


def header(memo: Memo) -> Xml:
    """Write the header part; a memo without marking and stamp has an empty one, for a letterhead."""
    meta = memo.meta
    stamp = paragraph("Stamp", text_runs(meta.stamp, meta.language)) if meta.stamp else NOTHING
    told = join(_banner(meta.banner, meta.language), stamp)
    return named("w:hdr", MAIN, told or paragraph("Header", NOTHING))


def footer(memo: Memo) -> Xml:
    """Write the footer part."""
    meta = memo.meta
    told = " · ".join(part for part in (meta.reference, meta.status) if part)
    line = paragraph("Footer", join(text_runs(told, meta.language), TAB, _pages(meta)))
    return named("w:ftr", MAIN, line, _banner(meta.banner, meta.language))


def section(memo: Memo, theme: Theme) -> Xml:
    """Write the properties of the memo's one section: sheet, margins, header and footer."""
    paper, margins = theme.paper, theme.margins
    sides = {name: twips(getattr(margins, name)) for name in ("top", "right", "bottom", "left")}
    return element(
        "sectPr",
        _reference("header"),
        _reference("footer"),
        element("pgSz", w=twips(paper.width), h=twips(paper.height)),
        element("pgMar", **sides, header=twips(_EDGE), footer=twips(_EDGE), gutter=0),
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


def _reference(kind: str) -> Xml:
    return named(f"w:{kind}Reference", RELATIONS | {"w:type": "default", "r:id": id_of(kind)})
