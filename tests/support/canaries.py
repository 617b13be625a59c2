"""A record with a word of its own in every field: where one is found, that field was told."""

import json
import re
from functools import cache

from support.samples import AUDIENCES, SHELF

from briefgen.article.build import field_types
from briefgen.article.example import full_record
from briefgen.article.model import Article
from briefgen.article.read import Record, read
from briefgen.audience.allowed import holder
from briefgen.audience.pack import load
from briefgen.audience.view import Allowed

_CANARY = re.compile(r"canary(\d+)x")
_ALWAYS = frozenset({"title", "actors.name", "sources.title", "sources.container-title"})
"""What names a memo, and what says who or what a reference means."""


@cache
def canaries() -> tuple[dict[str, int], Record]:
    """Give the number of the word in each field, and the record with them."""
    numbers: dict[str, int] = {}
    filled = full_record(lambda path: f"canary{numbers.setdefault(path, len(numbers))}x", AUDIENCES)
    return numbers, read(json.dumps(filled).encode(), "full.json")


def seen_in(text: str) -> set[int]:
    """Find the numbers of the words in a text, as lines may break them."""
    return {int(number) for number in _CANARY.findall("".join(text.split()).casefold())}


def denied(audience: str, found: set[int]) -> set[str]:
    """Give those of the fields that were `found` which the audience may not see."""
    numbers, _ = canaries()
    allowed = load(audience, SHELF).sight.fields
    return {
        path
        for path, number in numbers.items()
        if number in found and path not in _ALWAYS and not _may_see(path, allowed)
    }


def _may_see(path: str, allowed: Allowed) -> bool:
    """Tell whether a pack allows the field that the file writes as `path`."""
    kind: type | None = Article
    inside: Allowed | None = allowed
    for key in path.split("."):
        if inside is None:
            return True
        wanted = field_types(kind)[key] if kind else None
        if wanted is None or wanted.name not in inside:
            return False
        inside, kind = inside[wanted.name], holder(wanted.hint)
    return True
