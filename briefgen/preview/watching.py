"""Tells the open pages when something was saved that a memo is made from.

Folders are watched and not files, for editors often put a new file in the place of the old one.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import suppress
from dataclasses import field
from functools import partial
from pathlib import Path

from watchfiles import DefaultFilter, awatch

from briefgen.values import dataclass

_PATIENCE = 15.0
"""Seconds after which a page hears that it is still connected."""
_ASKED_AGAIN = 2.0
"""Seconds after which `wanted` is asked again, for a memo may begin to use files of other folders."""
_POLLED = 300
"""Milliseconds between two looks, where the system does not tell of changes by itself."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Folders to watch: `flat` ones without those in them."""

    flat: frozenset[Path]
    deep: frozenset[Path]


@dataclass(slots=True)
class Watch:
    """Watches for as long as the server runs; `wanted` says what, and is asked again after each change."""

    wanted: Callable[[], Watched]
    saves: int = 0
    """How many changes there were."""
    _ended: asyncio.Event = field(default_factory=asyncio.Event)
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def run(self) -> None:
        """Watch until `end` is called, and anew whenever there is something else to watch."""
        while not self._ended.is_set():
            watched, again = self.wanted(), asyncio.Event()
            tasks = [
                asyncio.create_task(self._follow(folders, watched, again, recursive=recursive))
                for folders, recursive in ((watched.flat, False), (watched.deep, True))
                if folders
            ]
            while not again.is_set() and not self._ended.is_set() and self.wanted() == watched:
                await _either(self._ended, again)
            again.set()
            await asyncio.gather(*tasks)

    async def events(self) -> AsyncIterator[bytes]:
        """Give server-sent events: one for each save, and a sign of life in between."""
        known = self.saves
        yield b"retry: 1000\n\n"
        while not self._ended.is_set():
            async with self._changed:
                with suppress(TimeoutError):
                    news = self._changed.wait_for(partial(self._has_news, known))
                    await asyncio.wait_for(news, _PATIENCE)
            told, known = known, self.saves
            yield f"event: saved\ndata: {known}\n\n".encode() if known != told else b": still here\n\n"

    async def end(self) -> None:
        """Let everybody go who waits."""
        self._ended.set()
        async with self._changed:
            self._changed.notify_all()

    async def tell(self) -> None:
        """Tell all pages that something was saved."""
        self.saves += 1
        async with self._changed:
            self._changed.notify_all()

    def _has_news(self, known: int) -> bool:
        return self.saves != known or self._ended.is_set()

    async def _follow(
        self, folders: Iterable[Path], watched: Watched, again: asyncio.Event, *, recursive: bool
    ) -> None:
        """Watch some folders; by looking again and again where the system offers nothing better."""
        for must_poll in (False, True):
            try:
                async for _ in _changes(folders, again, recursive=recursive, must_poll=must_poll):
                    await self.tell()
                    if self.wanted() != watched:
                        again.set()
            except (OSError, RuntimeError):
                if must_poll:
                    again.set()
                continue
            return


async def _either(*events: asyncio.Event) -> None:
    """Wait for one of some events, and no longer than until it is time to ask again what to watch."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, timeout=_ASKED_AGAIN, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()


def _changes(
    folders: Iterable[Path], again: asyncio.Event, *, recursive: bool, must_poll: bool
) -> AsyncIterator[object]:
    return awatch(
        *folders,
        watch_filter=DefaultFilter(ignore_entity_patterns=(*DefaultFilter.ignore_entity_patterns, r"^\.briefgen-")),
        debounce=400,
        step=40,
        stop_event=again,
        recursive=recursive,
        force_polling=must_poll,
        poll_delay_ms=_POLLED,
    )
