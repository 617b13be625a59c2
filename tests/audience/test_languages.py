"""A memo for a reader of another language: its own words are in that language, the record's keep theirs."""

import re

import pytest
from support.languages import LANGUAGES, memo_in, own_words, record_in, shelf_with
from support.samples import SAMPLES, SHELF, record_of
from support.whole_way import memo_for
from support.wording import wording

from briefgen.audience.catalogue import read_catalogue
from briefgen.audience.words import words
from briefgen.memo import BulletList, Heading, Memo, Paragraph, Span, Text, plain
from briefgen.pipeline import written
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

AUDIENCES = ("minister", "public")
MEMOS = [
    pytest.param(language, audience, sample, id=f"{language}-{audience}-{sample}")
    for language in LANGUAGES
    for audience in AUDIENCES
    for sample in SAMPLES
]
_BLANK = re.compile(r"\{\w+\}")
_SPEAKS_LATIN = re.compile(r"[A-Za-z]{2,}")
_NOT_TRANSLATED = {"UTC"}


def english(language: str) -> set[str]:
    """Give the pieces of English phrases with a word that is not one of the language too, as *Source* is in French."""
    there, here = (read_catalogue(SHELF.files[f"_words/{name}.yaml"].text, name) for name in (language, "en"))
    known = {word for phrase in there.values() for word in phrase.text.split()}
    pieces = {piece for phrase in here.values() for piece in _pieces(phrase.text)}
    return {piece for piece in pieces if not set(piece.split()) <= known}


def _pieces(phrase: str) -> list[str]:
    pieces = (piece.strip(" .,:;()“”") for piece in _BLANK.split(phrase))
    return [piece for piece in pieces if len(piece) > 1]


@pytest.mark.parametrize(("language", "audience", "sample"), MEMOS)
def test_no_english_word_of_the_memo_itself_is_left(language: str, audience: str, sample: str) -> None:
    said = "\n".join(own_words(memo_in(language, audience, sample)))

    found = {piece for piece in english(language) if re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", said)}

    assert found == set()


@pytest.mark.parametrize("language", ["uk", "ar"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_what_is_in_no_other_language_is_in_the_letters_of_the_memo(language: str, audience: str, sample: str) -> None:
    memo = memo_in(language, audience, sample)
    told = [word for text in own_words((memo.header, memo.blocks)) for word in _SPEAKS_LATIN.findall(text)]
    known = {*_NOT_TRANSLATED, *_SPEAKS_LATIN.findall(memo.meta.reference)}

    assert [word for word in told if word not in known and "@" not in word and not word.startswith("http")] == []


@pytest.mark.parametrize(("language", "audience", "sample"), MEMOS)
def test_headings_are_those_of_the_language(language: str, audience: str, sample: str) -> None:
    say = words(language, SHELF)
    kind = record_of(sample).article.kind
    memo = memo_in(language, audience, sample)
    shown = {
        block.section: plain(block.content) for block in memo.blocks if isinstance(block, Heading) and block.section
    }

    assert shown == {
        section: say.phrases.get(f"headings.{section}.{kind}") or say.say(f"headings.{section}.generic")
        for section in shown
    }
    assert plain(memo.header.kind) == say.say(f"papers.{audience}")


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_is_made_and_read_back(language: str, kind: str) -> None:
    memo = memo_in(language, "minister", "ukraine-demands")

    assert written(memo, DEFAULT, kind)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "audience", "sample"), MEMOS)
def test_every_memo_is_made_in_every_format(language: str, audience: str, sample: str) -> None:
    memo = memo_in(language, audience, sample)

    assert all(written(memo, DEFAULT, kind) for kind in WRITERS)


@pytest.mark.parametrize(
    ("language", "record", "foreign"),
    [
        pytest.param(
            "fr",
            "french",
            [("Radio Nord", "en"), ("PHIA Probability Yardstick", "en"), ("likely", "en"), ("Radio Nord.", "en")],
            id="fr",
        ),
        pytest.param(
            "ar",
            "arabic",
            [
                ("+962 6 555 0100", "zxx"),
                ("joint inspections at sea", "en"),
                ("PHIA Probability Yardstick", "en"),
                ("likely", "en"),
                ("Union hardens its tone", "en"),
                ("The Harbour Herald", "en"),
            ],
            id="ar",
        ),
    ],
)
def test_only_what_is_in_another_language_says_so(language: str, record: str, foreign: list[tuple[str, str]]) -> None:
    memo = memo_for(record_in(record), f"minister-{language}", shelf_with(language))

    assert [(plain(span.content), span.lang) for span in _spans(memo) if span.lang] == foreign


def test_a_record_in_another_region_is_in_the_same_language() -> None:
    memo = memo_in("en-US", "minister", "ukraine-demands")

    assert [span.lang for span in _spans(memo) if span.lang] == []


def test_american_english_has_its_dates_and_spelling() -> None:
    record = record_of("ukraine-demands")
    memo = memo_for(record, "analyst-en-US", shelf_with("en-US", audiences=("analyst",)))
    said = wording(memo)

    assert "Date March 12, 2025" in said
    assert "Friday, March 7, 2025" in said


def test_french_words_stand_in_french_punctuation() -> None:
    memo = memo_in("fr", "minister", "ukraine-demands")
    quoted = next(text for text in _lists(memo) if "Coalition of the willing" in text)

    assert quoted.startswith("«\u00a0Coalition of the willing\u00a0»\u00a0: Its military leaders will meet in Paris.")


def test_arabic_words_stand_in_arabic_punctuation() -> None:
    memo = memo_in("ar", "minister", "ukraine-demands")
    (sender,) = (plain(field.content) for field in memo.header.fields if plain(field.label) == "من")

    assert sender == "Sample desk، 020 7946 0123"


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        pytest.param("fr", r"[^\u00a0\u202f\d][:;?!»](?!/)|«[^\u00a0]", id="fr"),
        pytest.param("de", "[“”«»](?<!“)|„[^“]*”", id="de"),
        pytest.param("es", "[“”„]", id="es"),
        pytest.param("uk", "[“”„]", id="uk"),
        pytest.param("ar", r"[,;?“”„]", id="ar"),
    ],
)
def test_a_translation_keeps_the_marks_of_its_language(language: str, wrong: str) -> None:
    phrases = read_catalogue(SHELF.files[f"_words/{language}.yaml"].text, language)

    assert {key: phrase.text for key, phrase in phrases.items() if re.search(wrong, phrase.text)} == {}


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("audience", ["minister", "analyst"])
def test_a_memo_in_arabic_is_made_and_read_back(audience: str, kind: str) -> None:
    memo = memo_for(record_in("arabic"), f"{audience}-ar", shelf_with("ar", audiences=(audience,)))

    assert written(memo, DEFAULT, kind)


def _lists(memo: Memo) -> list[str]:
    lists = [block for block in memo.blocks if isinstance(block, BulletList)]
    return [plain(item.content) for block in lists for (item, *_) in block.items if isinstance(item, Paragraph)]


def _spans(value: object) -> list[Span]:
    match value:
        case Span(content):
            return [value, *_spans(content)]
        case Text() | str() | int() | None:
            return []
        case tuple():
            return [span for item in value for span in _spans(item)]
        case _:
            names = getattr(value, "__slots__", ())
            return [span for name in names for span in _spans(getattr(value, name))]
