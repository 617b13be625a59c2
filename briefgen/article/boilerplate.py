"""The furniture of web pages: lines that stand in a stored text and are no part of the article."""

import re

_FURNITURE = re.compile(
    r"^\s*(?:"
    r"advert(?:is|iz)e?ments?|sponsored(?: content)?|promoted(?: content)?"
    r"|(?:also|must) read\b.*|read (?:also|more|next)\b.*|related(?: articles?| stories)?\s*[:|].*|see also\s*[:|].*"
    r"|\(?with (?:additional )?(?:inputs?|agency inputs?|reporting) (?:from|by) .*\)?|\(?agenc(?:y|ies)\)?"
    r"|(?:share|save|print)(?: (?:this|on|via)\b.*)?|comments?(?: \(?\d+\)?)?|follow us\b.*|click here\b.*"
    r"|(?:subscribe|sign up)\b.*|get (?:the )?(?:daily|latest|breaking)\b.*|(?:©|copyright\b).*|all rights reserved\.?"
    r"|recommended(?: for you)?|trending(?: now)?|watch(?: now)?\s*[:|].*|listen(?: now)?\s*[:|].*"
    r")\s*$",
    re.IGNORECASE,
)


def boilerplate_at(text: str, start: int, end: int) -> str:
    """Give the line of furniture that holds `text[start:end]`, or nothing if the passage stands elsewhere."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    return line.strip() if _FURNITURE.match(line) else ""
