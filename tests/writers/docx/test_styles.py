"""Looks stand in styles, so that an office can change them in one place."""

import re

import pytest
from support.specimen import HOSTILE, SPECIMEN
from support.word_files import W, body, opened, part, styles_by_text, value

from briefgen.theme import DEFAULT
from briefgen.writers.docx import write

FILE = write(SPECIMEN, DEFAULT)
STYLES = styles_by_text(FILE)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        (f"Northern Union asks for a quota: {HOSTILE}", "Title"),
        ("Submission for decision", "Kind"),
        ("FromSample desk", "MemoField"),
        ("That you note the talks.", "Recommendation"),
        ("☐Please discuss", "Answer"),
        ("Minister Date of signature ", "SignatureLine"),
        ("Bottom line", "BottomLineTitle"),
        ("The Union can accept less than it asks for.", "BottomLine"),
        ("Key Demands", "Heading1"),
        ("In numbers", "Heading2"),
        ("In their own words", "Heading3"),
        ("The Union wants a quota of up to 30 boats. [1]", "BodyText"),
        ("Inspection at sea", "ListNumber"),
        ("until June", "ListBullet"),
        ("Boats by fleet", "Caption"),
        ("Boats", "TableHeadRight"),
        ("North", "TableRowHead"),
        ("40 %", "TableTextCenter"),
        ("We find it more difficult, frankly.", "Quote"),
        ("Minister of Beland, to the press [2]", "QuoteSource"),
        ("A note without a title.", "Note"),
        ("by year", "Warning"),
        ("A deal by June is likely.", "Judgement"),
        ("We want fish for our grandchildren.", "LineToTake"),
        ("Tear line: what stands above may be passed on", "TearLine"),
        ("The Harbour News, 9 March 2025.", "Source"),
    ],
)
def test_a_paragraph_says_what_it_is(text: str, style: str) -> None:
    assert STYLES[text] == style


def test_runs_have_styles_and_languages_and_nothing_else() -> None:
    said = {what.tag.removeprefix(W) for run in body(FILE).iter(f"{W}r") for what in run.iterfind(f"{W}rPr/*")}

    assert said == {"rStyle", "lang"}


def test_every_style_that_is_used_is_there() -> None:
    known = {value(style, "styleId") for style in part(FILE, "word/styles.xml").iter(f"{W}style")}
    used = {
        value(element)
        for name in ("word/document.xml", "word/header.xml", "word/footer.xml", "word/styles.xml", "word/numbering.xml")
        for element in part(FILE, name).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next")
    }

    assert used - known == set()


def test_headings_and_captions_stay_with_what_follows() -> None:
    kept = {style.style_id for style in opened(FILE).styles if style.element.find(f"{W}pPr/{W}keepNext") is not None}

    assert kept >= {"Kind", "Title", "Heading1", "Heading2", "Heading3", "Caption", "Figure", "TableHead", "TearLine"}


def test_widows_and_orphans_are_kept_from_all_pages() -> None:
    assert part(FILE, "word/styles.xml").find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl") is not None


def test_the_decision_is_kept_together() -> None:
    table = next(body(FILE).iter(f"{W}tbl"))
    kept = [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in table.iter(f"{W}p")]

    assert kept == [True] * 6


def test_no_paragraph_is_empty_but_those_that_draw_a_line() -> None:
    empty = [
        value(paragraph.find(f"{W}pPr/{W}pStyle"))
        for paragraph in body(FILE).iter(f"{W}p")
        if paragraph.find(f".//{W}t") is None and paragraph.find(f".//{W}drawing") is None
    ]

    assert empty == ["Rule"]


def test_a_page_break_is_a_property_of_what_follows() -> None:
    broken = [
        "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for paragraph in body(FILE).iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]

    assert broken == ["Languages"]


def test_word_lays_it_out_as_its_own() -> None:
    settings = part(FILE, "word/settings.xml")
    modes = {value(setting, "name"): value(setting) for setting in settings.iter(f"{W}compatSetting")}

    assert modes["compatibilityMode"] == "15"


def test_the_page_is_that_of_the_theme() -> None:
    section = opened(FILE).sections[0]
    lengths = (section.page_width, section.page_height, section.left_margin, section.top_margin)

    assert [round((length or 0) / 36000) for length in lengths] == [210, 297, 25, 24]


def test_every_page_is_marked_and_counted() -> None:
    section = opened(FILE).sections[0]
    fields = re.findall(r'w:instr="([^"]*)"', section.footer._element.xml)

    assert [paragraph.text for paragraph in section.header.paragraphs] == ["OFFICIAL", "Ministry of the Sea\tDRAFT"]
    assert section.footer.paragraphs[-1].text == "OFFICIAL"
    assert section.footer.paragraphs[0].text.startswith("FISH/25/7 · Version 2 · cleared\tPage ")
    assert fields == [" PAGE ", " NUMPAGES "]
