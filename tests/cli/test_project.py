"""A project says once what every run would have to be told."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.articles import AUDIENCES, SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_init_begins_a_project_whose_article_makes_memos(briefgen: Run, tmp_path: Path) -> None:
    begun = briefgen("init", "desk")
    made = briefgen("-C", "desk", "make", "--format", "txt", "-a", "all")

    assert (begun.returncode, made.returncode) == (0, 0)
    assert sorted(path.name for path in (tmp_path / "desk/out").glob("*.txt")) == [
        f"2025-05-06-ferry-talks-{audience}.txt" for audience in AUDIENCES
    ]
    first = (tmp_path / "desk/articles/first.yaml").read_text(encoding="utf-8")
    assert first.startswith("# yaml-language-server: $schema=article.schema.json\n")
    assert (tmp_path / "desk/articles/article.schema.json").is_file()


def test_init_keeps_what_is_there(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text("# mine\n", encoding="utf-8")

    done = briefgen("init")

    assert (tmp_path / "briefgen.toml").read_text(encoding="utf-8") == "# mine\n"
    assert "error FIL05 kept as they are: briefgen.toml" in done.stderr
    assert (done.returncode, (tmp_path / "articles/first.yaml").is_file()) == (1, True)


def test_the_project_decides_what_is_not_said(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text(
        '[project]\narticles = ["records/*.yaml"]\naudiences = ["minister", "public"]\nformats = ["txt"]\n'
        'output = "memos"\nfilename = "{audience}/{id}.{ext}"\n[audience.public]\nformats = ["md"]\n',
        encoding="utf-8",
    )
    (tmp_path / "records").mkdir()
    (tmp_path / "records/a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "deep").mkdir()

    done = briefgen("-C", "deep", "make")

    assert done.returncode == 0
    made = {path.relative_to(tmp_path / "memos").as_posix() for path in (tmp_path / "memos").rglob("*.*")}
    assert made - {"manifest.json"} == {"minister/ferry-talks.txt", "public/ferry-talks.md"}


def test_a_record_that_is_passed_over_for_the_sample_is_named(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("colour: blue\n", encoding="utf-8")

    done = briefgen("make", "-f", "txt", "-a", "minister")

    assert done.stderr.splitlines()[:2] == [
        "No article named and none in articles/: using the built-in sample ukraine-demands.",
        "To use what is in this folder, name it: a.yaml",
    ]


def put_audience(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "audience.yaml").write_text(
        "title: Embassy\npaper: Telegram\nsections: [positions]\nfields: [title, positions, actors]\n", encoding="utf-8"
    )
    (folder / "memo.md.j2").write_text("# {{ title }}\n\nDemands: {{ positions | length }}\n", "utf-8")


def test_an_audience_of_the_project_needs_no_python(briefgen: Run, tmp_path: Path) -> None:
    put_audience(tmp_path / "templates/embassy")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")

    done = briefgen("make", "a.yaml", "-a", "embassy", "-f", "md", "-o", "-")

    assert done.stdout.splitlines()[-3:] == ["# Island council sets two conditions", "", "Demands: 2"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            '[project]\nformats = ["htm"]',
            "error CFG06 briefgen.toml: 'htm' is no format\n  hint: did you mean 'html'?\n",
        ),
        (
            '[project]\nformats = ["txt"]\naudiences = ["ministre"]',
            "error CFG05 briefgen.toml: 'ministre' is no audience\n  hint: did you",
        ),
        (
            '[project]\nformats = ["txt"]\n[audience.publicc]\nformats = ["txt"]',
            "error CFG05 briefgen.toml: 'publicc' is no audience\n  hint: did you",
        ),
        (
            '[project]\nformats = ["txt"]\n[audience.public]\nformats = ["doc"]',
            "error CFG06 briefgen.toml: 'doc' is no format\n  hint: ",
        ),
        (
            '[project]\nformats = ["txt"]\nfilename = "{ids}"',
            "error CFG04 filename: {ids} is unknown\n  hint: did you mean 'id'?\n",
        ),
        (
            '[project]\nformats = ["txt"]\narticles = ["/etc/*"]',
            "error CFG07 articles: '/etc/*' is no path below the project's folder\n",
        ),
    ],
)
def test_what_the_project_file_names_must_be_there(briefgen: Run, tmp_path: Path, settings: str, told: str) -> None:
    (tmp_path / "briefgen.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.yaml").write_text(SMALL, encoding="utf-8")

    done = briefgen("make")

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_audiences_are_looked_for_from_near_to_far(briefgen: Run, tmp_path: Path) -> None:
    folders = ("given", "templates", "home/briefgen/templates")
    for folder in folders:
        put_audience(tmp_path / folder / "minister")

    def used() -> str:
        shown = briefgen("make", "a.yaml", "-f", "md", "-v", "--templates", "given").stderr
        return next(line for line in shown.splitlines() if line.startswith("Audience minister: "))

    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    seen = []
    for folder in folders:
        seen.append(used())
        (tmp_path / folder / "minister/audience.yaml").unlink()
        (tmp_path / folder / "minister/memo.md.j2").unlink()
    shipped = used()

    assert seen == [f"Audience minister: {folder}/minister/audience.yaml" for folder in folders]
    assert shipped.endswith("templates/minister/audience.yaml")
    assert str(tmp_path) not in shipped


def test_a_shared_template_of_the_project_replaces_the_shipped_one(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "templates/_sections").mkdir(parents=True)
    (tmp_path / "templates/_sections/responses.md.j2").write_text("## What others do\n\nMuch.\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")

    done = briefgen("make", "a.yaml", "-a", "minister", "-f", "md", "-o", "-")

    assert "## What others do\n\nMuch.\n" in done.stdout
    assert "The port keeps a berth free" not in done.stdout
