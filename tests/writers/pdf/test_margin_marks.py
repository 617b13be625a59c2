"""Bars and triangles stand in the outer margin, are artifacts, and change nothing else of a page."""

import re
from collections.abc import Collection
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from support.right_to_left import ARABIC
from support.specimen import SPECIMEN

from briefgen.marks import Marks, Path
from briefgen.memo import BulletList, Header, Memo, Paragraph, Table, Text
from briefgen.theme import DEFAULT
from briefgen.writers.pdf import write

LEGEND = "Bar: new."
SHAPE = re.compile(rb"/Artifact BMC\n(.*?)\nEMC", re.DOTALL)
BAR = re.compile(rb"([\d.]+) ([\d.]+) 1\.5 ([\d.]+) re f$", re.MULTILINE)
TRIANGLE = re.compile(rb"([\d.]+) ([\d.]+) m [\d.]+ [\d.]+ l [\d.]+ [\d.]+ l h f$", re.MULTILINE)
LONG = "So the council said, and so the ministry heard it. " * 120
MEMO = Memo(
    SPECIMEN.meta,
    Header((Text("Title"),)),
    (
        Paragraph((Text("One"),)),
        Paragraph((Text("Two"),)),
        BulletList(((Paragraph((Text("Three"),)),), (Paragraph((Text("Four"),)),))),
        Table(((Text("Name"),),), tuple(((Text(one),),) for one in ("a", "b", "c")), ("left",)),
        Paragraph((Text(LONG),)),
    ),
)


def marked(memo: Memo, changed: Collection[Path], cut: Collection[Path] = ()) -> bytes:
    return write(replace(memo, marks=Marks(frozenset(changed), frozenset(cut), LEGEND)), DEFAULT)


def found(data: bytes, shape: re.Pattern[bytes]) -> list[list[tuple[float, ...]]]:
    """Give the numbers of all shapes of a kind that are artifacts, page by page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        streams = [page.Contents.read_bytes() for page in pdf.pages]
    artifacts = (b"\n".join(SHAPE.findall(stream)) for stream in streams)
    return [[tuple(float(one) for one in match) for match in shape.findall(page)] for page in artifacts]


def text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pages:
        return "".join(page.get_textpage().get_text_bounded() for page in pages)


@pytest.mark.parametrize(
    ("changed", "bars"),
    [
        ({(0,)}, [1, 0]),
        ({(0,), (1,)}, [1, 0]),
        ({(0,), (2, 1, 0)}, [2, 0]),
        ({(3, 0), (3, 2)}, [2, 0]),
        ({(3,)}, [1, 0]),
        ({(4,)}, [1, 1]),
    ],
    ids=["a paragraph", "two in a row, as one", "an item", "rows", "a table", "on both pages"],
)
def test_a_bar_stands_beside_each_run_of_what_is_marked(changed: set[Path], bars: list[int]) -> None:
    pages = found(marked(MEMO, changed), BAR)

    assert [len(page) for page in pages] == bars
    edge = DEFAULT.paper.width - DEFAULT.margins.right
    assert {round(left - edge, 1) for page in pages for left, _, _ in page} == {9}


def test_a_triangle_stands_between_what_stayed() -> None:
    pages = found(marked(MEMO, {(0,)}, {(1,), (3, 1)}), TRIANGLE)

    assert [len(page) for page in pages] == [2, 0]


def test_a_page_that_runs_from_the_right_has_its_bars_at_the_left() -> None:
    everything = {(number,) for number in range(len(ARABIC.blocks))}
    bars = [bar for page in found(marked(ARABIC, everything), BAR) for bar in page]

    outside = [left for left, _, _ in bars if left < DEFAULT.margins.left]
    assert len(outside) >= 1
    assert all(left < DEFAULT.paper.width - DEFAULT.margins.right for left, _, _ in bars)


def test_marks_add_nothing_but_their_legend_at_the_foot() -> None:
    plain, data = write(MEMO, DEFAULT), marked(MEMO, {(1,), (3, 1)}, {(4,)})

    assert "".join(text(data).replace(LEGEND, "").split()) == "".join(text(plain).split())
    assert text(data).count(LEGEND) == 2


def test_a_memo_without_marks_has_no_legend() -> None:
    assert write(replace(MEMO, marks=Marks()), DEFAULT) == write(MEMO, DEFAULT)
