"""Tagged PDF → its words in the order of its structure tree, as a screen reader speaks them.

pdfium reads the file: its structure tree for the order, its text objects for the words of each marked piece.
Numbers of lists, which the memo does not hold, and drawings, whose words stand in a table beside them, are left out.
"""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pypdfium2_raw import bindings as pdfium

_UNITS = ctypes.POINTER(ctypes.c_ushort)
_END = 2
"""Bytes of the character U+0000 at the end of pdfium's strings in UTF-16."""
_USUAL = 256
"""Bytes that nearly every string has room in, so that its length need not be asked for first."""
_LONGEST = 64
"""Bytes that the name of a numbering may take."""


def read(data: bytes) -> str:
    """Give the words of all pages, with U+0002 for the hyphen at the end of a line, of which pdfium says no more.

    `ValueError` if pdfium cannot open the file.
    """
    with _opened(data) as document:
        return " ".join(
            piece for number in range(pdfium.FPDF_GetPageCount(document)) for piece in _page(document, number)
        )


def pages(data: bytes) -> int:
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


def _page(document: Any, number: int) -> list[str]:  # noqa: ANN401 - a handle of pdfium
    page = pdfium.FPDF_LoadPage(document, number)
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        texts = _texts(page)
        roots = (
            pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(pdfium.FPDF_StructTree_CountChildren(tree))
        )
        return [piece for root in roots for piece in _spoken(root, texts)]
    finally:
        pdfium.FPDF_StructTree_Close(tree)
        pdfium.FPDF_ClosePage(page)


def _texts(page: Any) -> dict[int, str]:  # noqa: ANN401 - a handle of pdfium
    """Gather the text of the page by the number of the marked content it stands in."""
    text_page = pdfium.FPDFText_LoadPage(page)
    found: defaultdict[int, str] = defaultdict(str)
    buffer = ctypes.create_string_buffer(_USUAL)
    try:
        for n in range(pdfium.FPDFPage_CountObjects(page)):
            shape = pdfium.FPDFPage_GetObject(page, n)
            if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_TEXT:
                continue
            mark = pdfium.FPDFPageObj_GetMarkedContentID(shape)
            if mark < 0:
                continue
            size = pdfium.FPDFTextObj_GetText(shape, text_page, _units(buffer), len(buffer))
            if size > len(buffer):
                buffer = ctypes.create_string_buffer(size)
                pdfium.FPDFTextObj_GetText(shape, text_page, _units(buffer), size)
            found[mark] += buffer.raw[: size - _END].decode("utf-16-le")
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    return found


def _spoken(element: Any, texts: dict[int, str], *, labelled: bool = False) -> Iterator[str]:  # noqa: ANN401 - as above
    """Give the words of an element; `labelled` where labels are words of the memo, as in its header block."""
    kind = _string(pdfium.FPDF_StructElement_GetType, element)
    replaced = _string(pdfium.FPDF_StructElement_GetActualText, element)
    if kind == "L":
        labelled = _numbering(element) == "None"
    if kind == "Lbl" and not labelled:
        return
    if replaced:
        yield replaced
        return
    for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield from _spoken(child, texts, labelled=labelled)
        elif kind != "Figure":
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n)
            yield texts.get(mark, "")


def _units(buffer: Any) -> Any:  # noqa: ANN401 - of ctypes
    return ctypes.cast(buffer, _UNITS)


def _numbering(element: Any) -> str:  # noqa: ANN401 - as above
    """Give how a list is numbered, in the words of ISO 32000-1, 14.8.5.5."""
    attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, 0)
    value = attributes and pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"ListNumbering")
    if not value:
        return ""
    buffer, size = ctypes.create_string_buffer(_LONGEST), ctypes.c_ulong()
    pdfium.FPDF_StructElement_Attr_GetStringValue(value, buffer, _LONGEST, size)
    return buffer.raw[: size.value - _END].decode("utf-16-le")


def _string(get: Callable[..., int], element: Any) -> str:  # noqa: ANN401 - as above
    buffer = ctypes.create_string_buffer(_USUAL)
    size = get(element, buffer, _USUAL)
    if size > _USUAL:
        buffer = ctypes.create_string_buffer(size)
        get(element, buffer, size)
    if size <= _END:
        return ""
    return buffer.raw[: size - _END].decode("utf-16-le")
