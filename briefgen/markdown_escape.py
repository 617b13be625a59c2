"""Write a text so that Markdown reads it back as those very characters, wherever in a line it is put.

What could begin, end or join markup is written as a backslash and the character, or as a character reference
(CommonMark 0.31, §2.4 and §2.5).
`|` and the backslash itself are always references, since tables split their rows before they read backslashes.
"""

import re

_ANYWHERE = str.maketrans(
    {"\\": "&#92;", "|": "&#124;"} | {character: f"\\{character}" for character in "`*_[]<&{}#!~"}
)
_AT_THE_START = re.compile(r"^(\d*)([-+=:.)>@])")
"""List markers, rules, underlines of headings, quotations at the start of a line; citations at that of a link."""


def escape(text: str) -> str:
    """Escape `text`; each run of white space in it becomes one space, and none is left at its ends."""
    return _AT_THE_START.sub(r"\1\\\2", " ".join(text.split()).translate(_ANYWHERE))
