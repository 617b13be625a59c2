"""View → Markdown: fill an audience's template.

Templates are Markdown with Jinja2 in a sandbox.
A value is never markup: all that is printed is escaped as Markdown, and only what briefgen's own filters make
(a citation, a date with its machine form) passes through.
A name that does not exist is an error with its template, line and nearest name; all of them in one run.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from types import FrameType
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateRuntimeError, TemplateSyntaxError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen.article.dates import When
from briefgen.audience.view import Entry, is_denied, names_in
from briefgen.errors import TemplateError
from briefgen.markdown_escape import escape
from briefgen.notices import Notice, Place
from briefgen.shelf import Shelf

_CHOOSING = ("default", "first", "groupby", "last", "reject", "rejectattr", "select", "selectattr", "unique")
_ARRANGING = ("batch", "count", "length", "list", "map", "reverse", "slice", "sort", "sum")
_FILTERS = frozenset({*_CHOOSING, *_ARRANGING})
"""Those of Jinja2 that choose and arrange; none of them makes markup or joins texts past the escaping."""


Filter = Callable[..., object]


def fill(
    name: str,
    shelf: Shelf,
    *,
    record: Entry,
    filters: Mapping[str, Filter],
    given: Mapping[str, object],
) -> str:
    """Fill the template `name` with the fields of `record` and with what else is `given`.

    `TemplateError` names all that is wrong, each with the template's own file and line.
    """
    environment = _Environment(shelf, record)
    environment.filters.update(filters)
    try:
        text = environment.get_template(name).render({n: getattr(record, n) for n in names_in(record)} | dict(given))
    except TemplateError as error:
        placed = (replace(notice, place=notice.place or _place(error, shelf)) for notice in error.notices)
        raise TemplateError(*environment.notices, *placed) from error
    except TemplateSyntaxError as error:
        place = Place(error.filename or name, error.lineno)
        raise TemplateError(Notice("error", "TPL01", error.message or "a syntax error", place)) from error
    except TemplateNotFound as error:
        raise TemplateError.of(
            "TPL02", f"there is no template {error.message!r}", place=_place(error, shelf)
        ) from error
    except (JinjaError, SecurityError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise TemplateError(
            *environment.notices, Notice("error", "TPL03", _message(error), _place(error, shelf))
        ) from error
    if environment.notices:
        raise TemplateError(*dict.fromkeys(environment.notices))
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


class _CodeGenerator(CodeGenerator):
    """Joins with `~` like Python's `+`, so that texts stay texts and what meets Markdown is escaped as Markdown."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Environment(ImmutableSandboxedEnvironment):
    code_generator_class = _CodeGenerator
    intercepted_binops = frozenset({"+", "%", "*"})

    def __init__(self, shelf: Shelf, record: Entry) -> None:
        super().__init__(
            loader=FunctionLoader(partial(_load, shelf)),
            autoescape=True,
            finalize=_finalized,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.notices: list[Notice] = []
        self.record = record
        self.undefined = type("_Unknown", (_Undefined,), {"environment": self})
        self.filters = {name: filter_ for name, filter_ in self.filters.items() if name in _FILTERS}
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}

    def joined(self, parts: Iterable[object]) -> str:
        """Join texts; if one of them is Markdown the others are escaped to be some too."""
        values = tuple(parts)
        if any(isinstance(value, Markup) for value in values):
            return Markup("").join(_finalized(value) for value in values)
        return "".join(_printed(value) for value in values)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja2's
        """Keep markupsafe's `+` and `%`, which escape as HTML, from Markdown."""
        if not isinstance(left, Markup) and not isinstance(right, Markup):
            return super().call_binop(context, operator, left, right)
        if operator == "+":
            return self.joined((left, right))
        raise SecurityError(f"Markdown cannot be combined with {operator!r}; join texts with ~")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - Jinja2's
        """Keep markupsafe's methods, which escape as HTML, from Markdown."""
        return not isinstance(obj, Markup) and super().is_safe_attribute(obj, attr, value)


