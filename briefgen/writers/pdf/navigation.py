"""The ways through a PDF: links, the places they lead to, and the bookmarks beside the page.

Places have names that stay the same from one issue of a memo to the next (`outlook`, `source-3`),
so that others may link to them too: `memo.pdf#outlook`.
"""

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from briefgen.values import dataclass
from briefgen.writers.pdf.bookmarks import Bookmarks
from briefgen.writers.pdf.objects import RawObject, number, text_string
from briefgen.writers.pdf.structure import Element, Structure

Area = tuple[float, float, float, float]
"""Left, bottom, right and top."""


@dataclass(frozen=True, slots=True)
class _Link:
    annotation: RawObject
    element: Element
    area: Area
    key: int


class Navigation:
    """Collects links, places and bookmarks while pages are painted, and writes them when all pages are known."""

    def __init__(self, document: PDFDocument, structure: Structure) -> None:
        self.bookmarks = Bookmarks()
        self._document = document
        self._structure = structure
        self._links: list[list[_Link]] = []
        """For each page."""
        self._places: dict[str, tuple[int, float]] = {}

    def link(self, element: Element, page: int, area: Area) -> None:
        """Make an area of a page lead where `element`, a `Link`, leads."""
        annotation = RawObject(self._document)
        key = self._structure.annotation(element, page, annotation.reference)
        self._on(page).append(_Link(annotation, element, area, key))

    def place(self, name: str, page: int, top: float) -> None:
        """Name a height on a page; of two with one name the first counts."""
        self._places.setdefault(name, (page, top))

    def annotations(self, page: int) -> list[PDFObjectReference]:
        """List the areas of a page as its `Annots`."""
        return [link.annotation.handle for link in self._on(page)]

    def write(self, pages: tuple[str, ...]) -> tuple[RawObject, RawObject | None]:
        """Spell everything; gives the tree of the named places and, if there are bookmarks, the `Outlines`."""
        for link in (link for on_page in self._links for link in on_page):
            link.annotation.spell(_annotation(link, len(pages)))
        destinations = {
            name: f"[{pages[page]} /XYZ null {number(top)} null]" for name, (page, top) in sorted(self._places.items())
        }
        entries = " ".join(f"{text_string(name)} {place}" for name, place in destinations.items())
        names = RawObject(self._document)
        names.spell(f"<< /Names [{entries}] >>")
        return names, self.bookmarks.write(self._document, destinations)

    def _on(self, page: int) -> list[_Link]:
        self._links += [[] for _ in range(len(self._links), page + 1)]
        return self._links[page]


def _annotation(link: _Link, pages: int) -> str:
    target = link.element.target
    if target.startswith("#"):
        action = f"/S /GoTo /D {text_string(target[1:])}"
    else:
        action = f"/S /URI /URI {text_string(_ascii(target))}"
    area = " ".join(number(edge) for edge in link.area)
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{area}] /Border [0 0 0] /F 4 /A << {action} >> "
        f"/Contents {text_string(link.element.spoken)} /StructParent {pages + link.key} >>"
    )


def _ascii(address: str) -> str:
    """Escape what an address may not hold in a PDF (RFC 3986, 2.1)."""
    return "".join(chr(byte) if 0x20 < byte < 0x7F else f"%{byte:02X}" for byte in address.encode())  # noqa: PLR2004 - the printable ones
