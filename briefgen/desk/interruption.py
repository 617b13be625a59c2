"""Put off Ctrl-C for as long as something must not be done by halves."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Let Ctrl-C wait for the end of the block; processes that begin in it never hear of it.

    Windows cannot do this, and there Ctrl-C comes when it comes.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
