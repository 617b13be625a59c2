"""What a screen reader needs of a Word file: the questions of Word's own accessibility checker, and a few more.

EN 301 549, chapter 10, asks them in the words of WCAG: 1.1.1 for pictures, 1.3.1 for tables and headings,
2.4.2 for the title, 2.4.4 for links and 3.1.1 for the language.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from briefgen.notices import Notice, Place

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_PARTS = ("docProps/core.xml", "word/styles.xml", "word/document.xml")
_ON = ("1", "true", "on")


def run(paths: tuple[Path, ...]) -> tuple[Notice, ...]:
    """Judge Word files; one that cannot be read is a finding too."""
    return tuple(
        Notice("error", "VER05", f"accessibility: {found}", Place(str(path)))
        for path in paths
        for found in _judged(path)
    )


def _judged(path: Path) -> tuple[str, ...]:
    try:
        with ZipFile(path) as package:
            about, styles, document = (ET.fromstring(package.read(name)) for name in _PARTS)  # noqa: S314 - expat refuses entity bombs
    except (BadZipFile, KeyError, ET.ParseError) as error:
        return (f"the file cannot be read: {error}",)
    return (
        *_title(about),
        *_language(styles),
        *_pictures(document),
        *_tables(document),
        *_headings(document, styles),
        *_links(document),
    )


def _title(about: ET.Element) -> Iterator[str]:
    if not about.findtext(_TITLE, "").strip():
        yield "the document has no title"


def _language(styles: ET.Element) -> Iterator[str]:
    if not _value(styles.find(f"{_WORD}docDefaults/{_WORD}rPrDefault/{_WORD}rPr/{_WORD}lang")):
        yield "the document does not say its language"


def _pictures(document: ET.Element) -> Iterator[str]:
    for number, picture in enumerate(document.iter(_PICTURE), 1):
        decorative = next(picture.iter(_DECORATIVE), None)
        if not picture.get("descr", "").strip() and (decorative is None or decorative.get("val") not in _ON):
            yield f"picture {number} has no alternative text"


def _tables(document: ET.Element) -> Iterator[str]:
    for number, table in enumerate(document.iter(f"{_WORD}tbl"), 1):
        look = table.find(f"{_WORD}tblPr/{_WORD}tblLook")
        head = table.find(f"{_WORD}tr/{_WORD}trPr/{_WORD}tblHeader")
        if head is None and (look is None or look.get(f"{_WORD}firstColumn") not in _ON):
            yield f"table {number} has neither a header row nor a header column"


def _headings(document: ET.Element, styles: ET.Element) -> Iterator[str]:
    by_id = {style.get(f"{_WORD}styleId"): style for style in styles.iter(f"{_WORD}style")}
    named = (_value(paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")) for paragraph in document.iter(f"{_WORD}p"))
    levels = [level for level in (_level(by_id.get(name), by_id) for name in named) if level]
    for above, level in pairwise((0, *levels)):
        if level > above + 1:
            yield (
                f"a heading of level {level} follows one of level {above}"
                if above
                else (f"the first heading is of level {level}")
            )


def _level(style: ET.Element | None, by_id: dict[str | None, ET.Element]) -> int:
    """Give the level of the headings in a style, by its own outline or that of the styles it is based on."""
    seen: list[ET.Element] = []
    while style is not None and style not in seen:
        outline = _value(style.find(f"{_WORD}pPr/{_WORD}outlineLvl"))
        if outline:
            return (int(outline) + 1) % 10  # 9 is body text
        seen.append(style)
        style = by_id.get(_value(style.find(f"{_WORD}basedOn")))
    return 0


def _links(document: ET.Element) -> Iterator[str]:
    for number, link in enumerate(document.iter(f"{_WORD}hyperlink"), 1):
        if not "".join(text.text or "" for text in link.iter(f"{_WORD}t")).strip():
            yield f"link {number} has no words"


def _value(element: ET.Element | None) -> str:
    return "" if element is None else element.get(f"{_WORD}val", "")
