"""From a part of the record to its line and column in the file."""

import re
from collections.abc import Mapping

from briefgen.checks.rule import Finding
from briefgen.notices import Place


def place_of(finding: Finding, places: Mapping[str, Place], written: tuple[str, ...]) -> Place | None:
    """Give the place of the words in question, else of the part that holds them.

    `written` is the file, line by line; where it is empty the place is that of the part.
    """
    place = _nearest(finding.path, places)
    return _of_words(finding.words, place, places, written) if place and finding.words and written else place


def _nearest(path: str, places: Mapping[str, Place]) -> Place | None:
    """Find the part itself, or the smallest one around it that stands in the file."""
    while path:
        if path in places:
            return places[path]
        path = re.sub(r"(\[\d+\]|\.?[^.\[\]]+)$", "", path)
    return next((Place(place.file) for place in places.values()), None)


def _of_words(words: str, place: Place, places: Mapping[str, Place], written: tuple[str, ...]) -> Place:
    """Look for the words from the part's own place to that of the next part."""
    later = [(other.line, other.column) for other in places.values() if other > place and other.file == place.file]
    last, end = min(later, default=(len(written) + 1, 0))
    for line in range(place.line, min(last, len(written)) + 1):
        text = written[line - 1]
        start = place.column - 1 if line == place.line else 0
        found = text.find(words, max(start, 0), end - 1 if line == last else len(text))
        if found >= 0:
            return Place(place.file, line, found + 1)
    return place
