"""The fail-closed view: of a record, only what a pack allows ever reaches a template.

Values become entries that hold the allowed fields and know nothing of the others, so that a template cannot leak
what it was not given.
References (an actor's id) become entries of what they refer to, under the same rules.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import cast, get_args, get_origin, get_type_hints

from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.article.values import Refers

Allowed = Mapping[str, "Allowed | None"]
"""Field → the fields allowed in it; None for everything in it."""


class Entry:
    """A part of the record with the fields that the audience may see; read as `entry.field`."""

    __slots__ = ("_denied", "_fields", "_label")

    def __init__(self, values: Mapping[str, object], denied: frozenset[str], label: str) -> None:
        self._fields, self._denied, self._label = dict(values), denied, label

    def __getattr__(self, name: str) -> object:
        try:
            return self._fields[name]
        except KeyError:
            raise AttributeError(name) from None

    def __str__(self) -> str:
        return self._label

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and (self._fields, self._label) == (other._fields, other._label)

    def __hash__(self) -> int:
        return hash(self._label)


def names_in(entry: Entry) -> tuple[str, ...]:
    """List the fields that an entry has."""
    return tuple(entry._fields)


def is_denied(entry: Entry, name: str) -> bool:
    """Tell whether the record has a field `name` here that the audience may not see."""
    return name in entry._denied  # noqa: SLF001 - entries hide this from templates, not from their own module


def view(article: Article, allowed: Allowed, *, audience: str, cleared_only: bool) -> Entry:
    """Give `article` as the audience sees it: allowed fields only, without items that are for other audiences.

    With `cleared_only`, judgements too are left out unless they are cleared for this audience by name.
    """
    return _Viewer(article, allowed, audience, cleared_only).entry(article, allowed, label=article.title)


def texts_in(value: object) -> frozenset[str]:
    """Gather every text in an entry, however deep."""
    match value:
        case str():
            return frozenset({value})
        case tuple():
            return frozenset(text for item in value for text in texts_in(item))
        case Entry():
            return frozenset(text for name in names_in(value) for text in texts_in(getattr(value, name)))
        case _:
            return frozenset()


@dataclass(slots=True)
class _Viewer:
    article: Article
    allowed: Allowed
    audience: str
    cleared_only: bool

    def entry(self, value: object, allowed: Allowed | None, *, label: str) -> Entry:
        names = [field.name for field in fields(value)]  # type: ignore[arg-type] # a dataclass, as the callers know
        seen = [name for name in names if allowed is None or name in allowed]
        hints = _hints(cast("Hashable", type(value)))
        values = {
            name: self.value(getattr(value, name), None if allowed is None else allowed[name], hints[name])
            for name in seen
        }
        return Entry(values, frozenset(names) - frozenset(seen), label)

    def value(self, value: object, allowed: Allowed | None, hint: object) -> object:
        match value:
            case None | bool() | int() | Decimal() | When() | date():
                return value
            case str():
                return self.text(value, _refers(hint))
            case tuple():
                items = (item for item in value if self.is_for_them(item))
                return tuple(self.value(item, allowed, hint) for item in items)
            case _ if is_dataclass(value):
                return self.entry(value, allowed, label=_label(value))
            case _:
                message = f"the view does not know {type(value).__name__}"
                raise TypeError(message)

    def text(self, text: str, refers: Refers | None) -> object:
        """Follow a reference to an actor or a source; other texts are themselves."""
        if refers is None or not text:
            return text
        for namespace in ("actors", "sources"):
            if namespace in refers.to:
                found = next((item for item in getattr(self.article, namespace) if item.id == text), None)
                if found is not None:
                    names = {"id": None, "name": None, "title": None} | dict(self.allowed.get(namespace, {}) or {})
                    return self.entry(found, names, label=_label(found))
        return text

    def is_for_them(self, item: object) -> bool:
        audiences = getattr(item, "audiences", ())
        cleared = not self.cleared_only or self.audience in getattr(item, "cleared_for", (self.audience,))
        return cleared and (not audiences or self.audience in audiences)


@cache
def _hints(kind: Hashable) -> Mapping[str, object]:
    return get_type_hints(kind, include_extras=True)


def _refers(hint: object) -> Refers | None:
    """Find the `Refers` in a type such as `tuple[Annotated[str, Refers(...)], ...]`."""
    return next((part for part in _parts(hint) if isinstance(part, Refers)), None)


def _parts(hint: object) -> Iterator[object]:
    yield hint
    if get_origin(hint) is not None or get_args(hint):
        for part in (*get_args(hint), *getattr(hint, "__metadata__", ())):
            yield from _parts(part)


def _label(value: object) -> str:
    """Choose what an entry prints when a template prints the whole of it: its name, label, title or text."""
    labels = (getattr(value, name, "") for name in ("name", "label", "title", "text", "id"))
    return next((label for label in labels if isinstance(label, str) and label), "")
