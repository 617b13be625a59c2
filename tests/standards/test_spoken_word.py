"""What a screen reader needs of a Word file is missed when it is taken away."""

from pathlib import Path

import pytest
from support.checkers import findings, stored
from support.specimen import SPECIMEN
from support.spoiling import spoilt

from briefgen.standards import SPOKEN_WORD
from briefgen.theme import DEFAULT
from briefgen.writers.docx import write

FILE = write(SPECIMEN, DEFAULT)
DOCUMENT, STYLES, ABOUT = "word/document.xml", "word/styles.xml", "docProps/core.xml"
FAULTS = {
    "language": (STYLES, r"<w:lang [^>]*/>", "the document does not say its language"),
    "title": (ABOUT, r"<dc:title>.*?</dc:title>", "the document has no title"),
    "alternative": (DOCUMENT, r' descr="Two bands[^"]*"', "picture 3 has no alternative text"),
    "header-row": (
        DOCUMENT,
        r"<w:tblHeader/>|<w:tblLook [^>]*/>",
        "table 2 has neither a header row nor a header column",
    ),
    "words-of-a-link": (DOCUMENT, r"<w:t[^>]*>desk@example.org</w:t>", "link 7 has no words"),
    "first-heading": (DOCUMENT, r'<w:pStyle w:val="Heading1"/>', "the first heading is of level 2"),
}
"""What is spoilt: the part, what is taken from it, and what must be told."""


def told(data: bytes, folder: Path) -> list[str]:
    (path,) = stored(folder, [("memo.docx", data)])
    return [line.removeprefix(f"{path}: error VER05 accessibility: ") for line in findings(SPOKEN_WORD, path)]


def test_a_memo_with_every_block_lacks_nothing(tmp_path: Path) -> None:
    assert told(FILE, tmp_path) == []


@pytest.mark.parametrize(("part", "taken", "message"), FAULTS.values(), ids=FAULTS)
def test_what_is_taken_away_is_told(part: str, taken: str, message: str, tmp_path: Path) -> None:
    assert message in told(spoilt(FILE, part, taken), tmp_path)


def test_levels_of_headings_have_no_gap(tmp_path: Path) -> None:
    data = spoilt(FILE, DOCUMENT, '"Heading2"', '"Heading3"')

    assert told(data, tmp_path) == ["a heading of level 3 follows one of level 1"]


def test_an_ornament_needs_no_alternative(tmp_path: Path) -> None:
    mark = '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    data = spoilt(FILE, DOCUMENT, r'(<wp:docPr[^>]*?) descr="[^"]*"/>', rf"\1>{mark}</wp:docPr>")

    assert told(data, tmp_path) == []
