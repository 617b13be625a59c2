"""Pages hear of every save, wherever it is and however an editor does it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from briefgen.preview import watching
from briefgen.preview.watching import Watch, Watched


def write(path: Path) -> None:
    path.write_text("new", encoding="utf-8")


def replace(path: Path) -> None:
    beside = path.with_suffix(".tmp")
    beside.write_text("new", encoding="utf-8")
    beside.replace(path)


pytestmark = pytest.mark.slow

SAVES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "written": ("flat/a.yaml", write),
    "replaced, as vim does": ("flat/a.yaml", replace),
    "below a deep folder": ("deep/minister/memo.md.j2", write),
    "taken away": ("flat/a.yaml", Path.unlink),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("flat/a.yaml", "flat/below/a.yaml", "deep/minister/memo.md.j2", "later/a.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("old", encoding="utf-8")
    return tmp_path


def heard(
    folder: Path, act: Callable[[Watch], Awaitable[None]], wanted: Callable[[], Watched] | None = None
) -> list[bytes]:
    """Watch while something is done, and give what a page that listens is told."""
    watched = Watched(frozenset({folder / "flat"}), frozenset({folder / "deep"}))

    async def play() -> list[bytes]:
        watch, told = Watch(wanted or (lambda: watched)), list[bytes]()

        async def listen() -> None:
            told.extend([event async for event in watch.events()])

        tasks = [asyncio.create_task(watch.run()), asyncio.create_task(listen())]
        await asyncio.sleep(0.3)
        await act(watch)
        await asyncio.sleep(0.5)
        await watch.end()
        await asyncio.wait_for(asyncio.gather(*tasks), 5)
        return told

    return [event for event in asyncio.run(play()) if event.startswith(b"event: saved")]


@pytest.mark.parametrize(("name", "save"), SAVES.values(), ids=SAVES)
def test_a_save_is_heard(name: str, save: Callable[[Path], None], folder: Path) -> None:
    async def act(_: Watch) -> None:
        save(folder / name)

    assert heard(folder, act) != []


@pytest.mark.parametrize("name", ["flat/below/a.yaml", "later/a.yaml", "flat/.briefgen-0123.part", "flat/.a.yaml.swp"])
def test_what_is_none_of_ours_is_not_heard(name: str, folder: Path) -> None:
    async def act(_: Watch) -> None:
        write(folder / name)

    assert heard(folder, act) == []


def test_saves_that_follow_each_other_are_all_heard_of(folder: Path) -> None:
    async def act(watch: Watch) -> None:
        for _ in range(3):
            await watch.tell()

    told = heard(folder, act)

    assert told[-1] == b"event: saved\ndata: 3\n\n"


def test_a_folder_that_comes_into_use_is_watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_ASKED_AGAIN", 0.1)
    used = {folder / "flat"}

    async def act(_: Watch) -> None:
        used.add(folder / "later")
        await asyncio.sleep(0.6)
        write(folder / "later/a.yaml")

    assert heard(folder, act, lambda: Watched(frozenset(used), frozenset())) != []


def test_where_the_system_tells_nothing_folders_are_looked_at_again_and_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*folders: Path, force_polling: bool, **more: Any) -> AsyncIterator[object]:
        if not force_polling:
            raise OSError(28, "inotify watch limit reached")
        return watchfiles.awatch(*folders, force_polling=True, **more)

    monkeypatch.setattr(watching, "awatch", full)

    async def act(_: Watch) -> None:
        await asyncio.sleep(0.5)
        (folder / "flat/a.yaml").write_text("longer than before", encoding="utf-8")
        await asyncio.sleep(0.5)

    assert heard(folder, act) != []
