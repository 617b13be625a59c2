"""Where pages break, and what stands where."""

from dataclasses import replace
from itertools import pairwise

import pytest
from support.pages import lines, texts
from support.pdf_reading import read, wording_of
from support.specimen import p, t
from support.wording import wording

from briefgen.memo import (
    Block,
    BulletList,
    Callout,
    Decision,
    DecisionItem,
    Field,
    Header,
    Heading,
    Memo,
    Meta,
    PageBreak,
    Paragraph,
    Quote,
    Table,
)
from briefgen.theme import DEFAULT, Margins, Paper
from briefgen.writers.pdf import write

SENTENCE = "The council asks for more boats than the ministry has ever been willing to grant it. "


def memo(*blocks: Block, language: str = "en-GB") -> Memo:
    return Memo(Meta("Title", language, "2025-03-12T00:00:00Z"), Header(t("Title")), blocks)


def filler(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(t(f"Filler {number}.")) for number in range(count))


def body(data: bytes, page: int) -> list[str]:
    """The lines of a page between its running head and foot."""
    return [line.text for line in lines(data, page) if 62 < line.bottom < 775]


@pytest.mark.parametrize("count", range(24, 33), ids=str)
def test_two_lines_of_a_paragraph_at_least_stay_together(count: int) -> None:
    data = write(memo(*filler(count), Paragraph(t(SENTENCE * 6))), DEFAULT)

    parts = [
        sum("Filler" not in line and line != "Title" for line in body(data, page)) for page in range(len(texts(data)))
    ]

    assert all(part != 1 for part in parts)
    assert sum(parts) == 6


@pytest.mark.parametrize("fields", range(1, 9))
def test_a_label_that_is_longer_than_what_it_labels_stays_on_its_page(fields: int) -> None:
    short = (Field(t("To"), t("Minister")),) * fields
    tall = Field(t("the " + "label " * 12), t("word " * 60))
    small = replace(DEFAULT, paper=Paper("small", 330, 330), margins=Margins(65, 30, 60, 30))
    written = replace(memo(), header=Header(t("Title"), (), (*short, tall)))

    reading = read(write(written, small))

    assert wording_of(reading, written.meta) == wording(written)


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    data = write(memo(*filler(29), Paragraph(t(SENTENCE * 16))), DEFAULT)

    *_, last = read(data).root.all("P")

    assert len(texts(data)) == 2
    assert last.text.split() == (SENTENCE * 16).split()


@pytest.mark.parametrize("count", range(24, 34), ids=str)
def test_a_heading_stays_with_the_lines_under_it(count: int) -> None:
    data = write(memo(*filler(count), Heading(2, t("Heading")), Paragraph(t(SENTENCE * 4))), DEFAULT)

    pages = [body(data, page) for page in range(len(texts(data)))]

    assert all(page[-1] != "Heading" for page in pages)


@pytest.mark.parametrize("count", [20, 26, 28], ids=str)
def test_a_heading_does_not_leave_a_long_table_to_itself_or_the_page_empty(count: int) -> None:
    table = Table((t("Row"),), tuple((t(f"Cell {number}"),) for number in range(60)), ("left",))

    data = write(memo(*filler(count), Heading(2, t("Heading")), table), DEFAULT)
    first = body(data, 0)

    if "Heading" in first:
        assert first[first.index("Heading") + 1 :][:3] == ["Row", "Cell 0", "Cell 1"]
    else:
        assert len(first) > 26


def test_the_head_of_a_table_is_seen_on_each_page_and_read_once() -> None:
    table = Table((t("Number"), t("Name")), tuple((t(str(n)), t(f"Name {n}")) for n in range(120)), ("right", "left"))
    told = memo(table)
    data = write(told, DEFAULT)
    reading = read(data)

    heads = [head.text.strip() for head in reading.root.all("TH")]

    assert reading.pages == 4
    assert [page.count("Number") for page in texts(data)] == [1] * 4
    assert heads == ["Number", "Name"]
    assert wording_of(reading, told.meta) == wording(told)


