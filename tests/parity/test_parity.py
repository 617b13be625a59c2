"""What was written is read back from the file, and every difference from the memo is told."""

from dataclasses import replace

import pytest
from support.specimen import SPECIMEN, p, t

from briefgen.memo import Heading, Memo, Paragraph, Table
from briefgen.parity import differences
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

FORMATS = tuple(kind for kind in WRITERS if kind != "md")
MEMO = replace(
    SPECIMEN, blocks=(Heading(2, t("Demands")), *p("The Union wants thirty boats."), *p("It offers an inspection."))
)
PARTED = "the {} file does not hold the words of the memo: expected {!r}, found {!r}"


def told(kind: str, expected: Memo, written: Memo = MEMO) -> list[str]:
    return [notice.message for notice in differences(expected, kind, WRITERS[kind].write(written, DEFAULT))]


@pytest.mark.parametrize("kind", FORMATS)
def test_every_block_is_found_again(kind: str) -> None:
    assert told(kind, SPECIMEN, SPECIMEN) == []


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "txt"])
def test_a_lost_word_is_shown_with_both_sides(kind: str) -> None:
    heading, _, offer = MEMO.blocks

    shown = told(kind, replace(MEMO, blocks=(heading, Paragraph(t("The Union wants thirty-one boats.")), offer)))

    assert shown == [
        PARTED.format(kind, "thirty-one boats. It offers an inspection.", "thirty boats. It offers an inspection.")
    ]


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "txt"])
def test_words_out_of_order_are_shown(kind: str) -> None:
    heading, demand, offer = MEMO.blocks

    shown = told(kind, replace(MEMO, blocks=(heading, offer, demand)))

    assert shown == [
        PARTED.format(
            kind, "It offers an inspection. The Union wants thirty", "The Union wants thirty boats. It offers an inspe"
        )
    ]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    "joint",
    ["-", "\u00ad", "\u2010", "\u2060", "\ufeff", "\ufb01", "\u00a0", "\u0301"],
    ids=lambda text: f"U+{ord(text):04X}",
)
def test_what_lines_do_to_a_word_is_no_difference(kind: str, joint: str) -> None:
    words = f"The Low{joint}Lying States and the north{joint}western islands speak. "
    memo = replace(MEMO, blocks=tuple(paragraph for n in range(30) for paragraph in p("x" * n + words * 3)))

    assert told(kind, memo, memo) == []


def test_a_hyphen_too_many_is_told() -> None:
    written = replace(MEMO, blocks=p("The north-western islands speak."))

    shown = told("pdf", replace(MEMO, blocks=p("The northwestern islands speak.")), written)

    assert shown == [PARTED.format("pdf", "northwestern islands speak.", "north-western islands speak.")]


def test_a_text_that_lacks_words_is_told() -> None:
    longer = replace(MEMO, blocks=(*MEMO.blocks, *p("Boats, boats and 渔业.")))

    assert told("txt", longer) == ["the txt file lacks words of the memo: 'and', 'boats', '业', '渔'"]


def test_markdown_is_not_compared() -> None:
    assert differences(MEMO, "md", b"") == ()


def test_a_format_that_nobody_reads_back_is_not_passed_over() -> None:
    with pytest.raises(KeyError, match="odt"):
        differences(MEMO, "odt", b"")


def test_rows_of_a_long_table_are_read_on_every_page() -> None:
    rows = tuple((t(f"Row {number}"), t("stands in its place")) for number in range(700))
    table = Table((t("Row"), t("What")), rows, ("left", "left"))
    long = replace(MEMO, blocks=(Paragraph(t("Before.")), table, *MEMO.blocks))

    assert told("pdf", long, long) == []
