"""Fold a text so that two writings of the same words become equal, and keep the way back to the original.

Folded away are kinds of quotation marks, dashes, hyphens and spaces, soft hyphens and other invisible characters,
ligatures, the ways to write an ellipsis, and whether accents are composed.
Words, capitals, digits and all other punctuation stay.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefgen.values import dataclass

_QUOTES = '"`´“”„‟‘’‚‛«»‹›′″＂＇\u1fef\u1ffd'
_HYPHENS = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
_SHORT = f"-{_HYPHENS}"
_DASHES = f"{_SHORT}–—―"
_INVISIBLE = "\u200b-\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069"
_SPECIAL = re.compile(
    rf"(?P<gone>\u00ad(?:[^\S\n]*\n\s*)?|[{_INVISIBLE}])"
    rf"|(?P<dash>\s*[{_DASHES}](?:\s*[{_DASHES}])+\s*|\s*[–—―]\s*|\s+[{_SHORT}]\s+)"
    r"|(?P<broken>(?<=\w)-[^\S\n]*\n\s*(?=\w))"
    r"|(?P<space>[^\S ]\s*| \s+)"
    rf"|(?P<quote>[{_QUOTES}])"
    rf"|(?P<hyphen>[{_HYPHENS}])"
    r"|(?P<ellipsis>…|\.(?: ?\.){2,3})"
    "|(?P<ligature>[\ufb00-\ufb06])"
)
_ALIKE = str.maketrans(dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_HYPHENS, "-"))
_RARE = re.compile(rf"[\u00ad{_INVISIBLE}–—―…\ufb00-\ufb06]|[^\S ]| [ -]|-[ -]|\. ?\.")
"""Quicker to try: once quotation marks and hyphens are alike, texts without one of these are folded."""
_EDGE = re.compile(rf"[{_DASHES}\u00ad{_INVISIBLE}]")
"""With one of these at its end or beginning a line is folded together with the next."""
_LONGEST = 2_000
"""Characters of a text that is remembered folded: a paragraph is asked for often, a whole memo but once."""
_PLAIN = {"gone": "", "dash": "-", "space": " ", "quote": "'", "hyphen": "-", "ellipsis": "..."}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that knows where each of its characters comes from."""

    original: str
    text: str
    starts: tuple[int, ...]
    """For each folded character: where in the original its first character stands."""
    ends: tuple[int, ...]
    """For each folded character: the first character of the original after it."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the part of the original that `text[start:end]` comes from, without what was folded away around it."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str, *, joined: bool = False) -> Folded:
    """Fold `text`; with `joined`, words that were broken at a line end become whole again."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _pieces(text, joined=joined):
        pieces.append(piece)
        if piece == text[start:end]:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
    return Folded(text, "".join(pieces), tuple(starts), tuple(ends))


def folded(text: str) -> str:
    """Fold a text whose places do not matter, and take off the spaces around it."""
    return _remembered(text) if len(text) <= _LONGEST else _folded(text)


def folded_lines(lines: Iterable[str]) -> str:
    """Fold lines as the one text that they make; most can be folded one by one, as others have done before."""
    return " ".join(filter(None, map(folded, _together(lines))))


def _together(lines: Iterable[str]) -> Iterator[str]:
    """Join lines between which folding may change more than the white space."""
    together: list[str] = []
    is_open = True
    for line in lines:
        words = line.strip()
        if words and not is_open and not _EDGE.match(words):
            yield "\n".join(together)
            together.clear()
        together.append(line)
        is_open = _EDGE.match(words, len(words) - 1) is not None if words else is_open
    yield "\n".join(together)


def _folded(text: str) -> str:
    alike = unicodedata.normalize("NFC", text).translate(_ALIKE)
    if _RARE.search(alike):
        alike = _SPECIAL.sub(lambda found: _replaced(found, joined=False), alike)
    return alike.strip()


_remembered = lru_cache(maxsize=2048)(_folded)


def _pieces(text: str, *, joined: bool) -> Iterator[tuple[str, int, int]]:
    """Cut `text` into pieces of its folded form, each with its place in the original."""
    done = 0
    for found in _SPECIAL.finditer(text):
        yield from _composed(text, done, found.start())
        yield _replaced(found, joined=joined), *found.span()
        done = found.end()
    yield from _composed(text, done, len(text))


def _replaced(found: re.Match[str], *, joined: bool) -> str:
    match found.lastgroup:
        case "broken":
            return "" if joined else "- "
        case "ligature":
            return unicodedata.normalize("NFKC", found[0])
        case name:
            return _PLAIN[name or ""]


def _composed(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Compose accents, one letter with its marks after the other."""
    run = text[start:end]
    if not run:
        return
    if unicodedata.is_normalized("NFC", run):
        yield run, start, end
        return
    begin = start
    for place in range(start + 1, end + 1):
        if place == end or not _belongs(text[begin:place], text[place]):
            yield unicodedata.normalize("NFC", text[begin:place]), begin, place
            begin = place


def _belongs(letter: str, following: str) -> bool:
    """Tell whether a character composes with, or is reordered among, those before it."""
    if unicodedata.combining(following):
        return True
    apart = unicodedata.normalize("NFC", letter) + unicodedata.normalize("NFC", following)
    return unicodedata.normalize("NFC", letter + following) != apart
