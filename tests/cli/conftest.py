"""Run briefgen in a folder, as people do: within this process, which is fast, or as a program of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from briefgen.cli.main import main

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """What the program finds in its environment: nothing of the settings of this machine."""
    return {
        "HOME": str(tmp_path / "home"),
        "XDG_CONFIG_HOME": str(tmp_path / "home"),
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }


@pytest.fixture
def briefgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str]) -> Run:
    """Call the program in an empty folder."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        streams = {"stdin": BytesIO(stdin.encode()), "stdout": BytesIO(), "stderr": BytesIO()}
        with monkeypatch.context() as patch:
            patch.chdir(tmp_path)
            patch.setattr(sys, "argv", ["briefgen", *arguments])
            for name, value in (surroundings | environment).items():
                patch.setenv(name, value)
            for name, stream in streams.items():
                patch.setattr(sys, name, TextIOWrapper(stream, encoding="utf-8", write_through=True))
            with pytest.raises(SystemExit) as ended:
                main()
            printed, told = (streams[name].getvalue().decode(errors="replace") for name in ("stdout", "stderr"))
        return subprocess.CompletedProcess(["briefgen", *arguments], int(ended.value.code or 0), printed, told)

    return run


@pytest.fixture
def program(tmp_path: Path, surroundings: dict[str, str]) -> Run:
    """Start the program in an empty folder."""

    def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefgen", *arguments],
            cwd=tmp_path,
            env=os.environ | surroundings | environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )

    return run
