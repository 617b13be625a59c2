r"""Jinja2 for templates of strangers: no way to Python, none to the record behind the view, none past the escaping.

What a template prints is Markdown (`Markup`) only if the template itself wrote it or one of our filters made it;
everything else is escaped as it is printed.
Markdown is therefore never cut, multiplied or formatted: half of `\*` would be markup.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial, wraps
from types import FrameType
from typing import Any

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateRuntimeError,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from briefgen.audience.view import Entry, names_in
from briefgen.errors import TemplateError
from briefgen.notices import Notice, Place
from briefgen.shelf import Shelf
from briefgen.templates.compiling import CODES, COUNTED, Compiler, counted_loops, too_large
from briefgen.templates.meter import Meter
from briefgen.templates.mistakes import notice_of, unknown_filter, unknown_name, unknown_part
from briefgen.templates.printing import described, escaped, printed

_CHOOSING = ("default", "first", "groupby", "last", "reject", "rejectattr", "select", "selectattr", "unique")
_ARRANGING = ("batch", "count", "length", "list", "map", "reverse", "slice", "sort", "sum")
_FILTERS = frozenset({*_CHOOSING, *_ARRANGING})
"""Those of Jinja2 that choose and arrange; none of them makes markup or joins texts past the escaping."""
_HARMLESS = frozenset({"default", "count", "length"})
"""Those that leave what they are given in one piece."""
_METHODS: tuple[tuple[type, frozenset[str]], ...] = (
    (str, frozenset(("lower", "upper", "title", "capitalize", "strip", "startswith", "endswith", "split", "isdigit"))),
    (dict, frozenset(("get", "items", "keys", "values"))),
    (list, frozenset(("count", "index"))),
    (tuple, frozenset(("count", "index"))),
    (int, frozenset()),
    (float, frozenset()),
    (Decimal, frozenset()),
)
"""What may be called on plain values: nothing that could fill the memory or escape for another language."""
_MOST_PARTS = 10_000
_LONGEST = 1_000_000
"""Characters that a template may join into one text."""
_TOLD = 5_000
"""What it takes to tell of a mistake, in characters printed."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Fills templates of one shelf for one record; `notices` gathers the names that do not exist.

    `prints` gives the characters, as `Markup`, that stand in the file for a value; Markdown, where nothing is said.
    """

    intercepted_binops = frozenset({"+", "%", "*", "**"})

    def __init__(
        self,
        shelf: Shelf,
        record: Entry,
        filters: Mapping[str, Callable[..., object]],
        given: frozenset[str],
        *,
        prints: Callable[[object], Any] = escaped,
    ) -> None:
        super().__init__(
            loader=FunctionLoader(partial(_load, shelf)),
            autoescape=True,
            finalize=_with_context(self._printing(prints)),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=CODES,
            optimized=False,
        )
        self.code_generator_class = Compiler
        self.meter = Meter()
        self.shelf, self.record, self.given = shelf, record, given
        self.notices: list[Notice] = []
        self.undefined = type("_Unknown", (_Undefined,), {"environment": self})
        own = {name: _guarded(name, filter_, self.counted) for name, filter_ in filters.items()}
        chosen = {name: _uncut(name, self.filters[name], self.counted) for name in _FILTERS}
        self.filters = {**chosen, **own, COUNTED: self.counted}
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}

    def counted(self, value: Any) -> Any:  # noqa: ANN401 - any value of a template
        """Have the meter count what is looked at; a name that does not exist tells that itself."""
        return value if isinstance(value, _Undefined | Environment | Context) else self.meter.counted(value)

    def call(self, context: Context, obj: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401 - Jinja2's
        """Have the meter count every call, and what it is given."""
        self.meter.call(obj)
        return super().call(context, obj, *map(self.counted, args), **named)

    def joined(self, parts: Iterable[object]) -> str:
        """Join texts; if one of them is Markdown the others are escaped to be some too."""
        values = tuple(parts)
        is_markdown = any(isinstance(value, Markup) for value in values)
        texts = [escaped(value) if is_markdown else printed(value) for value in values]
        length = sum(len(text) for text in texts)
        self.meter.take(length)
        if length > _LONGEST:
            raise SecurityError(f"a text of more than {_LONGEST:,} characters")
        return Markup("").join(texts) if is_markdown else "".join(texts)

    def cut(self, value: Any, part: slice) -> Any:  # noqa: ANN401 - a list or a text
        """Take a part of a list or text."""
        return self.counted(self.getitem(value, part))

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - Jinja2's
        """Keep Markdown in one piece."""
        if isinstance(obj, Markup):
            raise SecurityError("a piece of Markdown cannot be cut")
        return super().getitem(obj, argument)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja2's
        """Add texts as `~` does, and compute with numbers only."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.joined((left, right))
        if operator == "**" or (operator != "+" and not _are_numbers(left, right)):
            raise SecurityError(f"{operator!r} is not for these values; texts are joined with ~")
        return super().call_binop(context, operator, self.counted(left), self.counted(right))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja2's
        """Allow the few methods of plain values that are harmless, and none of Markdown."""
        if isinstance(obj, Markup):
            return False
        for kind, methods in _METHODS:
            if isinstance(obj, kind):
                return attr in methods
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401 - Jinja2's
        """Leave `format` to `is_safe_attribute`, which refuses it."""

    def _printing(self, prints: Callable[[object], Any]) -> Callable[[object], Any]:
        """Count what is printed."""

        def counting(value: object) -> Any:  # noqa: ANN401 - Jinja2's
            text = prints(value)
            self.meter.take(len(text) if isinstance(text, str) else 0)
            return text

        return counting

    def _generate(self, source: nodes.Template, *told: Any, **named: Any) -> str:  # noqa: ANN401 - Jinja2's
        return super()._generate(counted_loops(source), *told, **named)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Name all filters and tests that do not exist, where Jinja2 would stop at the first."""
        tree = super()._parse(source, name, filename)
        notices = [
            notice_of(unknown_filter(node.name, what, known), Place(filename or str(name), node.lineno), self.shelf)
            for kind, what, known in ((nodes.Filter, "filter", self.filters), (nodes.Test, "test", self.tests))
            for node in tree.find_all(kind)
            if node.name not in known
        ]
        if notices:
            raise TemplateError(*notices)
        for number in too_large(tree):
            raise TemplateSyntaxError("a number that is too large", number.lineno, name, filename)
        return tree


class _Undefined(StrictUndefined):
    """A name that does not exist: notes itself where a template uses it and prints nothing."""

    environment: Sandbox
    __slots__ = ()

    def _note(self, *_: object, **__: object) -> Any:  # noqa: ANN401 - stands for any operation
        self.environment.meter.take(_TOLD)
        sandbox, name = self.environment, self._undefined_name if self._undefined_name is not None else "?"
        place = _place_of(_template_frame(sys._getframe()), sandbox)  # noqa: SLF001 - the only way to it
        owner = self._undefined_obj
        told = (
            unknown_name(name, sandbox.record, sandbox.given)
            if owner is missing
            else unknown_part(name, owner, _offered(owner))
        )
        sandbox.notices.append(notice_of(told, place, sandbox.shelf, str(name)))
        return ""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as Jinja2 has it
        if name.startswith("__"):
            raise AttributeError(name)
        self._note()
        return Markup("")

    def _nothing(self, *_: object) -> Any:  # noqa: ANN401 - as Jinja2 has it
        self._note()
        return iter(())

    def _no(self, *_: object) -> Any:  # noqa: ANN401 - as Jinja2 has it
        self._note()
        return False

    __iter__ = _nothing
    __bool__ = __len__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _no
    __str__ = __html__ = __getitem__ = __add__ = __radd__ = __call__ = _note
    __hash__ = None  # type: ignore[assignment] # as StrictUndefined has it


def _offered(owner: object) -> Iterable[str]:
    """List the parts that a template may take of a value."""
    if isinstance(owner, Entry):
        return names_in(owner)
    plain = next((methods for kind, methods in _METHODS if isinstance(owner, kind)), None)
    return () if isinstance(owner, Markup) else plain or [name for name in dir(owner) if not name.startswith("_")]


def _guarded(name: str, filter_: Callable[..., object], counted: Callable[[object], object]) -> Callable[..., object]:
    """Tell in the template's words that a filter was given something it is not for."""

    @wraps(filter_)
    def guarded(*values: object, **options: object) -> object:
        if any(isinstance(value, _Undefined) for value in values):
            return "".join(str(value) for value in values if isinstance(value, _Undefined))
        try:
            return filter_(*map(counted, values), **options)
        except (AttributeError, TypeError, ValueError) as error:
            raise TemplateRuntimeError(f"`{name}` is not for {described(values[0])}") from error

    return guarded


