"""Put a file together from its painted pages: structure, navigation, metadata, colours."""

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObjectReference

from briefgen.memo import Memo
from briefgen.writers.pdf.assembly import assembled
from briefgen.writers.pdf.attachments import embedded
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.colour_profile import srgb
from briefgen.writers.pdf.metadata import information, xmp
from briefgen.writers.pdf.objects import RawObject, RawStream, reference


def finish(canvas: TaggedCanvas, memo: Memo) -> bytes:
    """Make the bytes of the file; the canvas is of no use afterwards."""
    document = canvas._doc  # noqa: SLF001 - the canvas gives it out in no other way
    for sheet in canvas.sheets:
        content = "\n".join((*sheet.before, *sheet.operators)).encode("latin-1")
        sheet.page.Contents = document.Reference(RawStream(content))
    for font in document.delayedFonts:
        font.addObjects(document)
    _complete(canvas, document, memo)
    part = 3 if memo.attachments else 2
    document.Catalog.Metadata = RawStream(xmp(memo.meta, part), "/Type /Metadata /Subtype /XML", compressed=False)
    root = reference(document, document.Reference(document.Catalog))
    return assembled(document, root, reference(document, _spelled(document, information(memo.meta))))


def _complete(canvas: TaggedCanvas, document: PDFDocument, memo: Memo) -> None:
    """Hang everything into the catalogue."""
    pages = tuple(reference(document, document.Reference(sheet.page)) for sheet in canvas.sheets)
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
    catalogue.StructTreeRoot = canvas.structure.write(document, pages).handle
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    places, bookmarks = canvas.navigation.write(pages)
    files = embedded(document, memo)
    named = {"Dests": places.reference, "EmbeddedFiles": files and files.names}
    catalogue.Names = _spelled(document, f"<< {' '.join(f'/{key} {of}' for key, of in named.items() if of)} >>")
    catalogue.AF = _spelled(document, files.associated) if files else None
    catalogue.Outlines = bookmarks.handle if bookmarks else None
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
