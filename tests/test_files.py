"""Files are read as they are or refused, and never overwritten by halves or against their owner's will."""

import threading
from pathlib import Path

import pytest

from briefgen.errors import ConfigurationError, OutputError
from briefgen.files import matching, read_bytes, read_text, read_texts, shown, write_atomically, write_new


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str = "text") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("b.txt", "error FIL01 b.txt: no such file or directory\n  hint: did you mean 'a.txt'?"),
        ("zzz", "error FIL01 zzz: no such file or directory"),
        ("nowhere/a.txt", "error FIL01 nowhere/a.txt: no such file or directory"),
        ("folder", "error FIL01 folder: is a folder\n  hint: name the files in it"),
        ("loop", "error FIL01 loop: too many levels of symbolic links"),
        ("a" * 300, f"error FIL01 {'a' * 300}: file name too long"),
    ],
    ids=["near", "far", "no folder", "folder", "loop", "long"],
)
def test_a_file_that_cannot_be_read_is_told(name: str, told: str) -> None:
    put("a.txt")
    put("folder/c.txt")
    Path("loop").symlink_to("loop")

    with pytest.raises(OutputError) as caught:
        read_bytes(Path(name))

    assert str(caught.value) == told


def test_text_that_is_not_utf_8_is_told_with_its_line() -> None:
    Path("a.j2").write_bytes(b"\xef\xbb\xbfone\ntwo \xe9\n")

    with pytest.raises(OutputError) as caught:
        read_text(Path("a.j2"))

    assert str(caught.value) == "a.j2:2: error FIL04 not UTF-8 text\n  hint: save it as UTF-8"


def test_for_a_list_that_is_not_utf_8_the_way_there_in_excel_is_told() -> None:
    Path("list.csv").write_bytes(b"email;name\njo@example.org;Zo\xeb\n")

    with pytest.raises(OutputError) as caught:
        read_text(Path("list.csv"))

    told = "list.csv:2: error FIL04 not UTF-8 text\n  hint: in Excel: Save As, type CSV UTF-8"
    assert str(caught.value) == told


def test_a_byte_order_mark_is_not_part_of_a_text() -> None:
    Path("a.j2").write_bytes(b"\xef\xbb\xbfone")

    assert read_text(Path("a.j2")) == "one"


def test_templates_and_packs_are_found_below_a_folder() -> None:
    for name in ("t/minister/memo.md.j2", "t/minister/audience.yaml", "t/readme.md", "t/_base.md.j2"):
        put(name, name)

    assert list(read_texts(Path("t"))) == [
        ("_base.md.j2", "t/_base.md.j2", "t/_base.md.j2"),
        ("minister/audience.yaml", "t/minister/audience.yaml", "t/minister/audience.yaml"),
        ("minister/memo.md.j2", "t/minister/memo.md.j2", "t/minister/memo.md.j2"),
    ]
    assert list(read_texts(Path("nowhere"))) == []


def test_a_file_in_the_place_of_a_folder_of_templates_is_told() -> None:
    with pytest.raises(OutputError, match="templates: not a directory"):
        list(read_texts(put("templates")))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("articles/**/*.yaml", ["articles/a.yaml", "articles/deep/er/b.yaml"]),
        ("articles/*.yaml", ["articles/a.yaml"]),
        ("**/b.yaml", ["articles/deep/er/b.yaml"]),
        ("articles/a.yaml", ["articles/a.yaml"]),
        ("nothing/**/*.yaml", []),
    ],
)
def test_patterns_name_files(pattern: str, found: list[str]) -> None:
    put("articles/a.yaml")
    put("articles/deep/er/b.yaml")
    Path("articles/folder.yaml").mkdir()

    assert [path.as_posix() for path in matching(Path(), pattern)] == found


@pytest.mark.parametrize("pattern", ["", "/etc/*.yaml"])
def test_a_pattern_stays_in_the_project(pattern: str) -> None:
    with pytest.raises(ConfigurationError, match="is no path below the project's folder"):
        matching(Path(), pattern)


def test_a_path_is_shown_from_here_or_whole(here: Path) -> None:
    assert [shown(here / "a/b"), shown(Path("a/../c")), shown(here.parent)] == ["a/b", "c", str(here.parent)]


def test_a_file_may_be_for_its_owner_only() -> None:
    write_atomically(Path("a.json"), b"{}", mode=0o600)

    assert Path("a.json").stat().st_mode & 0o777 == 0o600


def test_a_file_is_written_with_its_folders_and_nothing_else() -> None:
    write_atomically(Path("a/b/c.txt"), b"one")
    write_atomically(Path("a/b/c.txt"), b"two")

    assert [(path.name, path.read_bytes()) for path in Path("a/b").iterdir()] == [("c.txt", b"two")]


@pytest.mark.parametrize("name", ["file/c.txt", "folder", "x" * 300])
def test_what_cannot_be_written_is_told_and_leaves_nothing(name: str) -> None:
    put("file")
    put("folder/inside")

    with pytest.raises(OutputError, match=r"error FIL02 .* cannot be written: "):
        write_atomically(Path(name), b"data")

    assert sorted(path.as_posix() for path in Path().rglob("*")) == ["file", "folder", "folder/inside"]


def test_a_new_file_is_written_whole() -> None:
    write_new(Path("folder/memo"), b"data")

    assert {path.as_posix() for path in Path().rglob("*")} == {"folder", "folder/memo"}
    assert Path("folder/memo").read_bytes() == b"data"


@pytest.mark.parametrize("taken", ["a file", "a link to one", "a link to nothing"])
def test_a_new_file_never_takes_the_place_of_another(taken: str) -> None:
    match taken:
        case "a file":
            put("memo", "mine")
        case "a link to one":
            Path("memo").symlink_to(put("other", "mine"))
        case _:
            Path("memo").symlink_to("nothing")

    with pytest.raises(OutputError) as caught:
        write_new(Path("memo"), b"data")

    assert str(caught.value) == "error FIL03 memo is there already\n  hint: choose another name"
    assert {path.read_text(encoding="utf-8") for path in Path().iterdir() if path.exists()} <= {"mine"}


def test_readers_see_the_old_or_the_new_file_but_no_part_of_one() -> None:
    contents = [letter.encode() * 300_000 for letter in "ab"]
    path, seen, done = Path("memo"), set[bytes](), threading.Event()
    write_atomically(path, contents[0])

    def look() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for turn in range(40):
        write_atomically(path, contents[turn % 2])
    done.set()
    reader.join()

    assert seen <= set(contents)


def test_a_new_file_is_written_where_the_disk_knows_no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refused)
    write_new(Path("memo"), b"data")
    with pytest.raises(OutputError, match="error FIL03 memo is there already"):
        write_new(Path("memo"), b"other")

    assert [path.read_bytes() for path in Path().iterdir()] == [b"data"]