def test_a_row_taller_than_a_page_goes_on_with_all_its_words() -> None:
    table = Table((t("Name"), t("Story")), ((t("Long"), t(SENTENCE * 120)), (t("Short"), t("End"))), ("left", "left"))
    told = memo(table)

    reading = read(write(told, DEFAULT))

    assert reading.pages > 1
    assert wording_of(reading, told.meta) == wording(told)


def test_a_head_taller_than_a_page_is_printed_once() -> None:
    told = memo(Table((t(SENTENCE * 100),), ((t("Row"),),), ("left",)))

    assert wording_of(read(write(told, DEFAULT)), told.meta) == wording(told)


@pytest.mark.parametrize("count", range(18, 30, 2), ids=str)
def test_a_decision_stays_whole(count: int) -> None:
    item = DecisionItem(t("That you agree."), (t("Agreed"), t("Not agreed")))
    data = write(memo(*filler(count), Decision((item, item), (t("Minister"), t("Date")))), DEFAULT)

    shares = [(page.count("That you agree."), page.count("Minister"), page.count("Not agreed")) for page in texts(data)]

    assert [share for share in shares if any(share)] == [(2, 1, 2)]


@pytest.mark.parametrize("count", range(24, 31), ids=str)
def test_a_callout_stays_whole(count: int) -> None:
    data = write(memo(*filler(count), Callout("note", t("Note"), (*p("First."), *p("Second.")))), DEFAULT)

    shares = [[word in page for word in ("Note", "First.", "Second.")] for page in texts(data)]

    assert all(len(set(share)) == 1 for share in shares)


def test_page_breaks_break_once_and_leave_no_empty_page() -> None:
    data = write(memo(*p("One."), PageBreak(), PageBreak(), *p("Two."), PageBreak()), DEFAULT)

    assert [body(data, page) for page in range(len(texts(data)))] == [["Title", "One."], ["Two."]]


def test_quotations_longer_than_a_page_go_on() -> None:
    told = memo(Quote((Paragraph(t(SENTENCE * 150)),), t("Somebody")), Callout("warning", (), (*p(SENTENCE * 120),)))

    reading = read(write(told, DEFAULT))

    assert wording_of(reading, told.meta) == wording(told)


def test_nested_blocks_are_indented_step_by_step() -> None:
    nested = BulletList(((*p("outer"), BulletList(((*p("inner"),),))),))

    lefts = {
        line.text.lstrip("•– "): line.left for line in lines(write(memo(nested), DEFAULT)) if line.text[-1:] == "r"
    }

    assert lefts["inner"] - lefts["outer"] == pytest.approx(DEFAULT.list_indent, abs=1.5)


def test_right_to_left_pages_are_mirrored_and_read_in_the_same_order() -> None:
    table = Table((t("First"), t("Second")), ((t("one"), t("two")),), ("left", "left"))
    blocks = (BulletList((p("item"),)), table)
    mirrored = replace(memo(*blocks, language="he"), header=Header(t("Title"), fields=(Field(t("To"), t("Her")),)))
    data = write(mirrored, DEFAULT)

    lefts = {line.text: line.left for line in lines(data)}

    assert lefts["To"] > lefts["Her"] > DEFAULT.paper.width / 2
    assert lefts["•"] > lefts["item"] > DEFAULT.paper.width / 2
    assert lefts["First"] > lefts["Second"]
    assert wording_of(read(data), mirrored.meta) == wording(mirrored)


def test_lines_have_even_steps() -> None:
    seen = [line.bottom for line in lines(write(memo(Paragraph(t("xxxx " * 200))), DEFAULT)) if line.text[:1] == "x"]

    assert {round(upper - lower, 1) for upper, lower in pairwise(seen)} == {DEFAULT.body.leading}
