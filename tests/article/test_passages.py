"""A passage is found word for word, whatever its quotation marks, dashes and spaces, and never by likeness."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.article.folded import fold, folded
from briefgen.article.passages import Near, Passage, Stored, chosen, nearest, passages, quoted

TEXT = (
    "The minister said: “We won’t close the line – not now.” "
    "Officials see no indication that he is able to\u00a0compromise.\n"
    "Up to 30 countries could take part; the cele\u00ad\nbration of a peace-\nkeeping force "
    "is “deliberately excessive”.\n"
    "He is unable to compromise, an official said. The cost is 12,500 crowns. "
    "The eﬃcient café closes…  And then it re-opens.\n"
)
STORED = Stored("gazette", TEXT)


def at(passage: Passage | None) -> str | None:
    return STORED.text[passage.start : passage.end] if passage else None


SAME_WORDS = {
    "as written": "no indication that he is able",
    "straight quotation marks": "\"We won't close the line",
    "a long dash without spaces": "close the line—not now",
    "two hyphens": "close the line -- not now",
    "plain spaces": "able to compromise",
    "a soft hyphen": "the celebration of",
    "a broken line": "a peacekeeping force",
    "a ligature": "efficient",
    "decomposed accents": unicodedata.normalize("NFD", "café closes"),
    "three stops": "closes... And",
    "over the end of a line": "compromise. Up to 30 countries",
}


@pytest.mark.parametrize("words", SAME_WORDS.values(), ids=SAME_WORDS)
def test_other_writings_of_the_same_words_are_found(words: str) -> None:
    assert passages(STORED, words)


OTHER_WORDS = {
    "another word": "no intention that he is able",
    "a number": "up to 35 countries",
    "part of a word": "able to compromise, an official",
    "part of a number": "The cost is 12",
    "another case": "officials see no indication",
    "no words": " ",
    "a turned order": "no that indication he is able",
    "a dropped not": "the line – now",
}


@pytest.mark.parametrize("words", OTHER_WORDS.values(), ids=OTHER_WORDS)
def test_other_words_are_not_found(words: str) -> None:
    assert passages(STORED, words) == ()


def test_equal_passages_are_told_apart_by_what_stands_around_them() -> None:
    found = passages(STORED, "to compromise")

    assert [at(one) for one in found] == ["to\u00a0compromise", "to compromise"]
    assert chosen(STORED, found, prefix="He is unable ") == found[1:]
    assert chosen(STORED, found, suffix=". Up to 30") == found[:1]
    assert chosen(STORED, found, prefix="who is unable ") == ()


QUOTATIONS = {
    "Officials see no indication that he is able": "another first letter: officials see no indication",
    "“We won’t close the line – not now.” Officials": "'We won't close the line - not now.' Officials",
    "no indication that he is able": "no indication that he is able.",
    "The minister said: “We won’t close the line – not now": "The minister said ... not now",
    "Officials see no indication that he": "Officials see no indication that [the man] is able to compromise",
}


@pytest.mark.parametrize(("source", "words"), QUOTATIONS.items())
def test_what_quoting_may_change_is_accepted(source: str, words: str) -> None:
    found = at(quoted(STORED, words.removeprefix("another first letter: ")))

    assert found is not None
    assert found.casefold().startswith(source.casefold()[:25])


TAMPERED = {
    "a word": "We won't open the line – not now",
    "a lost negation": "We will close the line – not now",
    "a tail": "We won't close the line – not now or ever",
    "an undeclared cut": "We won't close – not now",
    "a turned cut": "not now … We won't close",
    "a name in other capitals": "oFFICIALS see",
}


@pytest.mark.parametrize("words", TAMPERED.values(), ids=TAMPERED)
def test_what_quoting_may_not_change_is_refused(words: str) -> None:
    assert quoted(STORED, words) is None


def test_the_nearest_passage_shows_what_differs() -> None:
    assert nearest(STORED, "Officials see no intention that he is able to compromise") == Near(
        Passage(TEXT.index("Officials"), TEXT.index("\nUp to")),
        "Officials see no [indication] that he is able to compromise",
        "Officials see no [intention] that he is able to compromise",
    )


def test_marks_around_the_nearest_passage_are_no_difference() -> None:
    stored = Stored("gazette", "The mayor said: “We will not pay for the line, ever,” and left.")
    near = nearest(stored, "We will not pray for the line, ever")
    assert near is not None
    assert (near.source, near.words) == (
        "We will not [pay] for the line, ever",
        "We will not [pray] for the line, ever",
    )


def test_words_that_resemble_nothing_have_no_nearest_passage() -> None:
    assert nearest(STORED, "Zwölf Boxkämpfer jagen Viktor quer über den Sylter Deich") is None


ODD = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"), st.sampled_from("abc  \n\t-–—'\"“”‘’«»\u00ad\u200b\u00a0…..ﬁﬃe\u0301o\u0308각")
    ),
    max_size=60,
)


@given(ODD)
@settings(max_examples=200)
def test_every_folded_character_knows_its_place(text: str) -> None:
    found = fold(text)

    assert len(found.text) == len(found.starts) == len(found.ends)
    assert list(found.starts) == sorted(found.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert all(
        found.text[place] in fold(text[slice(*found.span(place, place + 1))]).text for place in range(len(found.text))
    )


@given(ODD)
@settings(max_examples=200)
def test_the_short_way_folds_alike(text: str) -> None:
    assert folded(text) == fold(text).text.strip()


@given(ODD)
@settings(max_examples=200)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = folded(text)

    assert folded(once) == once


@given(ODD)
@settings(max_examples=200)
def test_composed_and_decomposed_texts_fold_alike(text: str) -> None:
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))


@given(st.text("abc deé –“”'\n", min_size=1, max_size=80), st.data())
@settings(max_examples=200)
def test_a_slice_is_found_where_it_was_cut(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    whole = not (text[start - 1 : start].isalnum() and words[0].isalnum()) or start == 0
    whole = whole and not (text[end : end + 1].isalnum() and words[-1].isalnum())
    found = passages(Stored("s", text), words)

    assert not (whole and folded(words).isalnum()) or any(
        one.start <= start + len(words) - len(words.lstrip()) < one.end for one in found
    )
    assert all(folded(text[one.start : one.end]) == folded(words) for one in found)
