"""Write a drafted record as YAML that people edit, with a comment where it was unsure."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from typing import Any

from briefgen import __version__
from briefgen.article.dates import When
from briefgen.draft.drafted import Drafted, Review
from briefgen.draft.text import canonical

_NULLS = frozenset({"title", "issued", "container-title"})
"""Of a source, written as null where it is not known: somebody looked."""
_ALWAYS = frozenset({("", "kind"), ("", "status")})
"""Written even where they are what the reader would take them for."""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9._/@-]*|\d{4}-\d\d-\d\d(?:-[a-z0-9-]+)?")
_WORDS_OF_YAML = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])
_LEFT_OUT = 160


def write_record(drafted: Drafted, *, heading: tuple[str, ...]) -> str:
    """Give the YAML; each line of `heading` becomes a comment at its top."""
    notes = _notes(drafted.reviews)
    lines = [_comment(line) for line in heading]
    for reason, text in drafted.left_out:
        shown = text if len(text) <= _LEFT_OUT else f"{text[:_LEFT_OUT]} …"
        lines.append(_comment(f"left out, {reason}: {shown}"))
    lines.append("")
    lines += _mapping(drafted.article, "", "", notes)
    return "\n".join(lines) + "\n"


def heading(name: str, data: bytes, stored: str) -> tuple[str, ...]:
    """Say at the top of a record which file it was drafted from, and where its text is `stored`."""
    return (
        f"Drafted by briefgen {__version__} from {name} (sha256 {hashlib.sha256(data).hexdigest()}).",
        f"Each passage is cut from the text in {stored}. Nothing is judged, and nobody has read it yet.",
        "REVIEW marks what was unsure: put it right, and delete the remark.",
    )


def _comment(text: str) -> str:
    """Write one line of comment, whatever the text holds."""
    return f"# {' '.join(canonical(text).split())}".rstrip()


def _notes(reviews: tuple[Review, ...]) -> dict[str, list[str]]:
    notes: dict[str, list[str]] = {}
    for review in reviews:
        notes.setdefault(review.path, []).append(f"REVIEW: {review.text}")
    return notes


def _mapping(value: Any, path: str, indent: str, notes: dict[str, list[str]]) -> Iterator[str]:  # noqa: ANN401 - any part of the record
    """Write the fields of a dataclass that say something."""
    for key, item in _said(value, path):
        where = f"{path}.{key}" if path else key
        yield from (indent + _comment(text) for text in notes.get(where, ()))
        if not path and indent == "" and isinstance(item, tuple) and item and is_dataclass(item[0]):
            yield ""
        match item:
            case tuple() if item and is_dataclass(item[0]):
                yield f"{indent}{key}:"
                for number, part in enumerate(item):
                    yield from _item(part, f"{where}[{number}]", indent, notes)
            case tuple():
                yield f"{indent}{key}: [{', '.join(_scalar(part) for part in item)}]"
            case When():
                yield f"{indent}{key}: {_scalar(str(item))}"
            case _ if is_dataclass(item):
                yield f"{indent}{key}:"
                yield from _mapping(item, where, indent + "  ", notes)
            case _:
                yield f"{indent}{key}: {_scalar(item)}"


def _item(part: Any, path: str, indent: str, notes: dict[str, list[str]]) -> Iterator[str]:  # noqa: ANN401 - any part of the record
    """Write an item of a list, its remarks above it."""
    yield from (indent + _comment(text) for text in notes.get(path, ()))
    lines = list(_mapping(part, path, indent + "  ", notes))
    first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (line for line in lines[:first])
    yield f"{indent}- {lines[first][len(indent) + 2 :]}"
    yield from lines[first + 1 :]


def _said(value: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any part of the record
    """Give the fields that differ from their default, or that must be written."""
    parts = fields(value)
    for item in sorted(parts, key=_rank) if any(part.name == "evidence" for part in parts) else parts:
        key = str(item.metadata.get("key", item.name))
        content = getattr(value, item.name)
        required = item.default is MISSING and item.default_factory is MISSING
        if path.startswith("sources[") and key in _NULLS and content in ("", None):
            yield key, None
        elif required or content != item.default or (path, key) in _ALWAYS:
            yield key, content


_LAST = ("text", "summary", "attribution", "hedge", "evidence")
"""What reads best behind the fields that are a class's own."""


def _rank(item: Field[Any]) -> int:
    return _LAST.index(item.name) + 1 if item.name in _LAST else 0


def _scalar(value: str | float | Decimal | bool | None) -> str:  # noqa: FBT001 - a value among values
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float() | Decimal():
            return str(value)
        case str():
            is_plain = bool(_PLAIN.fullmatch(value)) and value.lower() not in _WORDS_OF_YAML
            return value if is_plain else json.dumps(canonical(value), ensure_ascii=False)
