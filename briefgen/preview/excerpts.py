"""The line of a file in which something was found, with a place for the caret."""

from collections.abc import Mapping

from briefgen.notices import Place
from briefgen.values import dataclass

_WIDEST = 160
"""Characters of a line that are shown where the page is wide; longer ones are cut on both sides."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line, and the one above it for orientation."""

    number: int
    above: str
    line: str
    caret: int
    """How many characters stand before the place; -1 where the whole line is meant."""


def excerpt(place: Place | None, texts: Mapping[str, str], *, widest: int = _WIDEST) -> Excerpt | None:
    """Show the line at `place` from the texts at hand, by their names as printed."""
    if place is None or place.part or place.file not in texts:
        return None
    lines = texts[place.file].splitlines()
    if not 0 < place.line <= len(lines):
        return None
    line = lines[place.line - 1].expandtabs(1)
    start = min(max(0, place.column - widest // 2), max(0, len(line) - widest))
    cut = "…" if start else ""
    shown = cut + line[start : start + widest] + ("…" if len(line) > start + widest else "")
    caret = place.column - 1 - start + len(cut) if place.column else -1
    above = lines[place.line - 2].expandtabs(1) if place.line > 1 else ""
    above = f"{above[:widest]}…" if len(above) > widest else above
    return Excerpt(place.line, above, shown, caret)
