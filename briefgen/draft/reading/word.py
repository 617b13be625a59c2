"""Read a Word document."""

from io import BytesIO
from typing import TYPE_CHECKING

from briefgen import word_package
from briefgen.draft.compose import Raw
from briefgen.draft.front import Facts, Told
from briefgen.errors import RecordError
from briefgen.notices import Place

if TYPE_CHECKING:
    from docx.table import _Row

_BEFORE_TEXT = 50
"""Paragraphs among which a title stands."""
_HEADINGS = ("Title", "Heading 1")


def read_word(data: bytes, name: str) -> Raw:
    """Read the paragraphs and tables in their order; properties of the file give title and writer."""
    _check(data, name)
    import docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    try:
        document = docx.Document(BytesIO(data))
        blocks: list[str] = []
        for block in document.iter_inner_content():
            match block:
                case Paragraph():
                    blocks.append(block.text)
                case Table():
                    blocks += [_row(row) for row in block.rows]
        first = document.paragraphs[:_BEFORE_TEXT]
        title = next((p.text.strip() for p in first if p.style and p.style.name in _HEADINGS and p.text), "")
        title = title or (document.core_properties.title or "").strip()
        author = (document.core_properties.author or "").strip()
    except Exception as error:
        raise RecordError.of("DRF04", f"not a Word document that can be read: {error}", place=Place(name)) from error
    titles = (Told(title, "the document's title"),) if title else ()
    known = author and author.lower() not in {"python-docx", "microsoft office user", "user", "admin"}
    facts = Facts(titles=titles, author=Told(author, "the document's properties") if known else None)
    return Raw("\n\n".join(blocks), facts)


def _row(row: "_Row") -> str:
    """Give the words of a row, each cell once: one may say that it is as wide as a thousand million others."""
    from docx.table import _Cell

    return " ".join(_Cell(cell, row.table).text for cell in row._tr.tc_lst)  # noqa: SLF001 - `cells` repeats wide ones


def _check(data: bytes, name: str) -> None:
    """Refuse a file that unpacks to more than a document may be, or whose parts define entities of their own."""
    try:
        word_package.check(data)
    except word_package.TooLargeError as error:
        raise RecordError.of("DRF01", str(error), place=Place(name)) from error
    except word_package.UnfitError as error:
        raise RecordError.of("DRF04", str(error), place=Place(name)) from error
