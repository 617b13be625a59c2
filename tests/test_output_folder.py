"""A folder for memos keeps what others put there, and remembers through crashes what briefgen wrote."""

import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from briefgen.errors import ConfigurationError, OutputError
from briefgen.manifest import Manifest, parse_manifest
from briefgen.output_folder import OutputFolder
from briefgen.provenance import Group, Ingredients, Made

INGREDIENTS = Ingredients("minister", {"record": Group({"file": "ab"}), "options": Group({"draft": "no"})})
MADE = Made(
    sha256(b"one").hexdigest(),
    "a.yaml",
    "minister",
    "txt",
    INGREDIENTS.fingerprint,
    {kind: group.sha256 for kind, group in INGREDIENTS.groups.items()},
    "1.0",
    read_back=True,
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str = "text") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def written() -> Manifest:
    found = parse_manifest(Path("out/manifest.json").read_bytes())
    assert found
    return found


def test_what_briefgen_wrote_may_be_written_again() -> None:
    OutputFolder(Path("out")).write("memo.txt", b"one")

    assert Path(OutputFolder(Path("out")).write("memo.txt", b"two")).read_bytes() == b"two"


def test_what_somebody_changed_or_put_there_is_kept() -> None:
    OutputFolder(Path("out")).write("memo.txt", b"one")
    put("out/memo.txt", "changed")
    put("out/other.txt", "theirs")
    folder = OutputFolder(Path("out"))

    for name in ("memo.txt", "other.txt"):
        with pytest.raises(OutputError) as caught:
            folder.write(name, b"new")
        assert str(caught.value) == (
            f"error FIL03 out/{name} is there already and is not as briefgen wrote it\n"
            "  hint: move it away, or give --overwrite"
        )
    assert (Path("out/memo.txt").read_text("utf-8"), Path("out/other.txt").read_text("utf-8")) == ("changed", "theirs")


def test_with_overwrite_it_is_replaced() -> None:
    put("out/memo.txt", "theirs")

    OutputFolder(Path("out"), overwrite=True).write("memo.txt", b"ours")

    assert Path("out/memo.txt").read_bytes() == b"ours"


def test_a_file_that_holds_the_same_is_taken_for_ours() -> None:
    put("out/memo.txt", "same")
    before = Path("out/memo.txt").stat().st_mtime_ns

    folder = OutputFolder(Path("out"))
    folder.write("memo.txt", b"same")
    folder.close()

    assert Path("out/memo.txt").stat().st_mtime_ns == before
    assert [one.sha256 for one in written().files.values()] == [sha256(b"same").hexdigest()]


def test_a_link_that_leads_nowhere_is_not_ours_either() -> None:
    Path("out").mkdir()
    Path("out/memo.txt").symlink_to("gone")

    with pytest.raises(OutputError):
        OutputFolder(Path("out")).write("memo.txt", b"new")


@pytest.mark.parametrize("ledger", ["", "{", "[1]", "5", '"text"', "null"])
def test_a_damaged_list_of_what_was_written_only_makes_it_careful(ledger: str) -> None:
    put("out/.briefgen.json", ledger)
    put("out/memo.txt", "one")

    with pytest.raises(OutputError):
        OutputFolder(Path("out")).write("memo.txt", b"two")
    assert Path(OutputFolder(Path("out")).write("new.txt", b"two")).read_bytes() == b"two"


def test_a_file_is_no_output_folder() -> None:
    with pytest.raises(ConfigurationError, match=r"a\.txt is a file; memos are written into a folder"):
        OutputFolder(put("a.txt"))


def test_a_list_of_an_earlier_version_is_read_and_replaced() -> None:
    put("out/.briefgen.json", json.dumps({"memo.txt": sha256(b"one").hexdigest()}))
    put("out/memo.txt", "one")
    folder = OutputFolder(Path("out"))
    folder.write("memo.txt", b"two")
    folder.close()

    assert written().files == {"memo.txt": Made(sha256(b"two").hexdigest())}
    assert sorted(path.name for path in Path("out").iterdir()) == ["manifest.json", "memo.txt"]


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", '{"name": "My site"}', '{"schema": "briefgen/manifest@1"}'])
def test_a_manifest_that_is_not_ours_is_kept(text: str) -> None:
    path = put("out/manifest.json", text)

    with pytest.raises(ConfigurationError, match=r"CFG15 out/manifest\.json is there already and is not briefgen's"):
        OutputFolder(Path("out"))
    assert path.read_text("utf-8") == text


def test_a_file_is_held_as_long_as_it_and_what_it_is_made_from_are_the_same() -> None:
    folder = OutputFolder(Path("out"))
    folder.write("memo.txt", b"one", MADE, INGREDIENTS)
    folder.close()
    again = OutputFolder(Path("out"))

    assert again.holds("memo.txt", MADE.made_from, read_back=True)
    assert not again.holds("memo.txt", "sha256:other", read_back=True)
    assert not again.holds("other.txt", MADE.made_from, read_back=True)
    put("out/memo.txt", "changed")
    assert not again.holds("memo.txt", MADE.made_from, read_back=True)


def test_a_run_that_died_is_remembered_by_the_next() -> None:
    OutputFolder(Path("out")).write("memo.txt", b"one", MADE, INGREDIENTS)
    journal = Path("out/.manifest.journal")
    journal.write_bytes(journal.read_bytes() + b'{"file": "cut.txt", "made": {"sha')
    folder = OutputFolder(Path("out"))

    assert folder.holds("memo.txt", MADE.made_from, read_back=True)
    folder.write("next.txt", b"next")
    folder.close()
    assert (sorted(written().files), journal.exists()) == (["memo.txt", "next.txt"], False)
    assert written().ingredients(MADE) == {"record": {"file": "ab"}, "options": {"draft": "no"}}


def test_two_runs_at_once_lose_nothing_of_each_other() -> None:
    first, second = OutputFolder(Path("out")), OutputFolder(Path("out"))
    first.write("a.txt", b"a")
    second.write("b.txt", b"b")
    second.close()
    first.write("c.txt", b"c")
    first.close()

    assert sorted(written().files) == ["a.txt", "b.txt", "c.txt"]


def test_the_order_of_writing_leaves_no_trace() -> None:
    for name, order in (("x", "abc"), ("y", "cba")):
        folder = OutputFolder(Path(name))
        for letter in order:
            folder.write(letter, letter.encode(), MADE, INGREDIENTS)
        folder.close()

    assert Path("x/manifest.json").read_bytes() == Path("y/manifest.json").read_bytes()


def test_many_files_do_not_rewrite_the_manifest() -> None:
    folder = OutputFolder(Path("out"))
    sizes = []
    for number in range(5):
        folder.write(f"{number}.txt", b"one", MADE, INGREDIENTS)
        sizes.append(Path("out/.manifest.journal").stat().st_size)

    assert not Path("out/manifest.json").exists()
    assert len({after - before for before, after in pairwise(sizes)}) == 1
