"""`briefgen make --jobs` makes what one process makes, and outlives what its processes do not."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from support.articles import FAULTY, SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]


def many(folder: Path, count: int) -> list[str]:
    names = [f"a{number:02}.yaml" for number in range(count)]
    for number, name in enumerate(names):
        (folder / name).write_text(SMALL.replace("id: ferry-talks", f"id: ferry-{number:02}"), encoding="utf-8")
    return names


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_several_processes_do_and_say_what_one_does(briefgen: Run, tmp_path: Path) -> None:
    names = many(tmp_path, 4)
    (tmp_path / "f.yaml").write_text(FAULTY, encoding="utf-8")
    asked = ("make", *names[:2], "f.yaml", "missing.yaml", *names[2:], "-a", "minister,public", "-f", "docx,txt,html")

    alone, together = (briefgen(*asked, "-o", f"out{jobs}", "--jobs", jobs) for jobs in ("1", "2"))

    assert (together.returncode, together.stderr) == (alone.returncode, alone.stderr)
    assert together.stdout.replace("out2/", "out1/") == alone.stdout
    assert files(tmp_path / "out2") == files(tmp_path / "out1")


def test_the_report_is_that_of_one_process(briefgen: Run, tmp_path: Path) -> None:
    names = many(tmp_path, 3)

    alone, together = (briefgen("make", *names, "-f", "txt", "--json", "--force", "-j", jobs) for jobs in ("1", "2"))

    assert json.loads(together.stdout) == json.loads(alone.stdout)


def test_what_is_there_is_not_read_again(briefgen: Run, tmp_path: Path) -> None:
    names = many(tmp_path, 3)
    briefgen("make", *names, "-f", "txt,md", "-j", "2")
    (tmp_path / names[1]).write_text(SMALL.replace("id: ferry-talks", "id: other"), encoding="utf-8")
    (tmp_path / "out/2025-05-06-ferry-02-minister.md").unlink()

    done = briefgen("make", *names, "-f", "txt,md", "-j", "2", "--json")

    report = json.loads(done.stdout)
    assert [memo["path"] for memo in report["written"]] == [
        "out/2025-05-06-other-minister.txt",
        "out/2025-05-06-other-minister.md",
        "out/2025-05-06-ferry-02-minister.md",
    ]
    assert report["unchanged"] == [
        f"out/2025-05-06-{name}" for name in ("ferry-00-minister.txt", "ferry-00-minister.md", "ferry-02-minister.txt")
    ]


def test_a_field_that_is_set_makes_another_memo(briefgen: Run, tmp_path: Path) -> None:
    (name,) = many(tmp_path, 1)
    again = ("make", name, "-f", "txt", "--set", "version=2")
    briefgen("make", name, "-f", "txt")

    first, second = briefgen(*again).stderr, briefgen(*again).stderr

    assert (first.splitlines()[-1], second.splitlines()[-1]) == ("1 memo: 1 written", "1 memo: 0 written, 1 unchanged")


def test_two_memos_of_one_name_are_refused_also_when_one_is_there(briefgen: Run, tmp_path: Path) -> None:
    names = many(tmp_path, 2)
    briefgen("make", names[0], "-f", "txt")
    (tmp_path / "b.yaml").write_bytes((tmp_path / names[0]).read_bytes())

    done = briefgen("make", *names, "b.yaml", "-f", "txt")

    assert "error CFG03 2 memos would be called 2025-05-06-ferry-00-minister.txt" in done.stderr
    assert (done.returncode, (tmp_path / "out/2025-05-06-ferry-01-minister.txt").exists()) == (2, False)


@pytest.mark.parametrize("jobs", ["0", "-1", "two"])
def test_a_number_of_processes_is_asked_for(briefgen: Run, jobs: str) -> None:
    done = briefgen("make", "--jobs", jobs)

    assert (done.returncode, "--jobs" in done.stderr) == (2, True)


@pytest.mark.slow
def test_a_killed_process_loses_nothing(started: "Callable[..., subprocess.Popen[str]]", tmp_path: Path) -> None:
    names = many(tmp_path, 40)
    program = started("make", *names, "-f", "pdf,docx", "-j", "2")

    victim = first_written(program).children()[0]
    victim.send_signal(signal.SIGKILL)
    _, told = program.communicate(timeout=120)

    assert (program.returncode, told.splitlines()[-1]) == (0, "80 memos: 80 written")
    assert len(json.loads((tmp_path / "out/manifest.json").read_bytes())["files"]) == 80


@pytest.mark.slow
def test_ctrl_c_ends_every_process_and_keeps_what_is_written(
    started: "Callable[..., subprocess.Popen[str]]", tmp_path: Path
) -> None:
    names = many(tmp_path, 200)
    program = started("make", *names, "-a", "minister", "-f", "pdf,docx", "-j", "2")

    workers = first_written(program).children()
    os.killpg(program.pid, signal.SIGINT)
    printed, told = program.communicate(timeout=60)

    known = json.loads((tmp_path / "out/manifest.json").read_bytes())["files"]
    there = [path.name for path in (tmp_path / "out").iterdir() if path.name != "manifest.json"]
    assert (program.returncode, len(told.splitlines())) == (130, 1)
    assert told.startswith("interrupted: ")
    assert sorted(f"out/{name}" for name in known) == sorted(printed.splitlines())
    assert sorted(there) == sorted(known)
    assert len(workers) == 2
    assert [worker for worker in workers if worker.is_running()] == []


@pytest.fixture
def started(tmp_path: Path, surroundings: dict[str, str]) -> "Callable[..., subprocess.Popen[str]]":
    def start(*arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "briefgen", *arguments],
            cwd=tmp_path,
            env=os.environ | surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return start


def first_written(program: "subprocess.Popen[str]") -> psutil.Process:
    """Wait until the first memo is there."""
    running = psutil.Process(program.pid)
    folder, deadline = Path(running.cwd()) / "out", time.monotonic() + 60
    while not list(folder.glob("*.docx")) and time.monotonic() < deadline and program.poll() is None:
        time.sleep(0.02)
    return running
