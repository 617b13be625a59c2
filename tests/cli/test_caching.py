"""Where the cache is, and that memos are the same with it, without it, and in spite of what befalls it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli import caching

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        pytest.param({}, "linux", ".cache/briefgen", id="linux"),
        pytest.param({"XDG_CACHE_HOME": "relative"}, "linux", ".cache/briefgen", id="a relative XDG_CACHE_HOME"),
        pytest.param({}, "darwin", "Library/Caches/briefgen", id="macos"),
        pytest.param({}, "win32", "AppData/Local/briefgen", id="windows"),
    ],
)
def test_it_is_where_the_system_wants_it(home: Path, environment: dict[str, str], platform: str, folder: str) -> None:
    assert caching.folder(environment, platform) == home / folder


def test_variables_name_another_folder(home: Path) -> None:
    assert caching.folder({"XDG_CACHE_HOME": str(home / "xdg")}, "linux") == home / "xdg" / "briefgen"
    assert caching.folder({"LOCALAPPDATA": str(home / "local")}, "win32") == home / "local" / "briefgen"
    assert caching.folder({"BRIEFGEN_CACHE": str(home / "mine")}, "linux") == home / "mine"


def test_an_empty_variable_turns_it_off(home: Path) -> None:
    assert caching.folder({"BRIEFGEN_CACHE": "", "XDG_CACHE_HOME": str(home)}, "linux") is None


@pytest.mark.slow
def test_memos_are_the_same_cold_warm_damaged_and_where_nothing_can_be_kept(program: Run, tmp_path: Path) -> None:
    def made(cache: str) -> dict[str, bytes]:
        done = program("make", "-a", "press", "-f", "pdf,docx,md", "--force", BRIEFGEN_CACHE=cache)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "3 memos: 3 written")
        return {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}

    folder = tmp_path / "cache"
    without, cold = made(""), made(str(folder))
    kept = {path: path.read_bytes() for path in folder.iterdir()}
    warm = made(str(folder))
    for number, (path, data) in enumerate(kept.items()):
        path.write_bytes(data[: -1 - number] if number % 2 else data[:-9] + b"\0" + data[-8:])
    damaged = made(str(folder))
    (tmp_path / "in the way").write_text("no folder")
    in_the_way = made(str(tmp_path / "in the way"))

    assert {path.name.partition("-")[0] for path in kept} == {"font", "locale", "template", "versions"}
    assert set(kept) == set(folder.iterdir())
    assert cold == warm == damaged == in_the_way == without


def test_the_doctor_tells_where_it_is(briefgen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(named: str) -> str:
        monkeypatch.setenv("BRIEFGEN_CACHE", named)
        return briefgen("doctor").stdout.partition("\nCache")[2].splitlines()[1].strip()

    folder = tmp_path / "cache"
    assert told("") == "none: BRIEFGEN_CACHE is empty"
    assert told(str(folder)) == f"{folder}: empty so far"
    folder.mkdir(mode=0o700)
    (folder / "kept").write_bytes(b"x" * 2048)
    assert told(str(folder)) == f"{folder}: 1 files, 2 KiB"
    if sys.platform != "win32":
        folder.chmod(0o777)
        assert told(str(folder)).startswith(f"{folder}: not used, because others can write into it")
