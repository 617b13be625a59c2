"""The record described for people: a table of the fields of each of its parts, in Markdown.

Made from the same dataclasses and docstrings as the JSON Schema, so that it cannot disagree with the reader.
"""

import inspect
from collections.abc import Iterator
from dataclasses import is_dataclass
from decimal import Decimal
from typing import Any, Literal, cast, get_args, get_origin

from briefgen.article.build import FieldType, field_types, parted
from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.article.names import one
from briefgen.article.schema import descriptions
from briefgen.article.values import Between, Pattern, Precise, Refers

_PLAIN = {str: "text", int: "whole number", Decimal: "number", bool: "`true` or `false`", When: "date"}


def reference() -> str:
    """Describe every part of a record, the record itself first, each part after the one that names it."""
    return "\n".join(line for kind in _kinds() for line in _part(kind))


def _kinds() -> tuple[type, ...]:
    """List the dataclasses of a record and those they come from, in the order in which a reader meets them."""
    found: list[type] = []
    waiting: list[type] = [Article]
    while waiting:
        kind = waiting.pop(0)
        if kind in found:
            continue
        found.append(kind)
        inner = [part for item in field_types(kind).values() for part in _classes(item.hint)]
        waiting = [*_bases(kind), *inner, *waiting] if kind is not Article else inner
    return tuple(found)


def _classes(hint: Any) -> Iterator[type]:  # noqa: ANN401 - any type of a field
    if isinstance(hint, type) and is_dataclass(hint) and hint is not When:
        yield hint
    for part in get_args(hint) if get_origin(hint) is not Literal else ():
        yield from _classes(part)


def _bases(kind: type) -> list[type]:
    return [base for base in kind.__bases__ if is_dataclass(base)]


def _part(kind: type) -> Iterator[str]:
    inherited = {name for base in _bases(kind) for name in field_types(base)}
    texts = descriptions(kind)
    yield f"### {_title(kind)}\n"
    yield f"{inspect.cleandoc(kind.__doc__ or '')}\n"
    yield from (f"{sentence}\n" for sentence in _forms(kind))
    yield "| field | holds | meaning |\n| --- | --- | --- |"
    for key, item in field_types(kind).items():
        if key not in inherited or item.required:
            yield _row(item, texts.get(item.name) or _first_sentence(item.hint))
    yield ""


def _forms(kind: type) -> Iterator[str]:
    """Tell which short forms a part has, and where its other fields are described."""
    if hasattr(kind, "short"):
        yield f"A lone text stands for its `{kind.short}`."
    if hasattr(kind, "short_list"):
        yield f"A lone list stands for its `{kind.short_list}`."
    for base in _bases(kind):
        yield f"It also has the fields of [{_title(base)}](#{_anchor(base)})."


def _row(item: FieldType, text: str) -> str:
    name = f"**`{item.key}`**" if item.required else f"`{item.key}`"
    return f"| {name} | {_cell(_holds(item.hint))} | {_cell(text)} |"


def _holds(hint: Any) -> str:  # noqa: ANN401 - any type of a field
    hint, extras, _ = parted(hint)
    if get_origin(hint) is tuple:
        return _list(get_args(hint)[0])
    if get_origin(hint) is Literal:
        return " ".join(f"`{choice}`" for choice in get_args(hint))
    if is_dataclass(hint) and hint is not When:
        return f"[{_title(cast('type', hint))}](#{_anchor(cast('type', hint))})"
    return next((_bound(extra) for extra in extras), _PLAIN[hint])


def _list(hint: Any) -> str:  # noqa: ANN401 - any type of an item
    match getattr(hint, "__metadata__", ()):
        case (Refers(to, else_text), *_):
            return f"list: ids of {' or '.join(to)}{', or other words' if else_text else ''}"
        case _:
            return f"list: {_holds(hint)}"


def _bound(extra: object) -> str:
    match extra:
        case Pattern(_, meaning) | Precise(_, meaning):
            return meaning
        case Between(low, None):
            return f"whole number, {low} or more"
        case Between(low, high):
            return f"whole number, {low} to {high}"
        case Refers(to, else_text):
            names = " or ".join(one(space) for space in to)
            return f"id of {'an' if names[0] in 'aeiou' else 'a'} {names}{', or other words' if else_text else ''}"
        case _:
            message = f"the reference has no words for {extra!r}"
            raise AssertionError(message)


def _first_sentence(hint: Any) -> str:  # noqa: ANN401 - any type of a field
    """Say of a field without words of its own what the part is that stands in it."""
    return next((inspect.cleandoc(kind.__doc__ or "").splitlines()[0] for kind in _classes(hint)), "")


def _title(kind: type) -> str:
    """Write the name of a class in words: `BottomLine` → `Bottom line`."""
    return (
        "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).strip().capitalize()
    )


def _anchor(kind: type) -> str:
    return _title(kind).lower().replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
