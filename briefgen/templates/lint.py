"""Read an audience's templates without filling them, and tell all that would go wrong when they are.

Every branch is looked at, also those that no article at hand would take: names that do not exist, parts that their
owner does not have, phrases that the language lacks, blocks that nobody prints.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field

from jinja2 import TemplateSyntaxError, nodes

from briefgen.audience.view import Entry, names_in
from briefgen.errors import TemplateError
from briefgen.nearest import meant
from briefgen.notices import Notice, Place
from briefgen.shelf import Shelf
from briefgen.templates.mistakes import (
    Told,
    in_own_words,
    missing_template,
    not_jinja,
    notice_of,
    unknown_name,
    unknown_part,
)
from briefgen.templates.sandbox import Sandbox
from briefgen.templates.shapes import Example, Scope, Shape, Shapes, elements, names_bound
from briefgen.values import dataclass

_OF_JINJA = ("loop", "super", "self", "caller", "varargs", "kwargs", "range", "namespace")
_MOST_TEMPLATES = 200


@dataclass(frozen=True, slots=True)
class Linted:
    """What is wrong, and which fields of the record the templates use."""

    notices: tuple[Notice, ...]
    used: tuple[str, ...]
    """Paths such as `positions.label`, sorted."""


def lint(
    name: str,
    shelf: Shelf,
    *,
    record: Entry,
    filters: Mapping[str, Callable[..., object]],
    given: Mapping[str, object],
    says: Callable[[str], bool],
) -> Linted:
    """Look at the template `name` and all that it extends, includes or imports.

    `record` holds an example of everything that the audience may see; `says` tells whether there is such a phrase.
    """
    sandbox = Sandbox(shelf, record, filters, frozenset(given))
    reader = _Reader(shelf, sandbox, record, says)
    scope: dict[str, Shape] = dict.fromkeys(_OF_JINJA)
    scope |= {key: (Example(value),) for key, value in given.items()}
    scope |= {key: (Example(getattr(record, key), key),) for key in names_in(record)}
    reader.template(name, scope)
    reader.blocks()
    return Linted(tuple(dict.fromkeys(reader.notices)), tuple(sorted(reader.shapes.used)))


@dataclass(slots=True)
class _Reader:
    shelf: Shelf
    sandbox: Sandbox
    record: Entry
    says: Callable[[str], bool]
    notices: list[Notice] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    owners: list[tuple[str, nodes.Block, bool]] = field(default_factory=list)
    """File, block, and whether the template it stands in extends another."""
    file: str = ""
    shapes: Shapes = field(init=False)

    def __post_init__(self) -> None:
        self.shapes = Shapes(self.unknown)

    # --- templates ---

    def template(self, name: str, scope: Scope, place: Place | None = None) -> None:
        """Look at a template once for each set of names it can see."""
        sheet = self.shelf.files.get(name)
        if sheet is None:
            self.notices.append(missing_template(name, place, self.shelf))
            return
        key = f"{name} {sorted(scope)}"
        if key in self.seen or len(self.seen) > _MOST_TEMPLATES:
            return
        self.seen.add(key)
        before, self.file = self.file, sheet.path
        try:
            self.tree(self.sandbox._parse(sheet.text, name, sheet.path), scope)  # noqa: SLF001 - names all unknown filters
        except RecursionError as error:
            self.notices.append(in_own_words(error, Place(sheet.path), self.shelf))
        except TemplateError as error:
            self.notices += error.notices
        except TemplateSyntaxError as error:
            self.notices.append(not_jinja(error, name, self.shelf))
        self.file = before

    def tree(self, tree: nodes.Template, scope: Scope) -> None:
        """Look at a whole template."""
        for call in tree.find_all(nodes.Call):
            self.phrase(call)
        self.body(tree.body, dict(scope))

    def blocks(self) -> None:
        """Tell of blocks that fill a place which no template extended by theirs has."""
        places = {block.name for _, block, extends in self.owners if not extends}
        for file, block, extends in self.owners:
            if extends and block.name not in places:
                told = "TPL07", f"no template has a place for the block {block.name!r}", meant(block.name, places)
                self.notices.append(notice_of(told, Place(file, block.lineno), self.shelf, block.name))

    # --- statements ---

    def body(self, body: list[nodes.Node], scope: dict[str, Shape]) -> None:
        """Look at statements one after the other; names that they make are known to those after them."""
        extends = any(isinstance(node, nodes.Extends) for node in body)
        for node in body:
            if isinstance(node, nodes.Block):
                self.owners.append((self.file, node, extends))
            self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        match node:
            case nodes.Extends(template=other) | nodes.Include(template=other) | nodes.Import(template=other):
                self.others(other, scope)
                scope |= {node.target: None} if isinstance(node, nodes.Import) else {}
            case nodes.FromImport(template=other, names=names):
                self.others(other, scope)
                scope |= {(name if isinstance(name, str) else name[1]): None for name in names}
            case nodes.For(target=target, iter=over, body=body, else_=otherwise, test=when):
                inner = scope | self.bound(target, elements(self.shapes.of(over, scope)))
                if when is not None:
                    self.shapes.of(when, inner)
                self.body(body, inner)
                self.body(otherwise, scope)
            case nodes.If(test=test, body=body, elif_=others, else_=otherwise):
                self.shapes.of(test, scope)
                if not self.shapes.never(test, scope):
                    self.body(body, scope)
                self.body([*others, *otherwise], scope)
            case nodes.Assign(target=place, node=value):
                scope |= self.bound(place, self.shapes.of(value, scope))
            case nodes.AssignBlock(target=place, body=body):
                self.body(body, scope)
                scope |= dict.fromkeys(names_bound(place))
            case nodes.Macro(name=name, args=parameters, body=body):
                scope[name] = None
                self.body(body, scope | dict.fromkeys(parameter.name for parameter in parameters))
            case nodes.With(targets=names, values=values, body=body):
                found = [
                    self.bound(name, self.shapes.of(value, scope)) for name, value in zip(names, values, strict=True)
                ]
                self.body(body, scope | {key: shape for one in found for key, shape in one.items()})
            case nodes.Output(nodes=parts):
                for part in parts:
                    self.shapes.whole(self.shapes.of(part, scope))
            case nodes.Expr():
                self.shapes.of(node, scope)
            case _:
                inner = dict(scope)
                for child in node.iter_child_nodes():
                    self.statement(child, inner)

    def bound(self, target: nodes.Node, items: Shape) -> dict[str, Shape]:
        """Give the names that a loop makes; of several at once nothing is known."""
        names = list(names_bound(target))
        return dict.fromkeys(names, items if len(names) == 1 else None)

    def others(self, expression: nodes.Expr, scope: dict[str, Shape]) -> None:
        """Look at the templates that an expression may name."""
        for example in self.shapes.of(expression, scope) or ():
            names = example.value if isinstance(example.value, tuple | list) else (example.value,)
            for name in names:
                self.template(str(name), scope, Place(self.file, expression.lineno))

    # --- findings ---

    def phrase(self, call: nodes.Call) -> None:
        """Tell of a phrase that the words of the audience's language lack."""
        match call:
            case nodes.Call(node=nodes.Name(name="t"), args=[nodes.Const(value=str(key)), *_]) if not self.says(key):
                hint = "add it to the words of this language"
                self.tell(("TPL06", f"there is no phrase {key!r}", hint), call, key)
            case _:
                pass

    def unknown(self, node: nodes.Node, name: str, owner: object) -> None:
        if owner is None:
            told = unknown_name(name, self.record, self.sandbox.given)
        else:
            told = unknown_part(name, owner, names_in(owner) if isinstance(owner, Entry) else ())
        self.tell(told, node, name)

    def tell(self, told: Told, node: nodes.Node, sought: str) -> None:
        place = Place(self.file, node.lineno, self.column(node.lineno, sought))
        self.notices.append(notice_of(told, place, self.shelf, sought))

    def column(self, line: int, sought: str) -> int:
        """Find where a name stands in its line; Jinja2 keeps only the line."""
        found = re.search(rf"(?<![\w]){re.escape(sought)}(?!\w)", next(self._line(line), ""))
        return found.start() + 1 if found else 0

    def _line(self, number: int) -> Iterator[str]:
        for sheet in self.shelf.files.values():
            if sheet.path == self.file:
                yield sheet.text.splitlines()[number - 1]
