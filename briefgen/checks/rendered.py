"""Read a written memo for what only the file shows: its pages, what it says of itself, and traces of its making."""

import re
from collections.abc import Iterator
from html import unescape

from briefgen.values import dataclass

_TRACES = {
    "comments": re.compile(rb"<w:commentReference\b"),
    "tracked changes": re.compile(rb"<w:(?:ins|del|moveFrom|moveTo) "),
    "hidden text": re.compile(rb"<w:vanish\s*/>|<w:vanish w:val=\"(?:1|true|on)\""),
}
"""What a Word file may hold that its reader was not meant to see."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A written memo as the checks see it."""

    kind: str
    """`pdf` or `docx`."""
    pages: tuple[str, ...] = ()
    """The text of each page; empty for formats whose pages are the reader's own."""
    title: str = ""
    author: str = ""
    traces: tuple[str, ...] = ()
    """Comments, tracked changes and the like."""


def rendered(kind: str, data: bytes) -> Rendered | None:
    """Read a PDF or Word file; None for formats that show no more than the memo itself."""
    match kind:
        case "pdf":
            return _pdf(data)
        case "docx":
            return _docx(data)
        case _:
            return None


def _pdf(data: bytes) -> Rendered:
    """Read a PDF; `ValueError` if it cannot be opened."""
    from briefgen.pdf_file import shown

    found = shown(data)
    return Rendered("pdf", found.pages, found.title, found.author, ("comments",) if found.has_notes else ())


def _docx(data: bytes) -> Rendered:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith(".xml")}
    text = b"".join(part for name, part in parts.items() if name.startswith("word/"))
    traces = tuple(name for name, sign in _TRACES.items() if sign.search(text))
    about = parts.get("docProps/core.xml", b"").decode("utf-8")
    authors = dict.fromkeys((*_said(about, "dc:creator"), *_said(about, "cp:lastModifiedBy")))
    return Rendered("docx", (), " ".join(_said(about, "dc:title")), ", ".join(authors), traces)


def _said(about: str, name: str) -> Iterator[str]:
    for found in re.findall(rf"<{name}>(.*?)</{name}>", about, re.DOTALL):
        if found.strip():
            yield unescape(found.strip())
