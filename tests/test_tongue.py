"""Words in another language than the memo's keep it, whatever sentence they are put into."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.filling import TITLE, filled
from support.specimen import META

from briefgen.markdown import parse
from briefgen.markdown_escape import escape
from briefgen.memo import Paragraph, Span, Text
from briefgen.tongue import Foreign, bare, capital, ended, sentence, spans

CHARACTERS = "\\|`*_[](){}<>#&!~^$-+=:.@\"'/%19aé€ \u00a0"


def foreign(text: str, language: str = "fr") -> Foreign:
    return Foreign(text, language)


def test_a_foreign_text_is_the_text_in_every_way_but_print() -> None:
    text = foreign("la pêche")

    assert (text == "la pêche", len(text), text.startswith("la"), hash(text) == hash("la pêche")) == (
        True,
        8,
        True,
        True,
    )
    assert spans(f"{text}") == spans(str(text)) == (("la pêche", "fr"),)


def test_an_empty_text_is_in_no_language() -> None:
    assert str(foreign("")) == ""


@pytest.mark.parametrize(
    ("change", "text", "expected"),
    [
        (capital, "la pêche", "La pêche"),
        (ended, "la pêche", "la pêche."),
        (ended, "la pêche ?", "la pêche ?"),
        (ended, "« la pêche. »", "« la pêche. »"),
        (ended, "", ""),
        (sentence, "la pêche", "La pêche."),
    ],
)
def test_what_changes_the_ends_of_a_text_leaves_its_language(change: object, text: str, expected: str) -> None:
    assert callable(change)

    assert (bare(change(text)), bare(change(foreign(text)))) == (expected, expected)
    assert spans(change(foreign(text))) == (((expected, "fr"),) if expected else ())


@pytest.mark.parametrize(("language", "stop"), [("zh-Hans", "。"), ("ja", "。"), ("hi", "।"), ("ko", "."), ("ar", ".")])
def test_a_text_ends_as_its_language_does(language: str, stop: str) -> None:
    assert spans(ended(foreign("漁業", language))) == ((f"漁業{stop}", language),)


def test_a_sentence_of_two_languages_is_cut_where_they_change() -> None:
    said = sentence(f"reported by {foreign('Le Monde')} and {foreign('Die Zeit', 'de')}")

    assert spans(said) == (("Reported by ", ""), ("Le Monde", "fr"), (" and ", ""), ("Die Zeit.", "de"))


def test_a_span_of_markdown_names_the_language() -> None:
    assert escape(f"in {foreign('- *a*')}") == r'in [\- \*a\*]{lang="fr"}'


def test_the_marks_of_a_record_are_no_marks() -> None:
    text = foreign("a\ufdd0de\ufdd1b\ufdd2")

    assert spans(str(text)) == (("ab", "fr"),)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(CHARACTERS), max_size=20))
def test_no_foreign_value_changes_the_structure_of_a_paragraph(text: str) -> None:
    words = text.strip()  # as the reader does
    memo = parse(f"# T\n\nx {escape(f'a {foreign(words)} z')} y\n", file="a", meta=META)

    span = Span((Text(re.sub(" +", " ", words)),), "fr")
    assert memo.blocks == (Paragraph((Text("x a "), span, Text(" z y")) if words else (Text("x a z y"),)),)


def test_a_template_compares_a_foreign_value_as_the_text_it_is() -> None:
    template = "{% if title == '" + TITLE + "' %}yes{% endif %} {{ title | length }} {{ title }}"

    assert filled(template, title=foreign(TITLE)) == f'yes 34 [{TITLE}]{{lang="fr"}}\n'
