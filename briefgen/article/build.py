"""Nodes → frozen dataclasses, led by the types of their fields; every mistake of a file in one run.

A class says in class variables which short forms it takes: `short` names the field that a lone value stands for,
`short_list` the one that a lone list stands for, `folded` the field whose parts may stand directly in it.
"""

import re
from dataclasses import MISSING, field, fields, is_dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from briefgen.article.dates import When, parse_when
from briefgen.article.names import Names, one, slug
from briefgen.article.values import Between, Pattern, Precise, Refers
from briefgen.article.yaml_nodes import Mapping, Node, Scalar, Sequence
from briefgen.nearest import meant, meant_or_known
from briefgen.notices import Notice, Place, shortened
from briefgen.values import dataclass

_EXPECTED = {str: "text", int: "a whole number", Decimal: "a number", bool: "true or false", When: "a date"}
_HABITS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
"""What older YAML read as true and false."""

_PROSE = 5
"""So many words are a text and no name."""

_FAULTY: Any = object()
"""Stands for a value that has an error; never leaves this module."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """A field of a dataclass as the file writes it."""

    name: str
    key: str
    hint: Any
    required: bool
    shape: "Shape"
    means_the_only_one: bool
    """Left out, it is the one thing that there is to refer to."""


@cache
def field_types(kind: type) -> dict[str, FieldType]:
    """List the fields of a dataclass by the key that the file writes for them."""
    hints = get_type_hints(kind, include_extras=True)
    found = {}
    for item in fields(kind):
        required = item.default is MISSING and item.default_factory is MISSING
        key = str(item.metadata.get("key", item.name))
        hint = hints[item.name]
        only = any(isinstance(extra, Refers) and extra.if_only for extra in getattr(hint, "__metadata__", ()))
        found[key] = FieldType(item.name, key, hint, required, shape_of(hint), only)
    return found


@cache
def parted(hint: Any) -> tuple[Any, tuple[Any, ...], bool]:  # noqa: ANN401 - any type of a field
    """Part a type into its core, what bounds it, and whether it may be null: `Id | None` → `str`, a pattern, True."""
    if get_origin(hint) is Annotated:
        inner, *bounds = get_args(hint)
        core, more, is_nullable = parted(inner)
        return core, (*more, *bounds), is_nullable
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        core, more, _ = parted(inner)
        return core, more, True
    return hint, (), False


@dataclass(frozen=True, slots=True)
class Shape:
    """A type of a field as it is built: a list, fields, or one value."""

    core: Any
    bounds: tuple[Any, ...]
    is_nullable: bool
    items: Any
    """The type of what a list holds."""
    choices: tuple[str, ...]
    has_fields: bool


@cache
def shape_of(hint: Any) -> Shape:  # noqa: ANN401 - as `parted`
    """Look into a type once, for it takes longer than building a value."""
    core, bounds, is_nullable = parted(hint)
    items = get_args(core)[0] if get_origin(core) is tuple else None
    choices = get_args(core) if get_origin(core) is Literal else ()
    return Shape(core, bounds, is_nullable, items, choices, is_dataclass(core) and core is not When)


@dataclass(slots=True)
class Builder:
    """Builds one file; afterwards `notices` holds what was wrong and `places` where everything stands."""

    names: Names
    notices: list[Notice] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    def build(self, kind: type, node: Node, path: str = "") -> Any:  # noqa: ANN401 - an instance of `kind`
        """Build an instance of the dataclass `kind`, or give nothing of use and leave notices."""
        match node:
            case Mapping(items):
                return self._fields(kind, _unfolded(kind, items, node.place), node.place, path)
            case Sequence() if hasattr(kind, "short_list"):
                return self._fields(kind, _alone(kind.short_list, node), node.place, path)
            case Scalar() if hasattr(kind, "short") and not node.is_null:
                return self._fields(kind, _alone(kind.short, node), node.place, path)
            case _:
                hint = "" if path else _draft(node)
                message = f"{path or 'the record'}: expected fields, found {_found(node)}"
                return self._fail("REC04", message, node.place, hint)

    def _fields(self, kind: type, nodes: tuple[tuple[Scalar, Node], ...], place: Place, path: str) -> Any:  # noqa: ANN401 - as above
        known = field_types(kind)
        values: dict[str, Any] = {}
        for key, node in nodes:
            where = f"{path}.{key.text}" if path else key.text
            self.places[where] = key.place
            if key.text not in known:
                self._fail("REC03", f"{where}: unknown field", key.place, meant(key.text, known) or _comma(key.text))
                continue
            values[known[key.text].name] = self._given(known[key.text], node, where)
        given = {key.text for key, _ in nodes}
        left_out = [wanted for wanted in known.values() if wanted.key not in given]
        values |= {wanted.name: self._only(wanted, place, path) for wanted in left_out if wanted.means_the_only_one}
        missing = [wanted.key for wanted in left_out if wanted.required]
        for name in missing:
            self._fail("REC05", f"{path + ': ' if path else ''}the field '{name}' is missing", place)
        return _FAULTY if missing or _FAULTY in values.values() else kind(**values)

    def _given(self, wanted: FieldType, node: Node, path: str) -> Any:  # noqa: ANN401 - of the type of the field
        """Build the value of a field; where one is needed, an empty text is none."""
        value = self._value(wanted.shape, node, path)
        return self._fail("REC05", f"{path}: it is empty", node.place) if wanted.required and value == "" else value

    def _only(self, wanted: FieldType, place: Place, path: str) -> Any:  # noqa: ANN401 - an id or faulty
        """Give the id of the only source, which is meant where none is named."""
        sources = tuple(dict.fromkeys(self.names.known["sources"].values()))
        if len(sources) < _SEVERAL:
            return "".join(sources)
        hint = f"write {wanted.key}: and one of {', '.join(sources)}"
        return self._fail("REC05", f"{path}: it does not say which of {len(sources)} sources", place, hint)

    def _value(self, shape: Shape, node: Node, path: str) -> Any:  # noqa: ANN401 - of this shape
        if shape.is_nullable and isinstance(node, Scalar) and node.is_null:
            return None
        if shape.items is not None:
            return self._items(shape.items, node, path)
        if shape.has_fields:
            return self.build(shape.core, node, path)
        match node:
            case Scalar():
                return self._scalar(shape, node, path)
            case _:
                message = f"{path}: expected {_expected(shape.core)}, found {_found(node)}"
                return self._fail("REC04", message, node.place)

    def _items(self, hint: Any, node: Node, path: str) -> Any:  # noqa: ANN401 - a tuple of `hint`
        match node:
            case Sequence(items):
                nodes = items
            case Scalar() if node.is_null:
                nodes = ()
            case Mapping(items) if _is_glossary(hint, items):
                nodes = tuple(_term(key, value) for key, value in items)
            case _:
                nodes = (node,)
        shape = shape_of(hint)
        built = [self._value(shape, item, f"{path}[{number}]") for number, item in enumerate(nodes)]
        for number, item in enumerate(nodes):
            self.places.setdefault(f"{path}[{number}]", item.place)
        return _FAULTY if _FAULTY in built else tuple(_with_id(item, path, n) for n, item in enumerate(built, start=1))

    def _scalar(self, shape: Shape, node: Scalar, path: str) -> Any:  # noqa: ANN401 - a branch for each type
        hint, extras = shape.core, shape.bounds
        if shape.choices:
            return self._choice(shape.choices, node, path)
        text = "" if node.is_null else node.text
        if hint is str:
            return self._text(text, extras, node.place, path)
        if not text:
            return self._fail("REC04", f"{path}: expected {_expected(hint)}, found nothing", node.place)
        if hint is bool and text.lower() in {"true", "false"}:
            return text.lower() == "true"
        if hint is When:
            return self._when(text, extras, node.place, path)
        if hint in (int, Decimal):
            return self._number(hint, extras, node, path)
        habit = f"write {_HABITS[text.lower()]}" if text.lower() in _HABITS else ""
        return self._fail("REC04", f"{path}: expected {_expected(hint)}, found {shortened(text)!r}", node.place, habit)

    def _choice(self, choices: tuple[str, ...], node: Scalar, path: str) -> Any:  # noqa: ANN401 - one of `choices`
        if node.text in choices:
            return node.text
        hint = meant(node.text, choices) or f"one of {', '.join(choices)}"
        return self._fail("REC06", f"{path}: {shortened(node.text)!r} is not one of the words for it", node.place, hint)

    def _text(self, text: str, extras: tuple[Any, ...], place: Place, path: str) -> Any:  # noqa: ANN401 - text or faulty
        for extra in extras if text else ():
            match extra:
                case Pattern(regex, meaning) if not re.fullmatch(regex, text):
                    return self._fail("REC07", f"{path}: expected {meaning}, found {shortened(text)!r}", place)
                case Refers(to):
                    found = self.names.resolve(text, extra)
                    if found is None:
                        known = [name for space in to for name in self.names.known.get(space, {})]
                        message = f"{path}: no {' or '.join(one(space) for space in to)} is called {shortened(text)!r}"
                        return self._fail("REC08", message, place, meant_or_known(text, known))
                    return found
                case _:
                    pass
        return text

    def _when(self, text: str, extras: tuple[Any, ...], place: Place, path: str) -> Any:  # noqa: ANN401 - a When
        try:
            when = parse_when(text)
        except ValueError as error:
            return self._fail("REC09", f"{path}: {shortened(text)!r} is not a date: {error}", place)
        for extra in extras:
            if isinstance(extra, Precise) and when.precision not in extra.precisions:
                return self._fail("REC09", f"{path}: expected {extra.meaning}, found {shortened(text)!r}", place)
        return when

    def _number(self, hint: Any, extras: tuple[Any, ...], node: Scalar, path: str) -> Any:  # noqa: ANN401 - a number
        try:
            number = hint(node.text.replace(" ", "")) if hint is Decimal else int(node.text)
        except (ValueError, InvalidOperation):
            return self._fail(
                "REC04", f"{path}: expected {_expected(hint)}, found {shortened(node.text)!r}", node.place
            )
        for extra in extras:
            if isinstance(extra, Between) and not extra.low <= number <= (extra.high or number):
                bounds = f"{extra.low} to {extra.high}" if extra.high else f"{extra.low} or more"
                return self._fail("REC04", f"{path}: expected a number, {bounds}, found {number}", node.place)
        return number

    def _fail(self, code: str, message: str, place: Place, hint: str = "") -> Any:  # noqa: ANN401 - the faulty value
        self.notices.append(Notice("error", code, message, place, hint))
        return _FAULTY


_SEVERAL = 2


def is_faulty(value: object) -> bool:
    """Tell whether building it left an error."""
    return value is _FAULTY


def _with_id(item: Any, path: str, number: int) -> Any:  # noqa: ANN401 - of the type of `item`
    """Give an item without an id the one that `names` has counted for it."""
    if getattr(item, "id", None) != "":
        return item
    if path == "actors":
        return replace(item, id=slug(item.name))
    return replace(item, id=f"{getattr(item, 'letter', 's')}{number}")


def _alone(name: str, node: Node) -> tuple[tuple[Scalar, Node], ...]:
    """Write a short form as the one field that it stands for."""
    return ((Scalar(name, node.place, quoted=False), node),)


def _unfolded(kind: type, items: tuple[tuple[Scalar, Node], ...], place: Place) -> tuple[tuple[Scalar, Node], ...]:
    """Gather the parts of a single piece of evidence that stand directly in a statement."""
    folded = getattr(kind, "folded", None)
    if folded is None:
        return items
    own = field_types(kind)
    inner = field_types(get_args(own[folded].hint)[0])
    parts = tuple(item for item in items if item[0].text in inner and item[0].text not in own)
    if not any(key.text == "exact" for key, _ in parts):
        return items
    rest = tuple(item for item in items if item not in parts)
    return (*rest, (Scalar(folded, place, quoted=False), Mapping(parts, parts[0][0].place)))


def _term(key: Scalar, value: Node) -> Mapping:
    term, meaning = (Scalar(name, key.place, quoted=False) for name in ("term", "meaning"))
    return Mapping(((term, key), (meaning, value)), key.place)


def _is_glossary(hint: Any, items: tuple[tuple[Scalar, Node], ...]) -> bool:  # noqa: ANN401 - any type
    """Tell whether a mapping lists terms and their meanings, rather than being one term."""
    return getattr(hint, "__name__", "") == "Term" and not {"term", "meaning"} & {key.text for key, _ in items}


def _found(node: Node) -> str:
    match node:
        case Scalar(text):
            return repr(shortened(text)) if text and not node.is_null else "nothing"
        case Sequence():
            return "a list"
        case Mapping():
            return "fields"


def _expected(hint: Any) -> str:  # noqa: ANN401 - any type
    return _EXPECTED.get(hint, "a word" if get_origin(hint) is Literal else "a value")


def _draft(node: Node) -> str:
    """Say what to do with a file that holds sentences: most likely it is the article itself."""
    is_prose = isinstance(node, Scalar) and len(node.text.split()) >= _PROSE
    return "if this is the article itself, begin with briefgen draft and its name" if is_prose else ""


def _comma(key: str) -> str:
    """Explain a field that is no name but the rest of a sentence."""
    return "a comma within { } begins a new field: put the words in quotation marks" if " " in key else ""
