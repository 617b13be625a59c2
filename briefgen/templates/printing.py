"""What a template prints: the characters of a value, escaped as Markdown unless they are Markdown already."""

from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import TemplateRuntimeError, Undefined
from markupsafe import Markup

from briefgen.article.dates import When
from briefgen.audience.view import Entry
from briefgen.markdown_escape import escape
from briefgen.tongue import bare


def escaped(value: object) -> Any:  # noqa: ANN401 - Jinja2 takes what can be printed
    """Escape what is not Markdown yet; macros, blocks and our filters give Markdown, and nothing else does."""
    return value if isinstance(value, Markup | Undefined) else Markup(escape(printed(value)))  # noqa: S704 - escaped


def printed(value: object) -> str:
    """Give the characters of a value that can be printed; nothing for None."""
    match value:
        case None:
            return ""
        case str() | Entry() | When() | date() | Decimal() | float() | Undefined():
            return str(value)
        case int() if not isinstance(value, bool):
            return str(value)
        case _:
            raise TemplateRuntimeError(f"{described(value)} cannot be printed; loop over it, or test it with `if`")


def described(value: object) -> str:
    """Name a value in a message."""
    match value:
        case None:
            return "an empty value"
        case tuple() | list() | dict():
            return "a list"
        case bool():
            return "true or false"
        case str():
            return f"the text {value!r}"
        case When() | date():
            return f"the date {value}"
        case int() | float() | Decimal():
            return f"the number {value}"
        case Entry():
            return f"the part of the record {bare(str(value))!r}"
        case _:
            return "what it was given"
