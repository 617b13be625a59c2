"""Run briefgen as people do: as a program, in a folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def briefgen(tmp_path: Path) -> Run:
    """Run the program in an empty folder, away from the settings of the machine."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefgen", *arguments],
            cwd=tmp_path,
            env=os.environ | {"HOME": str(tmp_path / "home"), "COLUMNS": "100"} | environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )

    return run
