"""Read and write files; nothing is written by halves."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import takewhile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from briefgen.errors import ConfigurationError, OutputError
from briefgen.file_names import composed
from briefgen.nearest import meant
from briefgen.notices import Place

MOST_BYTES = 100_000_000
"""Of a file; what is larger is nothing that memos are made from, or has no end."""


def read_bytes(path: Path) -> bytes:
    """Read a whole file; `OutputError` says why it cannot be read."""
    try:
        with as_on_disk(path).open("rb") as file:
            return limited(file, shown(path))
    except FileNotFoundError as error:
        beside = [item.name for item in path.parent.iterdir()] if path.parent.is_dir() else []
        raise OutputError.of("FIL01", f"{shown(path)}: {reason(error)}", hint=meant(path.name, beside)) from error
    except OSError as error:
        if os.path.isdir(path):  # noqa: PTH112 - never raises; which Windows calls a lack of permission
            raise OutputError.of("FIL01", f"{shown(path)}: is a folder", hint="name the files in it") from error
        raise OutputError.of("FIL01", f"{shown(path)}: {reason(error)}") from error
    except ValueError as error:  # a null character
        raise OutputError.of("FIL01", f"{str(path)!r}: {error}") from error


def limited(file: BinaryIO, name: str) -> bytes:
    """Read what is open as `name`; `OutputError` if there is more of it than memory should hold."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OutputError.of("FIL07", f"{name}: has more than {MOST_BYTES // 1_000_000} million bytes")
    return data


def as_on_disk(path: Path) -> Path:
    """Give the path of a file as its disk spells it, where a Mac parted accented letters that the name has in one."""
    if path.name.isascii() or os.path.lexists(path):
        return path
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    return next((item for item in beside if composed(item.name) == composed(path.name)), path)


def read_text(path: Path) -> str:
    """Read a file of UTF-8; `OutputError` says where it is not."""
    return decoded(read_bytes(path), path)


def decoded(data: bytes, path: Path) -> str:
    """Give the text of a file that was read; `OutputError` says where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "in Excel: Save As, type CSV UTF-8" if path.suffix.lower() == ".csv" else "save it as UTF-8"
        raise OutputError.of("FIL04", "not UTF-8 text", place=Place(shown(path), line), hint=hint) from error


def read_texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Give each template and pack below `folder`: its path below it, its path as printed, and its text."""
    for path in _below(folder):
        if path.suffix in {".j2", ".yaml"}:
            name, found = _within(path, folder)
            yield name, shown(path), decoded(read_bytes(found), path)


def read_word_templates(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Give each audience's Word template below `folder`: its path below it, its path as printed, and its bytes."""
    for path in _below(folder):
        if path.name == "memo.docx":
            name, found = _within(path, folder)
            yield name, shown(path), read_bytes(found)


def confined(named: str | PurePath, folder: Path, home: Path) -> Path:
    """Give the place of a file that somebody else's file names from `folder`, if it lies below `home`.

    Links are followed, and nothing is opened, nor asked for at all if the path as it is written leads elsewhere: on
    Windows that alone would greet a foreign server. A hidden file holds a program's secrets, and is refused as well.
    """
    home = Path(os.path.realpath(home))
    inside = Path(os.path.abspath(Path(os.path.realpath(folder), named)))  # noqa: PTH100 - resolve() would ask for it
    try:
        found = Path(os.path.realpath(as_on_disk(inside))) if inside.is_relative_to(home) else inside
        if not found.is_relative_to(home) or any(part.startswith(".") for part in found.relative_to(home).parts):
            where = "this folder" if home == Path.cwd() else shown(home)
            hint = f"copy it into {where}, or a folder there"
            raise OutputError.of("FIL06", f"{named}: is hidden, or outside of {where}", hint=hint)
        if found.exists() and not found.is_file() and not found.is_dir():  # a device or a pipe might never end
            raise OutputError.of("FIL01", f"{shown(found)}: is no ordinary file")
    except ValueError as error:  # a null character
        raise OutputError.of("FIL01", f"{str(named)!r}: {error}") from error
    except OSError as error:
        raise OutputError.of("FIL01", f"{shown(inside)}: {reason(error)}") from error
    return found


def matching(folder: Path, pattern: str) -> tuple[Path, ...]:
    """Find the files below `folder` that a pattern such as `articles/**/*.yaml` names."""
    if not pattern or PurePosixPath(pattern).anchor or PureWindowsPath(pattern).anchor:
        raise ConfigurationError.of("CFG07", f"articles: {pattern!r} is no path below the project's folder")
    fixed = takewhile(lambda part: not set("*?[") & set(part), PurePath(pattern).parts[:-1])
    start = folder.joinpath(*fixed)
    if "**" in pattern:
        for _ in _below(start):  # `glob` passes in silence over folders that it may not read
            pass
    return tuple(sorted(path for path in folder.glob(pattern) if path.is_file()))


def shown(path: Path) -> str:
    """Give a path as people read it: from here if it lies below, else whole."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links that the user does not see
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - texts, since every template's path is shown
    return absolute.removeprefix(here) if absolute.startswith(here) else "." if absolute + os.sep == here else absolute


def write_atomically(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Write `data` so that `path` holds either all of it or what it held before.

    `mode` says who may read and write a new file, as far as the user's own mask allows it.
    """
    try:
        with _written_beside(path, data, mode) as temporary:
            temporary.replace(path)
    except OSError as error:
        hint = "is it open in another program?" if error.filename2 else ""  # Windows keeps open files from others
        raise OutputError.of("FIL02", f"{shown(path)} cannot be written: {reason(error)}", hint=hint) from error


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; what somebody else wrote meanwhile stays."""
    try:
        with _written_beside(path, data) as temporary:
            _put(temporary, path)
    except FileExistsError as error:
        raise OutputError.of("FIL03", f"{shown(path)} is there already", hint="choose another name") from error
    except OSError as error:
        raise OutputError.of("FIL02", f"{shown(path)} cannot be written: {reason(error)}") from error


def _put(temporary: Path, path: Path) -> None:
    """Give a file its name, unless that is taken."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # some disks and shares know no links
        with path.open("xb") as file:
            file.write(temporary.read_bytes())


@contextmanager
def _written_beside(path: Path, data: bytes, mode: int = 0o666) -> Iterator[Path]:
    """Write `data` into a file beside `path`, which is gone in the end unless it was put in that one's place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".briefgen-{os.urandom(8).hex()}.part")
    try:
        temporary.touch(mode, exist_ok=False)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink()


def _below(folder: Path) -> Iterator[Path]:
    """Give all files below `folder` but the hidden ones, in order; `OutputError` for a folder that cannot be read."""
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _within(path: Path, folder: Path) -> tuple[str, Path]:
    """Name a file from `folder`, and find it there: a link that leads out of a stranger's folder is refused."""
    name = path.relative_to(folder)
    return composed(name.as_posix()), confined(name, folder, folder)


def _refuse(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise OutputError.of("FIL01", f"{shown(Path(error.filename))}: {reason(error)}") from error


def reason(error: OSError) -> str:
    """Say why the system refused, as the end of a message."""
    return (error.strerror or str(error)).lower()
