"""Headline, date, outlet and writer are found, each with where it was found, and none is made up."""

from datetime import date

import pytest

from briefgen.draft.front import Facts, Front, Told, front
from briefgen.draft.paragraphs import clean
from briefgen.draft.prose import read_prose

TODAY = date(2026, 1, 5)
BODY = "The council of Norrey set two conditions, and the ministry rejected both of them within the hour."


def read(text: str, facts: Facts = Facts()) -> Front:  # noqa: B008 - it is frozen
    article = clean(text, headline=facts.titles[0].value if facts.titles else "")
    return front(article, read_prose(article), facts, TODAY)


def value(told: Told | None) -> str | None:
    return told.value if told else None


@pytest.mark.parametrize(
    ("lines", "title", "issued", "outlet", "author"),
    [
        ("Ferry talks fail\nBy Ann Lee\n14 May 2025", "Ferry talks fail", "2025-05-14", None, "Ann Lee"),
        ("The Harbour Notes\nWhy the ferry talks failed\nPosted on 9 November 2024 by Mara Quist",
         "Why the ferry talks failed", "2024-11-09", "The Harbour Notes", "Mara Quist"),
        ("Ferry talks fail at last\nThe Harbour Post, 18 October 2024 06:30 BST",
         "Ferry talks fail at last", "2024-10-18", "The Harbour Post", None),
        ("Ferry talks fail at last\nBy Ann Lee | Capital Chronicle | 9 February 2026",
         "Ferry talks fail at last", "2026-02-09", "Capital Chronicle", "Ann Lee"),
        ("MINISTRY OF FISHERIES AND OCEANS\nPress statement\n7 February 2025\nStatement on the ferry talks",
         "Statement on the ferry talks", "2025-02-07", "Ministry of Fisheries and Oceans", None),
        ("Ferry talks fail at last\nBy Ann Lee, Northern Gazette\n9 February 2026",
         "Ferry talks fail at last", "2026-02-09", "Northern Gazette", "Ann Lee"),
        ("Ferry talks fail at last\nBy Ann Lee, Political Editor\n9 February 2026",
         "Ferry talks fail at last", "2026-02-09", None, "Ann Lee"),
        ("Ferry talks fail at last\nPublished 3 hours ago", "Ferry talks fail at last", None, None, None),
    ],
    ids=["byline", "blog", "newspaper", "bars", "byline with newspaper", "byline with office", "statement", "no date"],
)  # fmt: skip
def test_the_lines_before_the_article_are_read(
    lines: str, title: str, issued: str | None, outlet: str | None, author: str | None
) -> None:
    told = read(f"{lines}\n\n{BODY}")

    assert (value(told.title), value(told.issued), value(told.outlet), value(told.author)) == (
        title,
        issued,
        outlet,
        author,
    )


def test_a_dateline_gives_date_and_outlet() -> None:
    told = read(f"Ferry talks fail at last\n\nPORT MIRAN, April 22, 2025 (Newsline) – {BODY}")

    assert (told.issued, told.outlet) == (
        Told("2025-04-22", "the dateline 'PORT MIRAN, April 22, 2025 (Newsline) –'"),
        Told("Newsline", "the dateline"),
    )


def test_what_the_file_says_comes_first() -> None:
    facts = Facts((Told("A headline", "JSON-LD"),), Told("2025-01-02", "JSON-LD"), Told("The Paper", "JSON-LD"))

    told = read(f"Another line\n14 May 2025\n\n{BODY}", facts)

    assert (value(told.title), value(told.issued), value(told.outlet)) == ("A headline", "2025-01-02", "The Paper")


def test_a_weekday_with_its_date_gives_bounds_where_the_date_is_missing() -> None:
    told = read(f"{BODY} The minister spoke to the press on Friday (March 7).")

    assert (told.issued, told.earliest, told.latest, told.basis) == (
        None,
        date(2025, 3, 8),
        date(2025, 3, 14),
        "7 March is a Friday in 2025, and is past",
    )


def test_a_dateline_without_a_year_is_worked_out_from_the_weekday_of_the_text() -> None:
    told = read("Talks fail\n\nNAIROBI, June 3 (Wire) - The council of Norrey said on Tuesday that it would not sign.")

    assert (told.issued, told.earliest, told.latest, told.basis) == (
        None,
        date(2025, 6, 3),
        date(2025, 6, 3),
        "the dateline says 'June 3' and the text 'Tuesday': 3 June is a Tuesday in 2025",
    )


def test_nothing_is_made_up() -> None:
    told = read(BODY)

    assert (told.title, told.issued, told.earliest, told.outlet, told.author) == (None, None, None, None, None)
