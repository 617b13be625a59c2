"""Read a written PDF back by pdfium: its words as a screen reader speaks them, its pages, and what it says of itself.

Whoever checks a file asks for something else of it; opening it takes longest, so all is read in one go.
pdfium's own functions are called: pypdfium2's classes around them take longer to import than a memo to be read.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from pypdfium2_raw import bindings as pdfium

from briefgen.pdf_file.speech import Speaker
from briefgen.pdf_file.strings import UNIT, string, wide
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """A PDF as pdfium shows it."""

    spoken: str
    """The words of all pages in the order of the structure tree, with U+0002 for the hyphen at the end of a line, of
    which pdfium says no more."""
    pages: tuple[str, ...]
    """The text of each page as it is laid out."""
    title: str
    author: str
    has_notes: bool
    """There are annotations other than links."""


@lru_cache(maxsize=1)
def shown(data: bytes) -> Shown:
    """Read a PDF, the latest one only once; `ValueError` if pdfium cannot open it."""
    with _opened(data) as document:
        speaker = Speaker()
        pages = [_page(document, number, speaker) for number in range(pdfium.FPDF_GetPageCount(document))]
        title, author = (string(pdfium.FPDF_GetMetaText, document, name) for name in (b"Title", b"Author"))
    words = " ".join(piece for pieces, _, _ in pages for piece in pieces)
    return Shown(words, tuple(text for _, text, _ in pages), title, author, any(noted for _, _, noted in pages))


def count_pages(data: bytes) -> int:
    """Count the pages; `ValueError` if pdfium cannot open the file."""
    with _opened(data) as document:
        return int(pdfium.FPDF_GetPageCount(document))


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise ValueError("pdfium cannot open the file")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(document: Any, number: int, speaker: Speaker) -> tuple[list[str], str, bool]:  # noqa: ANN401 - a handle of pdfium
    """Give what a page speaks, its text, and whether there are notes on it."""
    page = pdfium.FPDF_LoadPage(document, number)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        return speaker.spoken(page, text), _text(page, text), _has_notes(page)
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)


def _text(page: Any, text: Any) -> str:  # noqa: ANN401 - handles of pdfium
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    edges = box.left, box.top, box.right, box.bottom
    size = pdfium.FPDFText_GetBoundedText(text, *edges, None, 0)
    buffer = ctypes.create_string_buffer(size * UNIT)
    pdfium.FPDFText_GetBoundedText(text, *edges, wide(buffer), size)
    return buffer.raw.decode("utf-16-le", errors="ignore").replace("\r\n", "\n")


def _has_notes(page: Any) -> bool:  # noqa: ANN401 - as above
    for place in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, place)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind != pdfium.FPDF_ANNOT_LINK:
            return True
    return False
