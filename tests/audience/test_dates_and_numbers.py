"""Dates, numbers, lists and amounts are written as the memo's language writes them."""

from decimal import Decimal

import pytest
from support.samples import SHELF

from briefgen.article.dates import parse_when
from briefgen.audience.dating import amount, in_words
from briefgen.audience.entries import entry
from briefgen.audience.telling import listed
from briefgen.audience.words import Words, words


def of(language: str) -> Words:
    return words(language, SHELF)


@pytest.mark.parametrize(
    ("language", "weekday", "month", "time"),
    [
        ("en-GB", "Friday 14 March 2025", "March 2025", "12 March 2025, 15:30 UTC"),
        ("en-US", "Friday, March 14, 2025", "March 2025", "March 12, 2025, 3:30\u202fPM UTC"),
        ("fr", "vendredi 14 mars 2025", "mars 2025", "12 mars 2025, 15:30 UTC"),
        ("de", "Freitag, 14. März 2025", "März 2025", "12. März 2025, 15:30 UTC"),
        ("es", "viernes, 14 de marzo de 2025", "marzo de 2025", "12 de marzo de 2025, 15:30 UTC"),
        ("uk", "пʼятниця, 14 березня 2025\u202fр.", "березень 2025\u202fр.", "12 березня 2025\u202fр., 15:30 UTC"),
        ("ar", "الجمعة، 14 مارس 2025", "مارس 2025", "12 مارس 2025، 3:30 م UTC"),
    ],
)
def test_dates_are_in_the_order_of_the_language(language: str, weekday: str, month: str, time: str) -> None:
    day, moment = parse_when("2025-03-14"), parse_when("2025-03-12T15:30Z")

    assert in_words(day, of(language), weekday=True) == weekday
    assert in_words(parse_when("2025-03"), of(language)) == month
    assert in_words(moment, of(language)).replace("\u00a0", " ") == time


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025~", "2025 (date approximative)"),
        ("2025-03?", "mars 2025 (date incertaine)"),
        ("2025-03-08/2025-03-12", "8 mars 2025 – 12 mars 2025"),
        ("2025-03/..", "mars 2025 et après"),
        ("../2025-03-12", "12 mars 2025 au plus tard"),
    ],
)
def test_an_unsure_date_says_so_in_words_that_fit_every_date(date: str, expected: str) -> None:
    assert in_words(parse_when(date), of("fr")) == expected


@pytest.mark.parametrize(
    ("language", "thousands", "percent", "money", "many", "few"),
    [
        ("en-GB", "11,850.5 t", "3.5%", "€18.4 billion", "CHF\u00a0640", "a, b and c"),
        ("fr", "11\u202f850,5 t", "3,5\u00a0%", "18,4 billion\u00a0€", "640\u00a0CHF", "a, b et c"),
        ("de", "11.850,5 t", "3,5\u00a0%", "18,4 billion\u00a0€", "640\u00a0CHF", "a, b und c"),
        ("es", "11.850,5 t", "3,5\u00a0%", "18,4 billion\u00a0€", "640\u00a0CHF", "a, b y c"),
        ("uk", "11\u00a0850,5 t", "3,5%", "18,4 billion\u00a0EUR", "640\u00a0CHF", "a, b і c"),
        ("ar", "11,850.5 t", "3.5%", "18.4 billion\u00a0€", "640\u00a0CHF", "a وb وc"),
    ],
)
def test_numbers_and_lists_are_those_of_the_language(  # noqa: PLR0917 - the columns of the table
    language: str, thousands: str, percent: str, money: str, many: str, few: str
) -> None:
    said = [
        amount(entry("q", value=Decimal(value), unit=unit, currency=currency), of(language))
        for value, unit, currency in (
            ("11850.5", "t", ""),
            ("3.5", "%", ""),
            ("18.4", "billion", "EUR"),
            ("640", "", "CHF"),
        )
    ]

    assert [*said, listed("abc", of(language))] == [thousands, percent, money, many, few]
