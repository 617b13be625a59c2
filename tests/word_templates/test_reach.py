"""A Word template of a stranger fetches nothing, calls nobody and starts nothing when its memo is opened."""

from collections.abc import Callable

import pytest
from docx.document import Document as Word
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from support.packs import told
from support.word_templates import PATH, made, shelf_of, template

from briefgen.errors import BriefgenError
from briefgen.rehearsal import rehearse

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
ADDRESS = "https://collector.example.net/a"


def link(kind: str) -> Callable[[Word], None]:
    return lambda document: (document.part.relate_to(ADDRESS, f"{OFFICE}/{kind}", is_external=True), None)[1]


def link_of_settings(document: Word) -> None:
    document.part._settings_part.relate_to(ADDRESS, f"{OFFICE}/attachedTemplate", is_external=True)


def part(kind: str) -> Callable[[Word], None]:
    def add(document: Word) -> None:
        own = Part(PackURI("/word/other.bin"), "application/octet-stream", b"other", document.part.package)
        document.part.relate_to(own, kind)

    return add


def field(*pieces: str) -> Callable[[Word], None]:
    def add(document: Word) -> None:
        paragraph = document.sections[0].footer.add_paragraph()
        for piece in pieces:
            paragraph.add_run()._r.append(instruction := OxmlElement("w:instrText"))
            instruction.text = piece

    return add


def simple_field(document: Word) -> None:
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), f' IncludePicture "{ADDRESS}" \\d ')
    document.paragraphs[0]._p.append(simple)


@pytest.mark.parametrize(
    ("more", "what"),
    [
        (link("image"), "a link to image"),
        (link("attachedTemplate"), "a part for attachedTemplate"),
        (link_of_settings, "a part for attachedTemplate"),
        (link("oleObject"), "a part for oleObject"),
        (part(f"{MICROSOFT}/vbaProject"), "a part for vbaProject"),
        (part(f"{OFFICE}/aFChunk"), "a part for aFChunk"),
        (part(f"{OFFICE}/package"), "a part for package"),
        (field(f' INCLUDETEXT "{ADDRESS}" '), "the field INCLUDETEXT"),
        (field(" INCLUDE", f'PICTURE "{ADDRESS}" '), "the field INCLUDEPICTURE"),
        (field("PAGE", "DDEAUTO c:\\\\a.exe"), "the field DDEAUTO"),
        (simple_field, "the field INCLUDEPICTURE"),
    ],
    ids=[
        *("linked picture", "remote template", "remote template of the settings", "linked object", "macros"),
        *("piece of HTML", "embedded file", "text of a file", "split over runs", "a program", "simple field"),
    ],
)
def test_what_reaches_out_of_a_template_is_refused(more: Callable[[Word], None], what: str) -> None:
    data = template("{{ title }}", more=more)

    with pytest.raises(BriefgenError) as caught:
        made(data)

    assert told(caught.value) == [f"{PATH}: error WRD06 {what} reaches out of the template"]
    assert "WRD06" in [notice.code for notice in rehearse("embassy", shelf_of(data))]


def test_links_to_follow_and_the_fields_of_pages_may_stay() -> None:
    def more(document: Word) -> None:
        link("hyperlink")(document)
        field(" PAGE ", ' HYPERLINK "https://example.org" ', " LINKED ")(document)

    assert made(template("{{ title }}", more=more))
