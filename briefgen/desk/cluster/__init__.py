"""Do work on a cluster of dask.distributed, with the results in the order of the tasks.

What all tasks share is itself a task, so that the scheduler can have it made again when the worker that held it dies.
Tasks travel in batches, for a scheduler spends as much on a small thing as on a large one.
A batch whose worker died is retried by the scheduler; one that kills several is done again task by task, and the one
to blame is lost alone.
Only as many batches as keep the workers busy are with the scheduler at any time.
"""

import secrets
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import count, islice
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.desk.cluster.connection import connected
from briefgen.desk.cluster.worker import Shared, Unfit, do, held
from briefgen.desk.errand import Lost
from briefgen.desk.ingredients import installed
from briefgen.errors import OutputError
from briefgen.theme import Theme
from briefgen.values import dataclass

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 8
"""Tasks in a batch, once every worker has one."""
_AHEAD = 3
"""Batches with the scheduler for each thread of the workers."""
_COUNTED = 20
"""Batches after which the workers are counted again, for some join and some leave."""
_RETRIES = 2
_KILLED = Lost("RUN01", "every worker that tried to make it died", "look into the logs of the workers")


def clustered(work: Callable[[T], R], tasks: Iterable[T], address: str, theme: Theme) -> Generator[R | Lost]:
    """Do all `tasks` on the cluster at `address`, and give what became of each.

    Workers must have the same versions as this machine, and the fonts of memos that look like `theme`.
    """
    here = installed(theme)
    with connected(address, here, theme) as client:
        desk = _Desk(client, address, client.submit(held, Shared(work, here, theme), key=_key()))
        try:
            for batch in _batches(iter(tasks), client):
                yield from desk.takes(batch)
            yield from desk.clears()
        finally:
            desk.leaves()


class _Desk:
    """Gives out batches and takes their results in turn."""

    def __init__(self, client: "Client", address: str, shared: "Future[Shared]") -> None:
        self.client, self.address, self.shared = client, address, shared
        self.under_way = deque[tuple[tuple[Any, ...], Any]]()

    def takes(self, batch: "_Batch") -> Iterator[Any]:
        """Give out a batch, after the results of the oldest one where there is no room for more."""
        while len(self.under_way) >= batch.room:
            yield from self._oldest()
        self.under_way.append((batch.tasks, self._given(batch.tasks)))

    def clears(self) -> Iterator[Any]:
        """Give the results of all batches that are out."""
        while self.under_way:
            yield from self._oldest()

    def leaves(self) -> None:
        """Call back what is out."""
        self.client.cancel([future for _, future in self.under_way], force=True)

    def _oldest(self) -> Iterator[Any]:
        tasks, future = self.under_way[0]
        yield from self._results(tasks, future)
        self.under_way.popleft()

    def _results(self, tasks: tuple[Any, ...], future: "Future[Any]") -> Iterator[Any]:
        from distributed.scheduler import KilledWorker

        try:
            found = future.result()
        except KilledWorker:
            if len(tasks) == 1:
                found = (_KILLED,)
            else:
                found = (result for task in tasks for result in self._results((task,), self._given((task,))))
        except Exception as error:
            message = f"{self.address}: the cluster is gone: {type(error).__name__}: {error}"
            raise OutputError.of("RUN03", message, hint="make them again; what is written stays") from error
        if isinstance(found, Unfit):
            raise found.error
        yield from found

    def _given(self, tasks: tuple[Any, ...]) -> "Future[Any]":
        return self.client.submit(do, self.shared, tasks, key=_key(), retries=_RETRIES)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Tasks that travel together."""

    tasks: tuple[Any, ...]
    room: int
    """How many batches may be out."""


def _batches(tasks: Iterator[Any], client: "Client") -> Iterator[_Batch]:
    """Part tasks into batches, the first ones small so that every worker has something to do soon."""
    room = 0
    for number in count():
        if number % _COUNTED == 0:
            room = _AHEAD * max(1, sum(client.nthreads().values()))
        taken = tuple(islice(tasks, 1 if number < room else _BATCH))
        if not taken:
            return
        yield _Batch(taken, room)


def _key() -> str:
    return f"briefgen-{secrets.token_hex(12)}"
