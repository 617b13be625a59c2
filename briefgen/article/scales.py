"""Scales of likelihood and the Admiralty grades, as they were published.

The same word stands for different ranges: *likely* is 55 to 80 per cent in ICD 203, 55 to 75 in PHIA's yardstick and
more than 66 for the IPCC, which is why a memo names its scale.
Gaps between bands are part of a scale and stay open.
"""

import re
from types import MappingProxyType

from briefgen.article.values import Scale as ScaleName
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One band of a scale, and the words for it."""

    words: tuple[str, ...]
    """As the scale spells them, the first one being printed on a scale strip; then other forms of the same words."""
    low: float
    """In per cent."""
    high: float
    written: str
    """The range as the scale writes it."""
    row: int = 1
    """ICD 203 has two rows of words, which must not be mixed."""

    @property
    def name(self) -> str:
        """The words of the band."""
        return self.words[0]

    @property
    def printed(self) -> str:
        """The range for a cell or a sentence: without signs of approximation and leading zeros."""
        return re.sub(r"\b0(?=\d)", "", self.written.replace("≈", "").replace(" – ", "–"))


@dataclass(frozen=True, slots=True)
class Scale:
    """A published table of words for likelihood."""

    name: ScaleName
    title: str
    edition: str
    terms: tuple[Term, ...]
    """From the least to the most likely, row by row."""
    names: tuple[str, ...] = ()
    """What texts call it."""

    def term(self, words: str) -> Term | None:
        """Find the band that `words` stand for."""
        sought = " ".join(words.lower().split())
        return next((term for term in self.terms if sought in term.words), None)


def scale(name: ScaleName) -> Scale:
    """Give one of the scales."""
    return SCALES[name]


def _term(words: str, low: float, high: float, written: str, row: int = 1) -> Term:
    return Term(tuple(words.split("|")), low, high, written, row)


def _icd203() -> tuple[Term, ...]:
    """Pair the bands, which touch at their ends and never reach 0 or 100, with the words of both rows."""
    bands = ((1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99))
    first = (
        "almost no chance",
        "very unlikely",
        "unlikely",
        "roughly even chance",
        "likely",
        "very likely",
        "almost certain|almost certainly",
    )
    second = (
        "remote",
        "highly improbable|highly improbably",
        "improbable|improbably",
        "roughly even odds",
        "probable|probably",
        "highly probable|highly probably",
        "nearly certain|nearly certainly",
    )
    return tuple(
        _term(words, low, high, f"{low:02}–{high:02} %", row)
        for row, names in enumerate((first, second), start=1)
        for words, (low, high) in zip(names, bands, strict=True)
    )


_PHIA = (
    _term("remote chance", 0, 5, ">0 – ≈5 %"),
    _term("highly unlikely", 10, 20, "≈10 – ≈20 %"),
    _term("unlikely", 25, 35, "≈25 – ≈35 %"),
    _term("realistic possibility", 40, 50, "≈40 – <50 %"),
    _term("likely|probable|probably", 55, 75, "≈55 – ≈75 %"),
    _term("highly likely", 80, 90, "≈80 – ≈90 %"),
    _term("almost certain|almost certainly", 95, 100, "≈95 – <100 %"),
)
_IPCC = (
    _term("exceptionally unlikely", 0, 1, "<1 %"),
    _term("very unlikely", 0, 10, "<10 %"),
    _term("unlikely", 0, 33, "<33 %"),
    _term("about as likely as not", 33, 66, "33–66 %"),
    _term("likely", 66, 100, ">66 %"),
    _term("very likely", 90, 100, ">90 %"),
    _term("virtually certain|virtually certainly", 99, 100, ">99 %"),
)
_KENT = (
    _term("almost certainly not", 2, 12, "7 ± 5 %"),
    _term("probably not", 20, 40, "30 ± 10 %"),
    _term("chances about even", 40, 60, "50 ± 10 %"),
    _term("probable|probably", 63, 87, "75 ± 12 %"),
    _term("almost certain|almost certainly", 87, 99, "93 ± 6 %"),
)

SCALES = MappingProxyType[ScaleName, Scale](
    {
        "icd203": Scale("icd203", "ICD 203 scale", "2015", _icd203(), ("ICD 203",)),
        "phia": Scale("phia", "PHIA Probability Yardstick", "March 2025", _PHIA, ("PHIA", "Probability Yardstick")),
        "ipcc": Scale("ipcc", "IPCC likelihood scale", "2010", _IPCC, ("IPCC",)),
        "kent": Scale("kent", "Kent scale", "1964", _KENT, ("Kent",)),
    }
)

RELIABILITY = MappingProxyType(
    {
        "A": "completely reliable",
        "B": "usually reliable",
        "C": "fairly reliable",
        "D": "not usually reliable",
        "E": "unreliable",
        "F": "reliability cannot be judged",
    }
)
"""Admiralty grades of a source; a source nobody rated has none, which is not F."""

CREDIBILITY = MappingProxyType(
    {
        1: "confirmed by other sources",
        2: "probably true",
        3: "possibly true",
        4: "doubtful",
        5: "improbable",
        6: "truth cannot be judged",
    }
)
"""Admiralty grades of what is said; what nobody rated has none, which is not 6."""
