"""Proper names in prose, guessed by their capitals."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from briefgen.article.folded import folded
from briefgen.checks.dated import MONTHS, WEEKDAYS, blanked, dates_in
from briefgen.checks.sentences import outside_quotations, sentences
from briefgen.values import dataclass

_WORD = r"(?:Mc|Mac|O['’]|al-|d['’])?[A-ZÀ-ÖØ-ÞА-Я][\w’'-]*[\w]|[A-Z]\."
_JOIN = r"(?:\s+(?:of|de|la|van|von|der|den|al|bin|and the)(?=\s+[A-Z]))?"
_NAME = re.compile(rf"\b(?:{_WORD})(?:{_JOIN}\s+(?:{_WORD}))*")
_PLAIN = {*MONTHS, *WEEKDAYS, "I", "Article", "Annex", "Chapter", "Section", "Table", "Figure", "Part"}
_TITLES = re.compile(
    r"^(?:The|A|An|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|President|Prime|Minister|Foreign|Secretary|General|Admiral|Mayor|"
    r"Chancellor|King|Queen|Prince|Senator|Governor|Defence|Finance|Chief|Ambassador|Commissioner)\.?\s+"
)


_SHORT = 500
"""Characters of a text whose stems are remembered: paragraphs come again for each statement, stored texts do not."""


@dataclass(frozen=True, slots=True)
class Proper:
    """A guess at a proper name."""

    words: str


@lru_cache(maxsize=2048)
def names_in(text: str) -> tuple[Proper, ...]:
    """Find runs of capitalised words outside quotations; a lone one at the beginning of a sentence is none."""
    found: dict[str, Proper] = {}
    for sentence in sentences(outside_quotations(text)):
        plain = blanked(sentence, ((one.start, one.end) for one in dates_in(sentence)))
        for one in _NAME.finditer(plain):
            is_first = not plain[: one.start()].strip(" \"'“‘(–—-")
            words = one[0].removesuffix("'s").removesuffix("’s")
            if is_first:
                words = _without_first(words)
            if words and words not in _PLAIN:
                found[words] = Proper(words)
    return tuple(found.values())


def _without_first(words: str) -> str:
    """Leave out the word that begins a sentence, whose capital tells nothing, and small words after it."""
    rest = words.split()[1:]
    while rest and rest[0].islower():
        rest = rest[1:]
    return " ".join(rest)


def stems(texts: Iterable[str]) -> frozenset[str]:
    """Give the words of `texts` by their first letters, so that Russian is found in Russia."""
    together = "\n".join(map(folded, texts))
    return _known_stems(together) if len(together) <= _SHORT else _stems(together)


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, set(re.findall(r"[^\W\d_]{2,}", text))))


_known_stems = lru_cache(maxsize=512)(_stems)


def unknown_part(name: Proper, known: Collection[str]) -> str:
    """Give the first word of a name that is not among the `known` stems; titles and small words do not count."""
    bare = name.words
    while _TITLES.match(bare):
        bare = _TITLES.sub("", bare)
    words = re.findall(r"[^\W\d_]{2,}", bare)
    return next((word for word in words if word[0].isupper() and _stem(word) not in known), "")


def _stem(word: str) -> str:
    return word.lower()[:5] if len(word) > 5 else word.lower().removesuffix("s")  # noqa: PLR2004 - a stem, roughly
