"""What of a Word template would reach out of the memo: fetch a file, call a server, run a program.

A memo is opened by people who trust its sender, and laid out by LibreOffice on this machine; a template may be a
stranger's.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.notices import Notice, Place

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_ACTIVE = (
    *("/vbaProject", "/control", "/oleObject", "/package"),
    *("/aFChunk", "/subDocument", "/frame", "/attachedTemplate", "/mailMergeSource"),
)
"""Relationships to macros, to what other programs open, and to pieces of other documents."""
_CLICKED = "/hyperlink"
"""The one relationship to the outside that waits for somebody to follow it."""
_FETCHING = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD)\b", re.IGNORECASE)
"""Fields that read other files, or start other programs."""


def reaching_out(document: "Document", file: str) -> Iterator[Notice]:
    """Tell of every part, link and field that does so."""
    hint = "delete it in Word; put pictures and texts into the template itself"
    for what in dict.fromkeys((*_related(document), *_fields(document))):
        yield Notice("error", "WRD06", f"{what} reaches out of the template", Place(file), hint)


def _related(document: "Document") -> Iterator[str]:
    for one in document.part.package.iter_rels():
        kind = one.reltype.rpartition("/")[2]
        if one.reltype.endswith(_ACTIVE):
            yield f"a part for {kind}"
        elif one.is_external and not one.reltype.endswith(_CLICKED):
            yield f"a link to {kind}"


def _fields(document: "Document") -> Iterator[str]:
    from docx.oxml import parse_xml

    for part in document.part.package.iter_parts():
        if part.partname.endswith(".xml"):
            yield from (f"the field {name.upper()}" for name in _FETCHING.findall(_instructions(parse_xml(part.blob))))


def _instructions(root: "_Element") -> str:
    """Give the instructions of all fields, whose letters Word may have split, or which stand side by side."""
    from docx.oxml.ns import qn

    simple = [field.get(qn("w:instr"), "") for field in root.iter(qn("w:fldSimple"))]
    pieces = [text.text or "" for text in root.iter(qn("w:instrText"))]
    return "\n".join((*simple, "".join(pieces), " ".join(pieces)))
