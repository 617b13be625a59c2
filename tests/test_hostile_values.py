"""Whatever characters a record holds, they come out as those very characters: in every field, audience and format."""

import json
from functools import cache

import pytest
from support.articles import HOSTILE
from support.reading import READERS, closed_up
from support.whole_way import memo_for
from support.wording import with_texts

from briefgen import files, resources
from briefgen.article.example import full_record
from briefgen.article.read import read
from briefgen.memo import Memo
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS, text

HARMLESS = "Harmless."
"""Ends as the hostile words do: some sentences go on where a full stop would stand."""
SHELF = Shelf({name: Sheet(path, body) for name, path, body in files.read_texts(resources.templates_folder())})
AUDIENCES = SHELF.audiences()


@cache
def memo_with(words: str, audience: str) -> Memo:
    """Make the memo of a record in which every text field holds `words` and a number of its own."""
    numbers: dict[str, int] = {}
    record = full_record(lambda path: f"N{numbers.setdefault(path, len(numbers))} {words}", AUDIENCES)
    return memo_for(read(json.dumps(record).encode(), "full.json"), audience, SHELF, unchecked=True)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_value_changes_the_structure_of_a_memo(audience: str) -> None:
    expected = with_texts(memo_with(HARMLESS, audience), lambda words: words.replace(HARMLESS[:-1], HOSTILE[:-1]))

    assert memo_with(HOSTILE, audience) == expected


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_format_shows_the_very_characters(audience: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "WIDTH", 100_000)  # in narrow columns the lines of neighbouring cells alternate

    hostile, harmless = (
        READERS[kind](WRITERS[kind].write(memo_with(words, audience), DEFAULT)) for words in (HOSTILE, HARMLESS)
    )

    before, after = (words[:-1].casefold() if kind == "txt" else words[:-1] for words in (HARMLESS, HOSTILE))
    assert harmless.count(before) > 8
    assert closed_up(hostile) == closed_up(harmless).replace(before, closed_up(after))


def test_every_format_can_be_read_back() -> None:
    assert set(WRITERS) <= set(READERS)
