"""`briefgen make` writes what was asked for, says what it used, and never destroys or hides anything."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.articles import FAULTY, SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    return "a.yaml"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_every_audience_and_format_gets_its_file(briefgen: Run, article: str, tmp_path: Path) -> None:
    done = briefgen("make", article, "--audience", "minister,public", "-f", "txt", "-f", "md")

    expected = [f"2025-05-06-ferry-talks-{who}.{ext}" for who in ("minister", "public") for ext in ("md", "txt")]
    assert (done.returncode, names(tmp_path / "out")) == (0, expected)
    assert sorted(done.stdout.splitlines()) == [f"out/{name}" for name in expected]
    assert done.stderr == "4 memos: 4 written\n"


def test_a_faulty_record_tells_all_its_faults_and_writes_nothing(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(FAULTY, encoding="utf-8")

    done = briefgen("make", "f.yaml", "-f", "txt")

    assert [line.partition(" error ")[::2] for line in done.stderr.splitlines() if " error " in line] == [
        ("f.yaml:1:1:", "REC05 the field 'title' is missing"),
        ("f.yaml:3:1:", "REC03 titel: unknown field"),
        ("f.yaml:4:7:", "REC06 kind: 'negociation' is not one of the words for it"),
        ("f.yaml:6:8:", "REC09 as_of: '2025-13-06' is not a date: month must be in 1..12"),
        ("f.yaml:13:29:", "REC08 positions[0].actor: no actors is called 'concil'"),
        ("f.yaml:14:73:", "REC08 positions[1].source: no sources is called 'gazete'"),
    ]
    assert done.stderr.splitlines()[-1] == "1 memo: 0 written, 1 failed (minister of f.yaml)"
    assert (done.returncode, (tmp_path / "out").exists()) == (1, False)


def test_one_bad_record_does_not_stop_the_others(briefgen: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(FAULTY, encoding="utf-8")

    done = briefgen("make", "f.yaml", article, "missing.yaml", "-f", "txt")

    assert names(tmp_path / "out") == ["2025-05-06-ferry-talks-minister.txt"]
    assert "missing.yaml: no such file or directory" in done.stderr
    assert done.returncode == 1


def test_the_second_run_gives_the_same_bytes(briefgen: Run, article: str, tmp_path: Path) -> None:
    briefgen("make", article, "-a", "all", PYTHONHASHSEED="1")
    first = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    done = briefgen("make", article, "-a", "all", PYTHONHASHSEED="2")

    assert done.returncode == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == first


def test_a_file_that_was_changed_since_is_kept(briefgen: Run, article: str, tmp_path: Path) -> None:
    briefgen("make", article, "-f", "txt")
    memo = tmp_path / "out/2025-05-06-ferry-talks-minister.txt"
    memo.write_text("corrected by hand", encoding="utf-8")

    kept = briefgen("make", article, "-f", "txt,md")
    after = memo.read_text(encoding="utf-8")
    forced = briefgen("make", article, "-f", "txt", "--overwrite")

    assert (kept.returncode, after) == (1, "corrected by hand")
    assert "error FIL03 out/2025-05-06-ferry-talks-minister.txt is there already" in kept.stderr
    assert kept.stderr.splitlines()[-1] == "2 memos: 1 written, 1 failed (minister of ferry-talks as txt)"
    assert (forced.returncode, memo.read_text(encoding="utf-8") != after) == (0, True)


def test_two_memos_of_one_name_are_refused_before_any_is_written(briefgen: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(SMALL, encoding="utf-8")

    done = briefgen("make", article, "b.yaml", "-f", "txt")

    assert "error CFG03 2 memos would be called 2025-05-06-ferry-talks-minister.txt" in done.stderr
    assert (done.returncode, (tmp_path / "out").exists()) == (2, False)


def test_standard_input_goes_to_standard_output(briefgen: Run) -> None:
    done = briefgen("make", "-", "-f", "txt", "-o", "-", stdin=SMALL)

    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "OFFICIAL"


def test_the_report_can_be_read_by_programs(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "-f", "txt", "--json")

    (written,) = json.loads(done.stdout)["written"]
    assert written | {"bytes": 0, "sha256": ""} == {
        "path": "out/2025-05-06-ferry-talks-minister.txt",
        "record": "ferry-talks",
        "audience": "minister",
        "format": "txt",
        "bytes": 0,
        "sha256": "",
    }


def test_fields_can_be_set_for_one_run(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "-f", "txt", "-o", "-", "--set", "marking.level=SECRET", "--set", "status=draft")

    assert done.stdout.splitlines()[0] == "SECRET · DRAFT"


def test_a_wrong_setting_is_told_with_its_name(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "--set", "status=claered")

    assert "--set status:1:1: error REC06 status: 'claered' is not one of the words for it" in done.stderr
    assert "did you mean 'cleared'?" in done.stderr


def test_a_draft_says_so(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "-f", "txt", "-o", "-", "--draft")

    assert done.stdout.splitlines()[0] == "OFFICIAL · DRAFT – NOT CLEARED"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-a", "ministre"], "error CFG05 'ministre' is no audience\n  hint: did you mean 'minister'?"),
        (["-f", "doc"], "error CFG06 'doc' is no format\n  hint: did you mean 'docx'?"),
        (["--set", "title"], "expected FIELD=VALUE, found 'title'"),
        (["-o", "-", "-f", "txt,md"], "--output - takes one memo in one format"),
        (["--fromat", "txt"], "No such option: --fromat"),
    ],
    ids=["audience", "format", "setting", "output", "option"],
)
def test_wrong_usage_is_explained(briefgen: Run, article: str, arguments: list[str], message: str) -> None:
    done = briefgen("make", article, *arguments)

    assert message in done.stderr
    assert (done.returncode, done.stdout) == (2, "")


def test_what_an_audience_may_not_see_is_in_none_of_its_files(briefgen: Run, article: str, tmp_path: Path) -> None:
    briefgen("make", article, "-a", "public", "-f", "txt,md,html")

    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").glob("2025*")]
    assert len(texts) == 3
    assert [text for text in texts if "only the minister may see" in text or "OFFICIAL" in text] == []


def test_the_moment_of_a_build_can_be_given(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "-f", "html", "-o", "-", SOURCE_DATE_EPOCH="1700000000")

    assert '<meta name="dcterms.created" content="2023-11-14T22:13:20Z">' in done.stdout
