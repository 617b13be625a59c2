"""The stored text of an article, and places in it counted in code points."""

import re
import unicodedata

from briefgen.values import dataclass

MOST_CHARACTERS = 200_000
"""About seventy pages; a longer text is no article."""

_SPACES = re.compile(r"[^\S\n]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage of a text: from `start` up to, and without, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut the passage out of its text."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Tell whether `other` lies within this passage."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether the two passages share a character."""
        return self.start < other.end and other.start < self.end


def canonical(text: str) -> str:
    """Give `text` in Unicode's composed form, with plain spaces and line ends and without unseen characters.

    Quotation marks and dashes stay as they are: they are the source's.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n"))
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


def trimmed(text: str, span: Span) -> Span:
    """Give `span` without the blanks at its ends."""
    passage = span.of(text)
    start = span.start + len(passage) - len(passage.lstrip())
    return Span(start, max(start, span.end - (len(passage) - len(passage.rstrip()))))
