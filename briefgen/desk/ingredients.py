"""Gather what memos are made from: files, settings and versions, each as its SHA-256.

What many memos have in common is read and hashed once.
"""

import json
import os
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, field
from functools import cache
from pathlib import Path

import briefgen
from briefgen import files, resources
from briefgen.article.card import Card, told
from briefgen.audience.catalogue import SHARED, files_for
from briefgen.audience.pack import Pack, load
from briefgen.brand import FILES, Brand
from briefgen.cache import keep, kept
from briefgen.desk.stored import place_of_text
from briefgen.errors import OutputError
from briefgen.project import Project
from briefgen.provenance import Group, Ingredients, Kind, Parts, digest
from briefgen.shelf import Shelf
from briefgen.theme import Theme
from briefgen.values import dataclass

_LIBRARIES = ("babel", "jinja2", "markdown-it-py", "pillow", "reportlab", "uharfbuzz")
"""Those that decide bytes, besides the library that deflates."""
_NO_TEMPLATES = (SHARED, "_markings", "_mail")
"""Shared folders that hold other things."""
_SHIPPED = "briefgen:"
"""Begins the path of a record that ships with briefgen."""


@dataclass(slots=True)
class Pantry:
    """Knows what each memo of a run is made from."""

    project: Project
    shelf: Shelf
    theme: Theme
    epoch: str = ""
    draft: bool = False
    attach_record: bool = False
    since: str = ""
    """The SHA-256 of the edition with which records are compared, if there is one."""
    _once: dict[tuple[str, ...], Group] = field(default_factory=dict)
    _last: tuple[Card, Mapping[Kind, Group]] | None = None
    _packs: dict[str, Pack] = field(default_factory=dict)

    def of(self, card: Card, audience: str) -> Ingredients:
        """List the ingredients of the memo of a record for an audience."""
        if audience not in self._packs:
            self._packs[audience] = load(audience, self.shelf)
        pack = self._packs[audience]
        language = pack.language or card.language
        return Ingredients(
            audience,
            {
                **self._groups_of(card),
                "templates": self._group("templates", lambda: _templates(pack, self.shelf), audience),
                "words": self._group("words", lambda: _words(pack, language, self.shelf), audience, language),
                "markings": self._group("markings", lambda: _texts(self.shelf, "_markings")),
                "looks": self._group("looks", lambda: _looks(self.project)),
                "fonts": self._group("fonts", lambda: _fonts(self.theme)),
                "versions": self._group("versions", _versions),
                "options": self._group("options", self._options),
                "since": self._group("since", lambda: {"record": self.since} if self.since else {}),
            },
            told(card),
        )

    def _groups_of(self, card: Card) -> Mapping[Kind, Group]:
        """Give what the memos of one record have in common; they come one after the other."""
        if not self._last or self._last[0] != card:
            record = Group(record_parts(card.sha256, dict(card.given)))
            self._last = card, {"record": record, "sources": Group(_sources(card, self.project))}
        return self._last[1]

    def _group(self, kind: str, gather: Callable[[], Parts], *of_what: str) -> Group:
        key = (kind, *of_what)
        if key not in self._once:
            self._once[key] = Group(gather())
        return self._once[key]

    def _options(self) -> Parts:
        """Name the settings that decide how, and whether, a memo is made."""
        return {
            "draft": "yes" if self.draft else "no",
            "attach-record": "yes" if self.attach_record else "no",
            "SOURCE_DATE_EPOCH": self.epoch,
            "silenced": ", ".join(sorted(self.project.ignore)),
        }


def path_in_project(file: str, project: Project) -> str:
    """Name a record for the manifest: from the project's folder, wherever that lies on this machine."""
    path = Path(file).resolve()
    shipped = resources.samples_folder().resolve()
    if path.is_relative_to(shipped):
        return f"{_SHIPPED}{path.relative_to(shipped).as_posix()}"
    return _from(project.folder.resolve(), path) if path.is_file() else "-"


