"""Sentences and quotations in prose."""

import re
from functools import lru_cache

_QUOTATIONS = re.compile(
    r"“([^“”]*)”|„([^“”„]*)“|«([^«»]*)»|\"([^\"]*)\""
    r"|(?<!\w)‘((?:[^‘’]|’(?=\w))*)’(?!\w)"
    r"|(?<!\w)'((?:[^']|'(?=\w)){0,1000})'(?!\w)"  # one mark opens and closes: without a limit each would look far
)
_TITLES = "Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Adm|Lt|Sen|Rep|Gov"
_SHORT = rf"\b(?:{_TITLES}|No|Nos|Art|para|paras|vs|cf|approx|Inc|Ltd|e\.g|i\.e|a\.m|p\.m)\.$"
_LONGEST_SHORT = 10
"""Characters of the longest abbreviation, and what stands before it."""
_ENDS_SHORT = re.compile(rf"{_SHORT}|(?:^|[\s.(])[A-Z]\.$")
_WORD = re.compile(r"[^\W_](?:[\w’'.,-]*\w)?")
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s+[\"'“‘«(\[]*[A-Z0-9À-ÞА-Я]|\s*$)|\n\s*\n")


@lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[str, ...]:
    """Cut `text` into its sentences."""
    found, start = [], 0
    for end in _END.finditer(text):
        if _ENDS_SHORT.search(text, max(start, end.end() - _LONGEST_SHORT), end.end()) and end.end() < len(text):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


@lru_cache(maxsize=2048)
def quotations(text: str) -> tuple[str, ...]:
    """List the words that stand in quotation marks."""
    return tuple(next(part for part in found.groups() if part is not None) for found in _QUOTATIONS.finditer(text))


@lru_cache(maxsize=2048)
def outside_quotations(text: str) -> str:
    """Blank what stands in quotation marks; every other character keeps its place."""
    return _QUOTATIONS.sub(lambda found: " " * len(found[0]), text)


@lru_cache(maxsize=2048)
def word_count(text: str) -> int:
    """Count the words of `text`."""
    return len(_WORD.findall(text))
