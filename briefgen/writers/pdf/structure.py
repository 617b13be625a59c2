"""The structure tree of a PDF: what a screen reader speaks, in the order of the memo (ISO 32000-1, 14.7 and 14.8).

The tree is made with the story, so that the reading order is the memo's, whatever is drawn first.
Drawing adds to each element the pieces of page content that show it, one marked-content number (MCID) a piece:
an element that runs on over a page simply has pieces on both.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import assert_never

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefgen.values import dataclass
from briefgen.writers.pdf.objects import RawObject, text_string


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of page content."""

    page: int
    """Counted from 0."""
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's area on a page."""

    page: int
    reference: str


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree."""

    role: str
    """A standard structure type: `P`, `H2`, `TD` …"""
    parent: "Element | None" = None
    attributes: str = ""
    """Spelled in PDF: `/O /Table /Scope /Row`."""
    alt: str = ""
    actual: str = ""
    """Read instead of what is drawn."""
    language: str = ""
    target: str = ""
    """Of a `Link`: an address, or `#` and the name of a destination."""
    spoken: str = ""
    """Of a `Link`: where it leads, in words."""
    kids: "list[Element | Content | Annotation]" = field(default_factory=list)
    waiting: bool = False
    """Not yet among the kids of its parent."""

    def add(self, role: str, attributes: str = "", *, alt: str = "", language: str = "") -> "Element":
        """Make a child that stands after those before it."""
        child = Element(role, self, attributes, alt=alt, language=language)
        self.kids.append(child)
        return child

    def inline(
        self, role: str, *, actual: str = "", language: str = "", target: str = "", spoken: str = ""
    ) -> "Element":
        """Make a child that takes its place when it is first drawn: between the words before and after it."""
        return Element(role, self, actual=actual, language=language, target=target, spoken=spoken, waiting=True)

    @property
    def link(self) -> "Element | None":
        """The link it is, or is part of."""
        element: Element | None = self
        while element is not None and element.role != "Link":
            element = element.parent
        return element


class Structure:
    """The tree of one document, the numbers of its page content, and how both become objects of the file."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._pages: list[list[Element]] = []
        """For each page the owners of its MCIDs 0, 1, 2 …"""
        self._links: list[Element] = []

    def content(self, element: Element, page: int) -> int:
        """Give the next piece of content of `element` on `page` its number."""
        if element.waiting:
            self._take_place(element)
        while len(self._pages) <= page:
            self._pages.append([])
        owners = self._pages[page]
        owners.append(element)
        element.kids.append(Content(page, len(owners) - 1))
        return len(owners) - 1

    def annotation(self, link: Element, page: int, reference: str) -> int:
        """Add an area to `link`, and give its number among all areas.

        In the parent tree the pages have the first keys and the areas those that follow.
        """
        link.kids.append(Annotation(page, reference))
        self._links.append(link)
        return len(self._links) - 1

    def write(self, document: PDFDocument, pages: tuple[str, ...]) -> RawObject:
        """Register every element in `document`; `pages` are the references of its pages."""
        tree, parents = RawObject(document), RawObject(document)
        objects = {element: RawObject(document) for element in _with_content(self.root)}
        for element, spelled in objects.items():
            parent = tree if element.parent is None else objects[element.parent]
            spelled.spell(_spelled(element, parent.reference, objects, pages))
        self._pages += [[] for _ in pages[len(self._pages) :]]
        owners = [" ".join(objects[owner].reference for owner in page) for page in self._pages]
        entries = [f"{key} [{references}]" for key, references in enumerate(owners)]
        entries += [f"{key} {objects[link].reference}" for key, link in enumerate(self._links, len(pages))]
        parents.spell(f"<< /Nums [{' '.join(entries)}] >>")
        tree.spell(
            f"<< /Type /StructTreeRoot /K {objects[self.root].reference} /ParentTree {parents.reference} "
            f"/ParentTreeNextKey {len(pages) + len(self._links)} >>"
        )
        return tree

    def _take_place(self, element: Element) -> None:
        if element.waiting and element.parent is not None:
            element.waiting = False
            self._take_place(element.parent)
            element.parent.kids.append(element)


_KEPT = frozenset({"Document", "TR", "TH", "TD"})
"""Kept when empty: the root, and what makes a grid of a table."""


def _with_content(root: Element) -> list[Element]:
    """List `root` and those below it that hold anything, parents first."""
    found: list[Element] = []
    _find(root, found)
    return found


def _find(element: Element, found: list[Element]) -> bool:
    place = len(found)
    found.append(element)
    holds = element.role in _KEPT
    for kid in element.kids:
        holds |= not isinstance(kid, Element) or _find(kid, found)
    if not holds:
        del found[place:]
    return holds


def _spelled(element: Element, parent: str, objects: Mapping[Element, RawObject], pages: tuple[str, ...]) -> str:
    own_page = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
    kids = []
    for kid in element.kids:
        match kid:
            case Content(page, mcid) if page == own_page:
                kids.append(str(mcid))
            case Element():
                kids += [objects[kid].reference] if kid in objects else []
            case Content(page, mcid):
                kids.append(f"<< /Type /MCR /Pg {pages[page]} /MCID {mcid} >>")
            case Annotation(page, reference):
                kids.append(f"<< /Type /OBJR /Obj {reference} /Pg {pages[page]} >>")
            case _:
                assert_never(kid)
    on = "" if own_page is None else f" /Pg {pages[own_page]}"
    content = f" /K [{' '.join(kids)}]" if kids else ""
    told = (("Alt", element.alt), ("ActualText", element.actual), ("Lang", element.language))
    strings = "".join([f" /{key} {text_string(text)}" for key, text in told if text])
    attributes = f" /A << {element.attributes} >>" if element.attributes else ""
    return f"<< /Type /StructElem /S /{element.role} /P {parent}{on}{content}{attributes}{strings} >>"
