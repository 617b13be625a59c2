"""Read the words of a file that a contender wrote, and count its pages."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
from benchmarks.content import lost
from benchmarks.process import Failed

from briefgen.memo import Memo

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pages(path: Path) -> int:
    """Count the pages of a PDF; 0 for a Word file, which has none before it is laid out."""
    return len(pypdfium2.PdfDocument(path)) if path.suffix == ".pdf" else 0


def check(path: Path, memo: Memo) -> None:
    """Raise `Failed` if a file lacks words of the memo."""
    missing = lost(memo, _text(path))
    if missing:
        raise Failed(f"{path.name} lacks words of the memo: {', '.join(missing[:10])}")


def _text(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    with zipfile.ZipFile(path) as package:
        document = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - a file made here
    return "\n".join(map(_paragraph, document.iter(f"{_WORD}p")))


def _paragraph(paragraph: ET.Element) -> str:
    return "".join(piece.text or "" if piece.tag == f"{_WORD}t" else " " for piece in _pieces(paragraph))


def _pieces(paragraph: ET.Element) -> list[ET.Element]:
    return [piece for piece in paragraph.iter() if piece.tag in {f"{_WORD}t", f"{_WORD}br", f"{_WORD}tab"}]
