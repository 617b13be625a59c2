"""Word itself counts lists, paragraphs, headings and sources, and prints the numbers that the memo has."""

from typing import TypeAlias

import pytest
from support.specimen import META, p, t
from support.word_files import W, body, part, value

from briefgen.memo import (
    Block,
    BulletList,
    Callout,
    Header,
    Heading,
    Memo,
    OrderedList,
    Paragraph,
    SourceEntry,
    SourceList,
)
from briefgen.theme import DEFAULT
from briefgen.writers.docx import write

Levels: TypeAlias = dict[int, tuple[int, str]]


def printed(*blocks: Block) -> list[str]:
    """Count as Word does (ISO/IEC 29500-1 §17.9) and give each numbered paragraph with its number before it."""
    data = write(Memo(META, Header(t("Title")), blocks), DEFAULT)
    numberings, counters = _numberings(data), dict[tuple[str, int], int]()
    lines, begun = [], set[str]()
    for paragraph in body(data).iter(f"{W}p"):
        number = value(paragraph.find(f"{W}pPr/{W}numPr/{W}numId"))
        if number is None:
            continue
        level = int(value(paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")) or 0)
        scheme, starts, texts = numberings[number]
        for other, start in starts.items() if number not in begun else ():
            counters[scheme, other] = start - 1
        begun.add(number)
        counters[scheme, level] = counters.get((scheme, level), 0) + 1
        for deeper in range(level + 1, 9):
            counters.pop((scheme, deeper), None)
        text = texts[level]
        for n in range(level + 1):
            text = text.replace(f"%{n + 1}", str(counters.get((scheme, n), 1)))
        lines.append(f"{text} {''.join(piece.text or '' for piece in paragraph.iter(f'{W}t'))}")
    return lines


def _numberings(data: bytes) -> dict[str, tuple[str, dict[int, int], list[str]]]:
    numbering = part(data, "word/numbering.xml")
    texts = {
        value(scheme, "abstractNumId"): [value(text) or "" for text in scheme.iter(f"{W}lvlText")]
        for scheme in numbering.iter(f"{W}abstractNum")
    }
    found = {}
    for use in numbering.iter(f"{W}num"):
        scheme = value(use.find(f"{W}abstractNumId")) or ""
        starts = {
            int(value(override, "ilvl") or 0): int(value(override.find(f"{W}startOverride")) or 0)
            for override in use.iter(f"{W}lvlOverride")
        }
        found[value(use, "numId") or ""] = scheme, starts, texts[scheme]
    return found


def test_every_list_begins_where_it_says() -> None:
    first, second = OrderedList((p("a"), p("b"))), OrderedList((p("c"), p("d")), start=3)

    assert printed(first, second, first) == ["1. a", "2. b", "3. c", "4. d", "1. a", "2. b"]


def test_lists_nest_and_go_on_after_what_is_nested() -> None:
    inner = OrderedList((p("x"), p("y")))
    outer = OrderedList(((*p("a"), inner), (*p("b"), inner, BulletList((p("z"),))), p("c")))

    assert printed(outer) == ["1. a", "1. x", "2. y", "2. b", "1. x", "2. y", "– z", "3. c"]


def test_lists_in_a_callout_begin_anew() -> None:
    inner = OrderedList((p("x"),))

    assert printed(OrderedList(((*p("a"), Callout("note", (), (inner,))), p("b")))) == ["1. a", "1. x", "2. b"]


def test_paragraphs_are_counted_through_the_memo() -> None:
    blocks = (Paragraph(t("a"), 1), Heading(2, t("H")), Paragraph(t("b"), 2), *p("c"), Paragraph(t("d"), 3))

    assert printed(*blocks) == ["1. a", "2. b", "3. d"]


def test_paragraphs_may_begin_elsewhere() -> None:
    assert printed(Paragraph(t("a"), 7), Paragraph(t("b"), 8), Paragraph(t("c"), 2)) == ["7. a", "8. b", "2. c"]


@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param((("1", 2), ("1.1", 3), ("1.2", 3), ("2", 2), ("2.1", 3), ("2.1.1", 4)), id="as Word counts"),
        pytest.param((("4", 2), ("4.2", 3), ("IV", 2), ("1", 4)), id="as it cannot count"),
    ],
)
def test_headings_have_the_numbers_of_the_memo(numbers: tuple[tuple[str, int], ...]) -> None:
    blocks = [Heading(level, t("H"), number=number) for number, level in numbers]

    assert printed(*blocks) == [f"{number} H" for number, _ in numbers]


def test_sources_have_the_numbers_that_citations_name() -> None:
    sources = SourceList(tuple(SourceEntry(f"s{n}", n, t(f"source {n}")) for n in (1, 2, 5)))

    assert printed(sources) == ["[1] source 1", "[2] source 2", "[5] source 5"]


def test_numbers_stand_in_no_paragraph_as_text() -> None:
    data = write(
        Memo(META, Header(t("Title")), (Paragraph(t("a"), 7), BulletList(((Paragraph(t("b"), 9),),)))), DEFAULT
    )

    assert [text.text for text in body(data).iter(f"{W}t")] == ["Title", "a", "b"]
