"""LibreOffice opens the file: same words, marking and page number on every page."""

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from support.right_to_left import ARABIC
from support.specimen import SPECIMEN
from support.system_packages import program
from support.wording import normal, wording

from briefgen.memo import Memo
from briefgen.theme import DEFAULT
from briefgen.writers.docx import write

pytestmark = pytest.mark.slow

_MARKS = re.compile(r"^ +(?:\d+\.|\[\d+\]|[•◦–▪]) |☐", re.MULTILINE)
"""What LibreOffice prints before the items of lists, and the boxes to tick."""


def converted(memo: Memo, kind: str, folder: Path) -> Path:
    file = folder / "memo.docx"
    file.write_bytes(write(memo, DEFAULT))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return file.with_suffix(f".{kind.partition(':')[0]}")


@pytest.mark.parametrize("memo", [pytest.param(SPECIMEN, id="specimen"), pytest.param(ARABIC, id="Arabic")])
def test_libreoffice_reads_the_words_in_their_order(memo: Memo, tmp_path: Path) -> None:
    text = converted(memo, "txt:Text (encoded):UTF8", tmp_path).read_text(encoding="utf-8-sig")

    assert normal(_MARKS.sub("", text)) == wording(memo)


def test_libreoffice_marks_and_counts_every_page(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(converted(SPECIMEN, "pdf", tmp_path))
    pages = [normal(page.get_textpage().get_text_bounded()) for page in document]
    marked = [
        (page.count("OFFICIAL"), page.count("DRAFT"), page.count(f"Page {n} of 3")) for n, page in enumerate(pages, 1)
    ]

    assert marked == [(2, 1, 1)] * 3
