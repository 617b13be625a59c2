"""Export the JSON Schema of article files, which editors complete and check them with.

Made from the same dataclasses as the reader is led by, so the two cannot disagree; descriptions are the docstrings
that stand under the fields.
"""

import ast
import inspect
import sys
from dataclasses import is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeAlias, cast, get_args, get_origin

from briefgen.article.build import FieldType, field_types, parted
from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.article.values import Between, Pattern, Precise, Refers

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = ["string", "number", "boolean", "null"]
"""Any lone value is text for the reader: `version: 1.3` and `code: 08` need no quotation marks."""


def schema() -> Schema:
    """Give the JSON Schema (draft 2020-12) of a record."""
    definitions: dict[str, Schema] = {}
    root = _fields(Article, definitions)
    return {
        "$schema": DIALECT,
        "title": "Article record of briefgen",
        "description": inspect.cleandoc(Article.__doc__ or ""),
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _fields(kind: type, definitions: dict[str, Schema]) -> Schema:
    known = field_types(kind)
    texts = descriptions(kind)
    properties = {key: _described(_value(item.hint, definitions), texts.get(item.name)) for key, item in known.items()}
    folded = getattr(kind, "folded", None)
    if folded:
        properties = _folded(known[folded], definitions) | properties
    required = [key for key, item in known.items() if item.required]
    closed: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return closed | ({"required": required} if required else {})


def _folded(item: FieldType, definitions: dict[str, Schema]) -> dict[str, Schema]:
    """Let the parts of a single piece of evidence stand directly in a statement."""
    inner = cast("type", get_args(item.hint)[0])
    texts = descriptions(inner)
    parts = field_types(inner).items()
    return {key: _described(_value(part.hint, definitions), texts.get(part.name)) for key, part in parts}


def _value(hint: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - any type of a field
    core, extras, is_nullable = parted(hint)
    found = _core(core, extras, definitions)
    return {"anyOf": [found, {"type": "null"}]} if is_nullable else found


def _core(hint: Any, extras: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - as above
    if get_origin(hint) is tuple:
        return _items(get_args(hint)[0], definitions)
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if is_dataclass(hint) and hint is not When:
        return _reference(cast("type", hint), definitions)
    return _scalar(hint, extras)


def _items(hint: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - as above
    """Describe a list; one item may stand without it."""
    item = _value(hint, definitions)
    choices = [item, {"type": "array", "items": item}, {"type": "null"}]
    if getattr(hint, "__name__", "") == "Term":
        choices.append({"type": "object", "additionalProperties": {"type": _TEXT}})
    return {"anyOf": choices}


def _reference(kind: type, definitions: dict[str, Schema]) -> Schema:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = {"description": inspect.cleandoc(kind.__doc__ or ""), "anyOf": _forms(kind, definitions)}
    return {"$ref": f"#/$defs/{name}"}


def _forms(kind: type, definitions: dict[str, Schema]) -> list[Schema]:
    """List the full form and the short ones."""
    known = field_types(kind)
    forms = [_fields(kind, definitions)]
    if hasattr(kind, "short"):
        forms.append({"type": [name for name in _TEXT if name != "null"]})
    if hasattr(kind, "short_list"):
        forms.append({"type": "array", "items": _value(get_args(known[kind.short_list].hint)[0], definitions)})
    return forms


def _scalar(hint: Any, extras: tuple[Any, ...]) -> Schema:  # noqa: ANN401 - as above
    found: Schema = {"type": _TEXT}
    if hint is bool:
        found = {"type": "boolean"}
    elif hint is int:
        found = {"type": "integer"}
    elif hint is Decimal:
        found = {"type": ["number", "string"]}
    elif hint is When:
        found = {"type": ["string", "integer"], "description": "a date as EDTF: 2025-03-12, 2025-03, 2025-03-08/14"}
    for extra in extras:
        found |= _bounds(extra)
    return found


def _bounds(extra: object) -> Schema:
    match extra:
        case Pattern(regex, meaning):
            return {"pattern": f"^({regex})?$", "description": meaning}
        case Between(low, high):
            return {"minimum": low} | ({"maximum": high} if high is not None else {})
        case Precise(_, meaning):
            return {"description": meaning}
        case Refers(to, else_text):
            return {"description": f"the id of one of {' or '.join(to)}{', or other words' if else_text else ''}"}
        case _:
            message = f"the schema has no words for {extra!r}"
            raise AssertionError(message)


def _described(schema_: Schema, text: str | None) -> Schema:
    if not text:
        return schema_
    known = str(schema_.get("description", ""))
    return schema_ | {"description": f"{text} ({known})" if known else text}


@cache
def descriptions(kind: type) -> dict[str, str]:
    """Read the docstrings under the fields of a dataclass, those of the classes it comes from included."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if base is object or not is_dataclass(base):
            continue
        (tree,) = (node for node in _classes(base.__module__) if node.name == base.__name__)
        for before, after in zip(tree.body, tree.body[1:], strict=False):
            match before, after:
                case (ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text)))):
                    found[name] = " ".join(text.split())
                case _:
                    pass
    return found


@cache
def _classes(module: str) -> tuple[ast.ClassDef, ...]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return tuple(node for node in tree.body if isinstance(node, ast.ClassDef))
