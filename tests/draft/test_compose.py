"""Whatever the article, its draft is a valid record whose every passage stands in the text."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drafting import ARTICLES, TODAY, draft, files

from briefgen.article.model import Article
from briefgen.article.read import read
from briefgen.article.statements import Statement
from briefgen.draft.compose import Raw, compose
from briefgen.draft.drafted import Drafted
from briefgen.draft.write import write_record

S = TypeVar("S", bound=Statement)
PIECES = st.sampled_from(
    [
        "The union", "the ministry", "Anna Berg", "Mr Berg", "France", "Moscow", "he", "they", "officials", "NATO",
        "said", "demanded", "urged", "will", "rejected", "called on", "told", "only if", "must", "could", "has",
        "“", "”", '"', "'", "’", "(", ")", ",", ".", "!", "?", ":", ";", "—", "\n", "\n\n", "- ", "# ", "{", "[x]: ",
        "on Friday (March 7)", "14 May 2025", "By Ann Lee", "Also read: more", "three demands", "NO", "null", "2025",
        "Zelenskyy’s", "Gaza", "\u00a0", "\u00ad", "é", "中文", "🙂", "\t", "a", "of", "the", "to", "and", "that",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map(" ".join) | st.text(max_size=200)


def composed(text: str) -> Drafted:
    return compose(Raw(text), text_file="a.source.txt", tool="briefgen draft", version="1", today=TODAY)


def passages(article: Article) -> list[tuple[str, int, int]]:
    """Every passage of a record with its place."""
    statements = (*article.positions, *article.responses, *article.timeline, *article.background)
    found = [(one.exact, one.start or 0, one.end or 0) for statement in statements for one in statement.evidence]
    return found + [(quote.text, quote.start or 0, quote.end or 0) for quote in article.quotes]


def unsourced(article: Article) -> Article:
    """Leave out the id of the only source, which the reader adds."""

    def plain(statement: S) -> S:
        return replace(statement, evidence=tuple(replace(one, source="") for one in statement.evidence))

    return replace(
        article,
        positions=tuple(map(plain, article.positions)),
        responses=tuple(map(plain, article.responses)),
        timeline=tuple(map(plain, article.timeline)),
        background=tuple(map(plain, article.background)),
        quotes=tuple(replace(quote, source="") for quote in article.quotes),
    )


def words_of(article: Article) -> set[str]:
    """Every text of a record that must be the source's own."""
    found = {text for position in article.positions for text in (position.text, position.label, position.hedge)}
    found |= {text for response in article.responses for text in (response.summary, response.hedge, response.date_text)}
    found |= {text for event in article.timeline for text in (event.text, event.hedge, event.date_text)}
    found |= {text for claim in article.background for text in (claim.text, claim.hedge)}
    return {text for text in found if text}


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_any_text_makes_a_valid_record_of_its_own_words(text: str) -> None:
    drafted = composed(text)

    article = read(write_record(drafted, heading=("a",)).encode(), "a.yaml").article

    assert [exact for exact, start, end in passages(article) if drafted.text[start:end].strip() != exact] == []
    assert {words for words in words_of(article) if words not in drafted.text} == set()


@pytest.mark.parametrize("name", [path.name for path in files(ARTICLES)])
def test_what_is_written_is_what_was_drafted(name: str) -> None:
    drafted = draft(ARTICLES / name)

    record = read(write_record(drafted, heading=("a",)).encode(), "a.yaml").article

    assert unsourced(record) == unsourced(drafted.article)


@pytest.mark.parametrize("name", [path.name for path in files(ARTICLES)])
def test_nothing_is_judged(name: str) -> None:
    article = draft(ARTICLES / name).article

    assert (article.bluf, article.outlook, article.options, article.recommendation, article.lines) == (
        None,
        type(article.outlook)(),
        (),
        (),
        (),
    )
    assert article.status == "draft"


def test_the_same_text_gives_the_same_record() -> None:
    paths = files(ARTICLES)[::8]

    assert [write_record(draft(path), heading=()) for path in paths] == [
        write_record(draft(path), heading=()) for path in paths
    ]


def test_a_text_without_a_date_takes_the_day_of_drafting_as_its_cut_off_and_says_so() -> None:
    drafted = compose(
        Raw("The council meets again. It has not said when."),
        text_file="a",
        tool="t",
        version="1",
        today=date(2026, 1, 5),
    )

    assert (str(drafted.article.as_of), drafted.article.sources[0].issued) == ("2026-01-05", None)
    assert [review.text for review in drafted.reviews if review.path == "as_of"] == [
        "no date was found; 2026-01-05 is the day of drafting"
    ]


def test_a_text_in_another_language_is_not_called_english() -> None:
    text = (
        "Der Minister hat am Montag mitgeteilt, dass die Verhandlungen in der kommenden Woche fortgesetzt werden. " * 5
    )

    assert composed(text).article.language == "und"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("Ann Lee and Tom Berg", ["Ann Lee", "Tom Berg"]),
        ("Food and Drink Desk", ["Food and Drink Desk"]),
    ],
)
def test_each_of_two_writers_is_an_author(byline: str, authors: list[str]) -> None:
    drafted = composed(f"Ferry talks fail at last\nBy {byline}\n14 May 2025\n\nThe union demanded a cap on fares.")

    assert [author.name for author in drafted.article.sources[0].author] == authors
