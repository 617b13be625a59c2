"""Read a Word document."""

from io import BytesIO

from briefgen import word_package
from briefgen.draft.compose import Raw
from briefgen.draft.front import Facts, Told
from briefgen.errors import RecordError
from briefgen.notices import Place

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
        word_package.check(data)
    except word_package.TooLargeError as error:
        raise RecordError.of("DRF01", str(error), place=Place(name)) from error
    except word_package.UnfitError as error:
        raise RecordError.of("DRF04", str(error), place=Place(name)) from error
