"""Explicit embeddings, overrides and isolates: rules P2–P3 and X1–X8."""

from dataclasses import field
from typing import NamedTuple

from briefgen.values import dataclass
from briefgen.writers.pdf.bidi.classes import INITIATORS

_DEEPEST = 125


class _Entry(NamedTuple):
    level: int
    override: str | None = None
    is_isolate: bool = False


@dataclass(slots=True)
class _Stack:
    """The embeddings that are open, and how many more were opened than the standard allows."""

    entries: list[_Entry]
    excess_isolates: int = 0
    excess_embeddings: int = 0
    isolates: int = field(default=0)

    @property
    def top(self) -> _Entry:
        return self.entries[-1]

    def open_embedding(self, kind: str) -> None:
        level = self._next_level(from_the_right=kind[0] == "R")
        override = {"RLO": "R", "LRO": "L"}.get(kind)
        if level <= _DEEPEST and not self.excess_isolates and not self.excess_embeddings:
            self.entries.append(_Entry(level, override))
        elif not self.excess_isolates:
            self.excess_embeddings += 1

    def open_isolate(self, *, from_the_right: bool) -> None:
        level = self._next_level(from_the_right=from_the_right)
        if level <= _DEEPEST and not self.excess_isolates and not self.excess_embeddings:
            self.isolates += 1
            self.entries.append(_Entry(level, is_isolate=True))
        else:
            self.excess_isolates += 1

    def close_embedding(self) -> None:
        if self.excess_isolates:
            return
        if self.excess_embeddings:
            self.excess_embeddings -= 1
        elif not self.top.is_isolate and len(self.entries) > 1:
            self.entries.pop()

    def close_isolate(self) -> None:
        if self.excess_isolates:
            self.excess_isolates -= 1
        elif self.isolates:
            self.excess_embeddings = 0
            while not self.top.is_isolate:
                self.entries.pop()
            self.entries.pop()
            self.isolates -= 1

    def _next_level(self, *, from_the_right: bool) -> int:
        return (self.top.level + 1) | 1 if from_the_right else (self.top.level + 2) & ~1


def isolate_ends(classes: list[str]) -> dict[int, int]:
    """Match each isolate initiator with the index of its PDI; those without one are left out."""
    ends: dict[int, int] = {}
    open_ones: list[int] = []
    for index, kind in enumerate(classes):
        if kind in INITIATORS:
            open_ones.append(index)
        elif kind == "PDI" and open_ones:
            ends[open_ones.pop()] = index
    return ends


def first_strong_level(classes: list[str]) -> int:
    """Give the level of the first letter with a direction outside of isolates (P2, P3)."""
    depth = 0
    for kind in classes:
        if kind in INITIATORS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return 0


def explicit_levels(classes: list[str], ends: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Give each character the level of the embedding that it stands in, and its class after overrides."""
    stack = _Stack([_Entry(base)])
    found: list[int] = []
    overridden: list[str] = []
    for index, kind in enumerate(classes):
        if kind == "PDI":
            stack.close_isolate()
        elif kind == "PDF":
            stack.close_embedding()
        level, override, _ = stack.top
        found.append(base if kind == "B" else level)
        overridden.append(override if override and kind not in {"B", "BN", "PDF", "LRE", "RLE", "LRO", "RLO"} else kind)
        match kind:
            case "LRE" | "RLE" | "LRO" | "RLO":
                stack.open_embedding(kind)
            case "LRI" | "RLI":
                stack.open_isolate(from_the_right=kind == "RLI")
            case "FSI":
                inside = classes[index + 1 : ends.get(index, len(classes))]
                stack.open_isolate(from_the_right=first_strong_level(inside) == 1)
            case _:
                pass
    return found, overridden
