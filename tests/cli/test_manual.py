"""The help of every command is complete, its examples work, and the pages for `man` say the same."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from support import man_pages
from support.checkers import needed
from support.mail_servers import PASSWORD, house, office

from briefgen import resources
from briefgen.cli import caching, manual
from briefgen.cli.draft import KEY
from briefgen.mail.login import VARIABLE
from briefgen.standards import checkers_for

Run = Callable[..., subprocess.CompletedProcess[str]]
CONTEXTS = {ctx.command_path: ctx for ctx in man_pages.contexts()}
EXPLAINED = {path: ctx.command for path, ctx in CONTEXTS.items() if isinstance(ctx.command, manual.Explained)}
EXAMPLES = [(path, said) for path, command in EXPLAINED.items() for said in command.examples.values()]
MAIL = """\
[mail]
sender = "Desk <desk@example.org>"
host = "localhost"
port = {port}
username = "desk"
ca_file = "ca.pem"

[audience.minister]
recipients = ["office@example.org"]
"""


@pytest.fixture
def desk(briefgen: Run, tmp_path: Path) -> Path:
    """Begin a project that has what examples name, in its folder."""
    briefgen("init")
    record = tmp_path / "articles/first.yaml"
    shutil.copy(record, tmp_path / "old.yaml")
    record.write_text(record.read_text(encoding="utf-8").replace("status: draft", "status: cleared"), encoding="utf-8")
    sample = (resources.samples_folder() / "fish-duty/article.txt").read_text(encoding="utf-8")
    (tmp_path / "article.txt").write_text(sample, encoding="utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in sample.splitlines() if line)
    (tmp_path / "page.html").write_text(f"<title>Fish</title><article>{paragraphs}</article>", encoding="utf-8")
    (tmp_path / "theirs/parliament").mkdir(parents=True)
    (tmp_path / "theirs/parliament/audience.yaml").write_text("title: Parliament\nextends: committee\n", "utf-8")
    return tmp_path


def run(folder: Path, surroundings: dict[str, str], command: str) -> subprocess.CompletedProcess[str]:
    """Type a command into a shell in which briefgen is found."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = os.environ | surroundings | {"PATH": path, "BRIEFGEN_MAIL_PASSWORD": PASSWORD}
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize(("command", "example"), [one for one in EXAMPLES if one[0] != "briefgen send"])
def test_an_example_works(command: str, example: str, desk: Path, surroundings: dict[str, str]) -> None:
    match command:
        case "briefgen init":
            desk /= "elsewhere"
            desk.mkdir()
        case "briefgen verify":
            run(desk, surroundings, "briefgen make")
            for checker in (*checkers_for(Path("memo.pdf")), *checkers_for(Path("memo.docx"))):
                needed(checker)
        case "briefgen template diff" | "briefgen template upgrade":
            run(desk, surroundings, "briefgen template eject minister")
        case _:
            pass

    done = run(desk, surroundings, example)

    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_examples_of_send_work_in_their_order(desk: Path, surroundings: dict[str, str]) -> None:
    own = house(desk)
    with office(own.server_context(), login=True) as server:
        with (desk / "briefgen.toml").open("a", encoding="utf-8") as project:
            project.write(MAIL.format(port=server.port))
        done = [run(desk, surroundings, said) for said in EXPLAINED["briefgen send"].examples.values()]

    assert [one.returncode for one in done] == [0, 0, 0], done[-1].stderr
    assert server.recipients() == ["desk@example.org", "office@example.org"]


@pytest.mark.parametrize("path", CONTEXTS)
def test_help_and_page_tell_of_every_option(path: str, briefgen: Run) -> None:
    ctx = CONTEXTS[path]
    help_ = briefgen(*path.split()[1:], "--help").stdout
    page = man_pages.pages()[f"{path.replace(' ', '-')}.1"].replace("\\-", "-")

    names = {name for option in ctx.command.get_params(ctx) if isinstance(option, click.Option) for name in option.opts}
    assert {name for name in names if f" {name}" not in help_ or name not in page} == set()


@pytest.mark.parametrize("path", CONTEXTS)
def test_help_fits_a_terminal_and_names_what_the_values_are(path: str, briefgen: Run) -> None:
    shown = briefgen(*path.split()[1:], "--help", COLUMNS="80").stdout.splitlines()

    assert [line for line in shown if len(line) > 80 or (line.endswith("...") and "[OPTIONS]" not in line)] == []
    assert [line for line in shown if line.lstrip().startswith("-") and " TEXT" in line] == []


def test_every_command_has_an_example() -> None:
    assert {path for path, ctx in CONTEXTS.items() if not isinstance(ctx.command, click.Group)} == {
        path for path, command in EXPLAINED.items() if command.examples
    }


def test_every_heading_stands_at_an_option_that_there_is() -> None:
    names = {path: {name for one in command.params for name in one.opts} for path, command in EXPLAINED.items()}

    assert {path for path, command in EXPLAINED.items() if set(command.headings) - names[path]} == set()


def test_the_help_names_the_variables_of_the_environment() -> None:
    assert {KEY, VARIABLE, caching.VARIABLE} <= set(manual.ENVIRONMENT)


def test_the_pages_for_man_are_up_to_date() -> None:
    stored = {path.name: path.read_text(encoding="ascii") for path in man_pages.PAGES.glob("*.1")}

    assert stored == man_pages.pages(), "run python tests/support/man_pages.py"
