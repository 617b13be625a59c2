"""The words by which a sentence is known as a demand, a response or an outlook; `words/cues.txt` lists them."""

import re
from functools import cache
from typing import Literal, cast

from briefgen.draft.lexicon import lines
from briefgen.draft.verbs import BASES, forms
from briefgen.values import dataclass

Label = Literal["demand", "response", "outlook"]
Sort = Literal["v", "n", "s", "t"]

_WHO = r"(?:(?!(?:they|he|she|it(?! to)|that|we|i|said|says|had|was|were|would)\b)[\w’'.,-]+ ){1,9}?"
_TIME = (
    r"(?:(?:at|on|by|this|next|until|before|from|in|later|after|over|within) (?:\w+ ){0,3}?"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.|week\w*|month|months|year|years"
    r"|days?|hours?|decade|spring|summer|autumn|fall|winter|christmas|easter|morning|afternoon|evening|noon|tomorrow"
    r"|tonight|20[2-9]\d|the end of|\d+(?:am|pm)|recess)|tomorrow\b|tonight\b)"
)
TIME = re.compile(_TIME)
"""A time to come, in small letters."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern and what it says."""

    label: Label
    value: str
    """A stance, an action, or a kind of outlook."""
    sort: Sort
    """How it is tried, as `words/cues.txt` explains."""
    pattern: re.Pattern[str]


@cache
def cues() -> tuple[Cue, ...]:
    """Compile all cues, in the order in which they are tried."""
    return tuple(_cue(line) for line in lines("cues.txt"))


def _cue(line: str) -> Cue:
    label, value, sort, pattern = line.split(" ", 3)
    return Cue(cast("Label", label), value, cast("Sort", sort), re.compile(_written_out(pattern)))


def _written_out(pattern: str) -> str:
    """Write out `<urge|beg>` as all forms of the verbs, and the names in braces."""

    def all_forms(match: re.Match[str]) -> str:
        everything = sorted(form for base in match[1].split("|") for form in forms(base))
        return rf"\b(?:{'|'.join(map(re.escape, everything))})\b"

    for name, meaning in (("{WHO}", _WHO), ("{TIME}", _TIME), ("{BASE}", "|".join(sorted(BASES)))):
        pattern = pattern.replace(name, meaning)
    return re.sub(r"(?<!\?)<([a-z |]+)>", all_forms, pattern)
