r"""What the documents say is so.

A fenced block marked `console` is a transcript: every line that begins with `$ ` is run by a shell of its own in an
empty folder (those of one page share it, and `$ cd` moves them all); lines that begin with `> ` continue it.
Below it stands its output on both streams, a line `...` for any number of lines, and at the end its exit status in
brackets, such as `[1]`, when that is not 0.
A block such as `toml add=briefgen.toml` is added to that file at its place among the commands.
Blocks marked `sh` are only shown: set-up that a test must not repeat.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")) if path.is_file()
)
TEXT_SUFFIXES = {"", ".css", ".csv", ".json", ".j2", ".md", ".py", ".sh", ".toml", ".txt", ".yaml", ".yml"}
FOLDERS = (".ci", "briefgen", "docs", "samples", "templates", "tests")
TEXTS = sorted(
    path
    for path in (*ROOT.glob("*"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*")))
    if path.is_file() and path.suffix in TEXT_SUFFIXES and path.name not in {".coverage", ".git", Path(__file__).name}
)

BLOCK = re.compile(r"^```(?:console|\w+ add=(\S+))\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"\A(.*(?:\n> .*)*)\n((?:.*\n?)*)")
LINK = re.compile(r"\]\((?!https?:|mailto:|figure:)([^)#\s]*)(?:#[^)\s]*)?\)")
WORKPLACE = re.compile(r"(?<![\w.])/(?:work|tmp|root|opt)/[a-z]|artifact-?registry|pkg\.dev", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a transcript, and what it is to show."""

    command: str
    shown: str
    status: int


def steps(page: str) -> Iterator[Step]:
    """Read the transcripts of a page in their order."""
    for name, block in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        if name:
            yield Step(f"(mkdir -p $(dirname {name}); cat >> {name} <<'END'\n{block}END\n)", "", 0)
            continue
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, shown = COMMAND.findall(part)[0]
            status = re.search(r"^\[(\d+)\]\n?\Z", shown, re.MULTILINE)
            yield Step(
                command.replace("\n> ", "\n"),
                shown[: status.start()] if status else shown,
                int(status[1]) if status else 0,
            )


def prose(page: str) -> str:
    """Give a page without its code."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.sub(r"^```.*?^```$|`[^`\n]+`", "", text, flags=re.MULTILINE | re.DOTALL)


def pattern(shown: str) -> str:
    """Turn expected output into a regular expression, `...` lines standing for any."""
    return "".join("(?:.*\n)*" if line == "...\n" else re.escape(line) for line in shown.splitlines(keepends=True))


@pytest.mark.parametrize("page", PAGES)
def test_transcripts_show_what_happens(page: str, tmp_path: Path) -> None:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = os.environ | {"PATH": path, "HOME": str(tmp_path), "NO_COLOR": "1", "COLUMNS": "100"}
    folder = tmp_path

    for step in steps(page):
        if step.command.startswith("cd "):
            folder /= step.command.removeprefix("cd ")
            continue
        done = subprocess.run(
            ["bash", "-c", f"exec 2>&1\n{step.command}"],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

        assert (step.command, done.returncode) == (step.command, step.status), done.stdout
        assert re.fullmatch(pattern(step.shown), done.stdout), f"$ {step.command}\n{done.stdout}"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    targets = [unquote(target) for target in LINK.findall(prose(page)) if target]

    assert [target for target in targets if not ((ROOT / page).parent / target).exists()] == []


@pytest.mark.parametrize("decision", sorted(path.name for path in (ROOT / "docs/decisions").glob("0*.md")))
def test_decisions_are_listed_and_say_what_was_weighed(decision: str) -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "docs/decisions" / decision).read_text(encoding="utf-8"), re.MULTILINE)

    assert headings[:4] == ["Context", "Options", "Decision", "Consequences"]
    assert f"]({decision})" in (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")


def test_the_build_server_runs_the_test_command_of_the_readme() -> None:
    shown = re.findall(
        r"^```sh\n(.*pipx run tox run -e \w+)\n```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert [command.rpartition(" ")[2] for command in shown] == ["make", "test"]
    assert shown[1] in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_no_file_names_the_place_where_it_was_written() -> None:
    found = {
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in TEXTS
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if WORKPLACE.search(line)
    }

    assert found == set()
