"""Word files open in LibreOffice with all their words, about as long as the PDF, and with what screen readers need."""

import re
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from support.every_memo import Made, as_they_ship, stored
from support.office import TAGGED_PDF, TEXT, converted
from support.wording import wording

from briefgen.memo import Figure, Heading, Memo
from briefgen.writers.pdf import write

pytestmark = pytest.mark.slow

_MARK = re.compile(r"\[?\d+(?:\.\d+)*[].]?|[•◦–▪☐]")
"""What LibreOffice counts or draws by itself: numbers of lists, headings and sources, bullets, boxes to tick."""
_SIDES = dict.fromkeys(map(ord, "\u200e\u200f"))
"""What keeps words of two directions apart, which LibreOffice writes out."""


@pytest.fixture(scope="module")
def made() -> tuple[Made, ...]:
    return as_they_ship()


@pytest.fixture(scope="module")
def files(made: tuple[Made, ...], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return stored(made, "docx", tmp_path_factory.mktemp("word"))


@pytest.fixture(scope="module")
def printed(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    return [path.read_bytes() for path in converted(files, TAGGED_PDF, tmp_path_factory.mktemp("printed"))]


def parted(expected: str, found: str) -> list[tuple[str, str]]:
    """Give what differs between two texts, word by word; marks that LibreOffice adds do not count."""
    wanted, got = expected.split(), found.translate(_SIDES).split()
    changes = SequenceMatcher(None, wanted, got, autojunk=False).get_opcodes()
    return [
        (" ".join(wanted[a:b]), " ".join(got[c:d]))
        for kind, a, b, c, d in changes
        if kind != "equal" and not (kind == "insert" and all(_MARK.fullmatch(word) for word in got[c:d]))
    ]


def test_libreoffice_reads_the_words_in_their_order(
    made: tuple[Made, ...], files: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = [path.read_text(encoding="utf-8-sig") for path in converted(files, TEXT, tmp_path_factory.mktemp("read"))]

    differing = {one.name: parted(wording(one.memo), text) for one, text in zip(made, texts, strict=True)}

    assert {name: places for name, places in differing.items() if places} == {}


def test_word_files_are_as_long_as_pdfs(made: tuple[Made, ...], printed: list[bytes]) -> None:
    pages = {
        one.name: (len(pypdfium2.PdfDocument(write(one.memo, one.theme))), len(pypdfium2.PdfDocument(data)))
        for one, data in zip(made, printed, strict=True)
    }

    assert {name: (ours, theirs) for name, (ours, theirs) in pages.items() if abs(ours - theirs) > 1} == {}


def test_what_a_screen_reader_needs_survives_in_libreoffice(made: tuple[Made, ...], printed: list[bytes]) -> None:
    found = {one.name: needed(data) for one, data in zip(made, printed, strict=True)}

    assert found == {one.name: expected(one.memo) for one in made}


def needed(data: bytes) -> tuple[str, str, list[str], int]:
    """Give the title, the language without its region, the alternatives, and how many headings the first level has."""
    with pikepdf.open(BytesIO(data)) as pdf:
        elements = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one]
        alternatives = [str(one.get("/Alt", "")) for one in elements if one.S == "/Figure"]
        headings = sum(one.S == "/H1" for one in elements)
        return (
            str(pdf.docinfo["/Title"]),
            language_of(str(pdf.Root.Lang)),
            [told for told in alternatives if told],
            headings,
        )


def expected(memo: Memo) -> tuple[str, str, list[str], int]:
    alternatives = [block.alt for block in memo.blocks if isinstance(block, Figure)]
    headings = sum(isinstance(block, Heading) and block.level == 2 for block in memo.blocks)
    return memo.meta.title, language_of(memo.meta.language), alternatives, headings


def language_of(tag: str) -> str:
    """Give the language of a tag; LibreOffice gives Arabic a region."""
    return tag.partition("-")[0]
