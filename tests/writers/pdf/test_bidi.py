"""Text that runs from the right is ordered as the Unicode standard says."""

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.writers.pdf import bidi

CONFORMANCE = Path("/usr/share/unicode/BidiCharacterTest.txt")
HEBREW, ARABIC = "אבג", "ابج"

LEVELS = {
    "latin": ("abc", 0, "000"),
    "latin in a paragraph from the right": ("abc.", 1, "2221"),
    "hebrew in a paragraph from the left": (f"a {HEBREW} b", 0, "0011100"),
    "the full stop goes with the paragraph": (f"{HEBREW}.", 0, "1110"),
    "numbers keep their order in hebrew": (f"{HEBREW} 30", 1, "111122"),
    "a number after arabic is an arabic number": (f"{ARABIC} 3-4", 1, "1111212"),
    "a date's dots join its numbers": (f"{HEBREW} 7.3.25", 1, "1111222222"),
    "per cent joins the number": (f"{HEBREW} 3%", 1, "111122"),
    "brackets around latin go with the paragraph": (f"{HEBREW} (US) {HEBREW}", 1, "111112211111"),
    "brackets around both go with the paragraph": (f"a (b {HEBREW}) c", 0, "00000111000"),
    "white space at the end has the paragraph's level": (f"a {HEBREW}  ", 0, "0011100"),
    "a mark goes with its letter": ("אַב", 0, "111"),
    "an isolate is neutral outside": (f"{HEBREW} \u2066a b\u2069 {HEBREW}", 1, "1111122211111"),
    "an override turns letters round": ("a\u202ebc\u202c", 0, "00110"),
}


@pytest.mark.parametrize(("text", "base", "expected"), LEVELS.values(), ids=LEVELS)
def test_levels(text: str, base: int, expected: str) -> None:
    assert "".join(map(str, bidi.levels(text, base))) == expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [([], []), ([0, 0], [0, 1]), ([1, 1], [1, 0]), ([0, 1, 1, 0], [0, 2, 1, 3]), ([1, 2, 2, 1], [3, 1, 2, 0])],
    ids=["nothing", "left", "right", "right in left", "number in right"],
)
def test_visual_order(levels: list[int], expected: list[int]) -> None:
    assert bidi.visual_order(levels) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 0), (HEBREW, 1), ("12 " + ARABIC, 1), ("", 0), (f"\u2067{HEBREW}\u2069 a", 0)],
    ids=["latin", "hebrew", "number first", "nothing", "isolates are passed over"],
)
def test_the_base_is_that_of_the_first_letter(text: str, expected: int) -> None:
    assert bidi.base_level(text) == expected


def test_the_quick_look_finds_every_character_that_runs_from_the_right() -> None:
    missed = [
        f"{code:04X}"
        for code in range(sys.maxunicode + 1)
        if unicodedata.bidirectional(chr(code)) in {"R", "AL", "AN", "RLE", "RLO", "RLI"}
        and bidi.runs_one_way(chr(code))
    ]

    assert missed == []


CHARACTERS = st.sampled_from("ab1 ,.%+(){}[]\u0301אבابج٣\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n")


@settings(max_examples=200, deadline=None)
@given(st.text(CHARACTERS, max_size=40), st.sampled_from([0, 1]))
def test_every_character_has_a_level_and_a_place(text: str, base: int) -> None:
    levels = bidi.levels(text, base)

    assert len(levels) == len(text)
    assert all(level >= base for level in levels)
    assert sorted(bidi.visual_order(levels)) == list(range(len(text)))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8")).filter(bidi.runs_one_way))
def test_text_that_runs_one_way_is_left_as_it_is(text: str) -> None:
    levels = bidi.levels(text, 0)

    assert bidi.visual_order(levels) == list(range(len(text)))


@pytest.mark.slow
@pytest.mark.skipif(not CONFORMANCE.exists(), reason="needs the tests of Unicode: apt-get install unicode-data")
def test_every_line_of_the_conformance_test_of_unicode_passes() -> None:
    lines = (line.partition("#")[0].strip() for line in CONFORMANCE.read_text(encoding="utf-8").splitlines())
    cases = [line for line in lines if line]

    assert len(cases) > 90_000
    assert [case for case in cases if not _passes(case)] == []


def _passes(case: str) -> bool:
    characters, direction, paragraph, wanted, order = case.split(";")
    text = "".join(chr(int(code, 16)) for code in characters.split())
    base = bidi.base_level(text) if direction == "2" else int(direction)
    levels = bidi.levels(text, base)
    shown = [place for place, level in enumerate(wanted.split()) if level != "x"]
    visual = [shown[place] for place in bidi.visual_order([levels[place] for place in shown])]
    return (
        base == int(paragraph)
        and all(level in {"x", str(levels[place])} for place, level in enumerate(wanted.split()))
        and visual == [int(place) for place in order.split()]
    )
