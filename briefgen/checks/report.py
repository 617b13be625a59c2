"""Print notices for people: each with its line of the file, a caret under the place, and the hint."""

from collections import Counter
from collections.abc import Mapping, Sequence

from briefgen.notices import Level, Notice, Place

LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""From the gravest on."""
_WIDEST = 100


def report(notices: Sequence[Notice], files: Mapping[str, str]) -> str:
    """Print `notices`, with the lines of those `files` that are at hand, by their name as printed."""
    lines = {name: text.splitlines() for name, text in files.items()}
    return "".join(f"{_one(notice, lines)}\n" for notice in notices)


def summary(notices: Sequence[Notice], records: int) -> str:
    """Count what was found."""
    counted = Counter(notice.level for notice in notices)
    found = [f"{counted[level]} {level}{'s' * (counted[level] != 1)}" for level in LEVELS if counted[level]]
    return f"{records} record{'s' * (records != 1)}: {', '.join(found) or 'nothing found'}"


def fails(notices: Sequence[Notice], fail_on: Level | None) -> bool:
    """Tell whether something is as grave as `fail_on`; None is never."""
    return fail_on is not None and any(LEVELS.index(one.level) <= LEVELS.index(fail_on) for one in notices)


def _one(notice: Notice, lines: Mapping[str, Sequence[str]]) -> str:
    where = f"{notice.place}: " if notice.place else ""
    head = f"{where}{notice.level} {notice.code} {notice.message}"
    shown = _line(notice.place, lines) if notice.place else ()
    hint = (f"  hint: {notice.hint}",) if notice.hint else ()
    return "\n".join((head, *shown, *hint))


def _line(place: Place, lines: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Show the line around the place; a long one is cut on both sides."""
    text = lines.get(place.file, ())
    if not 0 < place.line <= len(text):
        return ()
    line, column = text[place.line - 1].replace("\t", " "), max(place.column, 1)
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST].rstrip()
    before = "…" if start else ""
    after = "…" if len(line) > start + _WIDEST else ""
    gutter = f"  {place.line} | "
    caret = " " * (len(gutter) - 2) + "| " + " " * (column - 1 - start + len(before)) + "^"
    return (f"{gutter}{before}{shown}{after}", caret)
