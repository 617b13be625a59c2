"""Do work on a cluster of dask.distributed, with the results in the order of the tasks.

What all tasks share is itself a task, so that the scheduler can have it made again when the worker that held it dies.
Its own rules retry a task whose worker died; a task that kills several is lost alone.
Only as many tasks as keep the workers busy are with the scheduler at any time.
"""

import logging
import secrets
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from briefgen.desk.errand import Errand, Lost, Making, attempt
from briefgen.desk.ingredients import installed
from briefgen.desk.making import Finished
from briefgen.errors import BriefgenError, ConfigurationError, OutputError
from briefgen.notices import Notice
from briefgen.provenance import Parts
from briefgen.theme import Theme

if TYPE_CHECKING:
    from distributed import Client, Future

_AHEAD = 4
"""Tasks with the scheduler for each thread of the workers."""
_COUNTED = 50
"""Tasks after which the workers are counted again, for some join and some leave."""
_ANSWER, _PATIENCE = 10, 60
"""Seconds in which a scheduler answers, and in which it has a worker."""
_ONE_AT_A_TIME = threading.Lock()
"""Our libraries do not promise that threads may share them; workers should have one thread each."""
_KILLED = Lost("RUN01", "every worker that tried to make it died", "look into the logs of the workers")


def clustered(work: Making, errands: Iterable[Errand], address: str) -> Generator[Finished | Lost]:
    """Make the memos of all `errands` on the cluster at `address`, and give what became of each."""
    source, under_way = iter(errands), deque["Future[Any]"]()
    with _client(address) as client:
        here = installed(work.settings.theme)
        _refuse_others(client, here, work.settings.theme, address)
        shared = client.submit(_shared, work, key=f"briefgen-{secrets.token_hex(8)}")
        try:
            room = 0
            for number, errand in enumerate(source):
                if number % _COUNTED == 0:
                    room = _AHEAD * max(1, sum(client.nthreads().values()))
                under_way.append(client.submit(_do, shared, errand, here, pure=False, retries=2))
                if len(under_way) >= room:
                    yield _result(under_way[0], address)
                    under_way.popleft().release()
            while under_way:
                yield _result(under_way[0], address)
                under_way.popleft().release()
        finally:
            client.cancel(list(under_way), force=True)


def _result(future: "Future[Any]", address: str) -> Finished | Lost:
    from distributed.scheduler import KilledWorker

    try:
        found: Finished | Lost | BriefgenError = future.result()
    except KilledWorker:
        return _KILLED
    except Exception as error:
        message = f"{address}: the cluster is gone: {type(error).__name__}: {error}"
        raise OutputError.of("RUN03", message, hint="make them again; what is written stays") from error
    if isinstance(found, BriefgenError):
        raise found
    return found


@contextmanager
def _client(address: str) -> Iterator["Client"]:
    try:
        from distributed import Client
    except ImportError as error:
        hint = "install briefgen[cluster]"
        raise ConfigurationError.of("CFG17", "--scheduler needs dask.distributed", hint=hint) from error
    for name in ("distributed", "distributed.client"):  # what it tells of lost connections is told here
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "give the address that dask scheduler printed, such as tcp://127.0.0.1:8786"
        raise ConfigurationError.of("CFG17", f"{address}: no scheduler answers: {error}", hint=hint) from error
    try:
        yield client
    finally:
        client.close()


def _refuse_others(client: "Client", here: Parts, theme: Theme, address: str) -> None:
    """Make sure that every worker would make the same bytes as this machine."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        hint = f"start some: dask worker {address} --nthreads 1"
        raise ConfigurationError.of("CFG17", f"{address}: the cluster has no worker", hint=hint) from error
    found: Mapping[str, Any] = client.run(_differences, here, theme, on_error="return")
    told = [line for worker, other in found.items() for line in _told(worker, other)]
    if told:
        hint = "install the same versions of everything, and put the fonts of the house style at the same paths"
        raise ConfigurationError(*(Notice("error", "CFG18", line, hint=hint) for line in told))


def _told(worker: str, found: Any) -> tuple[str, ...]:  # noqa: ANN401 - an exception of any kind, or names
    if isinstance(found, BaseException):
        return (f"worker {worker} cannot make memos: {type(found).__name__}: {found}",)
    return tuple(f"worker {worker} {line}" for line in found)


def _shared(work: Making) -> Making:
    return work


def _differences(expected: Parts, theme: Theme) -> tuple[str, ...]:
    """Name what this machine has otherwise; fonts of a house style are looked for where they are on the other one."""
    own = installed(theme)
    return tuple(
        f"has {name} {own.get(name) or 'not at all'}, and not {expected.get(name) or 'none'}"
        for name in sorted({*expected, *own})
        if own.get(name, "") != expected.get(name, "")
    )


_fit: set[tuple[tuple[str, str], ...]] = set()
"""What this worker was found to have."""


def _do(work: Making, errand: Errand, expected: Parts) -> Finished | Lost | BriefgenError:
    with _ONE_AT_A_TIME:
        wanted = tuple(expected.items())
        if wanted not in _fit:  # also a worker that joined after the others were asked
            if lines := _differences(expected, work.settings.theme):
                return ConfigurationError.of("CFG18", f"a worker that joined {'; '.join(lines)}")
            _fit.add(wanted)
        return attempt(work, errand)
