"""Do work in several processes of this machine, with the results in the order of the tasks.

Tasks are taken as they are needed, so that neither they nor their results pile up.
When a worker dies the pool is lost and nobody knows which task killed it: those that were under way are done again,
one by one in a process of their own, where a second death has one cause; then the others go on in a new pool.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any, Literal, TypeVar

from briefgen import cache
from briefgen.desk.errand import Lost, attempt
from briefgen.desk.interruption import put_off

T = TypeVar("T")
R = TypeVar("R")
Start = Literal["fork", "spawn"]

_MOST = 61 if sys.platform == "win32" else 1024
"""Windows waits for no more at once."""
_AHEAD = 4
"""Tasks given out for each worker, so that none waits while a long one is awaited."""
_KILLED = Lost(
    "RUN01",
    "the process that made it was killed twice; perhaps it needs more memory than there is",
    "make it alone, with --jobs 1",
)


def pooled(
    work: Callable[[T], R], tasks: Iterable[T], workers: int, *, start: Start | None = None
) -> Generator[R | Lost]:
    """Do all `tasks`, and give what became of each; `start` says how processes begin, else what is safe and quick."""
    source = iter(tasks)
    under_way: deque[tuple[T, Future[R | Lost]]] = deque()
    lasting = True
    while lasting:
        with _workers(work, workers, start) as executor:
            lasting = False
            try:
                for task in source:
                    under_way.append((task, _given(executor, task)))
                    if len(under_way) >= workers * _AHEAD:
                        yield under_way[0][1].result()
                        under_way.popleft()
                while under_way:
                    yield under_way[0][1].result()
                    under_way.popleft()
            except BrokenProcessPool:
                lasting = True
        yield from _again(work, under_way)
        under_way.clear()


def _again(work: Callable[[T], R], under_way: Iterable[tuple[T, "Future[R | Lost]"]]) -> Generator[R | Lost]:
    """Give the results that the lost pool had, and do the rest once more, one at a time."""
    left = deque(under_way)
    while left:
        with _workers(work, 1, "spawn") as executor:
            try:
                while left:
                    task, future = left[0]
                    yield future.result() if _is_done(future) else _given(executor, task).result()
                    left.popleft()
            except BrokenProcessPool:
                yield _KILLED
                left.popleft()


def _is_done(future: "Future[R | Lost]") -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


@contextmanager
def _workers(work: Callable[[Any], Any], workers: int, start: Start | None) -> Iterator[ProcessPoolExecutor]:
    """Start processes; when the work is not finished as planned they are ended at once, and none stays."""
    before = set(multiprocessing.active_children())
    executor = ProcessPoolExecutor(min(workers, _MOST), _context(start), _begin, (work, cache.named()))
    try:
        yield executor
    except BaseException:
        for process in set(multiprocessing.active_children()) - before:
            process.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _given(executor: ProcessPoolExecutor, task: T) -> "Future[Any]":
    """Give a task to a worker; workers that begin now are deaf to Ctrl-C, which is for this process to answer."""
    with put_off():
        try:
            return executor.submit(_do, task)
        except BrokenProcessPool as error:
            failed: Future[Any] = Future()
            failed.set_exception(error)
            return failed


def _context(start: Start | None) -> BaseContext:
    """Copy this process where that is safe: on Linux, with no other thread, which could hold a lock for ever."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context(start or ("fork" if alone else "spawn"))


_work: list[Callable[[Any], Any]] = []
"""What this worker does; sent once, and not with each task."""


def _begin(work: Callable[[Any], Any], cached_in: Path | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work[:] = [work]
    if cache.named() != cached_in:  # a copy of the process that started it has it, and what that knows
        cache.keep_in(cached_in)
    Finalize(None, cache.keep_answers, exitpriority=0)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when the program that started it is gone, however that died."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _do(task: Any) -> Any:  # noqa: ANN401 - of whatever kind the work takes and gives
    return attempt(_work[0], task)
