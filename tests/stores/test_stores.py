"""A folder and shared storage keep the same promises."""

import hashlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, ConfigurationError, OutputError
from briefgen.manifest import parse_manifest
from briefgen.output_folder import OutputFolder
from briefgen.provenance import Made
from briefgen.stores import Store, is_url
from briefgen.stores.disk import Disk
from briefgen.stores.url import Url

Open = Callable[[], Store]


@pytest.fixture(params=["disk", "url", "object store"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Open the same store anew each time."""
    stores: dict[str, Open] = {
        "disk": lambda: Disk(tmp_path / "out"),
        "url": lambda: Url(f"file://{tmp_path}/out"),
        "object store": lambda: Url(f"memory://{tmp_path}/out/"),
    }
    return stores[request.param]


def test_what_is_written_is_read_by_all(opened: Open) -> None:
    store = opened()
    for name, data in (("a.txt", b"one"), ("2025/06/b.txt", b"two"), ("a.txt", b"three")):
        store.write(name, data)

    assert [opened().read(name) for name in ("a.txt", "2025/06/b.txt", "c.txt")] == [b"three", b"two", None]
    assert store.read("a.txt") == b"three"


def test_what_is_removed_is_gone(opened: Open) -> None:
    store = opened()
    store.write("a.txt", b"one")
    for _ in range(2):
        store.remove("a.txt")

    assert (store.read("a.txt"), opened().read("a.txt")) == (None, None)


@pytest.mark.parametrize("count", [1, 499, 500, 1201])
def test_the_journal_tells_every_line_until_it_ends(opened: Open, count: int) -> None:
    store, lines = opened(), [f"line {number} ü" for number in range(count)]
    store.write("a.txt", b"")
    for line in lines:
        store.note([line])

    assert [line for line in store.journal() if line] == lines
    store.end_journal()
    assert (store.journal(), opened().journal()) == ((), ())


def test_a_folder_of_memos_may_lie_in_any_store(opened: Open) -> None:
    folder = OutputFolder(opened())
    folder.write("memo.txt", b"one")
    opened().write("theirs.txt", b"theirs")
    folder.close()
    again = OutputFolder(opened())

    with pytest.raises(OutputError, match="FIL03"):
        again.write("theirs.txt", b"ours")
    again.write("memo.txt", b"two")
    again.close()
    known = parse_manifest(opened().read("manifest.json") or b"")
    assert known
    assert known.files == {"memo.txt": Made(hashlib.sha256(b"two").hexdigest())}


def test_a_program_that_dies_leaves_parts_of_the_journal_that_the_next_one_reads(tmp_path: Path) -> None:
    url = f"file://{tmp_path}/out"
    dying = OutputFolder(Url(url))
    for number in range(1200):
        dying.note(f"{number}.txt", Made("ab"), None)

    OutputFolder(Url(url)).close()

    known = parse_manifest((tmp_path / "out/manifest.json").read_bytes())
    assert known
    assert len(known.files) == 1000
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["manifest.json"]


def test_two_who_write_the_same_leave_one_file(tmp_path: Path) -> None:
    write = "[Url(sys.argv[1]).write('a.txt', b'x' * 99999) for _ in range(50)]"
    code = f"import sys; from briefgen.stores.url import Url; {write}"
    writers = [subprocess.Popen([sys.executable, "-c", code, f"file://{tmp_path}/out"]) for _ in range(2)]

    assert [writer.wait() for writer in writers] == [0, 0]
    assert [(path.name, path.stat().st_size) for path in (tmp_path / "out").iterdir()] == [("a.txt", 99999)]


def test_storage_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")

    with pytest.raises(OutputError, match=rf"FIL02 file://{tmp_path}/out/a\.txt cannot be written: "):
        Url(f"file://{tmp_path}/out").write("a.txt", b"")


def test_a_url_of_an_unknown_kind_is_told() -> None:
    with pytest.raises(ConfigurationError, match="CFG16 nowhere://x/y: Protocol not known: nowhere"):
        Url("nowhere://x/y").read("a.txt")


@pytest.mark.parametrize(
    ("output", "expected"), [("out", False), ("C:/out", False), ("s3://memos/out", True), ("file:///srv/out", True)]
)
def test_a_url_is_told_from_a_folder(output: str, expected: bool) -> None:  # noqa: FBT001 - a case of the table
    assert is_url(output) == expected


def test_errors_of_ours_pass_through(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError):
        Disk(tmp_path).read(".")
