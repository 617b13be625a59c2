"""A memo that is longer than its reader allows is told, with the numbers and the section to cut."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.articles import SMALL
from support.system_packages import program as installed

Run = Callable[..., subprocess.CompletedProcess[str]]
ONE_PAGE = """\
title: Minister
extends: minister
sections: [positions]
budget: {words: 2000, pages: 1, sections: {positions: 40}}
"""


def begin(folder: Path, positions: int) -> None:
    """Write an article with so many lines of demands, and an audience that reads one page."""
    demand = (
        "  - {label: Fare cap, actor: council, addressee: ministry, stance: demands, exact: no more than 12 crowns}\n"
    )
    (folder / "a.yaml").write_text(SMALL.replace(demand, demand * positions), encoding="utf-8")
    (folder / "templates/short").mkdir(parents=True)
    (folder / "templates/short/audience.yaml").write_text(ONE_PAGE, encoding="utf-8")


def most_on_a_page(run: Run, folder: Path) -> int:
    """Find how many demands fit on a page."""
    begin(folder, 1)
    low, high = 1, 80
    while high - low > 1:
        middle = (low + high) // 2
        begin_anew(folder, middle)
        told = run("make", "a.yaml", "-a", "short", "-f", "pdf", "--no-verify", "--overwrite").stderr
        low, high = (low, middle) if "LEN05" in told else (middle, high)
    return low


def begin_anew(folder: Path, positions: int) -> None:
    (folder / "templates/short/audience.yaml").unlink()
    (folder / "templates/short").rmdir()
    begin(folder, positions)


@pytest.mark.slow
def test_a_memo_that_is_one_line_too_long_is_told(briefgen: Run, tmp_path: Path) -> None:
    most = most_on_a_page(briefgen, tmp_path)
    begin_anew(tmp_path, most)
    fits = briefgen("make", "a.yaml", "-a", "short", "-f", "pdf", "-o", "fits")
    begin_anew(tmp_path, most + 1)

    done = briefgen("make", "a.yaml", "-a", "short", "-f", "pdf", "-o", "long")

    head, hint, summary = done.stderr.splitlines()
    assert (fits.returncode, fits.stderr) == (0, "1 memo: 1 written\n")
    assert head == "a.yaml: warning LEN05 the memo for short has 2 pages as pdf, more than 1"
    assert hint.startswith("  hint: cut positions: it has ")
    assert hint.endswith("more than its budget")
    assert (done.returncode, summary) == (0, "1 memo: 1 written")


def test_pages_over_the_budget_are_reported_to_programs_too(briefgen: Run, tmp_path: Path) -> None:
    begin(tmp_path, 60)

    done = briefgen("make", "a.yaml", "-a", "short", "-f", "pdf,txt", "--json")

    assert [notice["code"] for notice in json.loads(done.stdout)["notices"]] == ["LEN05"]
    assert done.returncode == 0


def test_a_section_over_its_budget_is_told_with_its_place(briefgen: Run, tmp_path: Path) -> None:
    begin(tmp_path, 12)

    done = briefgen("check", "a.yaml", "-a", "short", "--select", "LEN04")

    assert done.stdout.startswith("a.yaml:17:1: warning LEN04 the memo for short has ")
    assert " words in positions, more than 40\n" in done.stdout


@pytest.mark.slow
def test_pages_are_counted_in_word_as_well(briefgen: Run, tmp_path: Path) -> None:
    installed("soffice")
    begin(tmp_path, 60)

    done = briefgen("check", "a.yaml", "-a", "short", "--select", "LEN05", "--rendered")

    told = [line for line in done.stdout.splitlines() if "LEN05" in line]
    assert [line.split(" pages as ")[1] for line in told] == ["pdf, more than 1", "docx, more than 1"]


def test_fields_that_a_memo_prints_and_a_record_lacks_are_named(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")

    done = briefgen("make", "a.yaml", "-a", "minister,press", "-f", "txt", "-v")

    lacking = {
        line.split()[1]: line.rpartition(": ")[2].split(", ")
        for line in done.stderr.splitlines()
        if "but the record lacks" in line
    }
    assert sorted(lacking) == ["minister", "press"]
    assert {"bluf", "recommendation"} <= set(lacking["minister"])
    assert "options" not in lacking["minister"]
