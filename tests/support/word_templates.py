"""Word templates as an office makes them, and an audience that has one."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Word
from support.packs import PLAIN, shelf_with

from briefgen.pipeline import Prepared, file_of, memo_of, prepared
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import DEFAULT
from support.samples import record_of

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
        document.sections[0].header.paragraphs[0].text = "{{ marking }} {{ stamp }}"
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
