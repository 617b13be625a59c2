"""The record as one audience sees it: every field that says something, and which of them are struck, and why."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any, Literal

from briefgen.article.build import field_types
from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.audience.view import Allowed, Seen, Sight

State = Literal["seen", "denied", "withheld", "passed over"]
"""Denied by the pack, withheld by the record's own markings, audiences and clearance, passed over by a filter."""


@dataclass(frozen=True, slots=True)
class Line:
    """A field, or an item of a list."""

    depth: int
    label: str
    text: str
    """Empty for what only holds other fields."""
    state: State


@dataclass(frozen=True, slots=True)
class Section:
    """A field of the record itself, with all that is in it."""

    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """As the file calls it."""
        return self.lines[0].label

    @property
    def struck(self) -> int:
        """How many of its texts this audience does not see."""
        return sum(line.state != "seen" for line in self.lines if line.text)

    @property
    def texts(self) -> int:
        """How many texts it has."""
        return sum(1 for line in self.lines if line.text)


def record_for(article: Article, sight: Sight, seen: Seen) -> tuple[Section, ...]:
    """Give every field of a record, in its order, with what `seen` by an audience leaves out struck."""
    walk = _Walk(frozenset(seen.withheld), frozenset(seen.passed_over))
    sections: list[list[Line]] = []
    for line in walk.fields(article, sight.fields, "", 0, "seen"):
        if line.depth == 0:
            sections.append([])
        sections[-1].append(line)
    return tuple(Section(tuple(lines)) for lines in sections)


@dataclass(frozen=True, slots=True)
class _Walk:
    withheld: frozenset[str]
    passed_over: frozenset[str]

    def fields(self, value: Any, allowed: Allowed | None, path: str, depth: int, state: State) -> Iterator[Line]:  # noqa: ANN401 - any part of the record
        for one in field_types(type(value)).values():
            item = getattr(value, one.name)
            if _says_nothing(item):
                continue
            at = f"{path}.{one.name}" if path else one.name
            is_denied = allowed is not None and one.name not in allowed
            inside = None if allowed is None or is_denied else allowed[one.name]
            yield from self.value(item, inside, at, depth, one.key, "denied" if is_denied else state)

    def value(
        self,
        value: Any,  # noqa: ANN401 - as above
        allowed: Allowed | None,
        path: str,
        depth: int,
        label: str,
        state: State,
    ) -> Iterator[Line]:
        match value:
            case tuple() if all(isinstance(item, str) for item in value):
                yield Line(depth, label, ", ".join(value), state)
            case tuple():
                yield Line(depth, label, "", state)
                for number, item in enumerate(value):
                    at = f"{path}[{number}]"
                    yield from self.value(item, allowed, at, depth + 1, str(number + 1), self.of_item(at, state))
            case _ if is_dataclass(value) and not isinstance(value, When):
                yield Line(depth, label, "", state)
                yield from self.fields(value, allowed, path, depth + 1, state)
            case bool():
                yield Line(depth, label, str(value).lower(), state)
            case _:
                yield Line(depth, label, str(value), state)

    def of_item(self, path: str, state: State) -> State:
        if state != "seen":
            return state
        return "withheld" if path in self.withheld else "passed over" if path in self.passed_over else "seen"


def _says_nothing(value: object) -> bool:
    if value is None or value == "" or value == ():
        return True
    if is_dataclass(value) and not isinstance(value, When):
        return all(_says_nothing(getattr(value, one.name)) for one in field_types(type(value)).values())
    return False
