"""What a memo is made from: its ingredients, each known by its SHA-256, and one fingerprint over all of them.

The fingerprint stands in the memo itself and betrays nothing; the ingredients stand in the manifest beside it.
Where a file lies is no ingredient: the same record in another folder makes the same memo.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from briefgen.values import dataclass

Kind = Literal["record", "sources", "templates", "words", "markings", "looks", "fonts", "versions", "options", "since"]
Parts = Mapping[str, str]
"""Name of an ingredient, such as `minister/memo.md.j2` → its SHA-256, version or value."""


@dataclass(frozen=True, slots=True)
class Group:
    """Ingredients of one kind, which many memos have in common."""

    parts: Parts
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", digest(json.dumps(dict(self.parts), sort_keys=True).encode()))


@dataclass(frozen=True, slots=True)
class Ingredients:
    """All that decides the bytes of a memo, kind by kind."""

    audience: str
    groups: Mapping[Kind, Group]
    told: Parts = field(default_factory=dict)
    """What follows from the record and is remembered, so that it need not be read again to plan its memos."""

    @property
    def fingerprint(self) -> str:
        """What a memo carries: equal for memos made from the same."""
        told = {"audience": self.audience} | {kind: group.sha256 for kind, group in self.groups.items()}
        return f"sha256:{digest(json.dumps(told, sort_keys=True).encode())}"


@dataclass(frozen=True, slots=True)
class Made:
    """What the manifest says of one file."""

    sha256: str
    """Of the file."""
    record: str = ""
    """Its path from the project's folder."""
    audience: str = ""
    format: str = ""
    made_from: str = ""
    """The fingerprint."""
    ingredients: Mapping[str, str] = field(default_factory=dict)
    """Kind → SHA-256 of the group, which the manifest spells out once."""
    briefgen: str = ""
    """Its version."""
    read_back: bool = False
    """Whether its words were compared with those of the memo."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One ingredient that is not what it was."""

    kind: str
    name: str
    how: Literal["changed", "new", "gone"]


def digest(data: bytes) -> str:
    """Give the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def differences(before: Mapping[str, Parts], after: Mapping[str, Parts]) -> tuple[Difference, ...]:
    """List the ingredients that are not what they were, kind by kind."""
    kinds = dict.fromkeys((*before, *after))
    return tuple(one for kind in kinds for one in _between(kind, before.get(kind, {}), after.get(kind, {})))


def _between(kind: str, before: Parts, after: Parts) -> Iterator[Difference]:
    for name in sorted({*before, *after}):
        if name not in after:
            yield Difference(kind, name, "gone")
        elif name not in before:
            yield Difference(kind, name, "new")
        elif before[name] != after[name]:
            yield Difference(kind, name, "changed")
