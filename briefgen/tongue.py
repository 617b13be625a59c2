"""Words that know their language where it is not the memo's, on their way from the record into Markdown.

A screen reader, a hyphenator and a font need to know where the language changes, and a template must not care.
So the view gives out such words as `Foreign`: they compare as the text they are, and print with two marks around
them, characters that Unicode keeps for use inside programs (§23.7, noncharacters).
What joins words to sentences works on texts with marks, by the functions here; `markdown_escape` turns the marks into
the span of Markdown.
"""

import re
from typing import Self

_OPEN, _NAMED, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARKED = re.compile(f"{_OPEN}([A-Za-z0-9-]+){_NAMED}([^{_OPEN}{_NAMED}{_CLOSE}]*){_CLOSE}")
_MARK = re.compile(f"{_OPEN}(?:[A-Za-z0-9-]*{_NAMED})?|[{_NAMED}{_CLOSE}]")
_FIRST = re.compile(f"((?:{_OPEN}[A-Za-z0-9-]+{_NAMED})?)(.)", re.DOTALL)
_ENDS = tuple(".!?…。！？؟۔।")
_QUOTED_ENDS = tuple(
    end + mark for end in _ENDS for mark in ("”", '"', "’", "»", " »", "\u00a0»", "\u202f»", "“", "」")
)
_STOPS = {"zh": "。", "ja": "。", "hi": "।", "mr": "।", "ne": "।", "ur": "۔"}


class Foreign(str):
    """A text in another language than the memo's: prints with its language, and is the text in every other way."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        """Take a text as it stands in the record, and its language (BCP 47)."""
        made = super().__new__(cls, _MARK.sub("", text))
        made.language = language
        return made

    def __str__(self) -> str:
        text = str.__str__(self)
        return f"{_OPEN}{self.language}{_NAMED}{text}{_CLOSE}" if text else ""

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)


def bare(text: str) -> str:
    """Give a text without the marks of its languages."""
    return _MARK.sub("", str.__str__(text))


def spans(text: str) -> tuple[tuple[str, str], ...]:
    """Cut a text with marks into pieces with their language, which is empty for the memo's own."""
    if not _MARK.search(text):
        return ((text, ""),) if text else ()
    pieces, end = [], 0
    for found in _MARKED.finditer(text):
        pieces += [(bare(text[end : found.start()]), ""), (found[2], found[1])]
        end = found.end()
    return tuple(piece for piece in (*pieces, (bare(text[end:]), "")) if piece[0])


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return _FIRST.sub(lambda found: found[1] + found[2].upper(), str(text).strip(), count=1)


def ended(text: str) -> str:
    """End a text with a full stop where it has no end."""
    inside, close = _open(str(text).strip())
    if not bare(inside) or bare(inside).endswith((*_ENDS, *_QUOTED_ENDS, ":")):
        return inside + close
    language = spans(inside + close)[-1][1]
    return f"{inside}{_STOPS.get(language.partition('-')[0].lower(), '.')}{close}"


def closed(text: str) -> str:
    """End a sentence of ours whose last words may be in another language, with a full stop that is not theirs."""
    inside, close = _open(str(text).strip())
    return f"{inside}{close}." if close and len(spans(inside + close)) > 1 else ended(text)


def unended(text: str) -> str:
    """Take off the full stop of a text that something is to follow."""
    inside, close = _open(str(text).strip())
    return f"{inside.rstrip('.')}{close}"


def sentence(text: str) -> str:
    """End a text with a full stop where it has no end, and begin it with a capital."""
    return ended(capital(text))


def _open(text: str) -> tuple[str, str]:
    """Part a text from the mark at its end."""
    return (text[:-1], _CLOSE) if text.endswith(_CLOSE) else (text, "")
