"""A file that a stranger's record, templates, list or manifest names is read from the project and nowhere else."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.checking import EXAMPLE

from briefgen.provenance import digest

Run = Callable[..., subprocess.CompletedProcess[str]]
LOCAL = "Residents must not pay more than the-secret-of-this-machine crowns"
RECORD = (EXAMPLE / "record.yaml").read_text(encoding="utf-8")
TEXT = (EXAMPLE / "gazette.txt").read_text(encoding="utf-8")
EVIDENCE = ("--select", "SRC01")
MAIL = """
[project]
formats = ["txt"]
[mail]
sender = "Desk <desk@example.org>"
"""


def put(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout + done.stderr


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of the user that is no business of any record."""
    return put(tmp_path_factory.mktemp("elsewhere") / "secret.csv", LOCAL)


@pytest.mark.parametrize(
    "how", ["absolute", "upwards", "link", "link of another spelling", "link to a folder", "hidden"]
)
@pytest.mark.parametrize("command", ["check", "make", "make --draft", "send"])
def test_a_record_cannot_name_a_file_outside(
    briefgen: Run, tmp_path: Path, elsewhere: Path, how: str, command: str
) -> None:
    put(tmp_path / "briefgen.toml", MAIL)
    put(tmp_path / ".env", LOCAL)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/link.txt").symlink_to(elsewhere)
    (tmp_path / "articles/e\u0301.txt").symlink_to(elsewhere)
    (tmp_path / "articles/folder").symlink_to(elsewhere.parent)
    names = {
        "absolute": str(elsewhere),
        "upwards": f"../../{elsewhere.parent.name}/{elsewhere.name}",
        "link": "link.txt",
        "link of another spelling": "\u00e9.txt",
        "link to a folder": f"folder/{elsewhere.name}",
        "hidden": "../.env",
    }
    put(tmp_path / "articles/a.yaml", RECORD.replace("text: gazette.txt", f"text: {names[how]}"))

    done = briefgen(*command.split(), "articles/a.yaml")

    if command == "make --draft":  # asks for no stored text
        assert done.returncode == 0
        assert digest(LOCAL.encode()) not in (tmp_path / "out/manifest.json").read_text("utf-8")
    else:
        assert done.returncode in {1, 2}
        assert f"articles/a.yaml:12:218: error FIL06 {names[how]}: is hidden, or outside of this folder" in told(done)
    assert "the-secret" not in told(done)


@pytest.mark.parametrize(
    ("project", "article", "text"),
    [
        ("", "a.yaml", "gazette.txt"),
        ("", "a.yaml", "sources/gazette.txt"),
        (MAIL, "articles/a.yaml", "../sources/gazette.txt"),
        (MAIL, "articles/a.yaml", "link.txt"),
    ],
    ids=["beside it", "below it", "elsewhere in the project", "by a link within the project"],
)
def test_a_record_names_files_of_its_project_or_folder(
    briefgen: Run, tmp_path: Path, project: str, article: str, text: str
) -> None:
    if project:
        put(tmp_path / "briefgen.toml", project)
    put(tmp_path / article, RECORD.replace("text: gazette.txt", f"text: {text}"))
    for name in ("gazette.txt", "sources/gazette.txt"):
        put(tmp_path / name, TEXT)
    (tmp_path / "articles").mkdir(exist_ok=True)
    (tmp_path / "articles/link.txt").symlink_to("../sources/gazette.txt")

    assert told(briefgen("check", article, *EVIDENCE)) == "1 record: nothing found\n"


def test_a_record_outside_of_the_project_names_files_of_its_own_folder(
    briefgen: Run, tmp_path: Path, elsewhere: Path
) -> None:
    put(tmp_path / "briefgen.toml", MAIL)
    put(tmp_path / "gazette.txt", TEXT)
    article = put(elsewhere.parent / "a.yaml", RECORD.replace("gazette.txt", str(tmp_path / "gazette.txt")))

    done = briefgen("check", str(article), *EVIDENCE)

    assert f"error FIL06 {tmp_path / 'gazette.txt'}: is hidden, or outside of {article.parent}" in told(done)


