"""Run a program in a new process, and give what it took."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent
_SECONDS = 3600
"""After which a program is given up."""


class Failed(Exception):  # noqa: N818 - what a contender has done
    """A contender did not do what it should, and what it said."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program took, and what it printed."""

    cpu: float
    """Seconds, user and system, of it and of all that it started."""
    wall: float
    """Seconds."""
    peak: float
    """The memory of its largest process, in MiB."""
    printed: str


def run(command: list[str], folder: Path) -> Ran:
    """Run `command` in `folder`; `Failed` with what it said if it fails."""
    started = [sys.executable, "-I", "-S", str(_FOLDER / "launcher.py"), *command]
    environment = os.environ | {"PYTHONPATH": str(_FOLDER.parent), "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            started, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise Failed(f"not done in {_SECONDS} seconds") from error
    printed, _, last = done.stdout.rpartition("\n")
    taken = json.loads(last)
    if taken["status"]:
        raise Failed(f"{' '.join(command)[:300]}\n{printed}\n{done.stderr}")
    return Ran(taken["cpu"], taken["wall"], taken["peak"], printed)
