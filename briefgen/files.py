"""Read and write files; nothing is overwritten that briefgen did not write, and nothing is written by halves."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefgen.errors import OutputError


def read_bytes(path: Path) -> bytes:
    """Read a whole file; `OutputError` says why it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError.of("FIL01", f"{path}: {_reason(error)}") from error


def read_texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Give each template and pack below `folder`: its path below it, its path as printed, and its text."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".j2", ".yaml"} and path.is_file():
            yield path.relative_to(folder).as_posix(), os.path.relpath(path), read_bytes(path).decode("utf-8-sig")


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
        raise OutputError.of("FIL02", f"{path} cannot be written: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


class OutputFolder:
    """A folder for memos that remembers, in `.briefgen.json`, what briefgen wrote into it."""

    def __init__(self, folder: Path, *, overwrite: bool = False) -> None:
        self.folder, self.overwrite = folder, overwrite
        self._ledger = folder / ".briefgen.json"
        self._written: dict[str, str] = {}
        with suppress(OSError, ValueError):
            self._written = dict(json.loads(self._ledger.read_bytes()))

    def write(self, name: str, data: bytes) -> Path:
        """Write a file unless there is one that briefgen did not write, or that was changed since."""
        path = self.folder / name
        if path.exists() and not self.overwrite:
            there = read_bytes(path)
            if there == data:
                return path
            if self._written.get(name) != _digest(there):
                hint = "move it away, or give --overwrite"
                raise OutputError.of("FIL03", f"{path} is there already and is not as briefgen wrote it", hint=hint)
        write_atomically(path, data)
        self._written[name] = _digest(data)
        write_atomically(self._ledger, json.dumps(self._written, indent=1, sort_keys=True).encode())
        return path


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
