"""Inlines → HTML, every character escaped."""

import re
from html import escape
from typing import assert_never

from briefgen.errors import WriteError
from briefgen.memo import Cite, Emphasis, Inline, Inlines, Labels, LineBreak, Link, Span, Strong, Text
from briefgen.writers.direction import is_right_to_left

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_DATE = re.compile(r"\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?")
"""What `time` may hold (HTML Standard 4.5.14); other values go into `data`."""


def escaped(text: str) -> str:
    """Turn characters into HTML, for text and for attributes in double quotes.

    `WriteError` for the control characters that HTML refuses (HTML Standard 13.1.4).
    """
    refused = _REFUSED.search(text)
    if refused:
        name = f"U+{ord(refused[0]):04X}"
        raise WriteError.of("HTM01", f"character {name} cannot stand in HTML", hint="take it out of the record")
    return escape(text)


def inlines(content: Inlines, labels: Labels) -> str:
    """Write inlines one after the other."""
    return "".join(_inline(inline, labels) for inline in content)


def _inline(inline: Inline, labels: Labels) -> str:
    match inline:
        case Text(text):
            return escaped(text)
        case Strong(content):
            return f"<strong>{inlines(content, labels)}</strong>"
        case Emphasis(content):
            return f"<em>{inlines(content, labels)}</em>"
        case Link(url, content):
            return f'<a href="{escaped(url)}">{inlines(content, labels)}</a>'
        case Cite(_, number):
            told = escaped(labels.source.format(number=number))
            return f'<a class="cite" href="#source-{number}" title="{told}">[{number}]</a>'
        case LineBreak():
            return "<br>"
        case Span():
            return _span(inline, labels)
        case _:
            assert_never(inline)


def _span(span: Span, labels: Labels) -> str:
    inside = inlines(span.content, labels)
    if span.value is not None:
        tag, attribute = ("time", "datetime") if _DATE.fullmatch(span.value) else ("data", "value")
        inside = f'<{tag} {attribute}="{escaped(span.value)}">{inside}</{tag}>'
    if span.lang is None:
        return inside
    direction = "rtl" if is_right_to_left(span.lang) else "ltr"
    return f'<span lang="{escaped(span.lang)}" dir="{direction}">{inside}</span>'
