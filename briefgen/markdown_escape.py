"""Write a text so that Markdown reads it back as those very characters, wherever in a line it is put.

What could begin, end or join markup is written as a backslash and the character, or as a character reference
(CommonMark 0.31, §2.4 and §2.5).
`|` and the backslash itself are always references, since tables split their rows before they read backslashes.
Words marked with their language (`tongue`) become a span that names it.
"""

import re

from briefgen.tongue import spans

_ANYWHERE = str.maketrans(
    {"\\": "&#92;", "|": "&#124;"} | {character: f"\\{character}" for character in "`*_[]<&{}#!~"}
)
_AT_THE_START = re.compile(r"^(\d*)([-+=:.)>@])")
"""List markers, rules, underlines of headings, quotations at the start of a line; citations at that of a link."""
_WHITE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""White space at which a line may break; other spaces are there to keep words together."""


def escape(text: str) -> str:
    """Escape `text`; each run of white space in it becomes one space, and none is left at its ends."""
    return "".join(_span(*piece) for piece in spans(_WHITE.sub(" ", str(text)).strip()))


def _span(words: str, language: str) -> str:
    escaped = _AT_THE_START.sub(r"\1\\\2", words.translate(_ANYWHERE))
    return f'[{escaped}]{{lang="{language}"}}' if language else escaped
