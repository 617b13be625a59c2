"""LibreOffice opens the file: same words, marking and page number on every page."""

import re
from pathlib import Path

import pypdfium2
import pytest
from support.office import TEXT, converted
from support.right_to_left import ARABIC
from support.specimen import SPECIMEN
from support.wording import normal, wording

from briefgen.memo import Memo
from briefgen.theme import DEFAULT
from briefgen.writers.docx import write

pytestmark = pytest.mark.slow

_MARKS = re.compile(r"^ +(?:\d+\.|\[\d+\]|[•◦–▪]) |☐", re.MULTILINE)
"""What LibreOffice prints before the items of lists, and the boxes to tick."""
_SIDES = dict.fromkeys((0x200E, 0x200F))
"""Marks that keep words of two directions apart."""


def opened(memo: Memo, kind: str, folder: Path) -> Path:
    file = folder / "memo.docx"
    file.write_bytes(write(memo, DEFAULT))
    (made,) = converted([file], kind, folder)
    return made


@pytest.mark.parametrize("memo", [pytest.param(SPECIMEN, id="specimen"), pytest.param(ARABIC, id="Arabic")])
def test_libreoffice_reads_the_words_in_their_order(memo: Memo, tmp_path: Path) -> None:
    text = opened(memo, TEXT, tmp_path).read_text(encoding="utf-8-sig")

    assert normal(_MARKS.sub("", text.translate(_SIDES))) == wording(memo)


def test_libreoffice_marks_and_counts_every_page(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(opened(SPECIMEN, "pdf", tmp_path))
    pages = [normal(page.get_textpage().get_text_bounded()) for page in document]
    marked = [
        (page.count("OFFICIAL"), page.count("DRAFT"), page.count(f"Page {n} of 3")) for n, page in enumerate(pages, 1)
    ]

    assert marked == [(2, 1, 1)] * 3
