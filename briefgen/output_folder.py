"""A folder for memos that remembers, in its manifest, what briefgen wrote into it and from what.

A file that somebody changed since, or put there, is not overwritten.
Each file written adds a line to a journal; `close` folds that into the manifest, and if the program dies before,
the next one that opens the folder does.
"""

import os
from contextlib import suppress
from pathlib import Path

from briefgen import manifest
from briefgen.errors import ConfigurationError, OutputError
from briefgen.files import read_bytes, shown, write_atomically
from briefgen.manifest import Manifest, parse_manifest, parse_older
from briefgen.provenance import Ingredients, Made, digest


class OutputFolder:
    """Writes memos, and tells which are there already."""

    def __init__(self, folder: Path, *, overwrite: bool = False) -> None:
        self.folder, self.overwrite = folder, overwrite
        if folder.exists() and not folder.is_dir():
            hint = "name a folder, or - for standard output"
            raise ConfigurationError.of(
                "CFG09", f"{shown(folder)} is a file; memos are written into a folder", hint=hint
            )
        self._known = self._read()
        self._own = Manifest()

    def check(self, name: str) -> None:
        """Raise `OutputError` if a file of this name is there and is not as briefgen wrote it."""
        path = self.folder / name
        if self.overwrite or not os.path.lexists(path) or self._sha256(name) == digest(read_bytes(path)):
            return
        hint = "move it away, or give --overwrite"
        raise OutputError.of("FIL03", f"{shown(path)} is there already and is not as briefgen wrote it", hint=hint)

    def holds(self, name: str, made_from: str, *, read_back: bool) -> bool:
        """Tell whether a file is there as briefgen made it, from what has this fingerprint."""
        made, path = self._known.files.get(name), self.folder / name
        if made is None or made.made_from != made_from or (read_back and not made.read_back):
            return False
        return path.is_file() and digest(read_bytes(path)) == made.sha256

    def write(self, name: str, data: bytes, made: Made | None = None, ingredients: Ingredients | None = None) -> Path:
        """Write a file; `OutputError` as `check`, unless it holds just these bytes already."""
        path, made = self.folder / name, made or Made(digest(data))
        if not (os.path.lexists(path) and read_bytes(path) == data):
            self.check(name)
            write_atomically(path, data)
        elif self._known.files.get(name) == made:
            return path
        self._note(self._known.add(name, made, ingredients))
        self._own.add(name, made, ingredients)
        return path

    def close(self) -> None:
        """Fold the journal into the manifest, together with what others wrote meanwhile."""
        journal, older = self.folder / manifest.JOURNAL, self.folder / manifest.BEFORE
        if not journal.exists():
            return
        known = self._read()
        known.join(self._own)
        write_atomically(self.folder / manifest.NAME, known.spelled())
        for path in (journal, older):
            path.unlink(missing_ok=True)

    def _sha256(self, name: str) -> str:
        made = self._known.files.get(name)
        return made.sha256 if made else ""

    def _read(self) -> Manifest:
        """Read the manifest, what a run that died left beside it, and the list of earlier versions."""
        known = Manifest()
        with suppress(OSError):
            known = parse_older((self.folder / manifest.BEFORE).read_bytes())
        path = self.folder / manifest.NAME
        if path.exists():
            known.join(self._parsed(path))
        with suppress(OSError):
            text = (self.folder / manifest.JOURNAL).read_text("utf-8", errors="replace")
            known.replay(text.splitlines())
        return known

    def _parsed(self, path: Path) -> Manifest:
        found = parse_manifest(read_bytes(path))
        if found is None and not self.overwrite:
            hint = "move it away, choose another folder, or give --overwrite"
            raise ConfigurationError.of("CFG15", f"{shown(path)} is there already and is not briefgen's", hint=hint)
        return found or Manifest()

    def _note(self, lines: tuple[str, ...]) -> None:
        """Add to the journal, beginning on a line of its own should the last one have been cut off."""
        path = self.folder / manifest.JOURNAL
        try:
            with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write("".join(f"\n{line}\n" for line in lines))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise OutputError.of("FIL02", f"{shown(path)} cannot be written: {reason}") from error
