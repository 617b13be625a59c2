"""The record as one audience sees it: every field that says something, and which of them are struck, and why."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from briefgen.article.build import field_types
from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.audience.view import Allowed, Seen, Sight
from briefgen.values import dataclass

State = Literal["seen", "denied", "withheld", "passed over", "used"]
"""Denied by the pack, withheld by the record's own markings, audiences and clearance, passed over by a filter.

What is used by briefgen itself, such as the marking for its banner, needs no template to be given it.
"""
_USED = frozenset({"schema", "kind", "language", "viewpoint", "marking", "ignore"})


@dataclass(frozen=True, slots=True)
class Line:
    """A field, or an item of a list."""

    depth: int
    label: str
    text: str
    """Empty for what only holds other fields."""
    state: State

    @property
    def is_struck(self) -> bool:
        """Whether this audience is not given it."""
        return self.state not in {"seen", "used"}


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
        return sum(line.is_struck for line in self.lines if line.text)

    @property
    def texts(self) -> int:
        """How many texts it has."""
        return sum(1 for line in self.lines if line.text)


def record_for(article: Article, sight: Sight, seen: Seen) -> tuple[Section, ...]:
    """Give every field of a record, in its order, with what `seen` by an audience leaves out struck."""
    walk = _Walk(frozenset(seen.withheld), frozenset(seen.passed_over))
    sections: list[list[Line]] = []
    for line in walk.fields(article, _Spot("", 0, "", sight.fields, "seen")):
        if line.depth == 0:
            sections.append([])
        sections[-1].append(line)
    return tuple(Section(tuple(lines)) for lines in sections)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where in the record the walk is, and what is allowed there."""

    path: str
    depth: int
    label: str
    allowed: Allowed | None
    """None for everything."""
    state: State

    def line(self, text: str = "") -> Line:
        return Line(self.depth, self.label, text, self.state)


@dataclass(frozen=True, slots=True)
class _Walk:
    withheld: frozenset[str]
    passed_over: frozenset[str]

    def fields(self, holder: object, spot: _Spot) -> Iterator[Line]:
        """Walk through the fields that say something; `spot` is that of the first of them."""
        for one in field_types(cast("Hashable", type(holder))).values():
            value = getattr(holder, one.name)
            if not _says_nothing(value):
                path = f"{spot.path}.{one.name}" if spot.path else one.name
                yield from self.value(value, _at(spot, path, one.name, one.key))

    def value(self, value: object, spot: _Spot) -> Iterator[Line]:
        """Walk through one value."""
        match value:
            case tuple() if all(isinstance(item, str) for item in value):
                yield spot.line(", ".join(value))
            case tuple():
                yield spot.line()
                for number, item in enumerate(value):
                    yield from self.value(item, self.item(spot, number))
            case When() | str() | int() | Decimal() | date():
                yield spot.line(str(value).lower() if isinstance(value, bool) else str(value))
            case _:
                yield spot.line()
                yield from self.fields(value, replace(spot, depth=spot.depth + 1))

    def item(self, spot: _Spot, number: int) -> _Spot:
        """Step into an item of a list, which may be kept from this audience by itself."""
        path = f"{spot.path}[{number}]"
        kept: State = "withheld" if path in self.withheld else "passed over" if path in self.passed_over else "seen"
        state = kept if spot.state == "seen" else spot.state
        return replace(spot, path=path, depth=spot.depth + 1, label=str(number + 1), state=state)


def _at(spot: _Spot, path: str, name: str, key: str) -> _Spot:
    """Step into a field, which the pack may allow or not."""
    if spot.allowed is None or name in spot.allowed:
        return replace(spot, path=path, label=key, allowed=spot.allowed and spot.allowed[name])
    return replace(spot, path=path, label=key, allowed=None, state="used" if path in _USED else "denied")


def _says_nothing(value: object) -> bool:
    match value:
        case None | "" | ():
            return True
        case When() | str() | int() | Decimal() | date() | tuple():
            return False
        case _:
            names = (one.name for one in field_types(cast("Hashable", type(value))).values())
            return all(_says_nothing(getattr(value, name)) for name in names)
