"""A folder for memos that remembers, in its manifest, what briefgen wrote into it and from what.

A file that somebody changed since, or put there, is not overwritten.
Each file written adds a line to a journal; `close` folds that into the manifest, and if the program dies before,
the next one that opens the folder does.
"""

from pathlib import Path

from briefgen import manifest
from briefgen.errors import ConfigurationError, OutputError
from briefgen.files import shown
from briefgen.manifest import Manifest, parse_manifest, parse_older
from briefgen.provenance import Group, Ingredients, Made, Parts, digest
from briefgen.stores import Store
from briefgen.stores.disk import Disk


class OutputFolder:
    """Writes memos, and tells which are there already."""

    def __init__(self, folder: Path | Store, *, overwrite: bool = False) -> None:
        self.store: Store = Disk(folder) if isinstance(folder, Path) else folder
        self.overwrite = overwrite
        if isinstance(folder, Path) and folder.exists() and not folder.is_dir():
            hint = "name a folder, or - for standard output"
            raise ConfigurationError.of(
                "CFG09", f"{shown(folder)} is a file; memos are written into a folder", hint=hint
            )
        self._known = self._read()
        self._own: set[str] = set()
        """The files written here."""

    def check(self, name: str) -> None:
        """Raise `OutputError` if a file of this name is there and is not as briefgen wrote it."""
        found = None if self.overwrite else self.store.read(name)
        if found is None or self._sha256(name) == digest(found):
            return
        hint = "move it away, or give --overwrite"
        message = f"{self.store.shown(name)} is there already and is not as briefgen wrote it"
        raise OutputError.of("FIL03", message, hint=hint)

    def holds(self, name: str, made_from: str, *, read_back: bool) -> bool:
        """Tell whether a file is there as briefgen made it, from what has this fingerprint."""
        made = self._known.files.get(name)
        if made is None or made.made_from != made_from or (read_back and not made.read_back):
            return False
        try:
            found = self.store.read(name)
        except OutputError:
            return False
        return found is not None and digest(found) == made.sha256

    def told_of(self, record: Parts) -> Parts:
        """Give what is remembered of a record of these ingredients; nothing if no file was made from it."""
        return self._known.records.get(Group(record).sha256, {})

    def write(self, name: str, data: bytes, made: Made | None = None, ingredients: Ingredients | None = None) -> str:
        """Write a file and tell where it is; `OutputError` as `check`, unless it holds just these bytes already."""
        made = made or Made(digest(data))
        if self.store.read(name) != data:
            self.check(name)
            self.store.write(name, data)
        elif self._known.files.get(name) == made:
            return self.store.shown(name)
        return self.note(name, made, ingredients)

    def note(self, name: str, made: Made, ingredients: Ingredients | None) -> str:
        """Remember a file that was written into the store, and tell where it is."""
        self.store.note(self._known.add(name, made, ingredients))
        self._own.add(name)
        return self.store.shown(name)

    def close(self) -> None:
        """Fold the journal into the manifest, together with what others wrote meanwhile."""
        if not self.store.journal():
            return
        known = self._read()
        known.join(self._known.only(self._own))
        self.store.write(manifest.NAME, known.spelled())
        self.store.end_journal()
        self.store.remove(manifest.BEFORE)

    def _sha256(self, name: str) -> str:
        made = self._known.files.get(name)
        return made.sha256 if made else ""

    def _read(self) -> Manifest:
        """Read the manifest, what a run that died left beside it, and the list of earlier versions."""
        known = parse_older(self.store.read(manifest.BEFORE) or b"")
        found = self.store.read(manifest.NAME)
        if found is not None:
            known.join(self._parsed(found))
        known.replay(self.store.journal())
        return known

    def _parsed(self, data: bytes) -> Manifest:
        found = parse_manifest(data)
        if found is None and not self.overwrite:
            hint = "move it away, choose another folder, or give --overwrite"
            message = f"{self.store.shown(manifest.NAME)} is there already and is not briefgen's"
            raise ConfigurationError.of("CFG15", message, hint=hint)
        return found or Manifest()
