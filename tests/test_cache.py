"""The cache gives back what was kept, or nothing; never what somebody else could have put there."""

import marshal
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen import cache


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "cache"
    cache.keep_in(folder)
    yield folder
    cache.keep_in(None)


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("words", id="text"),
        pytest.param({"a": (1, "b", None, 2.5)}, id="data"),
        pytest.param(compile("1 + 1", "sum", "eval"), id="code"),
    ],
)
def test_what_is_kept_comes_back(folder: Path, value: object) -> None:
    cache.keep(value, "kind", "made", "from")

    assert cache.kept("kind", "made", "from") == value
    assert cache.size() == (1, only_file(folder).stat().st_size)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("made_from", [(), ("made",), ("made", "of"), ("madefrom",)])
def test_what_is_made_from_something_else_is_not_it(made_from: tuple[str, ...]) -> None:
    cache.keep("words", "kind", "made", "from")

    assert cache.kept("kind", *made_from) is None
    assert cache.kept("other", "made", "from") is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache.keep("words", "kind")

    assert (cache.kept("kind"), cache.folder(), cache.size()) == (None, None, (0, 0))


def every_damage(sound: bytes) -> Iterator[bytes]:
    yield from (sound[:length] for length in range(len(sound)))
    for place in range(len(sound)):
        yield sound[:place] + bytes([sound[place] ^ 0x10]) + sound[place + 1 :]
    yield sound + b"\0"
    yield marshal.dumps("words of another")
    yield b"\x80\x04N."


def test_a_damaged_file_is_no_file_and_is_written_anew(folder: Path) -> None:
    cache.keep("words", "kind")
    file = only_file(folder)
    sound = file.read_bytes()

    for damaged in every_damage(sound):
        file.write_bytes(damaged)
        assert cache.kept("kind") is None

    cache.keep("words", "kind")
    assert (file.read_bytes(), cache.kept("kind")) == (sound, "words")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
class TestHostileUsers:
    def test_the_folder_and_its_files_are_the_users_alone(self, folder: Path) -> None:
        cache.keep("words", "kind")

        assert [path.stat().st_mode & 0o777 for path in (folder, only_file(folder))] == [0o700, 0o600]

    @pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
    def test_a_folder_that_others_can_write_into_is_not_used(self, folder: Path, mode: int) -> None:
        cache.keep("words", "kind")
        folder.chmod(mode)

        cache.keep("more", "other")

        assert (cache.folder(), cache.kept("kind"), len(list(folder.iterdir()))) == (None, None, 1)

    def test_a_folder_of_somebody_else_is_not_used(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        cache.keep("words", "kind")
        monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)

        assert (cache.folder(), cache.kept("kind")) == (None, None)

    def test_a_link_in_place_of_the_folder_or_of_a_file_is_not_followed(self, folder: Path, tmp_path: Path) -> None:
        cache.keep("words", "kind")
        elsewhere, file = tmp_path / "elsewhere", only_file(folder)
        file.rename(elsewhere)
        file.symlink_to(elsewhere)
        linked = tmp_path / "link"
        linked.symlink_to(folder)

        assert cache.kept("kind") is None
        cache.keep_in(linked)
        assert cache.folder() is None

    def test_a_folder_that_cannot_be_written_keeps_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        cache.keep_in(tmp_path / "file" / "cache")

        cache.keep("words", "kind")

        assert (cache.kept("kind"), cache.size()) == (None, (0, 0))
        cache.keep_in(None)


def test_when_there_is_too_much_the_older_half_goes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_FILES", 4)
    for number in range(5):
        cache.keep(number, "kind", str(number))
        for file in folder.iterdir():
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 10))

    assert [cache.kept("kind", str(number)) for number in range(5)] == [None, None, None, 3, 4]


@pytest.mark.usefixtures("folder")
def test_when_it_is_too_large_the_older_half_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 3_000)
    for number in range(3):
        cache.keep("x" * 1_000, "kind", str(number))

    assert cache.size()[1] < 3_000


KEEP_MUCH = """
import sys
from pathlib import Path
from briefgen import cache

cache.keep_in(Path(sys.argv[1]))
for number in range(100):
    cache.keep("words" * 500, "kind", str(number % 7))
print(all(cache.kept("kind", str(number)) == "words" * 500 for number in range(7)))
"""


def test_two_processes_at_once_keep_whole_files(tmp_path: Path) -> None:
    command = [sys.executable, "-c", KEEP_MUCH, str(tmp_path / "cache")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [one.communicate()[0] for one in both]

    assert told == ["True\n", "True\n"]
    assert len(list((tmp_path / "cache").iterdir())) == 7
