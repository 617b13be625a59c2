"""The same article gives the same bytes in all formats, whatever the process, its hashes, its zone and its clock."""

import subprocess
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from support.articles import AUDIENCES, SMALL

from briefgen.writers import WRITERS

Run = Callable[..., subprocess.CompletedProcess[str]]
EPOCH = "1767225599"
"""The last second of 2025."""
ALL = ("make", "a.yaml", "-a", "all", "-f", ",".join(WRITERS))


def made(program: Run, folder: Path, output: str, **environment: str) -> dict[str, str]:
    """Give the sum of each file that the program writes."""
    (folder / "a.yaml").write_text(SMALL, encoding="utf-8")
    done = program(*ALL, "-o", output, **environment)
    assert done.returncode == 0, done.stderr
    return {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in (folder / output).iterdir()
        if path.suffix[1:] in WRITERS
    }


@pytest.mark.slow
@pytest.mark.parametrize("epoch", ["", EPOCH], ids=["from the record", "SOURCE_DATE_EPOCH"])
def test_every_process_writes_the_same(program: Run, tmp_path: Path, epoch: str) -> None:
    first = made(program, tmp_path, "first", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C", SOURCE_DATE_EPOCH=epoch)
    second = made(
        program,
        tmp_path,
        "second",
        PYTHONHASHSEED="1",
        TZ="America/St_Johns",
        LC_ALL="C.UTF-8",
        SOURCE_DATE_EPOCH=epoch,
    )
    third = made(program, tmp_path, "third", PYTHONHASHSEED="random", TZ="Asia/Kolkata", SOURCE_DATE_EPOCH=epoch)

    assert len(first) == len(AUDIENCES) * len(WRITERS)
    assert second == first
    assert third == first


@pytest.mark.slow
def test_an_attached_record_changes_nothing_of_that(program: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    carrying = ("make", "a.yaml", "-a", "analyst", "-f", "pdf", "--attach-record", "-o")

    program(*carrying, "first", PYTHONHASHSEED="0", TZ="UTC")
    program(*carrying, "second", PYTHONHASHSEED="1", TZ="Asia/Kolkata")

    (first,), (second,) = (list((tmp_path / name).glob("*.pdf")) for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()


def test_the_moment_of_the_environment_is_told_by_every_file(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    briefgen("make", "a.yaml", "-f", "pdf,docx,html", SOURCE_DATE_EPOCH=EPOCH)

    files = {path.suffix: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    with pikepdf.open(BytesIO(files[".pdf"])) as pdf:
        printed = str(pdf.docinfo["/CreationDate"])
    word = Document(BytesIO(files[".docx"])).core_properties.created
    assert printed == "D:20251231235959Z"
    assert word is not None
    assert word.isoformat() == "2025-12-31T23:59:59+00:00"
    assert b'<meta name="dcterms.created" content="2025-12-31T23:59:59Z">' in files[".html"]
