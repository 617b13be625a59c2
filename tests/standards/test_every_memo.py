"""Every memo that ships keeps the standards: each sample, audience, language and format, and the specimens.

Each checker is asked once about all files.
"""

import unicodedata
from pathlib import Path

import html5lib
import pytest
from support.checkers import findings
from support.every_memo import Made, as_they_ship, in_other_languages, stored

from briefgen.parity import differences
from briefgen.standards import CHECKERS, Checker
from briefgen.standards.verapdf import claims
from briefgen.writers import WRITERS

pytestmark = pytest.mark.slow

FORMATS = ("pdf", "docx", "html", "txt")
COLUMNS = 72


@pytest.fixture(scope="module")
def made() -> tuple[Made, ...]:
    return (*as_they_ship(), *in_other_languages())


@pytest.fixture(scope="module")
def paths(made: tuple[Made, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    folder = tmp_path_factory.mktemp("every")
    return {kind: stored(made, kind, folder) for kind in FORMATS}


@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.name)
def test_no_checker_finds_anything(checker: Checker, paths: dict[str, list[Path]]) -> None:
    assert findings(checker, *paths[checker.extension]) == []


def test_every_pdf_claims_both_standards(paths: dict[str, list[Path]]) -> None:
    assert {claims(path.read_bytes()) for path in paths["pdf"]} == {("ua1", "2a")}


@pytest.mark.parametrize("kind", FORMATS)
def test_every_file_holds_the_words_of_its_memo(
    kind: str, made: tuple[Made, ...], paths: dict[str, list[Path]]
) -> None:
    lost = {
        one.name: [notice.message for notice in differences(one.memo, kind, path.read_bytes())]
        for one, path in zip(made, paths[kind], strict=True)
    }

    assert {name: messages for name, messages in lost.items() if messages} == {}


def test_every_page_is_valid(paths: dict[str, list[Path]]) -> None:
    for path in paths["html"]:
        html5lib.HTMLParser(strict=True).parse(path.read_text(encoding="utf-8"))


def width(line: str) -> int:
    """Count columns: two for East Asian wide characters, none for marks (UAX #11)."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in line)
    return len(line) + wide - sum(unicodedata.combining(c) > 0 for c in line)


def test_every_text_is_wrapped(paths: dict[str, list[Path]]) -> None:
    lines = [(path.stem, line) for path in paths["txt"] for line in path.read_text(encoding="utf-8").splitlines()]

    assert [(name, line) for name, line in lines if width(line) > COLUMNS and " " in line.strip()] == []


def test_every_format_is_looked_at() -> None:
    assert set(WRITERS) - set(FORMATS) == {"md"}, "Markdown has no standard of its own; its tests read it back"
