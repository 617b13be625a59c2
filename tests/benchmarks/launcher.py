"""Start a program, wait for its end, and print what it and all it started took, as JSON on the last line.

Runs as a small process of its own, without the standard site: a process inherits the highest memory of the one that
starts it, and so could not be found to need less than that.
"""

import json
import os
import sys
import time

_UNIT = 2**20 if sys.platform == "darwin" else 2**10
"""Of `ru_maxrss`, in parts of a MiB."""


def main() -> None:
    """Run the program of the command line."""
    start = time.perf_counter()
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
    _, status, usage = os.wait4(process, 0)
    taken = {
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": time.perf_counter() - start,
        "peak": usage.ru_maxrss / _UNIT,
        "status": os.waitstatus_to_exitcode(status),
    }
    sys.stdout.write(f"\n{json.dumps(taken)}")


if __name__ == "__main__":
    main()
