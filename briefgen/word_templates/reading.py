"""Word file → the paragraphs of its parts, whether it is a template or what was made of one."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from briefgen import word_package
from briefgen.errors import TemplateError
from briefgen.notices import Place
from briefgen.values import dataclass

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

BROKEN = (LookupError, ValueError, SyntaxError, AttributeError, TypeError, RecursionError)
"""What python-docx raises for a file whose parts are not what they say."""
_FILLED = re.compile(r"/word/(document|header\d*|footer\d*|footnotes)\.xml")
"""The parts that docxtpl fills."""
_UNFILLED = re.compile(r"/word/(endnotes|comments)\.xml")
_BREAK = re.compile("[\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]")
"""What Python takes for the end of a line; a paragraph is one line."""
_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Part:
    """Body, header, footer or footnotes of a Word file."""

    name: str
    """As in messages: `body`, `header1`."""
    paragraphs: tuple[str, ...]
    """The characters of each, those in cells and boxes too, in the order of the markup."""
    levels: tuple[int, ...]
    """Of each paragraph that is a heading, from 1; 0 for others."""

    @property
    def letters(self) -> str:
        """All characters that are no white space."""
        return "".join("".join(self.paragraphs).split())


def opened(data: bytes, file: str) -> "Document":
    """Open a Word file; `TemplateError` if it is none."""
    from docx import Document
    from docx.oxml import parse_xml

    try:
        word_package.check(data)
        document = Document(BytesIO(data))
        for part in document.part.package.iter_parts():
            if part.partname.endswith(".xml"):  # python-docx itself reads the fewest of them
                parse_xml(part.blob)
        _ = document.sections[0].header.paragraphs, [style.name for style in document.styles]
        _ = document.core_properties.author
    except BROKEN as error:
        hint = "save it in Word as .docx"
        raise TemplateError.of("WRD02", f"not a Word document: {error}", place=Place(file), hint=hint) from error
    return document


def filled_parts(document: "Document") -> tuple[Part, ...]:
    """Read the parts that can hold tags, the body first."""
    from docx.oxml import parse_xml

    levels = {style.style_id: _level(style.name or "") for style in document.styles}
    found = [
        (match[1], part.blob)
        for part in document.part.package.iter_parts()
        if (match := _FILLED.fullmatch(str(part.partname)))
    ]
    return tuple(_part(name.replace("document", "body"), parse_xml(blob), levels) for name, blob in sorted(found))


def unfilled_parts(document: "Document") -> tuple[Part, ...]:
    """Read the parts that docxtpl leaves as they are."""
    from docx.oxml import parse_xml

    found = [
        (match[1], part.blob)
        for part in document.part.package.iter_parts()
        if (match := _UNFILLED.fullmatch(str(part.partname)))
    ]
    return tuple(_part(name, parse_xml(blob), {}) for name, blob in sorted(found))


def letters_in(root: "_Element") -> str:
    """Give all characters in a piece of markup that are no white space."""
    from docx.oxml.ns import qn

    return "".join("".join(text.text or "" for text in root.iter(qn("w:t"))).split())


def _part(name: str, root: "_Element", levels: dict[str, int]) -> Part:
    from docx.oxml.ns import qn

    paragraphs = list(root.iter(qn("w:p")))
    texts: dict[_Element, list[str]] = {paragraph: [] for paragraph in paragraphs}
    for text in root.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        owner = next(text.iterancestors(qn("w:p")), None)
        if owner is not None and next(text.iterancestors(qn("w:pPr")), None) is None:
            texts[owner].append(text.text or "" if text.tag == qn("w:t") else " ")
    told = tuple(_BREAK.sub(" ", "".join(texts[paragraph])) for paragraph in paragraphs)
    return Part(name, told, tuple(levels.get(style, 0) for style in _styles(paragraphs)))


def _styles(paragraphs: "list[_Element]") -> Iterator[str]:
    from docx.oxml.ns import qn

    for paragraph in paragraphs:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        yield style.get(qn("w:val"), "") if style is not None else ""


def _level(style: str) -> int:
    found = _HEADING.fullmatch(style.lower())
    return int(found[1]) if found else 0
