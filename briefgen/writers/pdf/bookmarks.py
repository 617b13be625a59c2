"""The bookmarks beside the page: the memo's headings, nested (ISO 32000-1, 12.3.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefgen.values import dataclass
from briefgen.writers.pdf.objects import RawObject, text_string


@dataclass(slots=True)
class Bookmark:
    """A heading, and those under it."""

    title: str
    place: str
    """The name of a destination."""
    below: "list[Bookmark]" = field(default_factory=list)


class Bookmarks:
    """Collects headings while pages are painted."""

    def __init__(self) -> None:
        self._top: list[Bookmark] = []
        self._path: list[Bookmark] = []
        """From the outermost heading to the latest."""

    def add(self, title: str, level: int, place: str) -> None:
        """Add a heading; `level` is 0 for the outermost."""
        del self._path[level:]
        siblings = self._path[-1].below if self._path else self._top
        bookmark = Bookmark(title, place)
        siblings.append(bookmark)
        self._path.append(bookmark)

    def write(self, document: PDFDocument, destinations: Mapping[str, str]) -> RawObject | None:
        """Register them in `document` and give their root; None without headings."""
        if not self._top:
            return None
        root = RawObject(document)
        root.spell(f"<< /Type /Outlines {_family(self._top, root, document, destinations)} >>")
        return root


def _family(
    siblings: Sequence[Bookmark], parent: RawObject, document: PDFDocument, destinations: Mapping[str, str]
) -> str:
    """Register the bookmarks under `parent` and spell what it must know of them."""
    objects = [RawObject(document) for _ in siblings]
    before, after = [None, *objects[:-1]], [*objects[1:], None]
    for bookmark, entry, previous, following in zip(siblings, objects, before, after, strict=True):
        links = f" /Prev {previous.reference}" if previous else ""
        links += f" /Next {following.reference}" if following else ""
        below = f" {_family(bookmark.below, entry, document, destinations)}" if bookmark.below else ""
        place = f"/Parent {parent.reference} /Dest {destinations[bookmark.place]}"
        entry.spell(f"<< /Title {text_string(bookmark.title)} {place}{links}{below} >>")
    count = sum(_count(bookmark) for bookmark in siblings)
    return f"/First {objects[0].reference} /Last {objects[-1].reference} /Count {count}"


def _count(bookmark: Bookmark) -> int:
    return 1 + sum(_count(below) for below in bookmark.below)
