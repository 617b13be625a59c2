"""Cut evidence out of the stored text."""

import re

from briefgen.article.statements import Evidence
from briefgen.draft.text import Span

_CONTEXT = 32
"""Characters before and behind a passage that tell it from an equal one."""


def evidence(text: str, span: Span, source: str) -> Evidence:
    """Give the passage at `span` with its place; words around it only where it occurs more than once."""
    exact = span.of(text)
    twice = text.count(exact) > 1
    return Evidence(
        source=source,
        exact=exact,
        prefix=text[max(0, span.start - _CONTEXT) : span.start].replace("\n", " ").strip() if twice else "",
        suffix=text[span.end : span.end + _CONTEXT].replace("\n", " ").strip() if twice else "",
        start=span.start,
        end=span.end,
    )


_HEDGES = re.compile(
    r"""\b(?:
    (?:has|have|had)?\s?(?:privately\s)?(?:hint(?:s|ed)|signal(?:s|led|ed)|suggest(?:s|ed)?|indicat(?:es|ed))
    | (?:is|are|was|were)\s(?:not\s)?(?:likely|unlikely|expected|believed|thought|understood|said|reported)\sto
    | (?:not\s)?all\b(?=.{0,40}\bexpected)
    | up\sto(?=\s(?:[$€£¥]?\d|a\b|one|two|three|four|five|six|seven|eight|nine|ten|half))
    | at\s(?:least|most) | as\smany\sas | more\sthan
    | (?:nearly|almost|about|around|roughly|approximately)(?=\s[$€£¥]?\d)
    | could | may(?!\s\d) | might | possibl[ey] | perhaps | probably | (?:un)?likely | apparent(?:ly)? | allegedly
    | reportedly | purported(?:ly)? | seem(?:s|ed)? | appear(?:s|ed)?(?=\sto) | in\s(?:principle|theory) | if\b(?=\s\w+)
    | unless | tentative(?:ly)? | so-called | no\s(?:indication|evidence|sign) | unclear
    | uncertain | far\sfrom\scertain
    | (?:has|have)\syet\sto | not\sruled\sout | estimat(?:es|ed) | claim(?:s|ed) | alleg(?:es|ed) | would\sprobably
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def hedge(text: str, span: Span) -> str:
    """Give the first words of caution in a passage as the text has them; empty where there are none."""
    found = next((match for match in _HEDGES.finditer(text, span.start, span.end) if match[0].strip() != "May"), None)
    return found[0].strip() if found else ""
