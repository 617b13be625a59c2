"""A folder of this machine, or one that is mounted here."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from briefgen.errors import OutputError
from briefgen.files import read_bytes, reason, shown, write_atomically
from briefgen.values import dataclass

_JOURNAL = ".manifest.journal"


@dataclass(frozen=True, slots=True)
class Disk:
    """The files below `folder`."""

    folder: Path

    def shown(self, name: str) -> str:
        """Give the path from the working folder."""
        return shown(self.folder / name)

    def read(self, name: str) -> bytes | None:
        """Read a file; a link that leads nowhere is there, and cannot be read."""
        path = self.folder / name
        return read_bytes(path) if os.path.lexists(path) else None

    def write(self, name: str, data: bytes) -> None:
        """Write a file, and the folders that it lies in."""
        write_atomically(self.folder / name, data)

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        (self.folder / name).unlink(missing_ok=True)

    def note(self, lines: Iterable[str]) -> None:
        """Add to the journal, beginning on a line of its own should the last one have been cut off."""
        path = self.folder / _JOURNAL
        try:
            with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write("".join(f"\n{line}\n" for line in lines))
        except OSError as error:
            raise OutputError.of("FIL02", f"{shown(path)} cannot be written: {reason(error)}") from error

    def journal(self) -> tuple[str, ...]:
        """Read the lines of the journal."""
        with suppress(OSError):
            return tuple((self.folder / _JOURNAL).read_text("utf-8", errors="replace").splitlines())
        return ()

    def end_journal(self) -> None:
        """Remove the journal."""
        self.remove(_JOURNAL)
