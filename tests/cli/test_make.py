"""`briefgen make` writes what was asked for, says what it used, and never destroys or hides anything."""

import json
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from support.articles import FAULTY, SMALL

from briefgen.writers import WRITERS

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    return "a.yaml"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "manifest.json")


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
        ("f.yaml:13:30:", "REC08 positions[0].actor: no actor is called 'concil'"),
        ("f.yaml:14:74:", "REC08 positions[1].evidence[0].source: no source is called 'gazete'"),
    ]
    assert done.stderr.splitlines()[-1] == "1 memo: 0 written, 1 failed (minister of f.yaml)"
    assert (done.returncode, (tmp_path / "out").exists()) == (1, False)


def test_one_bad_record_does_not_stop_the_others(briefgen: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text(FAULTY, encoding="utf-8")

    done = briefgen("make", "f.yaml", article, "missing.yaml", "-f", "txt")

    assert names(tmp_path / "out") == ["2025-05-06-ferry-talks-minister.txt"]
    assert "missing.yaml: no such file or directory" in done.stderr
    assert done.returncode == 1


def test_the_second_run_gives_the_same_bytes(program: Run, article: str, tmp_path: Path) -> None:
    program("make", article, "-a", "all", "-f", ",".join(WRITERS), PYTHONHASHSEED="1")
    first = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    done = program("make", article, "-a", "all", "-f", ",".join(WRITERS), "-o", "again", PYTHONHASHSEED="2")

    assert done.returncode == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()} == first


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


def test_the_report_can_be_read_by_programs(briefgen: Run, article: str, tmp_path: Path) -> None:
    done = briefgen("make", article, "-f", "txt", "--json")

    memo = (tmp_path / "out/2025-05-06-ferry-talks-minister.txt").read_bytes()
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "status": 0,
        "written": [
            {
                "path": "out/2025-05-06-ferry-talks-minister.txt",
                "record": "ferry-talks",
                "audience": "minister",
                "format": "txt",
                "bytes": len(memo),
                "sha256": sha256(memo).hexdigest(),
            }
        ],
        "unchanged": [],
        "failed": [],
        "notices": [],
    }


@pytest.mark.parametrize(
    ("arguments", "status", "notices"),
    [
        (["missing.yaml", "-f", "txt"], 1, [("FIL01", "missing.yaml: no such file or directory", "")]),
        (
            ["a.yaml", "-f", "txt", "--set", "kind=x"],
            1,
            [("REC06", "kind: 'x' is not one of the words for it", "one ")],
        ),
        (["-f", "htm"], 2, [("CFG06", "'htm' is no format", "did you mean 'html'?")]),
        (["-a", "x"], 2, [("CFG05", "'x' is no audience", "there is analyst, ")]),
        (["-o", "-"], 2, [("CLI01", "--json and --output - would both go to standard output", "briefgen make --help")]),
        (["--templates"], 2, [("CLI01", "Option '--templates' requires an argument.", "briefgen --help")]),
    ],
    ids=["missing file", "faulty record", "format", "audience", "usage", "argument"],
)
def test_every_failure_is_reported_to_programs(
    briefgen: Run, article: str, arguments: list[str], status: int, notices: list[tuple[str, str, str]]
) -> None:
    done = briefgen("make", "--json", *arguments)

    report = json.loads(done.stdout)
    assert (done.returncode, done.stderr, report["status"], article) == (status, "", status, "a.yaml")
    assert [(told["code"], told["message"]) for told in report["notices"]] == [notice[:2] for notice in notices]
    assert all(told["hint"].startswith(hint) for told, (*_, hint) in zip(report["notices"], notices, strict=True))


def test_fields_can_be_set_for_one_run(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "-f", "txt", "-o", "-", "--set", "marking.level=SECRET", "--set", "status=draft")

    assert done.stdout.splitlines()[0] == "SECRET · DRAFT"


def test_a_wrong_setting_is_told_with_its_name(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "-f", "txt", "--set", "status=claered")

    assert "--set status: error REC06 status: 'claered' is not one of the words for it" in done.stderr
    assert "did you mean 'cleared'?" in done.stderr


