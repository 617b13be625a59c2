"""`briefgen diff` tells what changed between two editions."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.checking import BASE

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def editions(tmp_path: Path) -> tuple[str, str]:
    newer = BASE.replace("commitment: conditional", "commitment: pledged").replace("It needs", "It needed")
    (tmp_path / "old.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(newer, encoding="utf-8")
    return "old.yaml", "new.yaml"


def test_changes_are_printed_by_section(briefgen: Run, editions: tuple[str, str]) -> None:
    done = briefgen("diff", *editions)

    assert (done.returncode, done.stderr) == (0, "2 changes\n")
    assert done.stdout == (
        "Responses\n"
        "  - Port of Selby, supports: the commitment is firmer, from conditional to pledged.\n"
        "Implications\n"
        "  - An implication: reworded.\n"
        "    was: It needs a figure for dredging before the meeting.\n"
        "    now: It needed a figure for dredging before the meeting.\n"
    )


def test_changes_are_told_as_json(briefgen: Run, editions: tuple[str, str]) -> None:
    told = json.loads(briefgen("diff", *editions, "--json").stdout)

    assert [(change["section"], change["kind"]) for change in told] == [
        ("responses", "changed"),
        ("implications", "changed"),
    ]