class _Undefined(StrictUndefined):
    """A name that does not exist: notes itself where a template uses it and prints nothing."""

    environment: _Environment
    __slots__ = ()

    def _note(self, *_: object, **__: object) -> Any:  # noqa: ANN401 - stands for any operation
        name, owner = self._undefined_name or "?", self._undefined_obj
        place = _place_of(_template_frame(sys._getframe()), self.environment)  # noqa: SLF001 - the only way to it
        self.environment.notices.append(_unknown(str(name), owner, self.environment.record, place))
        return ""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as Jinja2 has it
        if name.startswith("__"):
            raise AttributeError(name)
        self._note()
        return Markup("")

    def _nothing(self, *_: object) -> Any:  # noqa: ANN401 - as Jinja2 has it
        self._note()
        return iter(())

    def _no(self) -> Any:  # noqa: ANN401 - as Jinja2 has it
        self._note()
        return False

    __iter__ = _nothing
    __bool__ = __len__ = _no
    __str__ = __html__ = __getitem__ = __eq__ = __ne__ = __add__ = __radd__ = __contains__ = __call__ = _note
    __hash__ = None  # type: ignore[assignment] # as StrictUndefined has it


def _unknown(name: str, owner: object, record: Entry, place: Place | None) -> Notice:
    from difflib import get_close_matches

    entry = owner if isinstance(owner, Entry) else record
    if is_denied(entry, name):
        hint = "add it to `fields` in audience.yaml if this audience may see it"
        return Notice("error", "TPL05", f"the audience is not allowed to see {name!r}", place, hint)
    near = get_close_matches(name, names_in(entry), n=1)
    hint = f"did you mean {near[0]!r}?" if near else ""
    where = f" of {entry}" if isinstance(owner, Entry) else ""
    return Notice("error", "TPL04", f"there is no {name!r}{where}", place, hint)


def _load(shelf: Shelf, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    sheet = shelf.files.get(name)
    return (sheet.text, sheet.path, lambda: True) if sheet else None


def _finalized(value: object) -> Any:  # noqa: ANN401 - Jinja2 takes what can be printed
    """Escape what is not Markdown yet; macros, blocks and our filters give Markdown, and nothing else does."""
    return value if isinstance(value, Markup | _Undefined) else Markup(escape(_printed(value)))  # noqa: S704 - escaped


def _printed(value: object) -> str:
    """Give the characters of a value that can be printed; nothing for None."""
    match value:
        case None:
            return ""
        case bool() | tuple() | list() | dict():
            what = "a list" if isinstance(value, tuple | list) else f"{value!r}"
            message = f"{what} cannot be printed; loop over it, or test it with `if`"
            raise TemplateRuntimeError(message)
        case str() | int() | Entry() | When():
            return str(value)
        case _:
            return str(value)


def _message(error: Exception) -> str:
    match error:
        case JinjaError(message=str(message)):
            return message
        case _:
            return f"{type(error).__name__}: {error}"


def _place(error: Exception, shelf: Shelf) -> Place | None:
    """Find the last line of a template in the traceback, which Jinja2 has rewritten to the templates' own lines."""
    paths = {sheet.path for sheet in shelf.files.values()}
    found, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in paths:
            found = Place(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _template_frame(frame: FrameType | None) -> FrameType | None:
    while frame is not None and "__jinja_template__" not in frame.f_globals and "blocks" not in frame.f_globals:
        frame = frame.f_back
    return frame


def _place_of(frame: FrameType | None, environment: _Environment) -> Place | None:
    """Translate a line of the compiled template into the template's own."""
    if frame is None:
        return None
    template = environment.get_template(frame.f_globals["name"])
    return Place(template.filename or template.name or "?", template.get_corresponding_lineno(frame.f_lineno))
