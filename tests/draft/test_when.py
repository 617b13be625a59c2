"""Dates are read, and worked out only from what is known, saying from what."""

from datetime import date

import pytest

from briefgen.draft.text import Span
from briefgen.draft.when import Dated, dates, dates_between, year_by_weekday

WEDNESDAY = date(2025, 5, 14)


def read(text: str, anchor: date | None = WEDNESDAY) -> list[tuple[str, str, bool]]:
    return [(found.words, found.edtf, found.inferred) for found in dates(text, Span(0, len(text)), anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on 14 May 2025.", [("14 May 2025", "2025-05-14", False)]),
        ("It was signed on May 14, 2025.", [("May 14, 2025", "2025-05-14", False)]),
        ("It was signed on Wednesday, 14 May 2025.", [("Wednesday, 14 May 2025", "2025-05-14", False)]),
        ("Published 2025-05-14T08:00", [("2025-05-14", "2025-05-14", False)]),
        ("It began in March 2024.", [("March 2024", "2024-03", False)]),
        ("It opens on 2 June.", [("2 June", "2025-06-02", True)]),
        ("It closed on Dec. 28.", [("Dec. 28", "2024-12-28", True)]),
        ("He said on Monday it was over.", [("Monday", "2025-05-12", True)]),
        ("He said on Wednesday it was over.", [("Wednesday", "2025-05-14", True)]),
        ("Talks will resume on Monday.", [("Monday", "2025-05-19", True)]),
        ("On Saturday, the minister will lead a call.", [("Saturday", "2025-05-17", True)]),
        ("They meet next Wednesday.", [("next Wednesday", "2025-05-21", True)]),
        ("They met last Wednesday.", [("last Wednesday", "2025-05-07", True)]),
        ("It is due tomorrow.", [("tomorrow", "2025-05-15", True)]),
        ("It may march on 30 February.", [("30 February", "", False)]),
        ("We may go, and march we will.", []),
        ("It happened on 31 April 2025.", [("31 April 2025", "", False)]),
    ],
)
def test_dates_are_read_from_the_day_of_the_article(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", ["It opens on 2 June.", "He said on Monday.", "It is due tomorrow."])
def test_without_that_day_nothing_is_worked_out(text: str) -> None:
    assert [(edtf, inferred) for _, edtf, inferred in read(text, None)] == [("", False)]


def test_what_was_worked_out_says_from_what() -> None:
    text = "Talks will resume on Monday."

    (found,) = dates(text, Span(0, len(text)), WEDNESDAY)

    assert found == Dated(
        Span(21, 27), "Monday", "2025-05-19", inferred=True, basis="the nearest such day after 14 May 2025"
    )


def test_between_bounds_a_date_counts_that_both_give() -> None:
    text = "On Saturday he will lead a call; on Tuesday he will rest."
    bounds = (date(2025, 3, 8), date(2025, 3, 14))

    assert [found.edtf for found in dates_between(text, Span(0, len(text)), *bounds)] == ["2025-03-15", ""]


def test_a_weekday_tells_the_year() -> None:
    assert year_by_weekday("on Friday (March 7)", date(2026, 1, 1)) == (
        date(2025, 3, 7),
        "7 March is a Friday in 2025",
    )
    assert year_by_weekday("on March 7", date(2026, 1, 1)) is None