def test_a_draft_says_so(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "-f", "txt", "-o", "-", "--draft")

    assert done.stdout.splitlines()[0] == "OFFICIAL · DRAFT – NOT CLEARED"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-a", "ministre"], "error CFG05 'ministre' is no audience\n  hint: did you mean 'minister'?"),
        (["-f", "htm"], "error CFG06 'htm' is no format\n  hint: did you mean 'html'?"),
        (["-f", "txt", "--set", "title"], "expected FIELD=VALUE, found 'title'"),
        (["-o", "-", "-f", "txt,md"], "--output - takes one memo in one format"),
        (["-f", "txt", "-o", "a.yaml"], "error CFG09 a.yaml is a file; memos are written into a folder"),
        ([""], "an ARTICLE without a name"),
        (["--fromat", "txt"], "--fromat"),
        (["--templates", "nowhere"], "Directory 'nowhere' does not exist"),
    ],
    ids=["audience", "format", "setting", "output", "no folder", "no name", "option", "templates"],
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


def test_a_missing_file_is_told_with_the_nearest_one(briefgen: Run, article: str) -> None:
    done = briefgen("make", "b.yaml", "-f", "txt", "-a", "minister")

    assert article in done.stderr
    assert done.stderr.startswith("error FIL01 b.yaml: no such file or directory\n  hint: did you mean 'a.yaml'?\n")


def test_a_folder_is_no_article(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()

    done = briefgen("make", "articles", "-f", "txt", "-a", "minister")

    assert done.stderr.startswith("error FIL01 articles: is a folder\n  hint: name the files in it\n")


def test_a_list_item_can_be_set_by_its_number(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "-f", "md", "-o", "-", "--set", "positions.1.label=Winter: *all* of it")

    assert r"**Winter: \*all\* of it.**" in done.stdout


def test_quiet_prints_nothing_but_errors(briefgen: Run, article: str) -> None:
    good, bad = briefgen("make", article, "-f", "txt", "-q"), briefgen("make", "x.yaml", "-f", "txt", "-q")

    assert (good.stdout, good.stderr) == ("", "")
    assert bad.stderr.splitlines()[-1] == "1 memo: 0 written, 1 failed (minister of x.yaml)"


def test_verbose_tells_which_files_were_used(briefgen: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text("[brand]\npaper = 'A4'\n", encoding="utf-8")

    done = briefgen("make", article, "-f", "txt", "-v")

    told = done.stderr.splitlines()
    assert told[1:3] == ["Project file: briefgen.toml", "Article: a.yaml"]
    assert told[3].startswith("Audience minister: ")
    assert told[3].endswith("templates/minister/audience.yaml")


def test_it_says_what_it_took_where_nothing_was_named(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.yaml").write_text(SMALL, encoding="utf-8")

    assert briefgen("make", "-f", "txt").stderr.splitlines() == [
        "Using articles/a.yaml.",
        "No audience named: writing for minister.",
        "1 memo: 1 written",
    ]


def test_a_project_without_articles_is_told(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text("", encoding="utf-8")

    done = briefgen("make", "-f", "txt")

    assert done.stderr == (
        "error CFG07 briefgen.toml: there is no article; looked for articles/**/*.yaml\n"
        "  hint: briefgen init writes a first one\n"
    )


def test_a_folder_that_cannot_be_read_is_told(briefgen: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "templates").symlink_to("templates")

    done = briefgen("make", article, "-f", "txt")

    assert done.stderr == "error FIL01 templates: too many levels of symbolic links\n"
    assert done.returncode == 1


def test_a_template_with_a_mistake_is_told_with_its_own_line(briefgen: Run, article: str, tmp_path: Path) -> None:
    folder = tmp_path / "templates/_sections"
    folder.mkdir(parents=True)
    (folder / "positions.md.j2").write_text("## {{ section.heading }}\n\n{{ resposes }}\n", encoding="utf-8")

    done = briefgen("make", article, "-f", "txt", "-a", "minister")

    assert done.stderr == (
        "templates/_sections/positions.md.j2:3: error TPL04 there is no 'resposes'\n"
        "  | {{ resposes }}\n"
        "  hint: did you mean 'responses'?\n"
        "1 memo: 0 written, 1 failed (minister of ferry-talks)\n"
    )
    assert (done.returncode, (tmp_path / "out").exists()) == (1, False)
