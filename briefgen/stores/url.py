"""Storage that many machines share, by its URL: `s3://…`, `gs://…`, `abfs://…`, `sftp://…`, `file://…`.

Object stores write a file whole or not at all; elsewhere it is written beside its place and then moved there.
They cannot add to a file, so the journal is one of many parts.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import field
from functools import cache
from typing import Any

from briefgen.errors import BriefgenError, ConfigurationError, OutputError
from briefgen.values import dataclass

_OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oci", "oss", "memory"})
_JOURNAL = ".manifest.journal-"
_PART = 500
"""Lines in a part of the journal: as many memos are made again if this program dies."""


@dataclass(slots=True)
class Url:
    """The files below `url`."""

    url: str
    _names: set[str] | None = None
    """The files that are there, once they were listed: one request for a thousand files."""
    _lines: list[str] = field(default_factory=list)
    _parts: int = 0
    _run: str = field(default_factory=lambda: secrets.token_hex(4))

    def shown(self, name: str) -> str:
        """Give the URL of a file."""
        return f"{self.url.rstrip('/')}/{name}"

    def read(self, name: str) -> bytes | None:
        """Read a file; None where there is none."""
        if name not in self._listed():
            return None
        with suppress(FileNotFoundError), _told("FIL01", self.shown(name), "cannot be read", FileNotFoundError):
            return bytes(_filesystem(self.url).cat_file(self.shown(name)))
        return None

    def write(self, name: str, data: bytes) -> None:
        """Write a file; a second writer of the same bytes does what the first one did."""
        system, target = _filesystem(self.url), self.shown(name)
        with _told("FIL02", target, "cannot be written"):
            if _protocols(system) & _OBJECT_STORES:
                system.pipe_file(target, data)
            else:
                system.makedirs(target.rpartition("/")[0], exist_ok=True)
                beside = f"{target.rpartition('/')[0]}/.briefgen-{secrets.token_hex(8)}.part"
                system.pipe_file(beside, data)
                system.mv(beside, target)
        if self._names is not None:
            self._names.add(name)

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        if name in self._listed():
            with suppress(FileNotFoundError), _told("FIL02", self.shown(name), "cannot be removed", FileNotFoundError):
                _filesystem(self.url).rm_file(self.shown(name))
            self._listed().discard(name)

    def note(self, lines: Iterable[str]) -> None:
        """Add to the journal; it is written part by part."""
        self._lines += lines
        if len(self._lines) >= _PART:
            self._write_part()

    def journal(self) -> tuple[str, ...]:
        """Read the parts of the journal, and what was not written yet."""
        parts = (self.read(name) or b"" for name in sorted(self._listed()) if name.startswith(_JOURNAL))
        return (*(line for part in parts for line in part.decode(errors="replace").splitlines()), *self._lines)

    def end_journal(self) -> None:
        """Remove all parts of the journal."""
        self._lines.clear()
        for name in [name for name in self._listed() if name.startswith(_JOURNAL)]:
            self.remove(name)

    def _write_part(self) -> None:
        self._parts += 1
        self.write(f"{_JOURNAL}{self._run}-{self._parts:06}", "\n".join(self._lines).encode())
        self._lines.clear()

    def _listed(self) -> set[str]:
        if self._names is None:
            system = _filesystem(self.url)
            root = str(system._strip_protocol(self.url)).rstrip("/")  # noqa: SLF001 - fsspec offers no other way
            self._names = set()
            with suppress(FileNotFoundError), _told("FIL01", self.url, "cannot be listed", FileNotFoundError):
                self._names = {found.removeprefix(root).lstrip("/") for found in system.find(root)}
        return self._names


@cache
def _filesystem(url: str) -> Any:  # noqa: ANN401 - fsspec has no types
    try:
        import fsspec

        return fsspec.url_to_fs(url)[0]
    except ImportError as error:
        hint = "install briefgen[cluster], and what fsspec needs for this kind of URL"
        raise ConfigurationError.of("CFG16", f"{url}: {error}", hint=hint) from error
    except (OSError, ValueError) as error:
        raise ConfigurationError.of("CFG16", f"{url}: {error}") from error


def _protocols(system: Any) -> set[str]:  # noqa: ANN401 - as above
    named = system.protocol
    return {named} if isinstance(named, str) else set(named)


@contextmanager
def _told(code: str, place: str, what: str, *passing: type[Exception]) -> Iterator[None]:
    """Tell as ours what goes wrong in storage; its libraries have kinds of errors of their own."""
    try:
        yield
    except Exception as error:
        if isinstance(error, (BriefgenError, *passing)):
            raise
        raise OutputError.of(code, f"{place} {what}: {error}") from error