@pytest.mark.parametrize("name", ["memo.md.j2", "notes.yaml", "memo.docx"])
def test_a_folder_of_templates_cannot_link_out_of_itself(
    briefgen: Run, tmp_path: Path, elsewhere: Path, name: str
) -> None:
    put(tmp_path / "theirs/envoy/audience.yaml", "extends: minister\n")
    (tmp_path / "theirs/envoy" / name).symlink_to(elsewhere)

    done = briefgen("make", "--templates", "theirs", "--audience", "envoy", "--format", "txt")

    assert done.returncode in {1, 2}
    assert f"error FIL06 envoy/{name}: is hidden, or outside of theirs" in told(done)
    assert "the-secret" not in told(done)


def test_hidden_files_beside_templates_are_left_alone(briefgen: Run, tmp_path: Path, elsewhere: Path) -> None:
    put(tmp_path / "theirs/envoy/audience.yaml", "extends: minister\n")
    put(tmp_path / "theirs/.git/a.yaml", "{")
    (tmp_path / "theirs/.b.yaml").symlink_to(elsewhere)

    done = briefgen("template", "show", ".git", "--templates", "theirs")

    assert "error CFG05 '.git' is no audience" in told(done)


def test_an_audience_cannot_name_a_list_outside(briefgen: Run, tmp_path: Path, elsewhere: Path) -> None:
    put(tmp_path / "briefgen.toml", MAIL)
    put(tmp_path / "articles/a.yaml", RECORD)
    put(tmp_path / "articles/gazette.txt", TEXT)
    put(tmp_path / "templates/envoy/audience.yaml", "extends: minister\n")
    put(tmp_path / "templates/envoy/recipients.yaml", f"- {elsewhere}\n")

    done = briefgen("send", "--audience", "envoy")

    assert done.returncode == 1
    assert f"error FIL06 {elsewhere}: is hidden, or outside of this folder" in told(done)
    assert "the-secret" not in told(done)


def test_a_list_cannot_enclose_a_file_from_outside(briefgen: Run, tmp_path: Path, elsewhere: Path) -> None:
    recipients = '\n[audience.minister]\nrecipients = ["list.csv"]\n'
    put(tmp_path / "briefgen.toml", MAIL + recipients)
    put(tmp_path / "articles/a.yaml", RECORD.replace("status: draft", "status: cleared"))
    put(tmp_path / "articles/gazette.txt", TEXT)
    put(tmp_path / "list.csv", f"email,attachments\njo@example.org,{elsewhere}\n")

    done = briefgen("send")

    assert done.returncode in {1, 2}
    assert f"list.csv:2: error FIL06 {elsewhere}: is hidden, or outside of this folder" in told(done)
    assert not list(tmp_path.rglob("*.eml"))


@pytest.mark.parametrize("record", ["{elsewhere}", "../{folder}/secret.csv", "briefgen:../../../..{elsewhere}"])
def test_a_manifest_cannot_have_a_file_read_from_outside(
    briefgen: Run, tmp_path: Path, elsewhere: Path, record: str
) -> None:
    put(tmp_path / "articles/a.yaml", RECORD)
    put(tmp_path / "articles/gazette.txt", TEXT)
    briefgen("make", "--draft", "--format", "txt", "articles/a.yaml")
    manifest = tmp_path / "out/manifest.json"
    put(elsewhere, f"- [{LOCAL}")
    named = record.format(elsewhere=elsewhere, folder=elsewhere.parent.name)
    known = json.loads(manifest.read_bytes())
    for made in known["files"].values():
        made["record"] = named
    manifest.write_text(json.dumps(known), encoding="utf-8")

    done = briefgen("verify", *map(str, (tmp_path / "out").glob("*.txt")))

    assert f"VER13 {named} is not at hand" in told(done)
    assert "the-secret" not in told(done)
