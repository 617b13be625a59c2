"""Read a memo's words back from every format, by other means than they were written with.

Line breaks and spaces are left out, for formats break lines where they like; so are drawings, whose words stand in
their tables, and what runs at the head and foot of pages.
"""

import ctypes
import re
from collections.abc import Callable
from functools import partial
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import html5lib
import pypdfium2
from pypdfium2 import raw
from support.specimen import META
from support.wording import wording

from briefgen.markdown import parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RULES = re.compile(r"-{3,}|={3,}|\*{3,}|\.{3,}|_{3,}")
_NOT_READ = frozenset({"Artifact", "Figure"})


def closed_up(text: str) -> str:
    """Take all white space out of a text."""
    return "".join(text.split())


def from_text(data: bytes) -> str:
    """Read plain text; titles of callouts are written in capitals, so all of it is read in small letters."""
    return _RULES.sub("", data.decode()).casefold()


def from_markdown(data: bytes) -> str:
    """Read Markdown as briefgen does."""
    return wording(parse(data.decode(), file="read back", meta=META))


def from_html(data: bytes) -> str:
    """Read what a page says to people who listen."""
    tree = html5lib.parse(data.decode(), namespaceHTMLElements=False)
    (main,) = tree.iter("main")
    return _heard(main)


def from_docx(data: bytes) -> str:
    """Read the paragraphs of a Word file, those in tables in their place, without marks of direction."""
    with ZipFile(BytesIO(data)) as package:
        document = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - written by ourselves
    return "".join(text.text or "" for text in document.iter(f"{W}t")).translate(dict.fromkeys((0x200E, 0x200F)))


def from_pdf(data: bytes) -> str:
    """Read the text objects of all pages in the order in which they are painted."""
    with pypdfium2.PdfDocument(data) as pdf:
        return "".join(_page(page) for page in pdf)


READERS: dict[str, Callable[[bytes], str]] = {
    "pdf": from_pdf,
    "docx": from_docx,
    "html": from_html,
    "txt": from_text,
    "md": from_markdown,
}
"""File name extension → reader, as in `WRITERS`."""


def _heard(element: ET.Element) -> str:
    inside = "" if element.get("role") == "img" else element.text or ""
    children = "" if element.get("role") == "img" else "".join(_heard(child) for child in element)
    return inside + children + (element.tail or "")


def _page(page: pypdfium2.PdfPage) -> str:
    texts = page.get_textpage()
    items = (item.raw for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
    return "".join(_text(item, texts.raw) for item in items if not _marks(item) & _NOT_READ)


def _marks(item: object) -> frozenset[str]:
    """Name the marked content that a text object is part of."""
    marks = (raw.FPDFPageObj_GetMark(item, n) for n in range(raw.FPDFPageObj_CountMarks(item)))
    return frozenset(_string(partial(_name, mark)) for mark in marks)


def _name(mark: object, buffer: object, size: int) -> int:
    length = ctypes.c_ulong()
    raw.FPDFPageObjMark_GetName(mark, buffer, size, length)
    return length.value


def _text(item: object, texts: object) -> str:
    return _string(lambda buffer, size: int(raw.FPDFTextObj_GetText(item, texts, buffer, size)))


def _string(fill: Callable[[object, int], int]) -> str:
    """Call a function of pdfium twice, as it wants: for the length of a text in UTF-16, and for the text."""
    size = fill(None, 0)
    buffer = ctypes.create_string_buffer(size)
    fill(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0")
