"""An office makes a shipped audience its own, and keeps its changes when briefgen changes too."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import resources

Run = Callable[..., subprocess.CompletedProcess[str]]
PACK = "templates/minister/audience.yaml"
SHIPPED = (resources.templates_folder() / "minister/audience.yaml").read_text(encoding="utf-8")


@pytest.fixture
def project(briefgen: Run, tmp_path: Path) -> Path:
    """A project with its own copy of the minister's audience."""
    briefgen("template", "eject", "minister")
    return tmp_path


def made_from_an_older_one(project: Path, before: str, now: str) -> None:
    """Make the copy look as if briefgen 0.0.1 had shipped `before` where it ships `now`."""
    note = project / "templates/minister/.origin.json"
    told = json.loads(note.read_text(encoding="utf-8"))
    told["briefgen"] = "0.0.1"
    told["files"]["audience.yaml"] = SHIPPED.replace(now, before)
    note.write_text(json.dumps(told), encoding="utf-8")
    edit(project, now, before)


def edit(project: Path, old: str, new: str) -> None:
    path = project / PACK
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_ejected_audience_is_the_shipped_one_and_takes_its_place(briefgen: Run, tmp_path: Path) -> None:
    done = briefgen("template", "eject", "minister")

    assert PACK in done.stdout.splitlines()
    assert (tmp_path / PACK).read_text(encoding="utf-8") == SHIPPED
    assert briefgen("template", "diff", "minister").stdout == ""
    assert PACK in briefgen("template", "list").stdout.split()


def test_what_the_office_changed_is_shown(briefgen: Run, project: Path) -> None:
    edit(project, "title: Minister", "title: Secretary of State")

    shown = briefgen("template", "diff", "minister").stdout.splitlines()

    assert [line for line in shown if line[0] in "+-"] == [
        "--- briefgen 0.1.0/audience.yaml",
        "+++ yours/audience.yaml",
        "-title: Minister",
        "+title: Secretary of State",
    ]


def test_an_upgrade_keeps_the_edit_and_brings_what_is_new(briefgen: Run, project: Path) -> None:
    first, *_, last = SHIPPED.splitlines()
    made_from_an_older_one(project, before=f"{last} # older", now=last)
    edit(project, first, f"{first} # ours")

    done = briefgen("template", "upgrade", "minister")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"{PACK}\n", "minister: from briefgen 0.0.1 to 0.1.0\n")
    assert (project / PACK).read_text(encoding="utf-8") == SHIPPED.replace(first, f"{first} # ours")
    assert briefgen("template", "upgrade", "minister").stdout == ""


def test_a_line_that_both_changed_is_left_to_a_person(briefgen: Run, project: Path) -> None:
    first = SHIPPED.splitlines()[0]
    made_from_an_older_one(project, before="title: Secretary", now=first)
    edit(project, "title: Secretary", "title: Our minister")

    done = briefgen("template", "upgrade", "minister")

    assert done.returncode == 1
    assert f"{PACK}:1: choose between the lines at the marks <<<<<<< and >>>>>>>" in done.stderr
    assert (project / PACK).read_text(encoding="utf-8").splitlines()[:5] == [
        "<<<<<<< yours",
        "title: Our minister",
        "=======",
        first,
        ">>>>>>> briefgen 0.1.0",
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(
            ("eject", "minster"), "'minster' is no audience that ships\n  hint: did you mean 'minister'?", id="name"
        ),
        pytest.param(("eject", "minister"), "templates/minister is there already", id="twice"),
        pytest.param(("diff", "public"), "hint: briefgen template eject public", id="not ours"),
    ],
)
def test_what_cannot_be_done_is_told(briefgen: Run, project: Path, arguments: tuple[str, ...], told: str) -> None:
    done = briefgen("template", *arguments)

    assert (done.returncode in {1, 2}, told in done.stderr) == (True, True), done.stderr
    assert project.exists()


@pytest.mark.parametrize("text", ["", "[]", '{"briefgen": "1"}'])
def test_a_damaged_note_is_told_and_nothing_is_changed(briefgen: Run, project: Path, text: str) -> None:
    (project / "templates/minister/.origin.json").write_text(text, encoding="utf-8")

    done = briefgen("template", "upgrade", "minister")

    assert "templates/minister/.origin.json: error AUD07 not a note of briefgen" in done.stderr
    assert (project / PACK).read_text(encoding="utf-8") == SHIPPED
