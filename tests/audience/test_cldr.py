"""Languages say what Unicode's data say, whether Babel is asked or answered for."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_decimal, get_currency_symbol

from briefgen import cache
from briefgen.audience import cldr

LANGUAGES = ("en-GB", "de", "fr", "uk", "ar", "es")
DAY = date(2025, 3, 12)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    cache.keep_in(tmp_path / "cache")
    yield tmp_path / "cache"
    cache.keep_in(None)


def by_us(language: str) -> list[str]:
    return [
        cldr.day_in_words(DAY, language),
        cldr.day_in_words(DAY, language, "EEEE"),
        cldr.month_in_words(DAY, language),
        cldr.clock_time(time(14, 5), language),
        cldr.number_in_digits(Decimal("1234.50"), "#,##0.00", language),
        cldr.currency_symbol("EUR", language),
        cldr.percent_pattern(language),
        cldr.currency_pattern(language),
        *(cldr.plural_form(language, number) for number in (1, 2, 5, 21)),
        str(cldr.runs_from_the_right(language)),
        *(cldr.listed(["{a}", "b", "c", "d"][:count], language) for count in range(5)),
        cldr.listed(["a", "b", "c"], language, "or"),
    ]


def by_babel(language: str) -> list[str]:
    locale = Locale.parse(language.replace("-", "_"))
    return [
        format_date(DAY, "long", locale=locale),
        format_date(DAY, "EEEE", locale=locale),
        format_skeleton("yMMMM", DAY, locale=locale),
        format_time(time(14, 5), "short", locale=locale),
        format_decimal(Decimal("1234.50"), "#,##0.00", locale=locale),
        get_currency_symbol("EUR", locale),
        locale.percent_formats[None].pattern,
        locale.currency_formats["standard"].pattern,
        *(locale.plural_form(number) for number in (1, 2, 5, 21)),
        str(locale.character_order == "right-to-left"),
        *(format_list(["{a}", "b", "c", "d"][:count], locale=locale) for count in range(5)),
        format_list(["a", "b", "c"], "or", locale=locale),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_are_babels_now_and_in_the_next_run(language: str, folder: Path) -> None:
    asked = by_us(language)
    cache.keep_answers()
    cache.keep_in(folder)
    again = by_us(language)

    assert asked == again == by_babel(language)


@pytest.mark.parametrize(("tag", "script"), [("de", "Latn"), ("zh_TW", "Hant"), ("ar", "Arab"), ("xx_YY", "")])
def test_a_language_has_its_script(tag: str, script: str) -> None:
    assert cldr.likely_script(tag) == script


def test_what_was_answered_needs_no_babel(folder: Path) -> None:
    by_us("en-GB")
    cache.keep_answers()
    code = f"""
import sys
from datetime import date
from pathlib import Path
from briefgen import cache
from briefgen.audience import cldr

cache.keep_in(Path({str(folder)!r}))
print(cldr.day_in_words(date(2025, 3, 12), "en-GB"), "babel" in sys.modules)
print(cldr.day_in_words(date(2025, 3, 13), "en-GB"), "babel" in sys.modules)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert told.splitlines() == ["12 March 2025 False", "13 March 2025 True"]


def test_the_answers_stand_in_one_file_for_each_language(folder: Path) -> None:
    for language in LANGUAGES:
        by_us(language)
        cache.keep_answers()
    cache.keep_answers()

    assert len(list(folder.iterdir())) == len(LANGUAGES)
