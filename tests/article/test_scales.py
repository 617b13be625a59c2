"""Scales of likelihood are kept as they were published, gaps included."""

from itertools import pairwise

import pytest

from briefgen.article.scales import CREDIBILITY, RELIABILITY, SCALES, scale
from briefgen.article.values import Scale

BANDS = {
    "icd203": "01–05 % almost no chance, 05–20 % very unlikely, 20–45 % unlikely, 45–55 % roughly even chance, "
    "55–80 % likely, 80–95 % very likely, 95–99 % almost certain, "
    "01–05 % remote, 05–20 % highly improbable, 20–45 % improbable, 45–55 % roughly even odds, "
    "55–80 % probable, 80–95 % highly probable, 95–99 % nearly certain",
    "phia": ">0 – ≈5 % remote chance, ≈10 – ≈20 % highly unlikely, ≈25 – ≈35 % unlikely, "
    "≈40 – <50 % realistic possibility, ≈55 – ≈75 % likely, ≈80 – ≈90 % highly likely, ≈95 – <100 % almost certain",
    "ipcc": "<1 % exceptionally unlikely, <10 % very unlikely, <33 % unlikely, 33–66 % about as likely as not, "
    ">66 % likely, >90 % very likely, >99 % virtually certain",
    "kent": "7 ± 5 % almost certainly not, 30 ± 10 % probably not, 50 ± 10 % chances about even, "
    "75 ± 12 % probable, 93 ± 6 % almost certain",
}


@pytest.mark.parametrize("name", BANDS)
def test_the_bands_are_those_published(name: Scale) -> None:
    assert ", ".join(f"{term.written} {term.name}" for term in scale(name).terms) == BANDS[name]


@pytest.mark.parametrize("name", SCALES)
def test_no_band_is_empty_or_ends_outside_0_to_100(name: Scale) -> None:
    assert all(0 <= term.low < term.high <= 100 for term in scale(name).terms)


def test_the_gaps_of_the_yardstick_stay_open() -> None:
    terms = scale("phia").terms

    assert [(left.high, right.low) for left, right in pairwise(terms)] == [
        (5, 10),
        (20, 25),
        (35, 40),
        (50, 55),
        (75, 80),
        (90, 95),
    ]


def test_likely_depends_on_the_scale() -> None:
    found = {name: one.term("Likely") for name, one in SCALES.items()}

    assert {name: term and (term.low, term.high) for name, term in found.items()} == {
        "icd203": (55, 80),
        "phia": (55, 75),
        "ipcc": (66, 100),
        "kent": None,
    }


@pytest.mark.parametrize(
    ("name", "words", "printed"),
    [("phia", "remote chance", ">0–5 %"), ("phia", "almost certain", "95–<100 %"), ("icd203", "remote", "1–5 %")],
)
def test_ranges_are_printed_short_where_there_is_little_room(name: Scale, words: str, printed: str) -> None:
    found = scale(name).term(words)

    assert found is not None
    assert found.printed == printed


def test_the_admiralty_grades_have_no_letter_g() -> None:
    assert ("".join(RELIABILITY), list(CREDIBILITY)) == ("ABCDEF", [1, 2, 3, 4, 5, 6])
