"""The program starts fast, says how it ends, and shows its audiences and its schema."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.articles import AUDIENCES, SMALL

from briefgen import __version__
from briefgen.cli.status import TABLE

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAVY = {"pydantic", "jinja2", "reportlab", "docx", "markdown_it", "babel", "yaml", "rich", "uharfbuzz", "lxml", "PIL"}


def imported(folder: Path, *arguments: str) -> set[str]:
    """Run the program and tell which modules it has imported at its end."""
    code = (
        "import sys, atexit\n"
        "from briefgen.cli.main import main\n"
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr))\n"
        f"sys.argv = {['briefgen', *arguments]!r}\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    assert imported(tmp_path, "--help") & HEAVY == set()


ON_DEMAND = {
    *("babel", "docx", "lxml", "rich", "msal", "keyring", "pydantic", "rapidfuzz", "pypdfium2", "reportlab.platypus"),
    *("asyncio", "http", "importlib.metadata", "multiprocessing", "secrets", "smtplib", "sqlite3", "ssl"),
    *("tomllib", "urllib.request", "xml.sax", "xml.etree"),
}
"""What no memo needs, though some command, or some mistake, does."""


@pytest.mark.parametrize(
    ("kind", "unwanted", "most"),
    [
        ("md", {"reportlab", "uharfbuzz", "PIL", "pypdfium2_raw", "zipfile"}, 155),
        ("txt", {"reportlab", "uharfbuzz", "PIL", "pypdfium2_raw", "zipfile"}, 155),
        ("html", {"reportlab", "uharfbuzz", "pypdfium2_raw", "zipfile"}, 168),
        ("pdf", {"zipfile"}, 225),
        ("docx", {"reportlab", "uharfbuzz", "pypdfium2_raw"}, 185),
    ],
)
def test_a_format_imports_only_what_it_needs(
    kind: str, unwanted: set[str], most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFGEN_CACHE", str(tmp_path / "cache"))
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    first, found = (imported(tmp_path, "make", "a.yaml", "--force", "-f", kind) for _ in range(2))

    assert first >= {"babel.dates", "importlib.metadata"}, "whose answers are kept for the next run"
    assert found & (unwanted | ON_DEMAND) == set()
    assert len([name for name in found if name.partition(".")[0] == "briefgen"]) <= most


def test_the_version_is_told(briefgen: Run) -> None:
    assert briefgen("--version").stdout == f"briefgen {__version__}\n"


def test_the_help_tells_the_exit_statuses(briefgen: Run) -> None:
    listed = briefgen("--help").stdout.partition("Exit status:\n")[2].splitlines()

    assert [line.split(maxsplit=1) for line in listed] == [[str(code), text] for code, text in TABLE.items()]


def test_without_a_command_the_help_is_shown(briefgen: Run) -> None:
    done = briefgen()

    assert (done.returncode, done.stdout, done.stderr) == (0, briefgen("--help").stdout, "")


def test_an_unknown_command_is_wrong_usage(briefgen: Run) -> None:
    done = briefgen("mak")

    assert (done.returncode, "No such command 'mak'" in done.stderr) == (2, True)


def test_the_schema_is_json(briefgen: Run) -> None:
    assert json.loads(briefgen("schema").stdout)["$schema"].endswith("/2020-12/schema")


def test_the_audiences_are_listed_and_shown(briefgen: Run) -> None:
    listed, shown = briefgen("template", "list"), briefgen("template", "show", "minister")

    assert [line.split()[0] for line in listed.stdout.splitlines() if line[:1].isalpha()] == list(AUDIENCES)
    assert "{# minister/memo.md.j2, from " in shown.stdout


def test_an_unknown_audience_is_told_with_the_nearest_name(briefgen: Run) -> None:
    done = briefgen("template", "show", "minster")

    assert done.stderr == "error CFG05 'minster' is no audience\n  hint: did you mean 'minister'?\n"
    assert done.returncode == 2
