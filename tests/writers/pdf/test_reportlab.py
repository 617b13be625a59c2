"""The parts of ReportLab's inside that we build upon are still what they were.

ReportLab is pinned to one minor version; when the pin moves, this says what to look at.
"""

from io import BytesIO

import pytest
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFCatalog, PDFDocument, PDFObject, PDFPage
from reportlab.pdfgen.canvas import Canvas

from briefgen.theme import DEFAULT
from briefgen.writers.pdf.canvas import TaggedCanvas


def test_objects_are_numbered_when_they_are_registered() -> None:
    document = PDFDocument()
    handle = document.Reference(PDFObject())

    number, generation = document.idToObjectNumberAndVersion[handle.name]

    assert (document.numberToId[number], generation) == (handle.name, 0)
    assert handle.name in document.idToObject


def test_keys_of_pages_and_the_catalogue_come_from_a_list_that_an_instance_may_extend() -> None:
    catalogue = PDFCatalog()
    catalogue.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    catalogue.OutputIntents = "[]"

    assert issubclass(PDFPage, PDFCatalog)
    assert b"/OutputIntents []" in catalogue.format(PDFDocument())
    assert {"StructTreeRoot", "MarkInfo", "Metadata", "Names", "Outlines", "PageLabels"} <= set(
        PDFCatalog.__NoDefault__
    )
    assert "StructParents" not in PDFPage.__NoDefault__


def test_fonts_that_come_late_are_asked_for_their_objects() -> None:
    document = PDFDocument()

    assert document.delayedFonts == []
    assert document.idToObject[BasicFonts].dict == {}


def test_the_canvas_gathers_operators_and_tells_of_each_page() -> None:
    seen: list[tuple[PDFPage, list[str]]] = []

    class Watched(Canvas):  # type: ignore[misc] # ReportLab has no types
        def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802 - as ReportLab calls it
            seen.append((page, list(self._code)))

    canvas = Watched(BytesIO())
    canvas._code.append("/Artifact BMC EMC")
    canvas.showPage()

    assert [(type(page), operators) for page, operators in seen] == [(PDFPage, ["/Artifact BMC EMC", " "])]
    assert canvas._code == []


def test_what_is_painted_without_a_tag_is_refused() -> None:
    canvas = TaggedCanvas(DEFAULT, "en")
    canvas.rect(0, 0, 10, 10)

    with pytest.raises(RuntimeError, match="painted without a tag"):
        canvas.showPage()
