"""Put a file together from its painted pages: structure, navigation, metadata, colours."""

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObjectReference

from briefgen.memo import Meta
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.colour_profile import srgb
from briefgen.writers.pdf.metadata import Info, xmp
from briefgen.writers.pdf.objects import RawObject, RawStream, reference


def finish(canvas: TaggedCanvas, meta: Meta) -> bytes:
    """Make the bytes of the file; the canvas is of no use afterwards."""
    document = canvas._doc  # noqa: SLF001 - the canvas gives it out in no other way
    for sheet in canvas.sheets:
        content = "\n".join((*sheet.before, *sheet.operators)).encode("latin-1")
        document.updateSignature(content)
        sheet.page.Contents = document.Reference(RawStream(content))
    pages = tuple(reference(document, document.Reference(sheet.page)) for sheet in canvas.sheets)
    _complete(canvas, document, pages)
    described = xmp(meta)
    document.updateSignature(described)
    document.Catalog.Metadata = RawStream(described, "/Type /Metadata /Subtype /XML", compressed=False)
    document.info = Info(meta)
    data: bytes = document.GetPDFData(canvas)
    return data


def _complete(canvas: TaggedCanvas, document: PDFDocument, pages: tuple[str, ...]) -> None:
    """Hang everything into the catalogue."""
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
    catalogue.StructTreeRoot = canvas.structure.write(document, pages).handle
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    names, outlines = canvas.navigation.write(pages)
    catalogue.Names = names.handle
    document.Outlines = _Outlines(outlines)
    catalogue.Outlines = document.Outlines.handle
    catalogue.PageLabels = _spelled(document, "<< /Nums [0 << /S /D >>] >>")
    catalogue.OutputIntents = _output_intents(document)


def _output_intents(document: PDFDocument) -> PDFObjectReference:
    """Say that the colours are those of sRGB (ISO 19005-2, 6.2.3)."""
    profile = reference(document, document.Reference(RawStream(srgb(), "/N 3")))
    return _spelled(
        document,
        "[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
        f"/DestOutputProfile {profile} >>]",
    )


def _spelled(document: PDFDocument, text: str) -> PDFObjectReference:
    made = RawObject(document)
    made.spell(text)
    return made.handle


class _Outlines:
    """Stands in for ReportLab's own bookmarks, which the document prepares when it is saved."""

    def __init__(self, root: RawObject | None) -> None:
        self.handle = root.handle if root else None
        self.ready = 1

    def prepare(self, document: PDFDocument, canvas: TaggedCanvas) -> None:
        """Do nothing: they are spelled already."""
