"""Words of likelihood and of confidence in prose."""

import re
from functools import lru_cache

from briefgen.article.outlook import Likelihood
from briefgen.article.scales import SCALES, Scale, Term, scale
from briefgen.checks.phrases import Phrases
from briefgen.checks.sentences import outside_quotations
from briefgen.values import dataclass

_OFTEN_PLAIN = {"remote"}
"""Terms of a scale that are everyday words too: looked for in judgements only."""
_ALL = sorted({words for one in SCALES.values() for term in one.terms for words in term.words}, key=len, reverse=True)
_TERMS = Phrases(rf"\b(?:{'|'.join(map(re.escape, _ALL))})\b")
_PLAIN = Phrases(rf"\b(?:{'|'.join(re.escape(words) for words in _ALL if words not in _OFTEN_PLAIN)})\b")
CONFIDENCE = Phrases(
    r"\b(?:high|moderate|medium|low)(?:\W+(?:analytical|analytic|overall))?\W+confidence\b"
    r"|\bconfidence\b[^.;:]{0,40}?\b(?:is|as|at|of|remains|stays)\W+(?:very |fairly )?(?:high|moderate|medium|low)\b"
    r"|\b(?:highly|moderately|fairly|very) confident\b"
)


@dataclass(frozen=True, slots=True)
class Used:
    """A term of likelihood in a text."""

    words: str
    start: int


@lru_cache(maxsize=2048)
def likelihoods(text: str, *, judged: bool = False) -> tuple[Used, ...]:
    """Find the terms of all scales outside quotations, the longest at each place; `judged` takes everyday words too."""
    pattern = _TERMS if judged else _PLAIN
    return tuple(Used(found[0], found.start()) for found in pattern.finditer(outside_quotations(text)))


def band(likelihood: Likelihood) -> Term | None:
    """Give the band that a likelihood names, or nothing where its scale has no such term."""
    return scale(likelihood.scale).term(likelihood.term)


def belongs(words: str, to: Scale, row: int) -> bool:
    """Tell whether a scale, and of ICD 203 the row, has the term."""
    return any(words.lower() in term.words and term.row == row for term in to.terms)
