"""Ask the checkers of the standards in tests: where one is missing the test is skipped, and in CI it fails."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from briefgen.standards import Checker


def findings(checker: Checker, *paths: Path) -> list[str]:
    """Give what a checker holds against files, each finding as it would be printed."""
    needed(checker)
    return [str(notice) for notice in checker.run(paths)]


def needed(checker: Checker) -> None:
    """Skip the test where a checker is not installed."""
    if not checker.version():
        pytest.skip(f"needs {checker.name}: {checker.how_to_get}")


def stored(folder: Path, files: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Put files into a folder, for checkers that read from there."""
    paths = []
    for name, data in files:
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    return paths