def _from(folder: Path, path: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # Windows: another drive, to which no path leads from here
        return path.as_posix()


def path_of(named: str, project: Project) -> Path:
    """Find the record that `path_in_project` named; `OutputError` if it is neither the project's nor shipped.

    The name is read from a manifest, which may be a stranger's.
    """
    home = resources.samples_folder() if named.startswith(_SHIPPED) else project.folder
    return files.confined(named.removeprefix(_SHIPPED), home, home)


def record_parts(sha256: str, given: Mapping[str, str]) -> Parts:
    """Take the article file and the fields replaced by `--set`."""
    return {"file": sha256} | {f"--set {path}": digest(value.encode()) for path, value in given.items()}


def _sources(card: Card, project: Project) -> Parts:
    return {text: _stored(text, card.file, project) for text in card.texts}


def _stored(named: str, article: str, project: Project) -> str:
    """Give the SHA-256 of a stored text; a file that the record may not name is none."""
    with suppress(OutputError):
        return _file(place_of_text(named, article, project))
    return ""


def _templates(pack: Pack, shelf: Shelf) -> Parts:
    """Take the folders of the audience, those it extends, the shared ones, and those that any of these name."""
    known = {name.partition("/")[0] if "/" in name else "" for name in shelf.files}
    taken = {folder for folder in known if not folder or (folder.startswith("_") and folder not in _NO_TEMPLATES)}
    taken |= set(pack.chain)
    while True:
        written = "\n".join(sheet.text for name, sheet in shelf.files.items() if _folder(name) in taken)
        more = {folder for folder in known - taken - set(_NO_TEMPLATES) if f"{folder}/" in written}
        if not more:
            break
        taken |= more
    wanted = (name for name in shelf.files if _folder(name) in taken and "/words/" not in name)
    return {name: digest(shelf.files[name].text.encode()) for name in wanted}


def _words(pack: Pack, language: str, shelf: Shelf) -> Parts:
    folders = (SHARED, *(f"{audience}/words" for audience in pack.chain))
    names = (name for folder in folders for name in files_for(language, folder, shelf))
    return {name: digest(shelf.files[name].text.encode()) for name in names}


def _texts(shelf: Shelf, folder: str) -> Parts:
    return {name: digest(sheet.text.encode()) for name, sheet in shelf.files.items() if _folder(name) == folder}


def _looks(project: Project) -> Parts:
    """Take the settings of the house style and the files that they name."""
    brand = project.brand
    settings = json.dumps(asdict(brand), sort_keys=True)
    return {"settings": digest(settings.encode())} | {name: _file(project.folder / name) for name in _named(brand)}


def _named(brand: Brand) -> Iterator[str]:
    for field_name in FILES:
        value = getattr(brand, field_name)
        yield from (name for name in (value if isinstance(value, tuple) else (value,)) if name)


def _fonts(theme: Theme) -> Parts:
    """Take the family of the memo, and all that its missing letters could be taken from."""
    family = theme.family_files or resources.font_files(theme.family)
    own = (family.regular, family.bold, family.italic, family.bold_italic)
    reserves = (file for weight in (400, 700) for file in resources.reserve_files(weight))
    paths = (*(file.path for file in (*own, *reserves)), *map(Path, theme.extra_fonts))
    return {path.name: _font(path) for path in paths}


@cache
def _font(path: Path) -> str:
    """Give the SHA-256 of a font, which is large: kept for as long as nobody has touched the file."""
    state = _state(path)
    known = kept("font", str(path), state)
    if known is None:
        known = _file(path)
        keep(known, "font", str(path), state)
    return str(known)


def installed(theme: Theme) -> Parts:
    """Name what decides bytes and belongs to a machine: versions, and the fonts that memos of this look may need."""
    return {**_versions(), "Unicode": unicodedata.unidata_version, **_fonts(theme)}


@cache
def _versions() -> Parts:
    return {"briefgen": briefgen.__version__, "zlib": zlib.ZLIB_RUNTIME_VERSION, **_of_libraries()}


def _of_libraries() -> Parts:
    """Give the versions of the libraries: kept for as long as nothing is installed, which changes a folder of these."""
    here = ("", str(Path.cwd()))
    folders = [f"{folder} {_state(Path(folder))}" for folder in sys.path if folder not in here]
    known: Parts | None = kept("versions", *_LIBRARIES, *folders)
    if known is None:
        from importlib.metadata import version

        known = {name: version(name) for name in _LIBRARIES}
        keep(known, "versions", *_LIBRARIES, *folders)
    return known


def _state(path: Path) -> str:
    """Tell one state of a file or folder from another, as far as that shows without reading it."""
    try:
        about = path.stat()
    except OSError:
        return ""
    return f"{about.st_ino} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns}"


def _file(path: Path) -> str:
    """Give the SHA-256 of a file; empty where there is none, which whoever needs it will tell."""
    return digest(files.read_bytes(path)) if files.as_on_disk(path).is_file() else ""


def _folder(name: str) -> str:
    return name.partition("/")[0] if "/" in name else ""
