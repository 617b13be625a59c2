"""Pages are filled as a typographer would: whole figures, no nearly empty last page, and never a page more for it."""

import re
from dataclasses import replace

import pytest
from support.drawings import cell, table
from support.pages import texts
from support.pdf_reading import read, wording_of
from support.specimen import t
from support.wording import wording

from briefgen.memo import Block, Figure, Header, Memo, Meta, Paragraph
from briefgen.theme import DEFAULT, enlarged
from briefgen.writers.pdf import write
from briefgen.writers.pdf.fitting import set_closer

CHANGED = ("label", "body", "headings", "bluf", "line", "table", "small", "table_before", "table_after")


def figure(rows: int) -> Figure:
    said = [(cell(f"Row {number}"), cell("demands it", "owner")) for number in range(rows)]
    return Figure("matrix", "Who demands what.", table((cell("Position"), cell("Actor")), *said))


FIGURE, LONG_FIGURE = figure(5), figure(14)


def memo(*blocks: Block) -> Memo:
    return Memo(Meta("Title", "en-GB", "2025-03-12T00:00:00Z"), Header(t("Title")), blocks)


def filler(count: int) -> tuple[Block, ...]:
    return tuple(Paragraph(t(f"Filler {number}.")) for number in range(count))


def pages_of(data: bytes, words: str) -> set[int]:
    return {number for number, text in enumerate(texts(data)) if re.search(words, text)}


@pytest.mark.parametrize("before", range(18, 34), ids=str)
def test_a_figure_stays_with_its_table(before: int) -> None:
    data = write(memo(*filler(before), FIGURE, *filler(20)), DEFAULT)

    assert len(pages_of(data, r"Row \d")) == 1


def test_a_figure_that_would_cost_a_page_is_parted_from_its_table() -> None:
    data = write(memo(*filler(14), LONG_FIGURE, *filler(17)), DEFAULT)

    assert len(texts(data)) == 2
    assert pages_of(data, r"Row \d") == {0, 1}


@pytest.mark.parametrize(("count", "pages"), [(33, 1), (34, 1), (37, 1), (40, 2), (67, 2), (68, 2), (73, 2)], ids=str)
def test_a_last_page_that_holds_next_to_nothing_is_won_back(count: int, pages: int) -> None:
    written = memo(*filler(count))
    data = write(written, DEFAULT)

    assert len(texts(data)) == pages
    assert wording_of(read(data), written.meta) == wording(written)


def test_letters_keep_their_size_when_lines_are_set_closer() -> None:
    large = enlarged(DEFAULT, 1.4)
    closer = set_closer(large)

    assert [look.size for look in (closer.body, closer.line, closer.table, *closer.headings)] == [
        look.size for look in (large.body, large.line, large.table, *large.headings)
    ]
    assert closer.body.leading >= 1.25 * closer.body.size
    assert replace(closer, **{name: getattr(large, name) for name in CHANGED}) == large
