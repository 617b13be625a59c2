"""What a memo prints of itself comes from the words of its language, and is never another language by surprise."""

import re

import pytest
from markupsafe import Markup
from support.packs import PLAIN, shelf_with, told
from support.samples import AUDIENCES, SHELF

from briefgen.audience.words import words
from briefgen.errors import AudienceError, TemplateError

ENGLISH = words("en-GB", SHELF)
SAID = re.compile(r"""\bt\(\s*"([\w.]+)"(\s*~)?""")


def test_a_phrase_is_found_by_its_key_and_its_blanks_are_filled() -> None:
    assert ENGLISH.say("told.unseen", source="Bloomberg") == "reported by Bloomberg, not seen by us"


def test_a_number_chooses_the_plural() -> None:
    assert [ENGLISH.say("timeline.alt", n=n) for n in (1, 3)] == ["Timeline of one event", "Timeline of 3 events"]


def test_a_phrase_around_markdown_is_markdown_and_its_other_words_are_escaped() -> None:
    shelf = shelf_with(embassy=PLAIN, embassy__words__en_yaml='note: "*{who}* by {when}"\n')

    said = words("en", shelf, ("embassy",)).say("note", who="<b>", when=Markup("[May]{value=x}"))

    assert (said, type(said)) == (r"\*\<b>\* by [May]{value=x}", Markup)


def test_the_words_of_a_region_and_of_an_audience_come_before_the_shared_ones() -> None:
    shelf = shelf_with(
        _words__en_US_yaml="labels: {copies: CC}\n",
        embassy=PLAIN,
        embassy__words__en_yaml="labels: {to: Addressee}\n",
    )
    shelf = type(shelf)({name.replace("en_US", "en-US"): sheet for name, sheet in shelf.files.items()})

    own = words("en-US", shelf, ("embassy",))

    assert [own.say(f"labels.{name}") for name in ("copies", "to", "from")] == ["CC", "Addressee", "From"]
    assert words("en-GB", shelf).say("labels.copies") == "Copies to"


def test_a_language_without_words_is_an_error() -> None:
    with pytest.raises(AudienceError) as raised:
        words("nl-BE", SHELF)

    (notice,) = raised.value.notices
    assert notice.message == "there are no words in 'nl-BE'"
    assert notice.hint == "there is ar, de, en, en-US, es, fr, uk; a translation is a file _words/nl.yaml"


@pytest.mark.parametrize(
    ("key", "values", "message"),
    [
        ("labels.form", {}, "has no phrase 'labels.form'"),
        ("told.unseen", {}, "the phrase 'told.unseen' needs source"),
    ],
    ids=["unknown", "blank"],
)
def test_what_a_template_says_wrongly_is_told(key: str, values: dict[str, object], message: str) -> None:
    with pytest.raises(TemplateError) as raised:
        ENGLISH.say(key, **values)

    assert message in str(raised.value)


def test_what_is_no_phrase_is_told_at_its_place() -> None:
    with pytest.raises(AudienceError) as raised:
        words("en", shelf_with(_words__en_yaml="labels:\n  to: [To]\n  from:\n"))

    assert [line.partition("_words/")[2] for line in told(raised.value)] == [
        "en.yaml:2:7: error AUD04 labels.to: expected a phrase or phrases by key",
        "en.yaml:3:8: error AUD04 labels.from: expected a phrase or phrases by key",
    ]


def test_every_phrase_that_a_shipped_template_says_is_there() -> None:
    templates = {name: sheet.text for name, sheet in SHELF.files.items() if name.endswith(".j2")}
    said = [(name, key, joined) for name, text in templates.items() for key, joined in SAID.findall(text)]

    missing = [
        (name, key)
        for name, key, joined in said
        if not any(known == key or known.startswith(f"{key.rstrip('.')}.") for known in ENGLISH.phrases)
    ]

    assert (missing, len(said) > 40) == ([], True)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_shipped_audience_has_a_name_for_its_paper(audience: str) -> None:
    assert ENGLISH.has(f"papers.{audience}")
