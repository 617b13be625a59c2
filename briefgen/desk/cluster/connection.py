"""Connect to a cluster whose machines would all make the same bytes as this one."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from briefgen.desk.cluster.worker import differences, passes
from briefgen.errors import ConfigurationError
from briefgen.notices import Notice
from briefgen.provenance import Parts
from briefgen.theme import Theme

if TYPE_CHECKING:
    from distributed import Client

_ANSWER, _PATIENCE = 10, 60
"""Seconds in which a scheduler answers, and in which it has a worker."""


@contextmanager
def connected(address: str, here: Parts, theme: Theme) -> Iterator["Client"]:
    """Connect to the scheduler at `address`; `ConfigurationError` names what its machines lack of what is `here`."""
    client = _client(address)
    try:
        _refuse_others(client, here, theme, address)
        yield client
    finally:
        client.close()


def _client(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError as error:
        hint = "install briefgen[cluster]"
        raise ConfigurationError.of("CFG17", "--scheduler needs dask.distributed", hint=hint) from error
    for name in ("distributed", "distributed.client"):  # what it tells of lost connections is told here
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        return Client(address, timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "give the address that dask scheduler printed, such as tcp://127.0.0.1:8786"
        raise ConfigurationError.of("CFG17", f"{address}: no scheduler answers: {error}", hint=hint) from error


def _refuse_others(client: "Client", here: Parts, theme: Theme, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        hint = f"start some: dask worker {address} --nthreads 1"
        raise ConfigurationError.of("CFG17", f"{address}: the cluster has no worker", hint=hint) from error
    asked: Mapping[str, Any] = client.run(differences, here, theme, on_error="return")
    found = {f"worker {worker}": other for worker, other in asked.items()} | {f"scheduler {address}": _asked(client)}
    told = [line for who, other in found.items() for line in _told(who, other)]
    if told:
        hint = "install the same versions of everything, and put the fonts of the house style at the same paths"
        raise ConfigurationError(*(Notice("error", "CFG18", line, hint=hint) for line in told))


def _asked(client: "Client") -> Any:  # noqa: ANN401 - an exception of any kind, or names
    try:
        return client.run_on_scheduler(passes)
    except Exception as error:  # noqa: BLE001 - whatever it lacks
        return error


def _told(who: str, found: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    if isinstance(found, BaseException):
        return (f"{who} cannot be used: {type(found).__name__}: {found}",)
    return tuple(f"{who} {line}" for line in found)
