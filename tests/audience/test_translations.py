"""Translations are complete, and what one lacks is told at its place."""

import pytest
from support.languages import LANGUAGES
from support.samples import SHELF

from briefgen.audience.catalogue import plurals, read_catalogue
from briefgen.audience.translations import cut_short, missing
from briefgen.audience.words import words
from briefgen.errors import TemplateError
from briefgen.shelf import Sheet, Shelf

ENGLISH = """\
greeting: Good day
farewell:
  short: Bye, {name}
  long: Until {date}, {name}
sources:
  one: One source
  other: "{n} sources"
"""
WHOLE = """\
greeting: Добрий день
farewell: {short: "Бувай, {name}", long: "{name}, до {date}"}
sources: {one: "{n} джерело", few: "{n} джерела", many: "{n} джерел"}
"""


def notices(translation: str, language: str = "uk", **others: str) -> list[str]:
    sheets = {"_words/en.yaml": ENGLISH, f"_words/{language}.yaml": translation}
    sheets |= {name.replace("__", "/") + ".yaml": text for name, text in others.items()}
    shelf = Shelf({name: Sheet(name, text) for name, text in sheets.items()})
    return [str(notice).partition("\n")[0] for notice in missing(language, shelf)]


@pytest.mark.parametrize("language", [*LANGUAGES, "en", "en-GB", "en-US"])
def test_what_ships_is_complete(language: str) -> None:
    assert missing(language, SHELF) == ()


def test_american_english_says_only_what_differs() -> None:
    british, american = (read_catalogue(SHELF.files[f"_words/{name}.yaml"].text, name) for name in ("en", "en-US"))

    assert set(american) < set(british)
    assert [key for key, phrase in american.items() if phrase.text == british[key].text] == []


def test_a_whole_translation_is_whole() -> None:
    assert notices(WHOLE) == []


@pytest.mark.parametrize(
    ("translation", "told"),
    [
        pytest.param(
            WHOLE.replace("greeting: Добрий день\n", ""),
            ["_words/uk.yaml:1: error AUD09 greeting: not translated"],
            id="a phrase",
        ),
        pytest.param(
            WHOLE.replace('short: "Бувай, {name}", ', ""),
            ["_words/uk.yaml:2: error AUD09 farewell.short: not translated"],
            id="a phrase of a group",
        ),
        pytest.param(
            WHOLE.replace(', few: "{n} джерела"', ""),
            ["_words/uk.yaml:3: error AUD09 sources.few: not translated"],
            id="a plural of the language",
        ),
        pytest.param(
            WHOLE.replace("{name}, до", "до"),
            ["_words/uk.yaml:2:42: error AUD09 farewell.long: the blanks are {date}, and in English {date}, {name}"],
            id="a blank",
        ),
        pytest.param(
            WHOLE.replace("{n} джерело", "одне джерело"),
            ["_words/uk.yaml:3:16: error AUD09 sources.one: the blanks are none, and in English {n}"],
            id="the number, where a form stands for 1, 21 and 31",
        ),
        pytest.param(
            f"{WHOLE}gretting: Вітаю\n",
            ["_words/uk.yaml:4:11: error AUD09 gretting: English has no such phrase"],
            id="a slip",
        ),
        pytest.param(
            WHOLE.replace("Добрий день", ""),
            ["_words/uk.yaml:1:10: error AUD04 greeting: expected a phrase or phrases by key"],
            id="an empty phrase",
        ),
    ],
)
def test_what_a_translation_lacks_is_told_at_its_place(translation: str, told: list[str]) -> None:
    assert notices(translation) == told


def test_one_phrase_may_serve_every_number() -> None:
    lines = [line for line in WHOLE.splitlines() if not line.startswith("sources")]

    assert notices("\n".join([*lines, 'sources: "Джерела: {n}"'])) == []


@pytest.mark.parametrize(
    ("english", "told"),
    [
        pytest.param(ENGLISH, [], id="whole"),
        pytest.param(
            "greeting: Hello\n",
            [
                (
                    "_words/en.yaml: error AUD09 phrases: 1, where uk has 6; "
                    "the file takes the place of the whole one\n"
                    "  hint: write single phrases into _words/en-GB.yaml, or words/en.yaml in the folder of an audience"
                )
            ],
            id="one phrase",
        ),
    ],
)
def test_english_words_of_which_most_are_gone_are_told_once(english: str, told: list[str]) -> None:
    files = {"_words/en.yaml": english, "_words/uk.yaml": WHOLE}
    shelf = Shelf({name: Sheet(name, text) for name, text in files.items()})

    assert [str(notice) for notice in cut_short(shelf)] == told


def test_a_hint_shows_the_english_words_and_where_they_stand() -> None:
    shelf = Shelf(
        {name: Sheet(name, text) for name, text in {"_words/en.yaml": ENGLISH, "_words/fr.yaml": "a: b"}.items()}
    )

    hints = [notice.hint for notice in missing("fr", shelf) if "farewell.long" in notice.message]

    assert hints == ["English says 'Until {date}, {name}' (_words/en.yaml:4:9)"]


def test_the_words_of_an_audience_are_translated_too() -> None:
    told = notices(WHOLE, desk__audience="title: Desk", desk__words__en="greeting: Dear reader")

    assert told == ["desk/words/en.yaml:1: error AUD09 there are no words in 'uk' for these"]


def test_an_untranslated_phrase_is_an_error_and_not_english() -> None:
    shelf = Shelf({"_words/fr.yaml": Sheet("_words/fr.yaml", "labels: {date: Date}")})

    with pytest.raises(TemplateError) as raised:
        words("fr", shelf).say("labels.question")

    assert [notice.message for notice in raised.value.notices] == ["_words/fr.yaml has no phrase 'labels.question'"]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("one", "other")),
        ("fr", ("one", "other")),
        ("uk", ("one", "few", "many")),
        ("ar", ("one", "two", "few", "many", "other")),
        ("ja", ("other",)),
    ],
)
def test_a_language_has_its_plurals(language: str, forms: tuple[str, ...]) -> None:
    assert plurals(language) == forms


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("uk", ["Хронологія, 1 подія", "Хронологія, 3 події", "Хронологія, 11 подій", "Хронологія, 21 подія"]),
        ("ar", ["تسلسل زمني لحدث واحد", "تسلسل زمني يضم 3 أحداث", "تسلسل زمني يضم 11 حدثًا", "تسلسل زمني يضم 21 حدثًا"]),
        ("fr", [f"Chronologie {what}" for what in ("d’un événement", *(f"de {n} événements" for n in (3, 11, 21)))]),
    ],
)
def test_numbers_choose_their_form(language: str, shown: list[str]) -> None:
    say = words(language, SHELF).say

    assert [say("timeline.alt", n=number) for number in (1, 3, 11, 21)] == shown
