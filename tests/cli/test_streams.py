"""The program is a good neighbour: of pipes, full disks, terminals, and people who press Ctrl-C."""

import json
import os
import pty
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.articles import AUDIENCES, SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]
PROGRAM = (sys.executable, "-m", "briefgen")


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    return "a.yaml"


def mind_ctrl_c() -> None:
    """Take interruptions as on a terminal, also where the tests run in the background and pass them over."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> tuple[str, str]:
    """Run the program with standard error on a terminal; give both its streams."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=folder,
        env=os.environ | {"HOME": str(folder / "home"), "TERM": "xterm", "COLUMNS": "100"} | environment,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
    ) as running:
        os.close(theirs)
        assert running.stdout is not None
        printed = running.stdout.read()
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    return printed, shown.decode()


def test_on_a_terminal_a_bar_is_shown_and_the_results_are_printed_apart(article: str, tmp_path: Path) -> None:
    printed, shown = on_a_terminal(tmp_path, "make", article, "-a", "all", "-f", "txt")

    assert "Making memos" in shown
    count = len(AUDIENCES)
    assert shown.splitlines()[-1].endswith(f"{count} memos: {count} written")
    assert printed.splitlines() == [f"out/2025-05-06-ferry-talks-{who}.txt" for who in AUDIENCES]


def test_errors_are_in_colour_on_a_terminal_unless_no_color_is_set(tmp_path: Path) -> None:
    _, coloured = on_a_terminal(tmp_path, "make", "x.yaml", "-f", "txt", NO_COLOR="")
    _, plain = on_a_terminal(tmp_path, "make", "x.yaml", "-f", "txt", NO_COLOR="1")

    assert "\x1b[31merror FIL01\x1b[0m x.yaml" in coloured
    assert "error FIL01 x.yaml" in plain
    assert "\x1b" not in plain


def test_elsewhere_there_is_neither_bar_nor_colour(briefgen: Run, article: str) -> None:
    done = briefgen("make", article, "x.yaml", "-a", "all", "-f", "txt")

    assert ("\x1b" in done.stderr, "Making memos" in done.stderr) == (False, False)


def test_ctrl_c_ends_the_run_without_half_a_file(tmp_path: Path) -> None:
    for number in range(60):
        text = SMALL.replace("id: ferry-talks", f"id: talks-{number}")
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    articles = sorted(path.name for path in tmp_path.glob("*.yaml"))

    with subprocess.Popen(
        [*PROGRAM, "make", *articles, "-a", "all", "-f", "html"],
        cwd=tmp_path,
        preexec_fn=mind_ctrl_c,  # noqa: PLW1509 - no threads here
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        for _ in range(3):
            running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)

    memos = [path.name for path in (tmp_path / "out").glob("*.html")]
    assert running.returncode == 130
    assert told.splitlines()[-1] == f"interrupted: {len(memos)} memos: {len(memos)} written"
    assert 0 < len(memos) < 60 * len(AUDIENCES)
    assert all((tmp_path / "out" / name).read_text(encoding="utf-8").endswith("</html>\n") for name in memos)
    assert [path.name for path in (tmp_path / "out").glob(".*")] == []
    assert len(json.loads((tmp_path / "out/manifest.json").read_bytes())["files"]) == len(memos)


def test_ctrl_c_while_waiting_for_input_ends_it(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "make", "-v", "-", "-f", "txt"],
        cwd=tmp_path,
        preexec_fn=mind_ctrl_c,  # noqa: PLW1509 - no threads here
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if line.startswith("Audience"):
                break
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)

    before_it_waits, while_it_waits = "interrupted: 0 memos: 0 written\n", "\ninterrupted\n"
    assert running.returncode == 130
    assert told in {before_it_waits, while_it_waits}


def test_a_full_disk_is_told_and_leaves_nothing_behind(article: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "make", article, "-f", "html", "-q"],
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == (
        "error FIL02 out/2025-05-06-ferry-talks-minister.html cannot be written: file too large\n"
        "1 memo: 0 written, 1 failed (minister of ferry-talks as html)\n"
    )
    assert (done.returncode, list((tmp_path / "out").iterdir())) == (1, [])


@pytest.mark.parametrize(
    "arguments",
    [["make", "a.yaml", "-f", "html", "-o", "-"], ["make", "a.yaml", "-f", "html"], ["schema"], ["--help"]],
    ids=["memo", "names", "schema", "help"],
)
def test_standard_output_that_cannot_be_written_is_told(article: str, tmp_path: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert article == "a.yaml"
    assert "error FIL02 standard output cannot be written: no space left on device\n" in done.stderr
    assert ("Traceback" in done.stderr, done.returncode) == (False, 1)


def test_a_reader_that_has_seen_enough_ends_it_quietly(article: str, tmp_path: Path) -> None:
    program = f"{sys.executable} -m briefgen"
    command = f"{program} schema | head -n 1; {program} make {article} -f html -o - -q | true"

    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("{\n", "")


def test_names_are_completed(program: Run) -> None:
    def completed(words: str) -> list[str]:
        position = str(len(words.split(" ")) - 1)
        shown = program(_BRIEFGEN_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=position).stdout
        return [line.partition(",")[2] for line in shown.splitlines()]

    assert completed("briefgen ma") == ["make"]
    assert completed("briefgen make -a mi") == ["minister"]
    assert completed("briefgen make -f ht") == ["html"]


def test_files_are_as_private_as_their_owner_wants(article: str, tmp_path: Path) -> None:
    command = f"umask 077; {sys.executable} -m briefgen make {article} -f txt --json"

    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)

    memo = tmp_path / json.loads(done.stdout)["written"][0]["path"]
    assert memo.stat().st_mode & 0o777 == 0o600
