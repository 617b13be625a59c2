"""View → Markdown: fill an audience's template.

Templates are Markdown with Jinja2 in a sandbox.
A value is never markup: all that is printed is escaped as Markdown, and only what briefgen's own filters make
(a citation, a date with its machine form) passes through.
A name that does not exist is an error with its template, line, expression and nearest name; all of them in one run.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError
from jinja2.exceptions import TemplateNotFound

from briefgen.audience.view import Entry, names_in
from briefgen.errors import TemplateError
from briefgen.notices import Notice
from briefgen.shelf import Shelf
from briefgen.templates.mistakes import in_own_words, last_place, missing_template, not_jinja
from briefgen.templates.printing import escaped
from briefgen.templates.sandbox import Sandbox

BROKEN = (
    *(JinjaError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError),
    *(RecursionError, MemoryError, SyntaxError),
)
"""What a template can do wrong when it is filled; anything else is a bug of briefgen."""


def fill(
    name: str,
    shelf: Shelf,
    *,
    record: Entry,
    filters: Mapping[str, Callable[..., object]],
    given: Mapping[str, object],
    prints: Callable[[object], Any] = escaped,
) -> str:
    """Fill the template `name` with the fields of `record` and with what else is `given`.

    `prints` is that of `Sandbox`.
    `TemplateError` names all that is wrong, each with the template's own file and line.
    """
    sandbox = Sandbox(shelf, record, filters, frozenset(given), prints=prints)
    try:
        text = sandbox.get_template(name).render(values_of(record, given))
    except TemplateError as error:
        placed = (replace(notice, place=notice.place or last_place(error, shelf)) for notice in error.notices)
        raise TemplateError(*_once(sandbox.notices), *placed) from error
    except TemplateSyntaxError as error:
        raise TemplateError(*sandbox.notices, not_jinja(error, name, shelf)) from error
    except TemplateNotFound as error:
        notice = missing_template(str(error.message), last_place(error, shelf), shelf)
        raise TemplateError(*sandbox.notices, notice) from error
    except BROKEN as error:
        notice = in_own_words(error, last_place(error, shelf), shelf)
        raise TemplateError(*_once(sandbox.notices), notice) from error
    if sandbox.notices:
        raise TemplateError(*_once(sandbox.notices))
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n") + "\n"


def values_of(record: Entry, given: Mapping[str, object]) -> dict[str, object]:
    """Give the names that a template knows; what is `given` hides a field of the same name."""
    return {field: getattr(record, field) for field in names_in(record)} | dict(given)


def _once(notices: list[Notice]) -> tuple[Notice, ...]:
    """Tell what goes wrong in every turn of a loop only once."""
    return tuple({(notice.place, notice.message.splitlines()[-1]): notice for notice in reversed(notices)}.values())[
        ::-1
    ]
