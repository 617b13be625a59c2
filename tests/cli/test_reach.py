"""What commands reach for, as Python itself tells: no network, no program, no file but those they are to write."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.checking import EXAMPLE

WATCHED = """\
import json, os, sys
seen = []
def watch(event, told):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec"):
        seen.append(event)
    elif event == "open" and isinstance(told[0], str | os.PathLike) and told[2] & (os.O_WRONLY | os.O_RDWR):
        seen.append(os.path.abspath(os.fspath(told[0])))
sys.addaudithook(watch)
from briefgen.cli.main import main
try:
    main()
finally:
    found = sorted(set(seen))
    sys.stderr.write(chr(10) + json.dumps(found))
"""


def reached(folder: Path, *arguments: str) -> list[str]:
    """Run a command and give what it reached for: events, and files that it wrote, by their place in `folder`."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=folder,
        env=os.environ | {"HOME": str(folder / "home"), "XDG_CONFIG_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stderr.splitlines()[-1])
    return [name.replace(f"{folder}{os.sep}", "").replace(os.sep, "/") for name in found if name != os.devnull]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name in ("record.yaml", "gazette.txt"):
        (tmp_path / name).write_bytes((EXAMPLE / name).read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("check", "record.yaml"),
        ("template", "check"),
        ("template", "list"),
        ("schema",),
        ("diff", "record.yaml", "record.yaml"),
        ("status",),
        ("--help",),
    ],
    ids=" ".join,
)
def test_what_only_looks_reaches_for_nothing(desk: Path, command: tuple[str, ...]) -> None:
    assert reached(desk, *command) == []


def test_make_writes_its_memos_and_nothing_else(desk: Path) -> None:
    written = reached(desk, "make", "record.yaml", "--draft", "--format", "pdf,docx,html,txt,md")

    kept = sorted(path.relative_to(desk).as_posix() for path in (desk / "out").iterdir())
    assert [Path(name).suffix for name in kept] == [".docx", ".html", ".md", ".pdf", ".txt", ".json"]
    assert {name for name in written if not name.endswith(".part")} == {"out/.manifest.journal"}
    assert all(name.startswith("out/.") for name in written)


def test_draft_writes_the_record_and_its_text_and_nothing_else(desk: Path) -> None:
    page = "<!doctype html><html><head><title>Terms</title><script src='https://example.org/a.js'></script></head>"
    page += "<body><img src='https://example.org/a.png'><h1>Council sets terms</h1>"
    page += "<p>The council demanded on Monday that fares stay below 12 crowns until 2027.</p>" * 3
    (desk / "page.html").write_text(page, encoding="utf-8")

    written = reached(desk, "draft", "page.html", "-o", "new.yaml")

    assert sorted(path.name for path in desk.glob("new*")) == ["new.source.txt", "new.yaml"]
    assert all(name.startswith(".briefgen-") and name.endswith(".part") for name in written)
