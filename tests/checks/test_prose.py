"""Sentences, quotations, dates and numbers are found in prose as people write it."""

from datetime import date

import pytest

from briefgen.checks.dated import dates_in, times_in
from briefgen.checks.likelihoods import likelihoods
from briefgen.checks.numbers import numbers_in
from briefgen.checks.sentences import outside_quotations, quotations, sentences

SENTENCES = {
    "two": ("The line closes. Fares rise.", ["The line closes.", "Fares rise."]),
    "a title": ("Mr. Lund said no. He left.", ["Mr. Lund said no.", "He left."]),
    "initials": ("J. R. Lund left. She stays.", ["J. R. Lund left.", "She stays."]),
    "a decimal": ("It costs 3.5 million. Prices rise.", ["It costs 3.5 million.", "Prices rise."]),
    "a quotation": ("“We will not sign.” Lund left.", ["“We will not sign.”", "Lund left."]),
    "no end": ("The line closes", ["The line closes"]),
    "paragraphs": ("A heading\n\nThe line closes.", ["A heading", "The line closes."]),
    "empty": ("  ", []),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


QUOTED = {
    "curly": ("Lund said “we will not sign” today", ["we will not sign"]),
    "straight": ('Lund said "we will not sign" today', ["we will not sign"]),
    "single with an apostrophe": ("Lund said ‘we won’t sign’ today", ["we won’t sign"]),
    "single straight": ("Lund said 'we won't sign' today", ["we won't sign"]),
    "an apostrophe only": ("The council's boats and the boats' crews", []),
    "guillemets": ("Lund said «no» and „nein“", ["no", "nein"]),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_quotations_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    assert list(quotations(text)) == expected
    assert len(outside_quotations(text)) == len(text)


DATES = {
    "British": ("on Friday 2 May 2025", [(2, 5, 2025, "Friday")]),
    "American": ("on Friday, May 2, 2025", [(2, 5, 2025, "Friday")]),
    "in brackets": ("Friday (March 7)", [(7, 3, None, "Friday")]),
    "weekday after": ("on 7 March (a Friday)", [(7, 3, None, "Friday")]),
    "ISO": ("on 2025-05-02", [(2, 5, 2025, "")]),
    "a series": ("between 8 and 14 March 2025", [(8, 3, 2025, ""), (14, 3, 2025, "")]),
    "ordinal": ("the 1st of June", [(1, 6, None, "")]),
    "a month only": ("in May 2025", []),
    "may": ("30 may come", []),
}


@pytest.mark.parametrize(("text", "expected"), DATES.values(), ids=DATES)
def test_days_are_found(text: str, expected: list[tuple[int, int, int | None, str]]) -> None:
    assert [(one.day, one.month, one.year, one.weekday) for one in dates_in(text)] == expected


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    (found,) = dates_in("31 December")

    assert (found.on(date(2025, 1, 5)), found.on(date(2025, 11, 1))) == (date(2024, 12, 31), date(2025, 12, 31))


def test_a_day_that_there_is_not_means_nothing() -> None:
    (found,) = dates_in("31 April 2025")

    assert found.on(date(2025, 1, 5)) is None


NUMBERS = {
    "digits": ("12 crowns and 12,500 boats", ["12", "12500"]),
    "words": ("three demands, twenty-five farms", ["3", "25"]),
    "scales": ("£3.5bn, 2 million and $5tn", ["3500000000", "2000000", "5000000000000"]),
    "hundreds": ("a hundred farms, two thousand crowns", ["100", "2000"]),
    "per cent": ("5 % and 7 per cent", ["5", "7"]),
    "a range": ("10–20 boats", ["10", "20"]),
    "a compound": ("a 30-day ceasefire", ["30"]),
    "names": ("G7, COP30, F-16 and COVID-19", []),
    "a day": ("2 May 2025 at 14:30", []),
    "one": ("one of them", []),
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_found_in_digits_and_words(text: str, expected: list[str]) -> None:
    assert [f"{one.value.normalize():f}" for one in numbers_in(text)] == expected


def test_the_longest_term_of_likelihood_is_found() -> None:
    text = "It is highly likely, almost certainly; the “likely” and the remote farms do not count."

    assert [one.words for one in likelihoods(text)] == ["highly likely", "almost certainly"]


def test_times_of_day_are_no_numbers_and_numbers_no_times() -> None:
    assert [one[0] for one in times_in("at 14:30 and 9.15 am; 3.50 million, 12.30 per cent")] == ["14:30", "9.15 am"]
