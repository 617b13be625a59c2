"""What an expression of a template may stand for, found from examples instead of from somebody's article.

An expression is looked up in a record that holds everything its audience may see; what cannot be known before
a template is filled stands for anything, and nothing is held against it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from typing import TypeAlias

from jinja2 import nodes

from briefgen.audience.view import Entry, names_in
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A value that an expression may have, and the field of the record it comes from."""

    value: object
    path: str = ""
    """Such as `positions.label`; empty for what is no field of the record."""


Shape: TypeAlias = tuple[Example, ...] | None
"""Some values that an expression may have; None for anything."""
Scope: TypeAlias = Mapping[str, Shape]

_SAME = frozenset({"list", "reverse", "sort", "unique", "select", "reject", "selectattr", "rejectattr"})
"""Filters that give a list of what they are given."""
_ONE = frozenset({"first", "last"})


@dataclass(frozen=True, slots=True)
class Shapes:
    """Looks up expressions; what does not exist is told to `unknown`, what is used gathers in `used`."""

    unknown: Callable[[nodes.Node, str, object], None]
    """Called with the expression, the name, and what lacks it; None for a name that stands alone."""
    used: set[str] = field(default_factory=set)

    def of(self, node: nodes.Node, scope: Scope) -> Shape:
        """Find what `node` may stand for, and look at everything in it."""
        match node:
            case nodes.Name(name=name):
                return self._name(node, name, scope)
            case nodes.Getattr(node=owner, attr=name):
                return self._part(node, self.of(owner, scope), name)
            case nodes.Getitem(node=owner, arg=nodes.Const(value=str(name))):
                return self._part(node, self.of(owner, scope), name)
            case nodes.Getitem(node=owner, arg=argument):
                self.of(argument, scope)
                found = self.of(owner, scope)
                return found if isinstance(argument, nodes.Slice) else elements(found)
            case nodes.Filter(node=inner, name=name):
                return self._filtered(node, name, self.of(inner, scope) if inner else None, scope)
            case nodes.Test(name="defined" | "undefined"):
                return None
            case nodes.And() if self.never(node, scope):
                return None
            case nodes.CondExpr(test=test, expr2=other) if self.never(test, scope):
                return self.of(other, scope) if other else None
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self.of(test, scope)
                return _either(self.of(one, scope), self.of(other, scope) if other else ())
            case nodes.Or(left=one, right=other) | nodes.And(left=one, right=other):
                return _either(self.of(one, scope), self.of(other, scope))
            case nodes.Const(value=value):
                return (Example(value),)
            case _:
                for child in node.iter_child_nodes():
                    self._within(child, scope)
                return None

    def never(self, test: nodes.Node, scope: Scope) -> bool:
        """Tell whether a test asks for something `is defined` that this audience does not have."""
        match test:
            case nodes.And(left=one, right=other):
                return self.never(one, scope) or self.never(other, scope)
            case nodes.Test(name="defined", node=asked):
                missing: list[str] = []
                Shapes(lambda _node, name, _owner: missing.append(name)).of(asked, scope)
                return bool(missing)
            case _:
                return False

    def whole(self, shape: Shape) -> None:
        """Note that all of what is found is used, as by a filter that prints it whole."""
        for example in shape or ():
            for entry in example.value if isinstance(example.value, tuple) else (example.value,):
                if isinstance(entry, Entry) and example.path:
                    self.used.update(f"{example.path}.{name}" for name in names_in(entry))

    def _within(self, node: nodes.Node, scope: Scope) -> None:
        if isinstance(node, nodes.Expr):
            self.whole(self.of(node, scope))
            return
        for child in node.iter_child_nodes():
            self._within(child, scope)

    def _name(self, node: nodes.Node, name: str, scope: Scope) -> Shape:
        if name not in scope:
            self.unknown(node, name, None)
            return None
        found = scope[name]
        self.used.update(example.path for example in found or () if example.path)
        return found

    def _part(self, node: nodes.Node, owners: Shape, name: str) -> Shape:
        entries = [one for one in owners or () if isinstance(one.value, Entry)]
        if owners is None or len(entries) < len([one for one in owners if one.value is not None]):
            return None
        having = [one for one in entries if name in names_in(_entry(one))]
        if entries and not having:
            self.unknown(node, name, entries[0].value)
        parts = tuple(Example(getattr(one.value, name), one.path and f"{one.path}.{name}") for one in having)
        self.used.update(part.path for part in parts if part.path)
        return parts or None

    def _filtered(self, node: nodes.Filter, name: str, given: Shape, scope: Scope) -> Shape:
        for argument in node.args:
            self.of(argument, scope)
        for option in node.kwargs:
            self.of(option.value, scope)
        match node.args:
            case [nodes.Const(value=str(path)), *_] if name in {"selectattr", "rejectattr"}:
                found = elements(given)
                for part in path.split("."):
                    found = self._part(node, found, part)
        if name in _SAME:
            return given
        if name in _ONE:
            return elements(given)
        self.whole(given)
        return None


def elements(shape: Shape) -> Shape:
    """Find what a loop over `shape` gives."""
    if shape is None or not all(isinstance(one.value, tuple | list | None) for one in shape):
        return None
    found = tuple(_elements(shape))
    return found or None


def names_bound(target: nodes.Node) -> Iterator[str]:
    """List the names that a loop or an assignment makes."""
    return (name.name for name in ([target] if isinstance(target, nodes.Name) else target.find_all(nodes.Name)))


def _elements(shape: Iterable[Example]) -> Iterator[Example]:
    for one in shape:
        if isinstance(one.value, tuple | list):
            yield from (Example(item, one.path) for item in one.value)


def _either(one: Shape, other: Shape) -> Shape:
    return None if one is None or other is None else one + other


def _entry(example: Example) -> Entry:
    match example.value:
        case Entry() as entry:
            return entry
        case other:
            message = f"{other!r} is no part of a record"
            raise TypeError(message)
