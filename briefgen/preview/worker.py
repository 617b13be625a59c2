"""The thread in which everything is made, one thing after the other, so that the page itself always answers."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field
from functools import partial
from typing import ParamSpec, TypeVar

from starlette.requests import Request

from briefgen.values import dataclass

P = ParamSpec("P")
R = TypeVar("R")


class StaleError(Exception):
    """Nobody waits for this any more: the page has asked for something newer."""


@dataclass(slots=True)
class Worker:
    """Does one thing at a time; what nobody waits for when its turn comes is dropped."""

    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "briefgen"))
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def do(self, request: Request, work: Callable[P, R], *args: P.args, **named: P.kwargs) -> R:
        """Do some work for a request; `StaleError` if the browser has gone meanwhile."""
        async with self._turn:
            if await request.is_disconnected():
                raise StaleError
            return await asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *args, **named))
