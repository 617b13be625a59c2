"""PDF objects spelled out by us, and given to ReportLab's document as they are.

Of its own objects ReportLab checks every key against lists that know nothing of structure trees;
raw ones it numbers and writes untouched, which is also the fastest way.
"""

import zlib
from functools import lru_cache

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference

LEVEL = 5
"""Of compression: half the time of zlib's own choice, 6, for one byte more in a hundred."""


class RawObject(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """An indirect object whose bytes are set once all that it refers to is known."""

    __RefOnly__ = 1

    def __init__(self, document: PDFDocument) -> None:
        self.handle: PDFObjectReference = document.Reference(self)
        """What ReportLab's own objects take as a value."""
        self.reference = f"{document.objectcounter} 0 R"
        """What stands in other raw objects, such as `12 0 R`."""
        self._spelled = b"null"

    def spell(self, text: str) -> None:
        """Set what the object is, in PDF syntax and Latin-1."""
        self._spelled = text.encode("latin-1")

    def format(self, _document: PDFDocument) -> bytes:
        """Give the bytes to ReportLab."""
        return self._spelled


class RawStream(PDFObject):  # type: ignore[misc] # as above
    """A stream; ReportLab's own lack the line end that PDF/A wants before `endstream` (ISO 19005-2, 6.1.7.1)."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: str = "", *, compressed: bool = True) -> None:
        self._content = zlib.compress(content, LEVEL) if compressed else content
        self._entries = f"{entries} /Filter /FlateDecode" if compressed else entries

    def format(self, _document: PDFDocument) -> bytes:
        """Give the bytes to ReportLab."""
        head = f"<< /Length {len(self._content)} {self._entries} >>\nstream\n"
        return head.encode("latin-1") + self._content + b"\nendstream\n"


def reference(document: PDFDocument, handle: PDFObjectReference) -> str:
    """Spell a reference; ReportLab fixes an object's number when it is registered."""
    number, generation = document.idToObjectNumberAndVersion[handle.name]
    return f"{number} {generation} R"


def text_string(text: str) -> str:
    """Spell a text string: ASCII stays readable, all else becomes UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def number(value: float) -> str:
    """Spell a length shortly, and the same everywhere."""
    spelled = f"{value:.2f}".rstrip("0").rstrip(".")
    return spelled if spelled != "-0" else "0"


@lru_cache(maxsize=256)
def colour(spelled: str, operator: str = "rg") -> str:
    """Turn `#rrggbb` into the operands and operator that set a colour, `rg` to fill and `RG` to stroke."""
    parts = (int(spelled[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return f"{' '.join(f'{part:.3g}' for part in parts)} {operator}"
