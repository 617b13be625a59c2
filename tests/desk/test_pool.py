"""Work is done in other processes with the results of one, and what kills a process is lost alone."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from support.labour import Deadly, Dividing, double, pid, remembered

from briefgen import cache
from briefgen.desk.errand import Lost
from briefgen.desk.pool import Start, pooled

STARTS = ("fork", pytest.param("spawn", marks=pytest.mark.slow))


@pytest.fixture(autouse=True)
def _no_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide how the tests were started from processes that begin anew: they would start them again."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


def done(work: Callable[[int], Any], count: int, start: Start = "fork", workers: int = 2) -> list[Any]:
    return list(pooled(work, range(count), workers, start=start))


def codes(results: list[Any]) -> list[Any]:
    return [result.code if isinstance(result, Lost) else result for result in results]


@pytest.mark.parametrize("start", STARTS)
def test_results_come_in_the_order_of_the_tasks(start: Start) -> None:
    assert done(double, 50, start) == [2 * number for number in range(50)]


def test_no_task_is_no_result() -> None:
    assert done(double, 0) == []


def test_several_processes_share_the_work() -> None:
    workers = set(done(pid, 64, workers=3))

    assert len(workers) in {2, 3}
    assert os.getpid() not in workers


@pytest.mark.parametrize("start", STARTS)
def test_workers_read_and_fill_the_cache(start: Start, tmp_path: Path) -> None:
    cache.keep_in(tmp_path)
    try:
        cache.keep({0: 100}, "doubles")

        assert done(remembered, 2, start, workers=1) == [100, 2]
        cache.keep_in(tmp_path)
        assert cache.answers("doubles") == {0: 100, 1: 2}
    finally:
        cache.keep_in(None)


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    with closing(pooled(double, tasks(), 2, start="fork")) as results:
        first = [next(results) for _ in range(10)]

    assert first == [2 * number for number in range(10)]
    assert len(taken) < 30


@pytest.mark.parametrize("start", STARTS)
def test_a_mistake_loses_its_task_alone_and_keeps_its_traceback(start: Start) -> None:
    results = done(Dividing(6), 4, start)

    lost = results[0]
    assert results[1:] == [6.0, 3.0, 2.0]
    assert (lost.code, lost.message) == ("RUN02", "this is a mistake in briefgen: ZeroDivisionError: division by zero")
    assert "labour.py" in lost.traceback


@pytest.mark.parametrize(
    "of", [(7,), *(pytest.param(of, marks=pytest.mark.slow) for of in ((0,), (19,), (3, 4, 11)))], ids=str
)
def test_a_task_that_kills_its_process_is_lost_alone(of: tuple[int, ...]) -> None:
    assert codes(done(Deadly(of), 20)) == ["RUN01" if number in of else 2 * number for number in range(20)]


@pytest.mark.slow
def test_a_process_that_dies_once_loses_nothing(tmp_path: Path) -> None:
    assert done(Deadly((5, 6), tmp_path), 20) == [2 * number for number in range(20)]


def test_no_process_stays_when_the_work_is_left() -> None:
    before = set(multiprocessing.active_children())
    with closing(pooled(double, range(1000), 2, start="fork")) as results:
        next(results)
        during = set(multiprocessing.active_children()) - before

    assert len(during) == 2
    assert set(multiprocessing.active_children()) == before


def test_a_pool_begun_beside_another_thread_does_not_copy_this_process() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert list(pooled(double, range(3), 1)) == [0, 2, 4]
    finally:
        stop.set()
        thread.join()


@pytest.mark.slow
def test_workers_end_with_the_program_that_started_them() -> None:
    read, write = os.pipe()
    program = os.fork()
    if program == 0:
        results = pooled(pid, range(1000), 2, start="fork")
        os.write(write, b"".join(int(str(worker)).to_bytes(4, "big") for worker in {next(results), next(results)}))
        time.sleep(60)
        os._exit(0)
    workers = os.read(read, 8)
    os.kill(program, signal.SIGKILL)
    os.waitpid(program, 0)

    pids = [int.from_bytes(workers[at : at + 4], "big") for at in range(0, len(workers), 4)]
    deadline = time.monotonic() + 5
    while any(Path(f"/proc/{worker}").exists() for worker in pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert [worker for worker in pids if _runs(worker)] == []


def _runs(worker: int) -> bool:
    try:
        return Path(f"/proc/{worker}/stat").read_text(encoding="ascii").split()[2] != "Z"
    except OSError:
        return False
