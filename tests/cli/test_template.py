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


def test_mistakes_in_an_audience_are_found_without_an_article(briefgen: Run, project: Path) -> None:
    memo = project / "templates/minister/memo.md.j2"
    memo.write_text(memo.read_text(encoding="utf-8").replace("prepared_by", "prepard_by"), encoding="utf-8")

    done = briefgen("template", "check", "minister")

    first, *_, summary = (done.stdout + done.stderr).splitlines()
    assert first.startswith("templates/minister/memo.md.j2:")
    assert first.endswith("error TPL04 there is no 'prepard_by'")
    assert (done.returncode, summary) == (1, "minister: 2 mistakes")


def test_audiences_without_mistakes_are_told_so(briefgen: Run) -> None:
    done = briefgen("template", "check", "public", "press")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "public, press: no mistakes\n")


def test_the_contract_of_an_audience_is_printed(briefgen: Run) -> None:
    shown = briefgen("template", "contract", "press").stdout.splitlines()

    assert "positions.label" in shown
    assert [line for line in shown if "options" in line] == []


def test_a_new_audience_is_like_the_one_it_extends(briefgen: Run, tmp_path: Path) -> None:
    begun = briefgen("template", "new", "parliament-fr", "--extends", "public")

    assert begun.stdout == "templates/parliament-fr/audience.yaml\n"
    assert briefgen("template", "check", "parliament-fr").stderr == "parliament-fr: no mistakes\n"
    made = briefgen("make", "--audience", "parliament-fr,public", "--format", "txt")
    assert made.returncode == 0
    own, other = sorted((tmp_path / "out").glob("*.txt"))
    assert own.read_text(encoding="utf-8") == other.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("minister",), "there is an audience 'minister' already"),
        (("a", "--extends", "comittee"), "did you mean 'committee'?"),
        (("../x",), "expected small letters, digits and '-', found '../x'"),
    ],
)
def test_an_audience_that_cannot_be_begun_is_told(briefgen: Run, arguments: tuple[str, ...], told: str) -> None:
    done = briefgen("template", "new", *arguments)

    assert (done.returncode, told in done.stderr) == (2, True)
