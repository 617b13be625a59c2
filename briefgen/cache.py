"""A folder in which briefgen keeps, from one run to the next, what takes long to work out, such as compiled templates.

Nothing depends on it.
What is not there, is damaged, or lies where somebody else could have written it, is worked out anew.
Until `keep_in` names a folder nothing is read and nothing kept.
Code is among what is kept, which is why the folder must be the user's own: `docs/decisions/0035` tells more.
"""

import hashlib
import marshal
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from briefgen import __version__

MOST_FILES = 1_000
MOST_BYTES = 16 * 1024 * 1024
"""Above either, the older half is removed."""
_BEGINS = b"briefgen cache 1\n"
_CHECKSUM = 32
"""Bytes of a SHA-256."""
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

_MOST_ANSWERS = 10_000

_place: dict[str, Path] = {}
"""Holds the folder in use, as long as there is one."""
_answers: dict[tuple[str, ...], dict[Any, Any]] = {}
"""What was asked in this process, under its kind and what it was made from."""
_answered: dict[tuple[str, ...], int] = {}
"""How many of the answers were kept before."""


def keep_in(folder: Path | None) -> None:
    """Use `folder` from now on, which is made when the first thing is kept; None for no folder at all."""
    _place.clear()
    _answers.clear()
    if folder:
        _place["folder"] = folder


def named() -> Path | None:
    """Give the folder that `keep_in` named, whether it can be used or not."""
    return _place.get("folder")


def folder() -> Path | None:
    """Give the folder in use, if there is one and nobody else can write into it."""
    place = named()
    return place if place and _is_ours(place) else None


def kept(kind: str, *made_from: str) -> Any:  # noqa: ANN401 - as it was kept
    """Give what was kept under this kind for what it was made from; None where there is nothing sound."""
    place = folder()
    if not place:
        return None
    with suppress(OSError, ValueError, EOFError, TypeError):
        return _value(_read(place / _name(kind, made_from)))
    return None


def keep(value: Any, kind: str, *made_from: str) -> None:  # noqa: ANN401 - plain data or code
    """Keep plain data or compiled code for later runs; where that cannot be done, nothing is."""
    place = named()
    if not place:
        return
    data = marshal.dumps(value)
    with suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_ours(place):
            _write(place / _name(kind, made_from), _BEGINS + hashlib.sha256(data).digest() + data)
            _tidy(place)


def answers(kind: str, *made_from: str) -> dict[Any, Any]:
    """Give the answers to small questions that were kept; those added to them are kept by `keep_answers`."""
    key = (kind, *made_from)
    if key not in _answers or len(_answers[key]) > _MOST_ANSWERS:
        _answers[key] = dict(kept(*key) or {})
        _answered[key] = len(_answers[key])
    return _answers[key]


def keep_answers() -> None:
    """Keep the answers that were given since the last time, together, for each alone would be a file."""
    for key, known in _answers.items():
        if len(known) != _answered[key]:
            keep(known, *key)
            _answered[key] = len(known)


def size() -> tuple[int, int]:
    """Count the files that are kept, and their bytes."""
    place = folder()
    found = [about.st_size for about, _ in _files(place)] if place else []
    return len(found), sum(found)


def _is_ours(folder: Path) -> bool:
    """Tell whether a folder is the user's own, and nobody else may write into it."""
    try:
        about = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(about.st_mode):
        return False
    return sys.platform == "win32" or (about.st_uid == os.getuid() and not about.st_mode & _OTHERS_MAY_WRITE)


def _name(kind: str, made_from: tuple[str, ...]) -> str:
    """Name a file by all that decides what is in it, the versions of Python and briefgen among that."""
    told = repr((kind, __version__, sys.version, made_from))
    return f"{kind}-{hashlib.sha256(told.encode()).hexdigest()[:32]}"


def _read(path: Path) -> bytes:
    opened = os.open(path, os.O_RDONLY | _NO_LINKS)
    with os.fdopen(opened, "rb") as file:
        return file.read(MOST_BYTES)


def _value(data: bytes) -> Any:  # noqa: ANN401 - as it was kept
    """Give the value in a file; `ValueError` for one that is not as it was written."""
    start = len(_BEGINS) + _CHECKSUM
    body = data[start:]
    if data[:start] != _BEGINS + hashlib.sha256(body).digest():
        raise ValueError("damaged")
    return marshal.loads(body)  # noqa: S302 - the user's own, and as it was written


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; of two processes at once the later wins, with the same data."""
    part = path.with_name(f".{os.urandom(8).hex()}.part")
    try:
        opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS, 0o600)
        with os.fdopen(opened, "wb") as file:
            file.write(data)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _tidy(folder: Path) -> None:
    """Remove the older half when there is too much."""
    found = sorted(_files(folder), key=lambda one: one[0].st_mtime_ns)
    if len(found) > MOST_FILES or sum(about.st_size for about, _ in found) > MOST_BYTES:
        for _, path in found[: (len(found) + 1) // 2]:
            Path(path).unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[tuple[os.stat_result, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.is_file(follow_symlinks=False):
                    yield entry.stat(follow_symlinks=False), entry.path
