"""Say what was found, where, and how to mend it.

A notice is one finding about somebody's file: an unknown field, a missing source, a word no font can show.
Steps return notices or raise them inside an error of `briefgen.errors`; only `cli` prints them.
"""

from typing import Literal

from briefgen.values import dataclass

Level = Literal["error", "warning", "note"]

_LONGEST = 60
"""Characters of somebody's text that a message repeats: who looks for it knows it by its beginning."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file something was found."""

    file: str
    line: int = 0
    """Counted from 1; 0 means the file as a whole."""
    column: int = 0
    """Counted from 1 in characters; 0 means the whole line."""
    part: str = ""
    """Of a Word file, such as `body`; its lines are paragraphs."""

    def __str__(self) -> str:
        if self.part:
            column = f":{self.column}" if self.column else ""
            return f"{self.file}:{self.part} ¶{self.line}{column}"
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Notice:
    """One finding: its level, a stable code, a message, and where known a place and a hint."""

    level: Level
    code: str
    """Stable and short, as in the table of `docs/checks.md`: `REC03`, `TPL01`."""
    message: str
    """Lower case, no full stop: what was found and what was expected."""
    place: Place | None = None
    hint: str = ""
    """How to mend it, in one sentence; empty when the message says it."""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{where}{self.level} {self.code} {self.message}{hint}"


def in_file_order(notices: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """Sort notices by place, those without one first."""
    return tuple(sorted(notices, key=lambda notice: notice.place or Place("")))


def shortened(text: str) -> str:
    """Give the beginning of a text for a message that repeats it; a short one is given whole."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
