"""A correction stands above everything else of a memo, whoever reads it."""

from pathlib import Path

import pytest
from support.articles import SMALL
from support.whole_way import memo_for

from briefgen.article.read import read
from briefgen.cli import at_hand
from briefgen.memo import Callout, plain
from briefgen.memo_words import words as words_of

SHELF = at_hand.shelf(None, Path("nowhere"))
CORRECTED = SMALL + (
    "corrections:\n  - {date: 2025-05-08, was: The cap is 14 crowns., now: The cap is 12 crowns., reason: A slip}\n"
)


@pytest.mark.parametrize("audience", SHELF.audiences())
def test_a_correction_comes_first_and_says_what_was_wrong(audience: str) -> None:
    memo = memo_for(read(CORRECTED.encode(), "a.yaml"), audience, SHELF)
    first = memo.blocks[0]

    assert isinstance(first, Callout)
    assert (first.kind, plain(first.title)) == ("warning", "Correction (8 May 2025)")
    assert "An earlier version said: The cap is 14 crowns. It should say: The cap is 12 crowns." in " ".join(
        words_of(memo)
    )
