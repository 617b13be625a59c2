"""Read Word files with other means than they were written with: python-docx, lxml and the ZIP reader."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(data: bytes) -> WordDocument:
    """Open a file as python-docx does."""
    return Document(BytesIO(data))


def spoken(data: bytes) -> str:
    """Give the words of the body in reading order, without numbers of lists, boxes to tick and marks of direction."""
    text = " ".join(paragraph.text for paragraph in paragraphs(opened(data)))
    return " ".join(text.translate(dict.fromkeys((0x200E, 0x200F))).split())


def paragraphs(within: Any) -> Iterator[Paragraph]:
    """Give every paragraph of a document or a cell, those of tables in their place."""
    for block in within.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell)
        else:
            yield block


def part(data: bytes, name: str) -> etree._Element:
    """Parse one part of the package."""
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def body(data: bytes) -> etree._Element:
    """Give the element that holds all paragraphs and tables."""
    found = part(data, "word/document.xml").find(f"{W}body")
    assert found is not None
    return found


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Give an attribute of the main namespace."""
    return None if element is None else element.get(qn(f"w:{name}"))


def styles_by_text(data: bytes) -> dict[str, str]:
    """Give the style's id of each paragraph by its words."""
    return {
        "".join(text.text or "" for text in paragraph.iter(f"{W}t")): value(paragraph.find(f"{W}pPr/{W}pStyle")) or ""
        for paragraph in body(data).iter(f"{W}p")
    }
