"""A table that lacks what a figure is drawn from gives no drawing, and never a failure."""

import pytest
from support.specimen import t

from briefgen.figures import draw
from briefgen.memo import Figure, FigureKind, Inlines, Span, Table
from briefgen.theme import DEFAULT


def valued(value: str) -> Inlines:
    return (Span(t("words"), value=value),)


@pytest.mark.parametrize("kind", ["timeline", "matrix", "scale"])
@pytest.mark.parametrize("rows", [(), (((),),), ((valued("55/75"),),)], ids=["none", "empty", "value"])
def test_a_table_of_one_column_gives_a_drawing_only_where_it_holds_dates(
    kind: FigureKind, rows: tuple[tuple[Inlines, ...], ...]
) -> None:
    figure = Figure(kind, "nothing", Table((t("Only"),), rows, ("left",)))

    assert draw(figure, DEFAULT, 400).height == 0


def test_a_timeline_of_dates_alone_is_drawn() -> None:
    figure = Figure(
        "timeline", "dates", Table((t("Date"),), ((valued("2025-03-07"),), (valued("2025-04"),)), ("left",))
    )

    assert draw(figure, DEFAULT, 400).height > 0
