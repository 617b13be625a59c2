"""Dates are read as EDTF, with the days that they may mean, or refused with a reason."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.article.dates import When, parse_when

DAY = date(2025, 3, 7)


@pytest.mark.parametrize(
    "when",
    [
        When("2025", "year", date(2025, 1, 1), date(2025, 12, 31)),
        When("2025-02", "month", date(2025, 2, 1), date(2025, 2, 28)),
        When("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        When("2025-12", "month", date(2025, 12, 1), date(2025, 12, 31)),
        When("2025-03-07", "day", DAY, DAY),
        When("2025-03-07?", "day", DAY, DAY, uncertain=True),
        When("2025-03-07~", "day", DAY, DAY, approximate=True),
        When("2025-03-07%", "day", DAY, DAY, uncertain=True, approximate=True),
        When("2025~", "year", date(2025, 1, 1), date(2025, 12, 31), approximate=True),
        When("2025-03-07T14:30Z", "time", DAY, DAY, datetime(2025, 3, 7, 14, 30, tzinfo=UTC)),
        When("2025-03-07 14:30:05Z", "time", DAY, DAY, datetime(2025, 3, 7, 14, 30, 5, tzinfo=UTC)),
    ],
    ids=str,
)
def test_a_date_means_its_days(when: When) -> None:
    assert parse_when(when.text) == when


def test_the_zone_of_a_time_is_kept() -> None:
    moment = parse_when("2025-03-07T00:30+05:30").moment

    assert moment is not None
    assert (moment.utcoffset(), moment.date()) == (timedelta(hours=5, minutes=30), DAY)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-03-08/2025-03-14", date(2025, 3, 8), date(2025, 3, 14)),
        ("2025-03/2025-04", date(2025, 3, 1), date(2025, 4, 30)),
        ("2025-03-08/..", date(2025, 3, 8), None),
        ("2025-03-08/", date(2025, 3, 8), None),
        ("../2025-03-14", None, date(2025, 3, 14)),
        ("2025-03-08~/2025-03-14?", date(2025, 3, 8), date(2025, 3, 14)),
    ],
)
def test_an_interval_reaches_from_its_first_to_its_last_day(
    text: str, earliest: date | None, latest: date | None
) -> None:
    when = parse_when(text)
    start, end = text.split("/")

    assert replace(when, ends=(None, None)) == When(text, "interval", earliest, latest)
    assert [str(part or "") for part in when.ends] == [part.replace("..", "") for part in (start, end)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12 March 2025", "a date is written 2025, 2025-03 or 2025-03-12"),
        ("2025-3-7", "a date is written"),
        ("25-03-07", "a date is written"),
        ("20250307", "a date is written"),
        ("٢٠٢٥-03-07", "a date is written"),
        ("2025-03-07!", "a date is written"),
        ("2025-13", "month must be in 1..12"),
        ("2025-02-29", "day is out of range for month"),
        ("2025-00-01", "month must be in 1..12"),
        ("2025-03-00", "day is out of range for month"),
        ("0000", "a year is written 0002 to 9998, not 0000"),
        ("0001-01-01T00:00+14:00", "a year is written"),
        ("9999-12-31T23:59-14:00", "a year is written"),
        ("2025-03-07T14:30", "a time needs its zone"),
        ("2025-03-07T25:30Z", "hour must be in 0..23"),
        ("14:30", "a time is written"),
        ("2025-03-07T14:30+1:00", "a time is written"),
        ("/", "an interval needs a start or an end"),
        ("../..", "an interval needs a start or an end"),
        ("2025-03-14/2025-03-08", "the interval ends before it starts"),
        ("2025/2026/2027", "an interval has one '/'"),
        ("2025" + "/2025" * 5_000, "an interval has one '/'"),
        ("2025/soon", "a date is written"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason.replace(".", r"\.")):
        parse_when(text)


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.dates(date(2, 1, 1), date(9998, 12, 31)))
def test_every_day_and_every_interval_of_days_is_read_back(one: date, other: date) -> None:
    first, last = sorted((one, other))

    assert parse_when(first.isoformat()).earliest == first
    assert (parse_when(f"{first}/{last}").earliest, parse_when(f"{first}/{last}").latest) == (first, last)


@given(st.text(st.sampled_from("0123456789-/:.TZ+?~% "), max_size=30))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        when = parse_when(text)
    except ValueError:
        return

    assert when.text == text
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
