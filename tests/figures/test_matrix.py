"""The matrix tells who stands where by the shape of its marks, and explains each of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drawings import cell, outside, overlapping, table, texts, words

from briefgen.figures.drawing import Box, Dot, Drawing, Line, Polygon
from briefgen.figures.matrix import draw_matrix
from briefgen.memo import Inlines
from briefgen.theme import DEFAULT

STANDS = {"owner": Box, "for": Dot, "mixed": Polygon}
Row = tuple[Inlines, ...]


@st.composite
def tables(draw: st.DrawFn) -> tuple[Row, ...]:
    actors = draw(st.lists(words, min_size=1, max_size=6))
    stand = st.sampled_from(["owner", "for", "against", "mixed", "silent", ""])
    rows = [
        (cell(draw(words)), *(cell(draw(words), draw(stand)) for _ in actors))
        for _ in range(draw(st.integers(min_value=1, max_value=5)))
    ]
    return ((cell("Position"), *(cell(actor) for actor in actors)), *rows)


def drawn(*rows: Row, width: float = 450) -> Drawing:
    return draw_matrix(table(*rows), DEFAULT, width)


@given(tables())
@settings(max_examples=40)
def test_words_and_marks_stand_within_the_drawing(rows: tuple[Row, ...]) -> None:
    assert outside(drawn(*rows)) == []


@pytest.mark.parametrize(
    "actors",
    [
        ("European Commission", "Northern Union", "Ministry of Transport", "Port of Selby"),
        ("Arvenia", "Calder", "Edda Lorne", "Northern Customs Union", "Solway", "Canners’ Association", "Selmouth"),
        ("Bundesverfassungsgericht", "Donaudampfschifffahrtsgesellschaft", "Finanzierungsvorbehalt", "Zentralbank"),
    ],
)
def test_words_stand_apart(actors: tuple[str, ...]) -> None:
    row = (cell("A cap on fares until the end of 2027"), *(cell("supports it", "for") for _ in actors))
    other = (cell("Winter sailings"), *(cell("opposes it", "against") for _ in actors))

    assert overlapping(drawn((cell("Position"), *map(cell, actors)), row, other)) == []


@pytest.mark.parametrize(("stand", "shape"), STANDS.items())
def test_every_stand_has_a_shape_of_its_own(stand: str, shape: type) -> None:
    drawing = drawn((cell("Position"), cell("Aland")), (cell("Quota"), cell("so", stand)))

    marks = [mark for mark in drawing.shapes if isinstance(mark, tuple(STANDS.values()))]
    assert {type(mark) for mark in marks} == {shape}
    assert len(marks) == 2, "one in the cell, one in the key"


def test_opposition_is_a_cross_and_silence_a_dash() -> None:
    def lines(stand: str) -> int:
        drawing = drawn((cell("Position"), cell("Aland")), (cell("Quota"), cell("so", stand)))
        return sum(isinstance(shape, Line) for shape in drawing.shapes)

    assert lines("against") - lines("silent") == 2, "two strokes instead of one, in the cell and in the key"


def test_the_key_takes_its_words_from_the_table() -> None:
    header = (cell("Position"), cell("Aland"), cell("Beland"))
    row = (cell("Quota"), cell("demands it", "owner"), cell("will not have it", "against"))

    assert texts(drawn(header, row))[-2:] == ["demands it", "will not have it"]


def test_the_key_goes_on_in_a_second_line_rather_than_leave_a_mark_out() -> None:
    stands = ("owner", "for", "against", "mixed", "silent")
    said = [f"what {stand} stands for in some words" for stand in stands]
    header = (cell("Position"), *(cell(stand) for stand in stands))
    row = (cell("Quota"), *(cell(text, stand) for text, stand in zip(said, stands, strict=True)))

    drawing = drawn(header, row)

    assert texts(drawing)[-5:] == said
    assert (outside(drawing), overlapping(drawing)) == ([], [])


def test_the_key_explains_no_dash_by_a_dash() -> None:
    header = (cell("Position"), cell("Aland"), cell("Beland"), cell("Celand"))
    row = (cell("Quota"), cell("demands it", "owner"), cell("–", "silent"), cell("x" * 300, "mixed"))

    assert texts(drawn(header, row))[-1] == "demands it"


@pytest.mark.parametrize("rows", [((cell("Position"), cell("Aland")),), ((cell("Position"),), (cell("Quota"),))])
def test_without_positions_or_actors_there_is_no_drawing(rows: tuple[Row, ...]) -> None:
    assert drawn(*rows).height == 0
