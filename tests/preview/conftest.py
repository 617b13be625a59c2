"""A project with two samples, a workbench on it, and a server that shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.previewing import Preview, desk, previewing

from briefgen.preview.rendering import Rendering
from briefgen.preview.session import Choice
from briefgen.preview.workbench import Places, Workbench

UKRAINE, FISH = "ukraine-demands", "fish-duty"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that no test changes."""
    return desk(tmp_path_factory.mktemp("project") / "desk", UKRAINE, FISH)


@pytest.fixture(scope="session")
def bench(folder: Path) -> Workbench:
    """A workbench on it."""
    return Workbench(Places(folder, folder / "home"))


@pytest.fixture(scope="session")
def ukraine(bench: Workbench) -> str:
    """The key of an article."""
    return next(key for key, path in bench.articles().items() if UKRAINE in path.parts)


@pytest.fixture(scope="session")
def memo(bench: Workbench, ukraine: str) -> Rendering:
    """The memo of an article for a minister."""
    made = bench.look(Choice(ukraine, "minister"), "minister").memo
    assert made is not None
    return made


@pytest.fixture(scope="session")
def preview(folder: Path) -> Iterator[Preview]:
    """A server that shows the project."""
    with previewing(folder) as running:
        yield running
