"""Stop what takes too long, counted in the time of this process and not of a busy machine."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

HAS_ALARM = hasattr(signal, "SIGPROF")
"""Windows has none."""


class TooLongError(Exception):
    """The time is over."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TooLongError` in what takes longer."""
    if not HAS_ALARM:
        yield
        return

    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
