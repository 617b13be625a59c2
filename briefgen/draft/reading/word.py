"""Read a Word document."""

import zipfile
from io import BytesIO

from briefgen.draft.compose import Raw
from briefgen.draft.front import Facts, Told
from briefgen.errors import RecordError
from briefgen.notices import Place

MOST_UNPACKED = 80_000_000
"""Bytes of all parts together; more is no article, or an attack."""
MOST_PARTS = 2_000
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
                    blocks += [" ".join(cell.text for cell in row.cells) for row in block.rows]
        title = next(
            (p.text.strip() for p in document.paragraphs if p.style and p.style.name in _HEADINGS and p.text), ""
        )
        title = title or (document.core_properties.title or "").strip()
        author = (document.core_properties.author or "").strip()
    except Exception as error:
        raise RecordError.of("DRF04", f"not a Word document that can be read: {error}", place=Place(name)) from error
    titles = (Told(title, "the document's title"),) if title else ()
    known = author and author.lower() not in {"python-docx", "microsoft office user", "user", "admin"}
    facts = Facts(titles=titles, author=Told(author, "the document's properties") if known else None)
    return Raw("\n\n".join(blocks), facts)


def _check(data: bytes, name: str) -> None:
    """Refuse a file that unpacks to more than a document may be, or whose parts define entities of their own."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or size > MOST_UNPACKED:
                message = f"{len(parts):,} parts that unpack to {size:,} bytes: more than a document may have"
                raise RecordError.of("DRF01", message, place=Place(name))
            if "word/document.xml" not in package.namelist():
                raise RecordError.of("DRF04", "a ZIP file that is no Word document", place=Place(name))
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in _begin(package, part):
                    message = f"{part.filename} has a document type, which Word never writes"
                    raise RecordError.of("DRF04", message, place=Place(name))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise RecordError.of("DRF04", f"a damaged or locked file: {error}", place=Place(name)) from error


def _begin(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with package.open(part) as file:
        return file.read(4_096)
