"""A cluster makes what one process makes, whatever becomes of its workers."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import labour
from support.articles import SMALL
from support.clusters import Cluster, cluster
from support.labour import Deadly

from briefgen.desk.cluster import clustered
from briefgen.desk.errand import Lost
from briefgen.theme import DEFAULT

pytestmark = pytest.mark.slow

Started = Callable[..., "subprocess.Popen[str]"]
MEMOS = 24
AUDIENCES = "minister,public"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster"), workers=3) as started:
        yield started


@pytest.fixture
def start(tmp_path: Path) -> Started:
    for number in range(MEMOS):
        text = SMALL.replace("id: ferry-talks", f"id: ferry-{number:02}")
        (tmp_path / f"a{number:02}.yaml").write_text(text, encoding="utf-8")

    def started(*arguments: str) -> "subprocess.Popen[str]":
        names = sorted(path.name for path in tmp_path.glob("a*.yaml"))
        command = [sys.executable, "-m", "briefgen", "make", *names, "-a", AUDIENCES, "-f", "docx,txt", *arguments]
        home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, cwd=tmp_path, env=os.environ | home, **streams)  # type: ignore[call-overload,no-any-return]

    return started


def ended(program: "subprocess.Popen[str]") -> tuple[int, list[str]]:
    """Give how it ended and what it told; no file is written twice, whatever else."""
    printed, told = program.communicate(timeout=180)
    assert len(printed.splitlines()) == len(set(printed.splitlines()))
    return program.returncode, told.splitlines()


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_killed_worker_costs_nothing(running: Cluster, start: Started, tmp_path: Path) -> None:
    assert ended(start("-o", "one", "--jobs", "1")) == (0, ["96 memos: 96 written"])

    program = start("-o", "many", "--scheduler", running.address)
    while not list(tmp_path.glob("many/*.docx")) and program.poll() is None:
        time.sleep(0.02)
    running.processes[1].kill()
    done = ended(program)
    running.worker()

    assert done == (0, ["96 memos: 96 written"])
    assert files(tmp_path / "many") == files(tmp_path / "one")


def test_workers_write_to_shared_storage(running: Cluster, start: Started, tmp_path: Path) -> None:
    url = f"file://{tmp_path}/shared"

    first = ended(start("-o", url, "--scheduler", running.address))
    ended(start("-o", "one"))
    again = ended(start("-o", url, "--scheduler", running.address))

    assert first == (0, ["96 memos: 96 written"])
    assert again == (0, ["96 memos: 0 written, 96 unchanged"])
    assert files(tmp_path / "shared") == files(tmp_path / "one")


def test_a_worker_that_would_make_other_bytes_is_refused(start: Started, tmp_path: Path) -> None:
    with cluster(tmp_path / "others", workers=0) as other:
        spoilt = "import unicodedata\nunicodedata.unidata_version = '1.0'\n"
        (tmp_path / "others/sitecustomize.py").write_text(spoilt, encoding="utf-8")
        other.environment["PYTHONPATH"] = str(tmp_path / "others")
        other.worker()
        status, told = ended(start("--scheduler", other.address))

    assert (status, len(told)) == (2, 2)
    assert "error CFG18 worker tcp://127.0.0.1:" in told[0]
    assert " has Unicode 1.0, and not " in told[0]
    assert not (tmp_path / "out").exists()


@pytest.mark.filterwarnings("default::ResourceWarning")  # distributed closes its connections when it has time
def test_a_task_that_kills_every_worker_is_lost_alone(tmp_path: Path) -> None:
    with cluster(tmp_path / "risky", workers=0, PYTHONPATH=str(Path(labour.__file__).parents[1])) as risky:
        for _ in range(2):
            risky.worker(nanny=True)
        results = list(clustered(Deadly((20,)), range(24), risky.address, DEFAULT))

    assert [one.code if isinstance(one, Lost) else one for one in results] == [
        "RUN01" if number == 20 else 2 * number for number in range(24)
    ]


def test_a_scheduler_without_briefgen_is_refused(start: Started, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/briefgen.py").write_text("raise ModuleNotFoundError('not here')\n", encoding="utf-8")
    with cluster(tmp_path / "bare", workers=0, PYTHONPATH=str(tmp_path / "other")) as bare:
        del bare.environment["PYTHONPATH"]
        bare.worker()
        status, told = ended(start("--scheduler", bare.address))

    assert (status, len(told)) == (2, 2)
    assert told[0].startswith(f"error CFG18 scheduler {bare.address} cannot be used: ModuleNotFoundError: ")


def test_a_scheduler_that_does_not_answer_is_told(start: Started, tmp_path: Path) -> None:
    status, told = ended(start("--scheduler", "tcp://127.0.0.1:9"))

    assert (status, (tmp_path / "out").exists()) == (2, False)
    assert told[0].startswith("error CFG17 tcp://127.0.0.1:9: no scheduler answers: ")


def test_ctrl_c_leaves_the_cluster_and_keeps_what_is_written(running: Cluster, start: Started, tmp_path: Path) -> None:
    program = start("--scheduler", running.address)
    while not list(tmp_path.glob("out/*.docx")) and program.poll() is None:
        time.sleep(0.02)
    program.send_signal(signal.SIGINT)
    status, told = ended(program)

    known = json.loads((tmp_path / "out/manifest.json").read_bytes())["files"]
    assert (status, len(told)) == (130, 1)
    assert told[0].startswith("interrupted: ")
    assert sorted(known) == sorted(path.name for path in tmp_path.glob("out/*-*"))


def test_the_end_of_the_scheduler_keeps_what_is_written(start: Started, tmp_path: Path) -> None:
    with cluster(tmp_path / "dying", workers=1) as dying:
        program = start("--scheduler", dying.address)
        while not list(tmp_path.glob("out/*.docx")) and program.poll() is None:
            time.sleep(0.02)
        dying.processes[0].kill()
        status, told = ended(program)

    known = json.loads((tmp_path / "out/manifest.json").read_bytes())["files"]
    assert status == 1
    assert told[0].startswith(f"error RUN03 {dying.address}: the cluster is gone: ")
    assert sorted(known) == sorted(path.name for path in tmp_path.glob("out/*-*"))
