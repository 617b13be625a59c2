"""The scale strip is in proportion, and fills the terms that the memo uses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drawings import cell, outside, overlapping, table, texts, words

from briefgen.figures.drawing import Box, Drawing, Label
from briefgen.figures.scale import draw_scale
from briefgen.memo import Inlines
from briefgen.theme import DEFAULT

HEADER = (cell("Term"), cell("Range"))
Row = tuple[Inlines, ...]
PHIA = (
    ("remote chance", "0/5"),
    ("highly unlikely", "10/20"),
    ("unlikely", "25/35"),
    ("realistic possibility", "40/50"),
    ("likely", "55/75"),
    ("highly likely", "80/90"),
    ("almost certain", "95/100"),
)


def term(text: str, band: str, *, used: bool = False) -> Row:
    return cell(text, strong=used), cell(f"{band} %", band)


def drawn(*rows: Row, width: float = 450) -> Drawing:
    return draw_scale(table(HEADER, *rows), DEFAULT, width)


bands = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(lambda ends: f"{min(ends)}/{max(ends)}")


@given(st.lists(st.builds(term, words, bands, used=st.booleans()), min_size=1, max_size=9))
@settings(max_examples=40)
def test_terms_stand_apart(rows: list[Row]) -> None:
    assert overlapping(drawn(*rows)) == []


@pytest.mark.parametrize("width", [320.0, 450.0])
def test_a_known_scale_fits_on_a_page(width: float) -> None:
    drawing = drawn(*(term(text, band) for text, band in PHIA), width=width)

    assert (outside(drawing), overlapping(drawing)) == ([], [])
    assert {text for text, _ in PHIA} < set(texts(drawing))


def test_bands_are_in_proportion() -> None:
    boxes = [
        shape for shape in drawn(term("a", "0/50"), term("b", "75/100"), width=224).shapes if isinstance(shape, Box)
    ]

    assert [(box.x, box.width) for box in boxes] == [pytest.approx((12, 100)), pytest.approx((162, 50))]


def test_terms_of_the_memo_are_filled_and_bold() -> None:
    drawing = drawn(term("unlikely", "20/45", used=True), term("likely", "55/80"))

    assert [box.fill for box in drawing.shapes if isinstance(box, Box)] == [
        DEFAULT.colours.accent,
        DEFAULT.colours.ground,
    ]
    assert [label.text for label in drawing.shapes if isinstance(label, Label) and label.bold] == ["unlikely"]


def test_without_ranges_there_is_no_drawing() -> None:
    assert drawn((cell("likely"), cell("often"))).height == 0
