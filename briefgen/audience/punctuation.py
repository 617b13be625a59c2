"""What stands between words, as the memo's language writes it: `Paris :` and « mots » in French, `،` in Arabic."""

from collections.abc import Iterable
from functools import reduce
from typing import Literal

from markupsafe import Markup

from briefgen.audience.words import Words
from briefgen.markdown_escape import escape


def commas(parts: Iterable[object], words: Words) -> str:
    """Join what there is of `parts` with commas."""
    return _joined(parts, "comma", words)


def semicolons(parts: Iterable[object], words: Words) -> str:
    """Join what there is of `parts` with semicolons."""
    return _joined(parts, "semicolon", words)


def bracketed(text: object, remarks: Iterable[object], words: Words) -> str:
    """Put what there is of `remarks` in brackets after `text`."""
    said = semicolons(remarks, words)
    return words.say("punctuation.brackets", text=text, remarks=said) if said else _text(text)


def label(text: object, words: Words) -> str:
    """Put a colon after a text that says what follows."""
    return words.say("punctuation.label", text=text)


def quoted(text: object, words: Words) -> str:
    """Put a text in quotation marks."""
    return words.say("punctuation.quoted", text=text)


def strong(text: object) -> Markup:
    """Print a text in bold."""
    return Markup(f"**{text if isinstance(text, Markup) else escape(str(text))}**")  # noqa: S704 - escaped


def _joined(parts: Iterable[object], mark: Literal["comma", "semicolon"], words: Words) -> str:
    said = [_text(part) for part in parts if part is not None and _text(part)]
    return reduce(lambda first, then: words.say(f"punctuation.{mark}", first=first, then=then), said) if said else ""


def _text(part: object) -> str:
    return part if isinstance(part, Markup) else str(part)
