"""A PDF as pdfium shows it: the text of its pages, what it says of itself, and whether somebody left notes in it.

pdfium's own functions are called: pypdfium2's classes around them take longer to import than a memo to be read.
"""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pypdfium2_raw import bindings as pdfium

from briefgen.checks.rendered import Rendered

_LINK = 2
"""The kind of annotation that is no comment, in pdfium's count."""
_UNIT = 2
"""Bytes of a character in UTF-16."""


def read_pdf(data: bytes) -> Rendered:
    """Read a PDF; `ValueError` if pdfium cannot open it."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise ValueError("pdfium cannot open the file")
    try:
        pages = [_page(document, number) for number in range(pdfium.FPDF_GetPageCount(document))]
        title, author = (_said(document, name) for name in (b"Title", b"Author"))
    finally:
        pdfium.FPDF_CloseDocument(document)
    traces = ("comments",) if any(is_annotated for _, is_annotated in pages) else ()
    return Rendered("pdf", tuple(text for text, _ in pages), title, author, traces)


def _page(document: Any, number: int) -> tuple[str, bool]:  # noqa: ANN401 - a handle of pdfium
    """Give the text of a page, and whether it has an annotation other than links."""
    with _closed(pdfium.FPDF_LoadPage(document, number), pdfium.FPDF_ClosePage) as page:
        kinds = [_kind(page, place) for place in range(pdfium.FPDFPage_GetAnnotCount(page))]
        with _closed(pdfium.FPDFText_LoadPage(page), pdfium.FPDFText_ClosePage) as text:
            return _text(page, text), any(kind != _LINK for kind in kinds)


def _text(page: Any, text: Any) -> str:  # noqa: ANN401 - handles of pdfium
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    edges = box.left, box.top, box.right, box.bottom
    size = pdfium.FPDFText_GetBoundedText(text, *edges, None, 0)
    buffer = ctypes.create_string_buffer(size * _UNIT)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFText_GetBoundedText(text, *edges, units, size)
    return buffer.raw.decode("utf-16-le", errors="ignore").replace("\r\n", "\n")


def _kind(page: Any, place: int) -> int:  # noqa: ANN401 - a handle of pdfium
    with _closed(pdfium.FPDFPage_GetAnnot(page, place), pdfium.FPDFPage_CloseAnnot) as annotation:
        return int(pdfium.FPDFAnnot_GetSubtype(annotation))


def _said(document: Any, name: bytes) -> str:  # noqa: ANN401 - a handle of pdfium
    size = pdfium.FPDF_GetMetaText(document, name, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_GetMetaText(document, name, buffer, size)
    return buffer.raw[: size - _UNIT].decode("utf-16-le") if size > _UNIT else ""


@contextmanager
def _closed(handle: Any, close: Callable[[Any], object]) -> Iterator[Any]:  # noqa: ANN401 - as above
    try:
        yield handle
    finally:
        close(handle)
