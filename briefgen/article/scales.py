"""Scales of likelihood: their terms, and the percentages each stands for, by the edition that says so.

The gaps between the bands of the PHIA yardstick are meant and are not closed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.article.values import Scale


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its synonyms, and the band they stand for."""

    names: tuple[str, ...]
    low: int
    """In per cent, as `high`."""
    high: int
    printed: str
    """The band as the scale prints it."""


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """A scale, its terms from the least likely up."""

    name: str
    edition: str
    terms: tuple[Term, ...]


SCALES: Mapping[Scale, Likelihoods] = {
    "icd203": Likelihoods(
        "ICD 203 scale",
        "2015",
        (
            Term(("almost no chance", "remote"), 1, 5, "1–5 %"),
            Term(("very unlikely", "highly improbable"), 5, 20, "5–20 %"),
            Term(("unlikely", "improbable"), 20, 45, "20–45 %"),
            Term(("roughly even chance", "roughly even odds"), 45, 55, "45–55 %"),
            Term(("likely", "probable"), 55, 80, "55–80 %"),
            Term(("very likely", "highly probable"), 80, 95, "80–95 %"),
            Term(("almost certain", "nearly certain"), 95, 99, "95–99 %"),
        ),
    ),
    "phia": Likelihoods(
        "PHIA Probability Yardstick",
        "March 2025",
        (
            Term(("remote chance",), 0, 5, ">0–5 %"),
            Term(("highly unlikely",), 10, 20, "10–20 %"),
            Term(("unlikely",), 25, 35, "25–35 %"),
            Term(("realistic possibility",), 40, 50, "40–<50 %"),
            Term(("likely", "probable"), 55, 75, "55–75 %"),
            Term(("highly likely",), 80, 90, "80–90 %"),
            Term(("almost certain",), 95, 100, "95–<100 %"),
        ),
    ),
    "ipcc": Likelihoods(
        "IPCC likelihood scale",
        "2010",
        (
            Term(("exceptionally unlikely",), 0, 1, "<1 %"),
            Term(("very unlikely",), 0, 10, "<10 %"),
            Term(("unlikely",), 0, 33, "<33 %"),
            Term(("about as likely as not",), 33, 66, "33–66 %"),
            Term(("likely",), 66, 100, ">66 %"),
            Term(("very likely",), 90, 100, ">90 %"),
            Term(("virtually certain",), 99, 100, ">99 %"),
        ),
    ),
    "kent": Likelihoods(
        "Kent scale",
        "1964",
        (
            Term(("almost certainly not",), 2, 12, "7 ± 5 %"),
            Term(("probably not",), 20, 40, "30 ± 10 %"),
            Term(("chances about even",), 40, 60, "50 ± 10 %"),
            Term(("probable",), 63, 87, "75 ± 12 %"),
            Term(("almost certain",), 87, 99, "93 ± 6 %"),
        ),
    ),
}


def term(scale: Scale, name: str) -> Term | None:
    """Find the term that `name` is a spelling of, whatever its capitals."""
    return next((one for one in SCALES[scale].terms if name.lower() in one.names), None)
