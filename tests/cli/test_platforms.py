"""What differs between systems: encodings, line ends, capitals in file names, letters in pieces, reserved names.

Windows and macOS themselves are not here; docs/platforms.md tells what was never tried there.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unicodedata import normalize

import pytest
from support.articles import SMALL

from briefgen.cli.main import main

Run = Callable[..., subprocess.CompletedProcess[str]]
NO_UTF_8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
"""Python on a system whose encoding is not UTF-8, as on Windows; here it is ASCII."""
TEXT = "The council of Norrey demanded a cap on fares on Monday.\nIt will meet again.\n"
SOURCE = """\
sources:
  - {id: gazette, type: article-newspaper, title: Council wants guarantees, container-title: The Norrey Gazette,
     issued: 2025-05-05, accessed: 2025-05-06, role: primary-reporting, seen: true, TEXT}
"""


def write(folder: Path, name: str, text: str | bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def with_source(told: str) -> str:
    """Give the small record with another source, and what is `told` of its text."""
    head, _, rest = SMALL.partition("sources:\n")
    after = rest.partition("\n\n")[2]
    return f"{head}{SOURCE.replace('TEXT', told)}\n{after}"


def test_files_and_pipes_get_utf_8_where_the_system_would_write_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.yaml", SMALL)
    write(tmp_path, "templates/міністр/audience.yaml", "title: Міністр\nextends: minister\n")
    printed = BytesIO()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    monkeypatch.setattr(sys, "argv", ["briefgen", "make", "a.yaml", "-a", "міністр", "-f", "txt"])
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(printed, encoding="cp1252"))

    with pytest.raises(SystemExit):
        main()

    assert printed.getvalue().decode() == "out/2025-05-06-ferry-talks-міністр.txt\n"


@pytest.mark.slow
@pytest.mark.parametrize("environment", [{}, NO_UTF_8], ids=["UTF-8", "ASCII"])
@pytest.mark.parametrize("name", [b"pr\xe9.yaml", "pré.yaml".encode()], ids=["Latin-1", "UTF-8"])
def test_a_file_name_that_the_system_cannot_spell_is_no_obstacle(
    name: bytes, environment: dict[str, str], program: Run, tmp_path: Path
) -> None:
    write(tmp_path, os.fsdecode(name), SMALL)

    made = [program("make", os.fsdecode(name), "-f", "txt", **environment).stderr for _ in range(2)]

    assert [told.splitlines()[-1] for told in made] == ["1 memo: 1 written", "1 memo: 0 written, 1 unchanged"]


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_letters_that_an_encoding_lacks_are_shown_as_escapes(encoding: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefgen", "template", "show", "_words/uk.yaml"]
    environment = os.environ | {"PYTHONIOENCODING": encoding, "HOME": str(tmp_path)}

    shown = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)

    assert (shown.returncode, shown.stderr) == (0, b"")
    assert "Міністр".encode("ascii", "backslashreplace") in shown.stdout or encoding == "ascii"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_json_for_programs_is_whole_in_every_encoding(encoding: str, program: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", SMALL)

    told = json.loads(program("make", "a.yaml", "-a", "мер", "--json", PYTHONIOENCODING=encoding).stdout)

    assert told["status"] == 2


@pytest.mark.parametrize("lines", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_records_from_every_editor_give_the_same_memo(lines: str, mark: bytes, briefgen: Run, tmp_path: Path) -> None:
    write(tmp_path, "plain.yaml", SMALL)
    write(tmp_path, "a.yaml", mark + SMALL.replace("\n", lines).encode())

    made = [briefgen("make", name, "-f", "md", "-o", "-").stdout for name in ("plain.yaml", "a.yaml")]

    assert made[0] == made[1] != ""


def test_a_mistake_has_its_line_in_a_file_of_windows(briefgen: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", SMALL.replace("kind: negotiation", "kind: negociation").replace("\n", "\r\n"))
    write(tmp_path, "b.yaml", SMALL.replace("kind: negotiation", "kind: negociation"))

    told = [briefgen("make", name).stderr.replace(name, "") for name in ("a.yaml", "b.yaml")]

    assert told[0].splitlines()[1:] == told[1].splitlines()[1:]


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
def test_line_ends_that_git_changed_are_told_as_such(mark: str, briefgen: Run, tmp_path: Path) -> None:
    digest = sha256((mark + TEXT).encode()).hexdigest()
    write(tmp_path, "a.yaml", with_source(f"text: gazette.txt, sha256: {digest}"))
    write(tmp_path, "gazette.txt", mark + TEXT.replace("\n", "\r\n"))

    told = briefgen("check", "a.yaml", "--select", "SRC21").stdout

    assert "the text of 'gazette' has changed" in told
    assert "hint: only its line ends are others, as git makes them: write `*.txt -text` into .gitattributes" in told


def test_two_ids_that_differ_in_capitals_alone_are_refused_before_anything_is_written(
    briefgen: Run, tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml", SMALL)
    write(tmp_path, "b.yaml", SMALL.replace("id: ferry-talks", "id: Ferry-Talks"))

    made = briefgen("make", "a.yaml", "b.yaml", "-f", "txt")

    names = "2025-05-06-ferry-talks-minister.txt or 2025-05-06-Ferry-Talks-minister.txt"
    assert f"error CFG03 2 memos would be called {names}\n" in made.stderr
    assert (made.returncode, (tmp_path / "out").exists()) == (2, False)


@pytest.mark.parametrize(
    ("pattern", "id_", "name"),
    [
        ("{id}.{ext}", "aux", "aux_.txt"),
        ("{audience}/{id}", "com1.2025", "minister/com1_.2025"),
        ("{id}", "talks.", "talks"),
        ("{audience}: {id}?.{ext}", "talks", "minister- talks-.txt"),
    ],
)
def test_what_is_no_file_name_on_windows_is_changed_in_the_name(
    pattern: str, id_: str, name: str, briefgen: Run, tmp_path: Path
) -> None:
    write(tmp_path, "briefgen.toml", f'[project]\narticles = ["a.yaml"]\nfilename = "{pattern}"\n')
    write(tmp_path, "a.yaml", SMALL.replace("id: ferry-talks", f"id: {id_}"))

    assert briefgen("make", "-f", "txt").stdout == f"out/{name}\n"


def test_files_whose_letters_a_mac_parted_are_found(briefgen: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", with_source("text: Überblick.txt"))
    write(tmp_path, normalize("NFD", "Überblick.txt"), TEXT)
    write(tmp_path, normalize("NFD", "templates/présidence/audience.yaml"), "title: Presidency\nextends: minister\n")

    made = briefgen("make", "a.yaml", "-a", "présidence", "-f", "txt")
    parted = briefgen("make", "a.yaml", "-a", normalize("NFD", "présidence"), "-f", "txt")

    assert (made.returncode, made.stdout) == (0, "out/2025-05-06-ferry-talks-présidence.txt\n"), made.stderr
    assert parted.stderr.splitlines()[-1] == "1 memo: 0 written, 1 unchanged"


@pytest.mark.parametrize("pattern", ["/articles/*.yaml", "C:/articles/*.yaml", "C:articles/*.yaml", "\\\\\\\\server/a"])
def test_articles_outside_the_project_are_refused_as_every_system_writes_them(
    pattern: str, briefgen: Run, tmp_path: Path
) -> None:
    write(tmp_path, "briefgen.toml", f'[project]\narticles = ["{pattern}"]\n')

    assert "is no path below the project's folder" in briefgen("make").stderr


@pytest.mark.parametrize("name", ["con", "aux", "com1"])
def test_an_audience_has_no_name_that_windows_keeps_for_itself(name: str, briefgen: Run) -> None:
    done = briefgen("template", "new", name)

    assert f"found a name that Windows keeps for itself: '{name}'" in " ".join(done.stderr.split())
    assert done.returncode == 2


def test_a_baseline_of_windows_serves_elsewhere(briefgen: Run, tmp_path: Path) -> None:
    write(tmp_path, "articles/a.yaml", SMALL)
    briefgen("check", "articles/a.yaml", "--write-baseline", "known.json", "--select", "SRC,DAT,LNG,LEN,NAM,DOC")
    findings = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))["findings"]

    assert {file for file, _, _ in findings} <= {"", "articles/a.yaml"}
