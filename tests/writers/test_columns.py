"""Columns of a table get the width that their words need, and what is left goes to those with more to say."""

import pytest

from briefgen.memo import Align, Inlines, Table, Text
from briefgen.writers.columns import column_widths


def table(*rows: str) -> Table:
    """Make a table of rows whose cells stand between bars, the first of them the head."""
    head, *body = [tuple[Inlines, ...]((Text(cell.strip()),) for cell in row.split("|")) for row in rows]
    return Table(header=head, rows=tuple(body), align=tuple[Align, ...]("left" for _ in head))


def shares(*rows: str) -> list[int]:
    """Give the percentage of a width of about a hundred letters that each column gets."""
    width = 490
    return [round(100 * part / width) for part in column_widths(table(*rows), width)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(("a | b", f"word | {'more words ' * 20}"), [7, 94], id="short words"),
        pytest.param(("a | b", "one two three | one two three"), [50, 50], id="alike"),
        pytest.param(("a very long head of a column | b", "yes | no"), [65, 35], id="a head may wrap"),
        pytest.param(("only | heads",), [46, 54], id="no rows"),
    ],
)
def test_width_goes_where_the_words_are(rows: tuple[str, ...], expected: list[int]) -> None:
    assert shares(*rows) == expected


def test_cells_that_all_fit_stay_on_one_line() -> None:
    date, event, status = shares(
        "Date | Event | Status",
        "Friday 20 June 2025, 17:00 UTC | Comments on the notice close. | scheduled",
        "Monday | Duty. | past",
    )

    assert date > len("Friday 20 June 2025, 17:00 UTC")
    assert event > len("Comments on the notice close.")
    assert status < event / 2
