"""Read and write files; nothing is overwritten that briefgen did not write, and nothing is written by halves."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.notices import Place


def read_bytes(path: Path) -> bytes:
    """Read a whole file; `OutputError` says why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError.of("FIL01", f"{shown(path)}: {_reason(error)}") from error


def read_text(path: Path) -> str:
    """Read a file of UTF-8; `OutputError` says where it is not."""
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OutputError.of(
            "FIL04", "not UTF-8 text", place=Place(shown(path), line), hint="save it as UTF-8"
        ) from error


def read_texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Give each template and pack below `folder`: its path below it, its path as printed, and its text."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".j2", ".yaml"} and path.is_file():
            yield path.relative_to(folder).as_posix(), shown(path), read_text(path)


def shown(path: Path) -> str:
    """Give a path as people read it: from here if it lies below, else whole."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links that the user does not see
    here = Path.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(absolute)


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` so that `path` holds either all of it or what it held before."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(temporary).unlink()
            raise
    except OSError as error:
        raise OutputError.of("FIL02", f"{shown(path)} cannot be written: {_reason(error)}") from error


class OutputFolder:
    """A folder for memos that remembers, in `.briefgen.json`, what briefgen wrote into it."""

    def __init__(self, folder: Path, *, overwrite: bool = False) -> None:
        self.folder, self.overwrite = folder, overwrite
        self._ledger = folder / ".briefgen.json"
        self._written: dict[str, str] = {}
        with suppress(OSError, ValueError):
            self._written = dict(json.loads(self._ledger.read_bytes()))

    def check(self, name: str) -> None:
        """Raise `OutputError` if a file of this name is there and is not as briefgen wrote it."""
        path = self.folder / name
        if self.overwrite or not path.exists() or self._written.get(name) == _digest(read_bytes(path)):
            return
        hint = "move it away, or give --overwrite"
        raise OutputError.of("FIL03", f"{shown(path)} is there already and is not as briefgen wrote it", hint=hint)

    def write(self, name: str, data: bytes) -> Path:
        """Write a file; `OutputError` as `check`, unless it holds just these bytes already."""
        path = self.folder / name
        unchanged = path.exists() and read_bytes(path) == data
        if not unchanged:
            self.check(name)
            write_atomically(path, data)
        elif self._written.get(name) == _digest(data):
            return path
        self._written[name] = _digest(data)
        write_atomically(self._ledger, json.dumps(self._written, indent=1, sort_keys=True).encode())
        return path


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
