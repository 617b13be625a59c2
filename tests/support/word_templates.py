"""Word templates as an office makes them, and an audience that has one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Word
from support.packs import PLAIN, shelf_with
from support.samples import folder_of

from briefgen.article.read import Record, read
from briefgen.pipeline import file_of, memo_of, prepared
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import DEFAULT

SAMPLE = "ukraine-demands"
PATH = "templates/embassy/memo.docx"
PACK = f"{PLAIN}marked: true\n"


def template(
    *paragraphs: str,
    rows: Iterable[Iterable[str]] = (),
    marked: bool = True,
    more: Callable[[Word], None] | None = None,
) -> bytes:
    """Make a Word template with the marking and the stamp on every page, as bytes."""
    document = Document()
    if marked:
        document.sections[0].header.paragraphs[0].text = "{{ marking }}"
        document.sections[0].header.add_paragraph("{{ stamp }}")
        document.sections[0].footer.paragraphs[0].text = "{{ marking }}"
    for text in paragraphs:
        document.add_paragraph(text)
    lines = [list(row) for row in rows]
    if lines:
        table = document.add_table(len(lines), len(lines[0]))
        for row, texts in zip(table.rows, lines, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if more:
        more(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def shelf_of(data: bytes, pack: str = PACK) -> Shelf:
    """Give the shipped shelf with an audience `embassy` that has this Word template."""
    shipped = shelf_with(embassy=pack)
    return Shelf({**shipped.files, "embassy/memo.docx": Sheet(PATH, "", data)})


def reread(**fields: str) -> Record:
    """Read the record of a sample with other words in some fields."""
    name = f"{SAMPLE}/article.yaml"
    record = read((folder_of(SAMPLE) / "article.yaml").read_bytes(), name)
    return replace(record, article=replace(record.article, **fields))  # type: ignore[arg-type] # texts all


def made(
    data: bytes, pack: str = PACK, *, record: Record | None = None, kind: str = "docx", unchecked: bool = False
) -> bytes:
    """Make a memo with this template."""
    return _made(shelf_of(data, pack), record or reread(), kind, unchecked=unchecked)


def remade(data: bytes, *, beside: str) -> bytes:
    """Make a memo for an audience that has a Markdown template, too."""
    shelf = shelf_of(data)
    return _made(Shelf({**shelf.files, "embassy/memo.md.j2": Sheet("memo.md.j2", beside)}), reread(), "docx")


def hidden(data: bytes) -> str:
    """Give all that stands in any part of a Word file."""
    with ZipFile(BytesIO(data)) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def _made(shelf: Shelf, record: Record, kind: str, *, unchecked: bool = False) -> bytes:
    ready = prepared(record, "embassy", shelf)
    memo = memo_of(ready, record, shelf, unchecked=unchecked)
    return file_of(ready, memo, shelf, DEFAULT, kind)
