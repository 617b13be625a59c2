"""`make --attach-record` gives the record to those who may have it, and to nobody else."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from support.articles import SMALL

from briefgen.standards.verapdf import claims

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    return "a.yaml"


def test_the_pdf_holds_the_article_file_and_claims_it(briefgen: Run, article: str, tmp_path: Path) -> None:
    done = briefgen("make", article, "-a", "analyst", "-f", "pdf", "--attach-record")

    memo = tmp_path / "out/2025-05-06-ferry-talks-analyst.pdf"
    with pikepdf.open(memo) as pdf:
        inside = {name: found.get_file().read_bytes().decode() for name, found in pdf.attachments.items()}
    assert (done.returncode, inside) == (0, {"ferry-talks.yaml": SMALL})
    assert claims(memo.read_bytes()) == ("ua1", "3a")


def test_others_are_refused_and_get_no_file(briefgen: Run, article: str, tmp_path: Path) -> None:
    done = briefgen("make", article, "-a", "analyst,minister", "-f", "pdf", "--attach-record")

    assert done.stderr.splitlines() == [
        "error AUD10 the record cannot be attached for minister: it holds what their memo leaves out",
        "  hint: where they may see all of it, write attach_record: true into minister/audience.yaml",
        "2 memos: 1 written, 1 failed (minister of ferry-talks)",
    ]
    assert [path.name for path in (tmp_path / "out").glob("*.pdf")] == ["2025-05-06-ferry-talks-analyst.pdf"]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(
            ("--set", "status=issued"),
            "--attach-record attaches the article as it is written, which --set would belie",
            id="a changed record",
        ),
        pytest.param(("-f", "docx"), "--attach-record puts the article into PDFs, and none is made here", id="no PDF"),
    ],
)
def test_what_cannot_be_meant_is_told(briefgen: Run, article: str, options: tuple[str, ...], message: str) -> None:
    done = briefgen("make", article, "-a", "analyst", "--attach-record", *options)

    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, f"Error: {message}")
