"""Gather what memos are made from: files, settings and versions, each as its SHA-256.

What many memos have in common is read and hashed once.
"""

import json
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

import briefgen
from briefgen import files, resources
from briefgen.article.read import Record
from briefgen.audience.catalogue import SHARED, files_for
from briefgen.audience.pack import Pack, load
from briefgen.brand import FILES, Brand
from briefgen.desk.stored import place_of_text
from briefgen.errors import OutputError
from briefgen.project import Project
from briefgen.provenance import Group, Ingredients, Parts, digest
from briefgen.shelf import Shelf
from briefgen.theme import Theme

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
    _packs: dict[str, Pack] = field(default_factory=dict)

    def of(self, record: Record, audience: str) -> Ingredients:
        """List the ingredients of the memo of a record for an audience."""
        if audience not in self._packs:
            self._packs[audience] = load(audience, self.shelf)
        pack = self._packs[audience]
        language = pack.language or record.article.language
        return Ingredients(
            audience,
            {
                "record": self._group("record", lambda: _record(record), record.file, record.sha256),
                "sources": self._group("sources", lambda: _sources(record, self.project), record.file, record.sha256),
                "templates": self._group("templates", lambda: _templates(pack, self.shelf), audience),
                "words": self._group("words", lambda: _words(pack, language, self.shelf), audience, language),
                "markings": self._group("markings", lambda: _texts(self.shelf, "_markings")),
                "looks": self._group("looks", lambda: _looks(self.project)),
                "fonts": self._group("fonts", lambda: _fonts(self.theme)),
                "versions": self._group("versions", _versions),
                "options": self._group("options", self._options),
                "since": self._group("since", lambda: {"record": self.since} if self.since else {}),
            },
        )

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
    return "-" if not path.is_file() else Path(os.path.relpath(path, project.folder.resolve())).as_posix()


def path_of(named: str, project: Project) -> Path:
    """Find the record that `path_in_project` named; `OutputError` if it is neither the project's nor shipped.

    The name is read from a manifest, which may be a stranger's.
    """
    home = resources.samples_folder() if named.startswith(_SHIPPED) else project.folder
    return files.confined(named.removeprefix(_SHIPPED), home, home)


def _record(record: Record) -> Parts:
    """Take the file and the fields replaced by `--set`."""
    given = {f"--set {path}": digest(value.encode()) for path, value in record.given.items()}
    return {"file": record.sha256} | given


def _sources(record: Record, project: Project) -> Parts:
    return {one.text: _stored(one.text, record.file, project) for one in record.article.sources if one.text}


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
    return _file(path)


def _versions() -> Parts:
    return {"briefgen": briefgen.__version__, "zlib": zlib.ZLIB_RUNTIME_VERSION} | {
        name: version(name) for name in _LIBRARIES
    }


def _file(path: Path) -> str:
    """Give the SHA-256 of a file; empty where there is none, which whoever needs it will tell."""
    return digest(files.read_bytes(path)) if path.is_file() else ""


def _folder(name: str) -> str:
    return name.partition("/")[0] if "/" in name else ""
