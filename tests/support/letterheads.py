"""Letterheads for tests: as themes, and as Word documents that an office might have."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

from briefgen.pictures import bitmap
from briefgen.theme import DEFAULT, Letterhead, Picture, Strip, TextStyle, Theme

ARMS = "Arms of Norrey"
WORDS = ("Ministry of Transport", "Private Office", "1 Harbour Street, Selby")


def logo(width: int = 40, height: int = 20, colour: str = "#204a87") -> bytes:
    """Paint a PNG of one colour."""
    target = BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "PNG")
    return target.getvalue()


def house(*, first_page_only: bool = False, height: float = 40, alt: str = ARMS) -> Theme:
    """Give the default theme with logo and words at the top, and an address below."""
    picture = Picture(bitmap(logo()).png, 2 * height, height, alt)
    header = (Strip(WORDS[0], (picture,)), Strip(WORDS[1], side="end", style=TextStyle(10, 12, bold=True)))
    footer = (Strip(WORDS[2], side="center"),)
    return replace(DEFAULT, letterhead=Letterhead(header, footer, first_page_only))


def reference(file: Path, *, first_page_only: bool = True, family: str = "Georgia") -> Any:
    """Write a Word document with styles, page set-up and a letterhead, and give what python-docx knows of it."""
    document = Document()
    section, styles = document.sections[0], document.styles
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Mm(28),
        Mm(22),
        Mm(30),
        Mm(28),
    )
    normal = styles["Normal"]
    normal.font.name, normal.font.size = family, Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), Pt(16)
    for name, size in (("Title", 20), ("Heading 1", 14), ("Heading 2", 12), ("Heading 3", 11)):
        styles[name].font.size, styles[name].font.color.rgb = Pt(size), RGBColor(0x1F, 0x4E, 0x5F)
    section.different_first_page_header_footer = first_page_only
    header = section.first_page_header if first_page_only else section.header
    header.paragraphs[0].add_run().add_picture(BytesIO(logo()), height=Mm(18))
    header.paragraphs[0]._p.xpath(".//wp:docPr")[0].set("descr", ARMS)
    header.paragraphs[0].add_run(WORDS[0]).bold = True
    header.add_paragraph(WORDS[1]).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer = section.first_page_footer if first_page_only else section.footer
    footer.paragraphs[0].text = WORDS[2]
    if first_page_only:
        section.header.paragraphs[0].text = "Ministry of Transport, continued"
    document.save(str(file))
    return document
