"""Do work on a cluster of dask.distributed, with the results in the order of the tasks.

What all tasks share is itself a task, so that the scheduler can have it made again when the worker that held it dies.
Its own rules retry a task whose worker died; a task that kills several is lost alone.
Only as many tasks as keep the workers busy are with the scheduler at any time.
"""

import logging
import secrets
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from briefgen.desk.errand import Lost, attempt
from briefgen.desk.ingredients import installed
from briefgen.errors import BriefgenError, ConfigurationError, OutputError
from briefgen.notices import Notice
from briefgen.provenance import Parts
from briefgen.theme import Theme

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""Tasks with the scheduler for each thread of the workers."""
_COUNTED = 50
"""Tasks after which the workers are counted again, for some join and some leave."""
_ANSWER, _PATIENCE = 10, 60
"""Seconds in which a scheduler answers, and in which it has a worker."""
_ONE_AT_A_TIME = threading.Lock()
"""Our libraries do not promise that threads may share them; workers should have one thread each."""
_KILLED = Lost("RUN01", "every worker that tried to make it died", "look into the logs of the workers")


def clustered(work: Callable[[T], R], tasks: Iterable[T], address: str, theme: Theme) -> Generator[R | Lost]:
    """Do all `tasks` on the cluster at `address`, and give what became of each.

    Workers must have the same versions as this machine, and the fonts of memos that look like `theme`.
    """
    under_way = deque["Future[Any]"]()
    with _client(address) as client:
        here = installed(theme)
        _refuse_others(client, here, theme, address)
        shared = client.submit(_shared, _Shared(work, here, theme), key=f"briefgen-{secrets.token_hex(8)}")
        try:
            room = 0
            for number, task in enumerate(tasks):
                if number % _COUNTED == 0:
                    room = _AHEAD * max(1, sum(client.nthreads().values()))
                under_way.append(client.submit(_do, shared, task, pure=False, retries=2))
                if len(under_way) >= room:
                    yield _result(under_way[0], address)
                    under_way.popleft().release()
            while under_way:
                yield _result(under_way[0], address)
                under_way.popleft().release()
        finally:
            client.cancel(list(under_way), force=True)


def _result(future: "Future[Any]", address: str) -> Any:  # noqa: ANN401 - of whatever kind the work gives
    from distributed.scheduler import KilledWorker

    try:
        found = future.result()
    except KilledWorker:
        return _KILLED
    except Exception as error:
        message = f"{address}: the cluster is gone: {type(error).__name__}: {error}"
        raise OutputError.of("RUN03", message, hint="make them again; what is written stays") from error
    if isinstance(found, _Unfit):
        raise found.error
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
    asked: Mapping[str, Any] = client.run(_differences, here, theme, on_error="return")
    found = {f"worker {worker}": other for worker, other in asked.items()} | {f"scheduler {address}": _asked(client)}
    told = [line for who, other in found.items() for line in _told(who, other)]
    if told:
        hint = "install the same versions of everything, and put the fonts of the house style at the same paths"
        raise ConfigurationError(*(Notice("error", "CFG18", line, hint=hint) for line in told))


def _asked(client: "Client") -> Any:  # noqa: ANN401 - an exception of any kind, or names
    """Ask the scheduler, which makes nothing and yet must know what it passes on."""
    try:
        return client.run_on_scheduler(_passes)
    except Exception as error:  # noqa: BLE001 - whatever it lacks
        return error


def _passes() -> tuple[str, ...]:
    return ()


def _told(who: str, found: Any) -> tuple[str, ...]:  # noqa: ANN401 - an exception of any kind, or names
    if isinstance(found, BaseException):
        return (f"{who} cannot be used: {type(found).__name__}: {found}",)
    return tuple(f"{who} {line}" for line in found)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all tasks have in common."""

    work: Callable[[Any], Any]
    here: Parts
    """What the machine has that gives out the work."""
    theme: Theme


@dataclass(frozen=True, slots=True)
class _Unfit:
    """A worker that would make other bytes; it is not given a memo."""

    error: BriefgenError


def _shared(shared: _Shared) -> _Shared:
    return shared


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


def _do(shared: _Shared, task: Any) -> Any:  # noqa: ANN401 - of whatever kind the work takes and gives
    with _ONE_AT_A_TIME:
        wanted = tuple(shared.here.items())
        if wanted not in _fit:  # also a worker that joined after the others were asked
            if lines := _differences(shared.here, shared.theme):
                return _Unfit(ConfigurationError.of("CFG18", f"a worker that joined {'; '.join(lines)}"))
            _fit.add(wanted)
        return attempt(shared.work, task)
