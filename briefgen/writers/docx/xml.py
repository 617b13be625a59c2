"""Make XML text in which no value can become markup.

`Xml` is text that is markup already. Only this module makes it, so the type checker finds a value that was put
between tags as it came.
"""

import re
from typing import NewType, TypeAlias

from briefgen.errors import WriteError

Xml = NewType("Xml", str)
Attributes: TypeAlias = dict[str, str | int | None]
"""Names with their prefixes → values; one that is None is left out."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NOTHING = Xml("")

_SPELLED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": " ", "\n": " ", "\r": " "})
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(name: str, /, *children: Xml, **attributes: str | int | None) -> Xml:
    """Write an element of the main namespace `w`; an attribute that is None is left out."""
    told = [f' w:{key}="{_value(value)}"' for key, value in attributes.items() if value is not None]
    return _element(f"w:{name}", told, children)


def named(name: str, attributes: Attributes, *children: Xml) -> Xml:
    """Write an element whose name and attributes stand with their prefixes, as given."""
    told = [f' {key}="{_value(value)}"' for key, value in attributes.items() if value is not None]
    return _element(name, told, children)


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
    return Xml(text.translate(_SPELLED))


def part(root: Xml) -> bytes:
    """Give the bytes of a part of the package whose root element is `root`."""
    return (DECLARATION + root).encode()


def _element(name: str, attributes: list[str], children: tuple[Xml, ...]) -> Xml:
    opening, inside = "".join((name, *attributes)), "".join(children)
    return Xml(f"<{opening}>{inside}</{name}>" if inside else f"<{opening}/>")


def _value(value: str | int) -> str | int:
    return value if isinstance(value, int) else escaped(value)
