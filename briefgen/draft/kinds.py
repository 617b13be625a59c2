"""Guess what kind of article it is by the words it uses, so that the headings fit."""

import re
from typing import cast

from briefgen.article.values import ArticleKind
from briefgen.draft.lexicon import lines

_LEAST = 12
"""Weight below which no kind stands out."""
_SHOWN = 4


def kind_of(title: str, body: str) -> tuple[ArticleKind, tuple[str, ...]]:
    """Give the kind, and the words that speak for it; `generic` where none stands out.

    A word counts more when it is new, and most in the headline.
    """
    scored: list[tuple[int, str, tuple[str, ...]]] = []
    for line in lines("kinds.txt"):
        kind, _, words = line.partition(": ")
        pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        found = [match.lower() for match in pattern.findall(body)]
        weight = len(found) + 3 * len(set(found)) + 6 * len(pattern.findall(title))
        scored.append((weight, kind, tuple(dict.fromkeys(found))[:_SHOWN]))
    weight, kind, seen = max(scored, key=lambda item: item[0])
    return (cast("ArticleKind", kind), seen) if weight >= _LEAST else ("generic", ())
