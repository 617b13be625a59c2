"""What a Word template prints: the plain characters of a value, and the words of what filters make."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from briefgen.errors import WriteError
from briefgen.markdown import parse
from briefgen.memo import Meta
from briefgen.memo_words import words
from briefgen.templates.printing import printed
from briefgen.tongue import bare

_CITED = re.compile(r"(?<!\\)\[@([^\]\s]+)\]")
_WHITE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""White space at which a line may break, as in Markdown; a value never begins a paragraph of its own."""
_REFUSED = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
_SPELLED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}
    | {character: f"&#{ord(character)};" for character in "{}%"}
)
"""Braces too: docxtpl rewrites `{_{` after a template was filled, and a value must not look like that."""
_NOWHERE = Meta("", "en", "")


def plainly(numbers: Mapping[str, int]) -> Callable[[object], Any]:
    """Print values as their characters; `numbers` are those of the sources that are cited."""

    def prints(value: object) -> Any:  # noqa: ANN401 - Jinja2's
        return value if isinstance(value, Undefined) else Markup(characters(value, numbers))  # noqa: S704 - no markup is read from it

    return prints


def as_xml(numbers: Mapping[str, int]) -> Callable[[object], Any]:
    """Print values as XML in which none of their characters is markup."""

    def prints(value: object) -> Any:  # noqa: ANN401 - Jinja2's
        return value if isinstance(value, Undefined) else Markup(characters(value, numbers).translate(_SPELLED))  # noqa: S704 - escaped

    return prints


def characters(value: object, numbers: Mapping[str, int]) -> str:
    """Give the characters of a value; `WriteError` for those that XML 1.0 cannot hold."""
    text = _read(_numbered(value, numbers)) if isinstance(value, Markup) else bare(printed(value))
    refused = _REFUSED.search(text)
    if refused:
        message = f"character U+{ord(refused[0]):04X} cannot stand in a Word file"
        raise WriteError.of("DOCX01", message, hint="take it out of the record")
    return _WHITE.sub(" ", text)


def _numbered(markdown: str, numbers: Mapping[str, int]) -> str:
    return _CITED.sub(lambda found: f"\\[{numbers[found[1]]}\\]" if found[1] in numbers else "", str(markdown))


@lru_cache(maxsize=1024)
def _read(markdown: str) -> str:
    """Give the words of a piece of Markdown, and the spaces around it."""
    inside = markdown.strip()
    memo = parse(f"# .\n\n{inside}\n", file="a value", meta=_NOWHERE)
    before, after = markdown[:1].isspace(), markdown[-1:].isspace()
    return f"{' ' * before}{' '.join(words(memo)[1:])}{' ' * after}" if inside else " " * before
