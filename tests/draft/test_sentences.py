"""Sentences end where they end, and quotations are found between marks of every kind."""

import pytest
from support.patience import at_most
from support.sentences import body

from briefgen.draft.sentences import MOST_CHARACTERS, quotations, sentences
from briefgen.draft.text import MOST_CHARACTERS as MOST_TEXT
from briefgen.draft.text import Span


def parts(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


def marked(text: str) -> list[str]:
    spans = tuple(paragraph.span for paragraph in body(text).paragraphs)
    return [quotation.span.of(text) for quotation in quotations(text, spans)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The talks failed.", "Both sides left."],
        ["Mr. Berg met Gov. Anita Bell at 5 p.m. in St. Anne.", "They agreed."],
        ["He moved to the U.S. in 1990.", "The U.S. President said no."],
        ["It ended at 6 p.m.", "The minister left."],
        ["“No deal,” he said.", "“None.”"],
        ['"Why now?" Smith said.', '"Nobody knows."'],
        ["Prices rose 2.5% in May.", "In June they fell."],
        ["Michael D. Higgins spoke first.", "Is that all?", "Yes!"],
        ["The bill (No. 12) passed.", "£40m was spent."],
    ],
    ids=lambda sentences: sentences[0][:25],
)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    assert parts(" ".join(sentences)) == sentences


def test_what_is_too_long_for_a_sentence_is_cut_at_a_blank() -> None:
    text = "word " * 500

    pieces = parts(text)

    assert " ".join(pieces) == text.strip()
    assert max(map(len, pieces)) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and left.", ["no"]),
        ('He said "no" and left.', ["no"]),
        ("He said ‘no deal’ and left.", ["no deal"]),
        ("He said 'no deal' and left.", ["no deal"]),
        ("He called it «unfair», she „fair“.", ["unfair", "fair"]),
        ("The unions' leaders say it's the government's fault.", []),
        ("'It's the ministers' fault,' she said.", ["It's the ministers' fault,"]),
        ("In the '90s they'd sing rock 'n' roll.", []),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ('He mixed “curly and straight" marks.', ["curly and straight"]),
        ('A 6" pipe and a 4" pipe broke.', []),
        ("It was the so-called 'blue line' accord.", ["blue line"]),
        ("“First.\n“Second,” he said.", ["First.", "Second,"]),
        ("“First. Then nothing closes it.\nThe council met.", ["First."]),
        ('"" and “ ”', []),
    ],
)
def test_quotations_are_found_and_apostrophes_are_not(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark() -> None:
    text = "“One.\n“Two.\n“Three,” he said."
    spans = tuple(paragraph.span for paragraph in body(text).paragraphs)

    assert [one.continued for one in quotations(text, spans)] == [False, True, True]


@pytest.mark.parametrize("unit", ["'a ", '"a ', "“a ", "(a) ", "A. "])
def test_no_text_takes_long_to_part(unit: str) -> None:
    text = (unit * MOST_TEXT)[:MOST_TEXT]

    with at_most(10):
        quotations(text, (Span(0, len(text)),))
        sentences(text, Span(0, len(text)))
