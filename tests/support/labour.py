"""Work for processes: what goes well, what is a mistake, and what kills the process that does it."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from briefgen import cache


def double(number: int) -> int:
    return 2 * number


def remembered(number: int) -> int:
    """Answer from the cache, or into it."""
    return int(cache.answers("doubles").setdefault(number, 2 * number))


def pid(_: int) -> int:
    return os.getpid()


@dataclass(frozen=True)
class Dividing:
    """A mistake for 0 alone."""

    dividend: int

    def __call__(self, number: int) -> float:
        return self.dividend / number


@dataclass(frozen=True)
class Deadly:
    """Kills its process for the numbers `of`, each time, or with a `folder` to remember it in, the first time only."""

    of: tuple[int, ...]
    folder: Path | None = None

    def __call__(self, number: int) -> int:
        remembered = self.folder / str(number) if self.folder else None
        if number in self.of and not (remembered and remembered.exists()):
            if remembered:
                remembered.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return 2 * number
