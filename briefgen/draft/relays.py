"""Find reports of others that the article passes on without our having read them."""

import re
from functools import cache

from briefgen.draft.lexicon import lines


def relays(body: str, outlet: str) -> tuple[str, ...]:
    """Name the outlets whose reports `body` passes on, without `outlet` itself."""
    found: dict[str, int] = {}
    for pattern in _patterns():
        for match in pattern.finditer(body):
            name = match["name"].removeprefix("The ")
            if name.casefold() not in outlet.casefold():
                found.setdefault(name, match.start())
    return tuple(sorted(found, key=lambda name: found[name]))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    known, kinds, _ = (line for line in lines("outlets.txt"))
    name = rf"(?P<name>(?:The )?(?:{known})|(?:The )?[A-Z]\w+(?: [A-Z]\w+)? (?:{kinds}))"
    named = rf"(?:the )?(?:news ?(?:agency|paper) |broadcaster |daily |magazine )?{name}"
    reports = "report(?:s|ed)|first reported|said|says|quoted|cited|revealed|claims|claimed"
    return (
        re.compile(rf"\b(?:[Aa]ccording to|(?:[Aa]s )?reported by|citing) (?:a report (?:by|from|in) )?{named}\b"),
        re.compile(rf"\b{named}(?:['’]s)? (?:has |have )?(?:{reports})\b"),
        re.compile(rf"\bin an interview with {named}\b"),
        re.compile(rf"\b(?:a |the )?report (?:by|in|from) {named}\b"),
    )
