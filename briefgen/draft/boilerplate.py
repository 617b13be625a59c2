"""Tell what is no part of the article: links, adverts, credits, captions; `words/boilerplate.txt` lists the signs."""

import re
from functools import cache

from briefgen.draft.lexicon import lines

_START = r"^[\W_]*"
_SHOUTED = re.compile(r"^[^a-z]{12,}$")
_FEWEST = 8
"""Letters of a line that shouts, and is not a time or a score."""
_LONG = 320
"""A longer paragraph is no such line, whatever words it begins with."""


def reason_to_leave_out(paragraph: str, *, opens: bool) -> str:
    """Say what the paragraph is, if it is no part of the article; empty if it is.

    `opens` says that it stands before the article's first sentence, where a headline may be in capitals.
    """
    if len(paragraph) > _LONG:
        return ""
    reason = next((reason for reason, pattern in _signs() if pattern.search(paragraph)), "")
    if reason or opens:
        return reason
    shouts = _SHOUTED.match(paragraph) and sum(map(str.isalpha, paragraph)) >= _FEWEST
    return "link in capitals" if shouts else ""


@cache
def _signs() -> tuple[tuple[str, re.Pattern[str]], ...]:
    parts = (line.split(": ", 1) for line in lines("boilerplate.txt"))
    return tuple((reason, re.compile(pattern.replace("{START}", _START))) for reason, pattern in parts)