def _uncut(name: str, filter_: Callable[..., Any], counted: Callable[[object], object]) -> Callable[..., Any]:
    """Keep a filter that takes lists apart from taking Markdown apart, and count what it goes over."""

    @wraps(filter_)
    def uncut(*values: Any, **options: Any) -> Any:  # noqa: ANN401 - Jinja2's
        if name not in _HARMLESS and any(isinstance(value, Markup) for value in values[:2]):
            raise SecurityError(f"a piece of Markdown cannot be cut, as `{name}` would")
        for number in (*values, *options.values()):
            if type(number) is int and number > _MOST_PARTS:
                raise SecurityError(f"`{name}` makes {_MOST_PARTS:,} parts at most")
        return counted(filter_(*map(counted, values), **options))

    return uncut


def _load(shelf: Shelf, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    sheet = shelf.files.get(name)
    return (sheet.text, sheet.path, lambda: True) if sheet else None


def _with_context(prints: Callable[[object], Any]) -> Callable[[Context, object], Any]:
    """Take the context too, and leave it: without it Jinja2 would print constants at compile time, past us."""

    @pass_context
    def finalized(context: Context, value: object) -> Any:  # noqa: ANN401, ARG001 - Jinja2's
        return prints(value)

    return finalized


def _are_numbers(left: object, right: object) -> bool:
    return isinstance(left, int | float | Decimal) and isinstance(right, int | float | Decimal)


def _template_frame(frame: FrameType | None) -> FrameType | None:
    while frame is not None and "__jinja_template__" not in frame.f_globals and "blocks" not in frame.f_globals:
        frame = frame.f_back
    return frame


def _place_of(frame: FrameType | None, environment: Sandbox) -> Place | None:
    """Translate a line of the compiled template into the template's own."""
    if frame is None or frame.f_globals["name"] is None:
        return None
    template = environment.get_template(frame.f_globals["name"])
    return Place(template.filename or template.name or "?", template.get_corresponding_lineno(frame.f_lineno))
