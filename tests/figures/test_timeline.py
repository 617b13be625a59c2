"""The timeline is true to time, and its words stand apart, within the drawing, near their marks."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drawings import area_of, cell, outside, overlapping, table, texts, words

from briefgen.figures.drawing import Dot, Drawing, Label, Line, Polygon
from briefgen.figures.timeline import draw_timeline
from briefgen.memo import Inlines, Table
from briefgen.theme import DEFAULT

HEADER = (cell("Date"), cell("Event"), cell("Status"))
Row = tuple[Inlines, ...]


def event(when: str, text: str, state: str = "past") -> Row:
    return cell(f"on {when}", when), cell(text), cell(state, state)


def drawn(*rows: Row, width: float = 450) -> Drawing:
    return draw_timeline(table(HEADER, *rows), DEFAULT, width)


days = st.integers(0, 700).map(lambda number: (date(2025, 1, 1) + timedelta(number)).isoformat())
events = st.builds(event, days, words, st.sampled_from(["past", "scheduled", "conditional", ""]))


@given(st.lists(events, min_size=1, max_size=14), st.sampled_from([280.0, 450.0, 520.0]))
@settings(max_examples=40)
def test_words_stand_apart_and_within_the_drawing(rows: list[Row], width: float) -> None:
    drawing = drawn(*rows, width=width)

    assert (outside(drawing), overlapping(drawing)) == ([], [])


def test_events_stand_where_their_days_are() -> None:
    drawing = drawn(event("2025-01-11", "c"), event("2025-01-01", "a"), event("2025-01-06", "b"), width=216)

    assert [shape.x for shape in drawing.shapes if isinstance(shape, Dot)] == pytest.approx([8, 108, 208])


@pytest.mark.parametrize(
    ("state", "mark", "filled"),
    [("past", Dot, True), ("", Dot, True), ("scheduled", Dot, False), ("conditional", Polygon, False)],
)
def test_what_is_certain_is_told_by_shape_and_not_by_colour(state: str, mark: type, filled: bool) -> None:  # noqa: FBT001 - a case of the table
    (shape,) = (shape for shape in drawn(event("2025-01-01", "a", state)).shapes if isinstance(shape, (Dot, Polygon)))

    assert isinstance(shape, mark)
    assert (shape.fill == DEFAULT.colours.accent) is filled


def test_an_interval_is_drawn_from_its_first_to_its_last_day() -> None:
    drawing = drawn(event("2025-01-01", "a"), event("2025-01-06/2025-01-11", "b"), width=216)

    (span,) = (shape for shape in drawing.shapes if isinstance(shape, Line) and shape.width > 2)
    assert (span.x1, span.x2) == pytest.approx((108, 208))


def test_words_stand_near_their_mark() -> None:
    drawing = drawn(event("2025-01-01", "opens"), event("2025-06-01", "meets"), event("2025-12-01", "ends"))

    marks = [shape.x for shape in drawing.shapes if isinstance(shape, Dot)]
    dates = sorted(area_of(shape) for shape in drawing.shapes if isinstance(shape, Label) and shape.bold)
    assert [left - 9 <= mark <= right + 9 for mark, (left, _, right, _) in zip(marks, dates, strict=True)] == [True] * 3


def test_of_many_events_only_the_dates_are_written() -> None:
    rows = [event(f"2025-{month:02}-01", "something") for month in range(1, 11)]

    assert set(texts(drawn(*rows))) == {f"on 2025-{month:02}-01" for month in range(1, 11)}


def test_of_dates_that_do_not_fit_the_first_are_written() -> None:
    rows = [event(f"2025-01-{day:02}", "something") for day in range(1, 29)]

    drawing = drawn(*rows, width=280)

    assert texts(drawing)[:1] == ["on 2025-01-01"]
    assert len(texts(drawing)) == 8
    assert sum(isinstance(shape, Dot) for shape in drawing.shapes) == 28


def test_events_without_a_date_are_left_to_the_table() -> None:
    drawing = drawn(event("2025-01-01", "dated"), (cell("unknown"), cell("undated"), cell("past", "past")))

    assert texts(drawing) == ["on 2025-01-01", "dated"]


@pytest.mark.parametrize(
    "empty", [table(HEADER), table(HEADER, (cell("x"), cell("y"), cell("z")))], ids=["no rows", "no dates"]
)
def test_without_dates_there_is_no_drawing(empty: Table) -> None:
    assert draw_timeline(empty, DEFAULT, 450).height == 0


def test_a_table_may_do_without_states() -> None:
    drawing = draw_timeline(table(HEADER[:2], event("2025-01-01", "a")[:2]), DEFAULT, 450)

    assert texts(drawing) == ["on 2025-01-01", "a"]
