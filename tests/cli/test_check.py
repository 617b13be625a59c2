"""`briefgen check` tells what it finds, where, and ends with a status that a pipeline can go by."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.checking import BASE, EXAMPLE, patched

Run = Callable[..., subprocess.CompletedProcess[str]]
TAMPERED = BASE.replace(
    "exact: Residents must not pay more than 12 crowns", "exact: Residents must not pay more than 13 crowns"
)
EVIDENCE_ONLY = ("--select", "SRC01")


@pytest.fixture
def tampered(tmp_path: Path) -> str:
    shutil.copy(EXAMPLE / "gazette.txt", tmp_path)
    (tmp_path / "a.yaml").write_text(TAMPERED, encoding="utf-8")
    return "a.yaml"


def test_an_altered_passage_is_shown_with_its_line_and_the_nearest_one(briefgen: Run, tampered: str) -> None:
    done = briefgen("check", tampered, *EVIDENCE_ONLY)

    assert done.returncode == 1
    assert done.stderr == "1 record: 1 error\n"
    head, line, caret, hint = done.stdout.splitlines()
    assert head.startswith("a.yaml:23:")
    assert head.endswith("error SRC01 these words are not in the text of 'gazette'")
    assert line[caret.index("^") :].startswith("exact: Residents")
    assert hint == (
        "  hint: the nearest passage reads “Residents must not pay more than [12] crowns before 2027”, "
        "the record “Residents must not pay more than [13] crowns before 2027”"
    )


def test_a_clean_record_ends_well(briefgen: Run, tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "gazette.txt", tmp_path)
    shutil.copy(EXAMPLE / "record.yaml", tmp_path)

    done = briefgen("check", "record.yaml", *EVIDENCE_ONLY)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 record: nothing found\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such devices")
def test_a_device_is_not_read_as_the_text_of_a_source(briefgen: Run, tmp_path: Path) -> None:
    record = (EXAMPLE / "record.yaml").read_text(encoding="utf-8")
    assert "text: gazette.txt" in record
    (tmp_path / "a.yaml").write_text(record.replace("text: gazette.txt", "text: gazette.pipe"), encoding="utf-8")
    os.mkfifo(tmp_path / "gazette.pipe")

    done = briefgen("check", "a.yaml", *EVIDENCE_ONLY)

    assert done.returncode == 1
    assert "error FIL01 gazette.pipe: is no ordinary file" in done.stdout + done.stderr


STATUSES = {"error": 1, "warning": 1, "note": 1, "never": 0}


@pytest.mark.parametrize(("level", "status"), STATUSES.items())
def test_the_level_that_fails_can_be_chosen(briefgen: Run, tampered: str, level: str, status: int) -> None:
    assert briefgen("check", tampered, *EVIDENCE_ONLY, "--fail-on", level).returncode == status


def test_findings_are_told_as_json_and_sarif(briefgen: Run, tampered: str) -> None:
    told = json.loads(briefgen("check", tampered, *EVIDENCE_ONLY, "-f", "json").stdout)
    log = json.loads(briefgen("check", tampered, *EVIDENCE_ONLY, "-f", "sarif").stdout)

    assert [(one["file"], one["line"], one["code"]) for one in told] == [("a.yaml", 23, "SRC01")]
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["SRC01"]


def test_a_baseline_lets_old_findings_be(briefgen: Run, tampered: str) -> None:
    first = briefgen("check", tampered, *EVIDENCE_ONLY, "--write-baseline", "old.json")
    second = briefgen("check", tampered, *EVIDENCE_ONLY, "--baseline", "old.json")

    assert (first.returncode, second.returncode, second.stdout) == (0, 0, "")


def test_the_project_silences_with_a_reason(briefgen: Run, tampered: str, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text('[check]\nfail_on = "warning"\nignore = {EST11 = "readers know it"}\n')

    done = briefgen("check", tampered, "--select", "EST11")

    assert (done.returncode, done.stdout) == (0, "")


def test_side_by_side_is_written(briefgen: Run, tampered: str, tmp_path: Path) -> None:
    briefgen("check", tampered, "--side-by-side", "both.html")

    assert "(not found in the stored text)" in (tmp_path / "both.html").read_text(encoding="utf-8")


def test_a_missing_text_is_an_error_in_its_place(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")

    done = briefgen("check", "a.yaml")

    assert done.returncode == 1
    assert "error FIL01 gazette.txt: no such file or directory" in done.stdout


def test_a_record_from_standard_input_stays_unchecked_where_its_texts_are_not(briefgen: Run) -> None:
    done = briefgen("check", "-", "--select", "SRC01,SRC22", stdin=BASE)

    assert (done.returncode, done.stderr) == (0, "1 record: 1 note\n")
    assert "note SRC22 evidence from 'gazette' is unchecked" in done.stdout


def test_a_record_with_errors_is_not_made_unless_as_a_draft(briefgen: Run, tampered: str, tmp_path: Path) -> None:
    refused = briefgen("make", tampered, "-f", "txt")
    drafted = briefgen("make", tampered, "-f", "txt", "--draft")

    assert (refused.returncode, drafted.returncode) == (1, 0)
    assert "error SRC01 these words are not in the text" in refused.stderr
    assert "DRAFT – NOT CLEARED" in next((tmp_path / "out").glob("*.txt")).read_text(encoding="utf-8")


def test_checks_are_explained(briefgen: Run) -> None:
    one, all_ = briefgen("check", "--explain", "src03"), briefgen("check", "--explain", "all")

    assert one.stdout.startswith("SRC03 (error)\n")
    assert "### SRC01" in all_.stdout


def test_changed_judgements_are_held_against_the_last_edition(briefgen: Run, tmp_path: Path) -> None:
    shutil.copy(EXAMPLE / "gazette.txt", tmp_path)
    (tmp_path / "old.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(BASE.replace("level: moderate", "level: high"), encoding="utf-8")

    done = briefgen("check", "new.yaml", "--since", "old.yaml", "--select", "EST12")

    assert "EST12 the last edition had “likely” with moderate confidence" in done.stdout


@pytest.mark.parametrize("command", ["check", "make --format txt"])
@pytest.mark.parametrize(("level", "told"), [("DESK", ""), ("DESKS", "error MRK03 house has no level “DESKS”")])
def test_a_marking_scheme_of_the_project_is_known(
    briefgen: Run, tmp_path: Path, command: str, level: str, told: str
) -> None:
    (tmp_path / "templates/_markings").mkdir(parents=True)
    (tmp_path / "templates/_markings/house.yaml").write_text("name: House\nlevels: [OPEN, DESK]\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(patched(f"marking: {{scheme: house, level: {level}}}\n"), encoding="utf-8")
    shutil.copy(EXAMPLE / "gazette.txt", tmp_path)

    done = briefgen(*command.split(), "a.yaml")

    found = [line for line in (done.stdout + done.stderr).splitlines() if "MRK" in line]
    assert [line.partition(": ")[2] for line in found] == ([told] if told else [])
