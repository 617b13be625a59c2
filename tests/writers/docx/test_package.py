"""The file as a package: the same bytes everywhere, nothing of the machine, nothing heavy to make it."""

import hashlib
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from support.specimen import SPECIMEN

from briefgen.theme import DEFAULT
from briefgen.writers.docx import write
from briefgen.writers.docx.relations import safe

FILE = write(SPECIMEN, DEFAULT)
WRITE = """
import sys
from support.specimen import SPECIMEN
from briefgen.theme import DEFAULT
from briefgen.writers.docx import write
"""


def run(code: str, seed: str) -> str:
    tests = Path(__file__).parents[2]
    program = f"import sys; sys.path.insert(0, {str(tests)!r})\n{WRITE}{code}"
    variables = {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LANG": "C"}
    return subprocess.run(
        [sys.executable, "-c", program], env=variables, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_another_process_writes_the_same_bytes() -> None:
    code = "import hashlib; print(hashlib.sha256(write(SPECIMEN, DEFAULT)).hexdigest())"

    assert run(code, "7") == hashlib.sha256(FILE).hexdigest()


def test_the_same_process_writes_the_same_bytes_again() -> None:
    assert write(SPECIMEN, DEFAULT) == FILE


def test_nothing_heavy_is_imported() -> None:
    code = "write(SPECIMEN, DEFAULT); print(*sorted({'docx', 'lxml', 'reportlab', 'xml.sax'} & set(sys.modules)))"

    assert run(code, "0") == ""


def test_entries_have_no_time_and_no_system() -> None:
    with ZipFile(BytesIO(FILE)) as package:
        entries = package.infolist()

    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert entries[0].filename == "[Content_Types].xml"


def test_the_file_is_small() -> None:
    with ZipFile(BytesIO(FILE)) as package:
        pictures = sum(entry.compress_size for entry in package.infolist() if "/media/" in entry.filename)

    assert len(FILE) - pictures < 14_000


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://example.org/a_b?c=1&d=(2)#e", "https://example.org/a_b?c=1&d=(2)#e"),
        ("http://example.org/ü [1]", "http://example.org/%C3%BC%20%5B1%5D"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%C3%BC", "https://example.org/%C3%BC"),
    ],
)
def test_addresses_are_spelled_as_word_takes_them(url: str, written: str) -> None:
    assert safe(url) == written
