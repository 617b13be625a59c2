"""A card says of a record what its memos are named and made from, and can be written again from the manifest."""

import json
from datetime import date

import pytest
from support.articles import SMALL

from briefgen.article.card import Card, card_from, card_of, told
from briefgen.article.read import read

GIVEN = {"version": "2"}
RECORD = read(SMALL.encode(), "a.yaml", GIVEN)
CARD = card_of(RECORD)


def test_a_card_says_which_record_it_is() -> None:
    assert (
        Card(
            "ferry-talks",
            date(2025, 5, 6),
            "en-GB",
            "2",
            tuple(source.text for source in RECORD.article.sources if source.text),
            "a.yaml",
            RECORD.sha256,
            (("version", "2"),),
        )
        == CARD
    )


@pytest.mark.parametrize("texts", [(), ("a.txt",), ("a.txt", "b/c.txt")], ids=str)
@pytest.mark.parametrize("day", [None, date(2025, 5, 6)], ids=str)
def test_a_card_is_written_again_from_what_was_told(texts: tuple[str, ...], day: date | None) -> None:
    card = Card("x", day, "fr", "", texts, "b.yaml", "ab", (("status", "draft"),))

    remembered = json.loads(json.dumps(dict(told(card))))

    assert card_from(remembered, "b.yaml", "ab", {"status": "draft"}) == card


@pytest.mark.parametrize(
    "remembered", [{}, {"id": "x"}, {**told(CARD), "date": "soon"}, {**told(CARD), "date": 5}], ids=str
)
def test_what_does_not_suffice_is_no_card(remembered: dict[str, str]) -> None:
    assert card_from(remembered, "a.yaml", "ab", {}) is None
