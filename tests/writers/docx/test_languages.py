"""Words of every script get their font, their language and their direction."""

import pytest
from support.right_to_left import ARABIC
from support.specimen import META, t
from support.word_files import W, body, part, spoken, value
from support.wording import wording

from briefgen.memo import Header, Memo, Paragraph, Span, Text
from briefgen.theme import DEFAULT
from briefgen.writers.docx import write
from briefgen.writers.docx.languages import stretches, writing_system

FILE = write(ARABIC, DEFAULT)


@pytest.mark.parametrize(
    ("text", "right_to_left", "pieces"),
    [
        pytest.param("plain words, 3 %", False, [("plain words, 3 %", "plain")], id="Latin"),
        pytest.param("", False, [], id="nothing"),
        pytest.param(
            "on שלום, עולם (2) of",
            False,
            [("on ", "plain"), ("שלום, עולם", "right-to-left"), (" (2) of", "plain")],
            id="Hebrew among Latin",
        ),
        pytest.param(
            "in नमस्ते दुनिया!",
            False,
            [("in ", "plain"), ("नमस्ते दुनिया", "complex"), ("!", "plain")],
            id="Devanagari among Latin",
        ),
        pytest.param(
            "بحسب Harbour News 7 في",
            True,
            [("بحسب ", "right-to-left"), ("Harbour News 7", "plain"), (" في", "right-to-left")],
            id="Latin among Arabic",
        ),
        pytest.param("30 %", True, [("30 %", "right-to-left")], id="numbers among Arabic"),
    ],
)
def test_text_is_cut_where_its_direction_changes(
    text: str,
    right_to_left: bool,  # noqa: FBT001 - a column of the table
    pieces: list[tuple[str, str]],
) -> None:
    assert list(stretches(text, right_to_left=right_to_left)) == pieces


@pytest.mark.parametrize(
    ("language", "script", "font"),
    [
        ("en-GB", "latin", ""),
        ("uk", "latin", ""),
        ("ar", "complex", "Noto Sans Arabic"),
        ("az-Arab", "complex", "Noto Sans Arabic"),
        ("ku-Latn", "latin", ""),
        ("he", "complex", "Noto Sans Hebrew"),
        ("hi", "complex", "Noto Sans Devanagari"),
        ("zh", "east-asian", "Noto Sans SC"),
        ("zh-Hant-TW", "east-asian", "Noto Sans TC"),
        ("ja", "east-asian", "Noto Sans JP"),
    ],
)
def test_a_language_has_its_writing(language: str, script: str, font: str) -> None:
    found = writing_system(language)

    assert (found.script, found.font) == (script, font)


def test_a_memo_in_arabic_loses_no_word() -> None:
    assert spoken(FILE) == wording(ARABIC)


def test_paragraphs_tables_and_page_run_from_the_right() -> None:
    normal = part(FILE, "word/styles.xml").find(f"{W}style[@{W}styleId='Normal']/{W}pPr/{W}bidi")
    tables = [table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in body(FILE).iter(f"{W}tbl")]

    assert normal is not None
    assert tables == [True, True, True]
    assert body(FILE).find(f"{W}sectPr/{W}bidi") is not None


def test_the_line_of_a_callout_stands_where_reading_starts() -> None:
    borders = part(FILE, "word/styles.xml").find(f"{W}style[@{W}styleId='BottomLine']/{W}pPr/{W}pBdr")

    assert borders is not None
    assert [side.tag for side in borders] == [f"{W}right"]


def test_other_languages_keep_their_direction_and_font() -> None:
    words = (
        *t("He said "),
        Span(t("שלום!"), lang="he"),
        *t(" and "),
        Span(t("漁業"), lang="ja"),
        *t(" and "),
        Span((Text("नमस्ते"),), lang="hi"),
    )
    read = body(write(Memo(META, Header(t("Title")), (Paragraph(words),)), DEFAULT))
    runs = [
        (run.findtext(f"{W}t"), [said.tag.removeprefix(W) for said in run.iterfind(f"{W}rPr/*")])
        for run in list(read.iter(f"{W}r"))[1:]
    ]
    fonts = [value(font, name) for font in read.iter(f"{W}rFonts") for name in ("eastAsia", "cs")]

    assert runs == [
        ("He said ", []),
        ("\u200e\u200f", []),
        ("שלום!", ["rFonts", "rtl", "lang"]),
        ("\u200f\u200e", []),
        (" and ", []),
        ("漁業", ["rFonts", "lang"]),
        (" and ", []),
        ("नमस्ते", ["rFonts", "cs", "lang"]),
    ]
    assert fonts == [None, "Noto Sans Hebrew", "Noto Sans JP", None, None, "Noto Sans Devanagari"]
