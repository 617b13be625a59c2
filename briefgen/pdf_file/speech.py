"""A page of a tagged PDF → its words in the order of the structure tree, as a screen reader speaks them.

The tree gives the order, the text objects the words of each marked piece.
Numbers of lists, which a memo does not hold, and drawings, whose words stand in a table beside them, are left out.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from pypdfium2_raw import bindings as pdfium

from briefgen.pdf_file.strings import UNIT, string

_LONGEST = 64
"""Bytes that the name of a numbering may take."""
_VERY_MANY = 200
"""Kids of an element, such as rows of a table."""


Path: TypeAlias = tuple[int, ...]
"""The places of an element and those around it, each among its siblings."""


class Speaker:
    """Speaks the pages of one document, one after the other."""

    def __init__(self) -> None:
        self._begun: dict[Path, int] = {}
        """Where, among very many kids, those of the page before began."""
        self._texts: Mapping[int, str] = {}

    def spoken(self, page: Any, text: Any) -> list[str]:  # noqa: ANN401 - handles of pdfium
        """Give the words of a page, of which `text` is the page of text."""
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        found: list[str] = []
        self._texts = _texts(page, text)
        try:
            for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, number)
                self._speak(element, (number,), found, labelled=False)
        finally:
            pdfium.FPDF_StructTree_Close(tree)
        return found

    def _speak(self, element: Any, path: Path, found: list[str], *, labelled: bool) -> None:  # noqa: ANN401 - as above
        """Find the words of an element; `labelled` where labels are words of the memo, as in its header block."""
        kind = string(pdfium.FPDF_StructElement_GetType, element)
        if kind == "L":
            labelled = _numbering(element) == "None"
        if kind == "Lbl" and not labelled:
            return
        replaced = string(pdfium.FPDF_StructElement_GetActualText, element)
        if replaced:
            found.append(replaced)
            return
        for number, child, mark in self._kids(element, path):
            if child:
                self._speak(child, (*path, number), found, labelled=labelled)
            elif kind != "Figure":
                found.append(self._texts.get(mark, ""))

    def _kids(self, element: Any, path: Path) -> Iterator[tuple[int, Any, int]]:  # noqa: ANN401 - as above
        """Give those kids that are on the page: the number, and an element or the number of marked content.

        Of a long table nearly all rows are on other pages. They follow each other, so those before the first of the
        last page, and those far behind the last of this one, are not asked for; what that missed would count as lost.
        """
        count = pdfium.FPDF_StructElement_CountChildren(element)
        latest: int | None = None
        for number in range(self._begun.get(path, 0), count):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
            mark = -1 if child else pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number)
            if child or mark >= 0:
                if latest is None and count > _VERY_MANY:
                    self._begun[path] = number
                latest = number
                yield number, child, mark
            elif latest is not None and number - latest > _VERY_MANY:
                return


def _texts(page: Any, text: Any) -> Mapping[int, str]:  # noqa: ANN401 - as above
    """Gather the text of the page by the number of the marked content it stands in."""
    found: defaultdict[int, str] = defaultdict(str)
    for place in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, place)
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_TEXT:
            mark = pdfium.FPDFPageObj_GetMarkedContentID(shape)
            if mark >= 0:
                found[mark] += string(pdfium.FPDFTextObj_GetText, shape, text)
    return found


def _numbering(element: Any) -> str:  # noqa: ANN401 - as above
    """Give how a list is numbered, in the words of ISO 32000-1, 14.8.5.5."""
    attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, 0)
    value = attributes and pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"ListNumbering")
    if not value:
        return ""
    buffer, size = ctypes.create_string_buffer(_LONGEST), ctypes.c_ulong()
    pdfium.FPDF_StructElement_Attr_GetStringValue(value, buffer, _LONGEST, size)
    return buffer.raw[: size.value - UNIT].decode("utf-16-le")
