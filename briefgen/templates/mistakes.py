"""What is wrong in a template, told with the template's own file and line, the expression, and what was meant."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError

from briefgen.audience.view import Entry, is_denied, names_in
from briefgen.nearest import meant
from briefgen.notices import Notice, Place
from briefgen.shelf import Shelf

_TAG = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}")
Told: TypeAlias = tuple[str, str, str]
"""A code, a message and a hint."""
_LONGEST = 100
"""Characters of a template that a message repeats."""


def unknown_name(name: object, record: Entry, given: Iterable[str]) -> Told:
    """Tell of a name that stands alone and that neither the record nor what else is `given` has."""
    if str(name) in names_in(record):
        hint = "write `with context` at the end of the import"
        return "TPL04", f"{str(name)!r} is not at hand in a template that is imported", hint
    return _unknown_field(str(name), record, "", (*names_in(record), *given))


def unknown_part(name: object, owner: object, offered: Iterable[str]) -> Told:
    """Tell of a part that `owner` does not have; it has those that are `offered`."""
    match owner:
        case _ if str(name).startswith("_"):
            return "TPL04", f"{name!r} is not for templates", "names that begin with '_' belong to Python"
        case None:
            return "TPL04", f"{name!r} of nothing: what stands before it is not given", _IF
        case tuple() | list() if isinstance(name, int):
            return "TPL04", f"there is no item {name} in a list of {len(owner)}; the first is 0", ""
        case Entry():
            return _unknown_field(str(name), owner, f" of {owner}" if str(owner) else "", offered)
        case _:
            return "TPL04", f"there is no {str(name)!r} of {_called(owner)}", meant(str(name), offered)


def notice_of(told: Told, place: Place | None, shelf: Shelf, sought: str = "") -> Notice:
    """Make a notice that repeats the expression at `place` in which `sought` stands."""
    code, message, hint = told
    return Notice("error", code, message + _expression(place, shelf, sought), place, hint)


def unknown_filter(name: str, what: str, known: Iterable[str]) -> Told:
    """Tell of a filter or test (`what`) that templates do not have."""
    choices = sorted(known)
    if name in {"safe", "escape", "e", "forceescape"}:
        hint = "every value is escaped as Markdown; write markup in the template itself"
    else:
        hint = meant(name, choices) or f"there is {', '.join(choices)}"
    return "TPL01", f"there is no {what} {name!r}", hint


def not_jinja(error: TemplateSyntaxError, name: str, shelf: Shelf) -> Notice:
    """Tell of a template that cannot be read."""
    place = Place(error.filename or name, error.lineno)
    return notice_of(("TPL01", _sentence(error.message or "a syntax error"), ""), place, shelf)


def missing_template(name: str, place: Place | None, shelf: Shelf) -> Notice:
    """Tell of a template that another includes or extends and that nobody has."""
    return notice_of(("TPL02", f"there is no template {name!r}", meant(name, shelf.files)), place, shelf, name)


def in_own_words(error: BaseException, place: Place | None, shelf: Shelf) -> Notice:
    """Tell of something that a template cannot do with its values."""
    match error:
        case JinjaError(message=str(message)):
            told = _sentence(message)
        case RecursionError():
            told = "templates include or call each other without end"
        case _:
            told = f"this cannot be computed: {_sentence(str(error)) or type(error).__name__}"
    return notice_of(("TPL03", told, ""), place, shelf)


def last_place(error: BaseException, shelf: Shelf) -> Place | None:
    """Find the last line of a template in the traceback, which Jinja2 has rewritten to the templates' own lines."""
    paths = {sheet.path for sheet in shelf.files.values()}
    found, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in paths:
            found = Place(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found


_IF = "test it first, as in `{% if bluf %}`"


def _unknown_field(name: str, entry: Entry, where: str, known: Iterable[str]) -> Told:
    if is_denied(entry, name):
        hint = "add it to `fields` in audience.yaml if this audience may see it"
        return "TPL05", f"the audience is not allowed to see {name!r}{where}", hint
    return "TPL04", f"there is no {name!r}{where}", meant(name, known)


def _expression(place: Place | None, shelf: Shelf, sought: str) -> str:
    """Repeat the tag in which `sought` stands, or the whole line."""
    text = next((sheet.text for sheet in shelf.files.values() if place and sheet.path == place.file), "")
    lines = text.splitlines()
    if place is None or not 0 < place.line <= len(lines):
        return ""
    line = lines[place.line - 1].strip()
    tags = [tag for tag in _TAG.findall(line) if sought and sought in tag]
    shown = tags[0] if tags else line
    return f"\n  | {shown if len(shown) <= _LONGEST else shown[:_LONGEST] + '…'}" if shown else ""


def _called(owner: object) -> str:
    match owner:
        case str():
            return "a text"
        case bool() | int() | float():
            return "a number"
        case tuple() | list():
            return "a list"
        case _:
            return type(owner).__name__.strip("_").lower().removesuffix("context")


def _sentence(message: str) -> str:
    """Write Jinja2's and Python's messages as ours are written."""
    return (message[:1].lower() + message[1:]).rstrip(".")
