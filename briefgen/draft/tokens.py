"""Cut a passage into words and marks that know their place."""

import re

from briefgen.draft.text import Span
from briefgen.values import dataclass

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Adm|Rev|Hon|St|Jr|Sr|No)\."
    r"|[A-Z]\.(?=\s[A-Z])"
    r"|[$€£¥]?\d+(?:[.,:]\d+)*(?:[-–][^\W_]+)*[^\W_]*%?"
    r"|[^\W_]+(?:[-'’][^\W_]+)*"
    r"|\S"
)
_PREFIXED = re.compile(r"(?:al|el|an|ash|bin|d|l|de)[-'’][A-Z]")
_POSSESSIVE = re.compile(r"['’]s\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark."""

    text: str
    span: Span
    low: str
    """In small letters, with straight apostrophes; *US* and *WHO* keep their capitals, and are no *us* and *who*."""
    quoted: bool = False
    """Whether it stands within quotation marks."""

    @property
    def is_word(self) -> bool:
        """Whether it is no punctuation mark."""
        return self.text[0].isalnum() or self.low in {"'s", "'"}

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper() or bool(_PREFIXED.match(self.text))


def tokens(text: str, span: Span, quotes: tuple[Span, ...] = ()) -> tuple[Token, ...]:
    """Cut `span` of `text`; a genitive ending is a token of its own."""
    found = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        ending = _POSSESSIVE.search(match[0])
        cut = match.start() + ending.start() if ending and ending.start() else match.end()
        for part in (Span(match.start(), cut), Span(cut, match.end())):
            if part.start < part.end:
                quoted = any(quote.holds(part) for quote in quotes)
                word = part.of(text)
                is_initials = len(word) > 1 and word.isalpha() and word.isupper()
                low = word if is_initials else word.lower().replace("’", "'")
                found.append(Token(word, part, low, quoted))
    return tuple(found)
