"""The pages being painted: everything on them belongs to an element of the structure tree or is an artifact.

Whatever is painted comes as one string of whole operators between a mark and its end.
What ReportLab itself might paint would come without, and is refused: untagged text is lost to a screen reader.
"""

from dataclasses import field
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFPage
from reportlab.pdfgen.canvas import Canvas

from briefgen.theme import Theme
from briefgen.values import dataclass
from briefgen.writers.pdf.images import image
from briefgen.writers.pdf.navigation import Navigation
from briefgen.writers.pdf.shapes import Backdrop, backdrop
from briefgen.writers.pdf.structure import Element, Structure
from briefgen.writers.pdf.typecase import NO_FONT, Typecase


@dataclass(slots=True)
class Sheet:
    """One page, kept open until the number of pages is known."""

    page: PDFPage
    operators: list[str]
    before: list[str] = field(default_factory=list)
    """Painted beneath the rest and read before it."""


class TaggedCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """ReportLab's canvas, on which nothing stays untagged."""

    def __init__(self, theme: Theme, language: str, *, both_ways: bool = False) -> None:
        paper = theme.paper.width, theme.paper.height
        super().__init__(
            BytesIO(),
            pagesize=paper,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=NO_FONT,
            lang=language,
        )
        self.both_ways = both_ways
        """Some words run from the right. Readers guess their order from where the glyphs of a row stand, those of
        other cells included, so every piece must say what it reads."""
        self.structure = Structure()
        self.navigation = Navigation(self._doc, self.structure)
        self.typecase = Typecase(self._doc)
        self.sheets: list[Sheet] = []
        self._pictures: dict[bytes, tuple[str, PDFObjectReference]] = {}
        self._backdrops: dict[Backdrop, tuple[float, float, float]] = {}

    @property
    def page(self) -> int:
        """The page being painted, counted from 0."""
        return len(self.sheets)

    def content(self, element: Element, operators: str) -> None:
        """Paint what belongs to `element`."""
        self._code.append(marked(self.structure, element, self.page, operators))

    def artifact(self, operators: str) -> None:
        """Paint what nobody needs to hear: rules, repeated heads."""
        self._code.append(artifact(operators))

    def picture(self, png: bytes, page: int) -> str:
        """Give the name by which `page` shows a picture; it is in the file but once."""
        if png not in self._pictures:
            self._pictures[png] = f"Picture{len(self._pictures) + 1}", self._doc.Reference(image(png))
        name, reference = self._pictures[png]
        shown = self.sheets[page].page
        shown.XObjects = PDFDictionary({**(shown.XObjects.dict if shown.XObjects else {}), name: reference})
        return name

    def link(self, element: Element, area: tuple[float, float, float, float]) -> None:
        """Make `area` (left, bottom, right, top) lead where `element`, a `Link`, leads."""
        self.navigation.link(element, self.page, area)

    def extend(self, behind: Backdrop, column: float, top: float, bottom: float) -> None:
        """Stretch a backdrop, on this page, over what lies between `top` and `bottom`."""
        _, highest, _ = self._backdrops.get(behind, (column, top, bottom))
        self._backdrops[behind] = column, highest, bottom

    def showPage(self) -> None:
        """End the page, with its backdrops beneath all else."""
        grounds = [artifact(backdrop(behind, *place)) for behind, place in self._backdrops.items()]
        self._backdrops.clear()
        self._code[:0] = grounds
        stray = next((operators for operators in self._code if not operators.startswith("/")), None)
        if stray is not None:
            message = f"painted without a tag: {stray!r}"
            raise RuntimeError(message)
        super().showPage()

    def _setAnnotations(self, page: PDFPage) -> None:
        """Complete a page; the last of ReportLab's hooks before the page joins the document."""
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.page
        page.Tabs = "/S"
        page.Annots = self.navigation.annotations(self.page)
        self.sheets.append(Sheet(page, [operators for operators in self._code if operators.strip()]))


def marked(structure: Structure, element: Element, page: int, operators: str) -> str:
    """Mark operators as content of `element` on `page`."""
    return f"/{element.role} <</MCID {structure.content(element, page)}>> BDC\n{operators}\nEMC"


def artifact(operators: str, kind: str = "") -> str:
    """Mark operators as no part of the memo's content; `kind` spells the entries of a running header or footer."""
    mark = f"/Artifact <<{kind}>> BDC" if kind else "/Artifact BMC"
    return f"{mark}\n{operators}\nEMC"
