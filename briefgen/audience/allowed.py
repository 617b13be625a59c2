"""Which fields of the record a pack allows, read from its file and checked against the record's model."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, get_args

from briefgen.article.build import field_types
from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.article.yaml_nodes import Mapping as Fields
from briefgen.article.yaml_nodes import Node, Scalar, Sequence
from briefgen.audience.sheets import Sheets
from briefgen.audience.view import Allowed
from briefgen.nearest import meant
from briefgen.notices import Place


def allowed(node: Node | None, sheet: Sheets) -> Allowed:
    """Read `fields`: names, each with everything in it, or with the fields that are allowed in it."""
    return (_fields(node, Article, sheet) or {}) if node is not None else {}


def denied(fields: Allowed, path: str, place: Place, sheet: Sheets) -> Allowed:
    """Take the field at `path` out of what is allowed."""
    return _without(fields, Article, path.split(".")) if exists(path, place, sheet) else fields


def exists(path: str, place: Place, sheet: Sheets) -> bool:
    """Tell whether the record can have a field at `path`, and note where it cannot."""
    kind: type | None = Article
    for name in path.split("."):
        known = _known(kind)
        if name not in known:
            sheet.fail(f"{path}: a record has no such field", place, meant(name, known))
            return False
        kind = holder(known[name])
    return True


def holder(hint: object) -> type | None:
    """Find the part of the record that a field holds, one or many of them; None for plain values."""
    return next((part for part in _parts(hint) if isinstance(part, type) and is_dataclass(part) and part != When), None)


def _fields(node: Node, kind: type | None, sheet: Sheets) -> Allowed | None:
    match node:
        case Sequence(items):
            found: dict[str, Allowed | None] = {}
            for item in items:
                inner = _fields(item, kind, sheet) if isinstance(item, Fields) else _named(item, kind, sheet)
                found |= inner or {}
            return found
        case Fields(items):
            return {
                key.text: _fields(value, _inner(key, kind, sheet), sheet)
                for key, value in items
                if not (isinstance(value, Scalar) and value.text == "none")
            }
        case Scalar() if node.is_null or node.text == "all":
            return None
        case _:
            sheet.fail("expected `all`, `none`, a list of fields, or fields with those allowed in each", node.place)
            return {}


def _named(item: Node, kind: type | None, sheet: Sheets) -> Allowed:
    if not isinstance(item, Scalar):
        sheet.fail("expected the name of a field", item.place)
        return {}
    _inner(item, kind, sheet)
    return {item.text: None}


def _inner(name: Scalar, kind: type | None, sheet: Sheets) -> type | None:
    """Look a field up in the model; what it holds is where the names in it are looked up."""
    known = _known(kind)
    if name.text not in known:
        sheet.fail(f"fields: a record has no {name.text!r} here", name.place, meant(name.text, known))
        return None
    return holder(known[name.text])


def _without(fields: Allowed, kind: type | None, parts: list[str]) -> Allowed:
    name, *rest = parts
    if name not in fields:
        return fields
    if not rest:
        return {key: value for key, value in fields.items() if key != name}
    inner = holder(_known(kind)[name])
    everything: Allowed = dict.fromkeys(_known(inner))
    own = fields[name]
    return {**fields, name: _without(everything if own is None else own, inner, rest)}


def _known(kind: type | None) -> dict[str, Any]:
    return {one.name: one.hint for one in field_types(kind).values()} if kind else {}


def _parts(hint: object) -> Iterator[object]:
    yield hint
    for part in get_args(hint):
        yield from _parts(part)
