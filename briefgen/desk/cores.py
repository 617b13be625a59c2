"""How many cores this process may use: those it is bound to, and no more than its container is granted."""

import os
from contextlib import suppress
from pathlib import Path

_GRANTED = Path("/sys/fs/cgroup/cpu.max")
"""Where Linux tells a container its share: microseconds of work in so many microseconds, or `max`."""


def cores(granted: Path = _GRANTED) -> int:
    """Count them; at least one."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(OSError, ValueError):
        share, period = granted.read_text(encoding="ascii").split()
        bound = min(bound, int(share) // int(period))
    return max(1, bound)
