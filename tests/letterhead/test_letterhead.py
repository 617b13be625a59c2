"""A Word document with the house's letterhead becomes the look of every format."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

from briefgen.colours import READABLE, contrast, darker
from briefgen.errors import ConfigurationError
from briefgen.letterhead import House, read_reference
from briefgen.theme import DEFAULT, LETTER, MILLIMETRE, Paper


def logo() -> BytesIO:
    target = BytesIO()
    Image.new("RGB", (40, 20), "#204a87").save(target, "PNG")
    target.seek(0)
    return target


def house(document: Any) -> House:
    target = BytesIO()
    document.save(target)
    return read_reference(target.getvalue(), "letterhead.docx", DEFAULT)


def told(result: House, code: str = "CFG11") -> list[str]:
    return [notice.message for notice in result.notices if notice.code == code]


def test_page_and_margins_are_taken() -> None:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(216), Mm(279)
    section.left_margin, section.top_margin = Mm(30), Mm(40)
    section.right_margin, section.bottom_margin = Mm(20), Mm(25)

    theme = house(document).theme

    assert theme.paper == LETTER
    sides = (theme.margins.top, theme.margins.right, theme.margins.bottom, theme.margins.left)
    assert sides == pytest.approx([length * MILLIMETRE for length in (40, 20, 25, 30)], abs=0.05)


def test_a_paper_of_another_size_keeps_its_size() -> None:
    document = Document()
    document.sections[0].page_width, document.sections[0].page_height = Pt(500), Pt(700)

    assert house(document).theme.paper == Paper("custom", 500, 700)


def test_styles_give_sizes_colours_and_spacing_with_what_they_inherit() -> None:
    document = Document()
    normal, heading = document.styles["Normal"], document.styles["Heading 1"]
    normal.font.name, normal.font.size = "Noto Serif", Pt(12)
    normal.paragraph_format.line_spacing, normal.paragraph_format.space_after = Pt(17), Pt(5)
    heading.font.color.rgb, heading.font.size = RGBColor(0x11, 0x22, 0x33), Pt(15)

    theme = house(document).theme

    assert (theme.family, theme.body.size, theme.body.leading, theme.body.after) == ("Noto Serif", 12, 17, 5)
    assert (theme.headings[0].colour, theme.headings[0].size, theme.headings[0].bold) == ("#112233", 15, True)
    assert theme.headings[0].leading == 17


def test_header_and_footer_become_the_letterhead() -> None:
    document = Document()
    header, footer = document.sections[0].header, document.sections[0].footer
    header.paragraphs[0].add_run().add_picture(logo(), width=Pt(80))
    header.paragraphs[0]._p.xpath(".//wp:docPr")[0].set("descr", "Arms of Norrey")
    header.add_paragraph("Ministry of Transport").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.paragraphs[0].text = "1 Harbour Street, Selby"

    result = house(document)

    (arms, name), (address,) = result.theme.letterhead.header, result.theme.letterhead.footer
    (picture,) = arms.pictures
    assert (picture.width, picture.height, picture.alt, picture.png[:4]) == (80, 40, "Arms of Norrey", b"\x89PNG")
    assert (name.text, name.side) == ("Ministry of Transport", "end")
    assert address.text == "1 Harbour Street, Selby"
    assert (result.theme.letterhead.first_page_only, told(result)) == (False, [])


def test_a_letterhead_for_the_first_page_stays_there() -> None:
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Ministry"
    section.header.paragraphs[0].text = "continued"

    letterhead = house(document).theme.letterhead

    assert letterhead.first_page_only
    assert [strip.text for strip in letterhead.header] == ["Ministry"]


def test_what_only_word_could_show_is_told() -> None:
    document = Document()
    header = document.sections[0].header
    header.add_table(1, 1, Mm(50))
    run = header.paragraphs[0].add_run()._r
    run.append(run.makeelement(run.tag.replace("}r", "}fldChar"), {}))
    document.add_section()

    result = house(document)

    assert told(result) == [
        "a table in the header is left out; put its lines into paragraphs",
        "a field in the header is left out; briefgen prints page numbers itself",
        "the document has several sections; the page of the first is used",
    ]
    assert {str(notice.place) for notice in result.notices} == {"letterhead.docx"}
    assert result.theme.letterhead.header == ()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 damaged"])
def test_what_is_no_word_document_is_told(data: bytes) -> None:
    with pytest.raises(ConfigurationError, match=r"letterhead\.docx: error CFG10 not a Word document"):
        read_reference(data, "letterhead.docx", DEFAULT)


def test_a_document_without_a_letterhead_gives_none() -> None:
    letterhead = house(Document()).theme.letterhead

    assert (letterhead.header, letterhead.footer) == ((), ())


def test_a_colour_that_could_not_be_read_is_darkened_and_told() -> None:
    document = Document()
    document.styles["Title"].font.color.rgb = RGBColor(0x9D, 0xC3, 0xE6)

    result = house(document)

    assert result.theme.title.colour == darker("#9dc3e6")
    assert contrast(result.theme.title.colour, "#ffffff") >= READABLE
    assert (
        f"Title: #9dc3e6 on white has a contrast of 1.8:1, text needs 4.5:1; {result.theme.title.colour} is used"
        in told(result, "CFG12")
    )


def test_looks_without_a_style_in_word_grow_with_the_running_text() -> None:
    document = Document()
    document.styles["Normal"].font.size = Pt(12)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x1F, 0x1F)

    theme = house(document).theme

    assert (theme.bluf.size, theme.table.size, theme.line.size) == (13, 11, 15)
    assert (theme.banner, theme.colours.accent) == (DEFAULT.banner, "#7a1f1f")


def spoilt(name: str, old: bytes, new: bytes) -> bytes:
    """Write a Word document in which a part says something else."""
    stored, target = BytesIO(), BytesIO()
    Document().save(stored)
    with ZipFile(stored) as package, ZipFile(target, "w") as changed:
        for part in package.namelist():
            content = package.read(part)
            assert part != name or old in content
            changed.writestr(part, content.replace(old, new) if part == name else content)
    return target.getvalue()


@pytest.mark.parametrize(("rests_on", "size"), [(b"Normal", 11), (b"Heading1", 14)], ids=["itself", "each other"])
def test_styles_may_rest_on_each_other(rests_on: bytes, size: int) -> None:
    normal = b'<w:name w:val="Normal"/>'
    data = spoilt("word/styles.xml", normal, normal + b'<w:basedOn w:val="' + rests_on + b'"/>')

    assert read_reference(data, "letterhead.docx", DEFAULT).theme.body.size == size


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b'w:w="12240"', b'w:w="wide"'),
        ("word/document.xml", b"w:sectPr", b"w:other"),
        ("word/document.xml", b"w:document", b"w:other"),
        ("word/styles.xml", b'<w:sz w:val="22"/>', b'<w:sz w:val="large"/>'),
        ("word/theme/theme1.xml", b"<a:theme", b"<<a:theme"),
        ("word/_rels/document.xml.rels", b"styles.xml", b"document.xml"),
    ],
    ids=["width", "no section", "no document", "size", "theme", "relationship"],
)
def test_a_damaged_document_is_told(part: str, old: bytes, new: bytes) -> None:
    with pytest.raises(ConfigurationError, match=r"letterhead\.docx: error CFG10 not a Word document"):
        read_reference(spoilt(part, old, new), "letterhead.docx", DEFAULT)
