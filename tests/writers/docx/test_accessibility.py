"""What a screen reader and Word's own accessibility checker look for."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn
from support.specimen import SPECIMEN
from support.word_files import W, body, opened, part, value

from briefgen.memo import Figure
from briefgen.theme import DEFAULT
from briefgen.writers.docx import write

FILE = write(SPECIMEN, DEFAULT)
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def test_title_language_and_author_are_those_of_the_memo() -> None:
    told = opened(FILE).core_properties

    assert (told.title, told.language, told.author, told.last_modified_by, told.subject, told.keywords) == (
        "Northern Union asks for a fishing quota",
        "en-GB",
        "Sample desk",
        "Sample desk",
        "Fisheries",
        "fisheries, quota",
    )
    assert told.created == told.modified
    assert told.created is not None
    assert told.created.isoformat() == "2025-03-12T00:00:00+00:00"


def test_the_language_of_all_words_is_declared() -> None:
    default = part(FILE, "word/styles.xml").find(f"{W}docDefaults//{W}lang")
    others = [value(lang) for lang in body(FILE).iter(f"{W}lang")]

    assert value(default) == "en-GB"
    assert others == ["fr", "uk", "el"]


def test_heading_levels_have_no_gaps() -> None:
    levels = [
        int(paragraph.style.name.removeprefix("Heading "))
        for paragraph in opened(FILE).paragraphs
        if paragraph.style and paragraph.style.name and paragraph.style.name.startswith("Heading")
    ]

    assert levels == [1, 2, 3, 1]


def test_every_picture_has_its_words() -> None:
    told = [picture.get("descr") for picture in body(FILE).iter(qn("wp:docPr"))]

    assert told == [block.alt for block in SPECIMEN.blocks if isinstance(block, Figure)]


def test_every_picture_is_there_in_dots_and_in_lines() -> None:
    with ZipFile(BytesIO(FILE)) as package:
        begins = {name: package.read(name)[:5] for name in package.namelist() if name.startswith("word/media/")}

    assert begins == {
        "word/media/image1.png": b"\x89PNG\r",
        "word/media/image2.svg": b"<svg ",
        "word/media/image3.png": b"\x89PNG\r",
        "word/media/image4.svg": b"<svg ",
        "word/media/image5.png": b"\x89PNG\r",
        "word/media/image6.svg": b"<svg ",
    }


def test_tables_repeat_their_heads_and_have_names() -> None:
    _, *tables = body(FILE).iter(f"{W}tbl")
    heads = [len(list(table.iter(f"{W}tblHeader"))) for table in tables]
    names = [value(table.find(f"{W}tblPr/{W}tblCaption")) for table in tables]

    assert heads == [1, 1, 1, 1]
    assert names == ["Boats by fleet", "Date · Event · Status", "Position · Aland · Beland", "Term · Range"]


def test_no_row_is_cut_by_a_page_and_no_width_is_guessed() -> None:
    for table in body(FILE).iter(f"{W}tbl"):
        grid = [value(column, "w") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        rows = list(table.iterfind(f"{W}tr"))

        assert value(table.find(f"{W}tblPr/{W}tblLayout"), "type") == "fixed"
        assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True] * len(rows)
        assert [[value(w, "w") for w in row.iter(f"{W}tcW")] for row in rows] == [grid] * len(rows)


def test_tables_are_as_wide_as_the_column() -> None:
    widths = {value(table.find(f"{W}tblPr/{W}tblW"), "w") for table in body(FILE).iter(f"{W}tbl")}

    assert widths == {str(round(DEFAULT.column * 20))}


def test_boxes_to_tick_are_named_after_their_answers() -> None:
    boxes = [value(box.find(f"{W}sdtPr/{W}alias")) for box in body(FILE).iter(f"{W}sdt")]

    assert boxes == ["Agreed", "Not agreed", "Noted", "Please discuss"]


def test_citations_lead_to_their_sources() -> None:
    links = [(value(link, "anchor"), value(link, "tooltip")) for link in body(FILE).iter(f"{W}hyperlink")]
    marks = [value(mark, "name") for mark in body(FILE).iter(f"{W}bookmarkStart")]
    cited = [link for link in links if link[0]]

    assert cited == [(f"source_{n}", f"Source {n}") for n in (1, 1, 2, 2, 2)]
    assert marks == ["source_1", "source_2"]


def test_links_lead_where_the_memo_says() -> None:
    relations = opened(FILE).part.rels.values()

    assert [relation.target_ref for relation in relations if relation.reltype == HYPERLINK] == [
        "https://example.org/a_b?c=1&d=2",
        "mailto:desk@example.org",
        "https://example.org/x",
    ]
