"""What runs in the new process of a contender that is written in Python.

    python -c "from benchmarks.child import cold; cold()" MODULE FUNCTION KIT MEMO
    python -c "from benchmarks.child import warm; warm()" MODULE FUNCTION KIT MEMO...

Imports nothing before the contender does, for what is imported here would be measured too.
"""

import sys
from importlib import import_module

WARMING = 10
"""Memos that are made before the clock starts."""


def cold() -> None:
    """Make one memo and write its files."""
    module, function, kit, memo = sys.argv[1:]
    make = getattr(import_module(f"benchmarks.contenders.{module}"), function)
    for kind, data in make(memo, kit).items():
        with open(f"{memo}/{module}-{function}.{kind}", "wb") as file:
            file.write(data)


def warm() -> None:
    """Make many memos one after the other; print CPU and wall seconds a memo, and the growth of memory in MiB."""
    import json
    import time

    module, function, kit, *memos = sys.argv[1:]
    make = getattr(import_module(f"benchmarks.contenders.{module}"), function)
    for memo in memos[:WARMING]:
        make(memo, kit)
    before, cpu, wall = _resident(), time.process_time(), time.perf_counter()
    for memo in memos[WARMING:]:
        make(memo, kit)
    number = len(memos) - WARMING
    taken = {
        "cpu": (time.process_time() - cpu) / number,
        "wall": (time.perf_counter() - wall) / number,
        "growth": _resident() - before,
    }
    sys.stdout.write(json.dumps(taken))


def _resident() -> float:
    """Give the memory in use now, in MiB; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            pages = int(file.read().split()[1])
    except OSError:
        return 0
    import resource

    return pages * resource.getpagesize() / 2**20
