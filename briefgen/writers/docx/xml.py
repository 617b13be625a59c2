"""Make XML text in which no value can become markup.

`Xml` is text that is markup already; only this module makes it out of plain text, so the type checker finds
a value that was put between tags as it came.
"""

import re
from typing import NewType, TypeAlias

from briefgen.errors import WriteError

Xml = NewType("Xml", str)
Attributes: TypeAlias = dict[str, str | int | None]
"""Names with their prefixes → values; one that is None is left out."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NOTHING = Xml("")

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_SPACES = str.maketrans("\t\n\r", "   ")
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(name: str, /, *children: Xml, **attributes: str | int | None) -> Xml:
    """Write an element of the main namespace `w`; an attribute that is None is left out."""
    return named(f"w:{name}", {f"w:{key}": value for key, value in attributes.items()}, *children)


def named(name: str, attributes: Attributes, *children: Xml) -> Xml:
    """Write an element whose name and attributes stand with their prefixes, as given."""
    opening = name + "".join(
        f' {key}="{value if isinstance(value, int) else escaped(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return Xml(f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>")


def flag(name: str, *, when: bool = True) -> Xml:
    """Write an empty element of the main namespace when it holds, nothing else."""
    return Xml(f"<w:{name}/>") if when else NOTHING


def join(*parts: Xml) -> Xml:
    """Put pieces of markup one after the other."""
    return Xml("".join(parts))


def escaped(text: str) -> Xml:
    """Turn plain characters into XML; white space becomes spaces, for Word reads tabs and line ends its own way.

    `WriteError` for characters that XML 1.0 cannot hold in any spelling (§2.2).
    """
    refused = _REFUSED.search(text)
    if refused:
        name = f"U+{ord(refused[0]):04X}"
        raise WriteError.of("DOCX01", f"character {name} cannot stand in a Word file", hint="take it out of the record")
    return Xml(text.translate(_SPACES).translate(_MARKUP))


def part(root: Xml) -> bytes:
    """Give the bytes of a part of the package whose root element is `root`."""
    return (DECLARATION + root).encode()
