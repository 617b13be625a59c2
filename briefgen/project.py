"""The project file `briefgen.toml`: where articles are, what is made of them, and the house style.

Everything in it is optional; what it does not say is said by the defaults of `Project`.
A `pyproject.toml` may hold the same tables under `[tool.briefgen]`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from briefgen import files, resources
from briefgen.brand import Brand
from briefgen.brand.settings import read_brand
from briefgen.brand.tables import Settings, file_settings, toml_settings
from briefgen.errors import BriefgenError, ConfigurationError
from briefgen.nearest import meant_or_known
from briefgen.notices import Notice, Place
from briefgen.toml_text import parse_toml

FILE = "briefgen.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """What the project file says; paths are as written, relative to `folder`."""

    file: str = ""
    """The project file as printed, empty where there is none."""
    folder: Path = Path()
    articles: tuple[str, ...] = ("articles/**/*.yaml",)
    """Patterns; `**` stands for any folders."""
    audiences: tuple[str, ...] = ()
    """Whom `make` writes for when nobody is named; empty for the minister."""
    output: str = "out"
    formats: tuple[str, ...] = ("pdf", "docx")
    filename: str = "{date}-{id}-{audience}.{ext}"
    brand: Brand = field(default_factory=Brand)
    formats_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Audience → formats, where they differ from `formats`."""
    fail_on: str = "error"
    """From which level on findings make `check` fail."""
    ignore: Mapping[str, str] = field(default_factory=dict)
    """Code of a check that is silenced → the reason."""

    @property
    def organisation(self) -> str:
        """Who makes the memos."""
        return self.brand.organisation


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of the project file: the field of `Project` it sets, and whether it holds a list."""

    field: str
    many: bool = False
    choices: tuple[str, ...] = ()
    pairs: bool = False
    """Whether it holds names and a text for each."""


_TABLES: dict[str, dict[str, _Key]] = {
    "project": {
        "articles": _Key("articles", many=True),
        "audiences": _Key("audiences", many=True),
        "output": _Key("output"),
        "formats": _Key("formats", many=True),
        "filename": _Key("filename"),
    },
    "brand": {},
    "check": {
        "fail_on": _Key("fail_on", choices=("error", "warning", "note", "never")),
        "ignore": _Key("ignore", pairs=True),
    },
    "audience": {},
}
_OF_AN_AUDIENCE = {"formats": _Key("formats_for", many=True)}


def parse_project(text: str, file: str, folder: Path) -> Project | None:
    """Read a project file; None for a `pyproject.toml` without `[tool.briefgen]`.

    `ConfigurationError` names every key that is unknown or holds the wrong thing, with its line.
    """
    is_shared = file.endswith("pyproject.toml")
    if is_shared and "briefgen" not in text:
        return None
    root = parse_toml(text, file)
    if is_shared:
        if "briefgen" not in root.get("tool", {}):
            return None
        root = root["tool"]["briefgen"]
    reader = _Reader(text, file, folder)
    settings = reader.settings(root)
    if reader.notices:
        raise ConfigurationError(*reader.notices)
    return Project(file=file, folder=folder, **settings)


@dataclass(slots=True)
class _Reader:
    text: str
    file: str
    folder: Path
    notices: list[Notice] = field(default_factory=list)

    def settings(self, root: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, table in root.items():
            if not self._is_known(name, _TABLES, "table") or not self._is_table(name, table):
                continue
            if name == "audience":
                found["formats_for"] = dict(self._audiences(table))
                continue
            if name == "brand":
                found["brand"] = self._brand(table)
                continue
            for key, value in table.items():
                if self._is_known(key, _TABLES[name], f"key of [{name}]"):
                    wanted = _TABLES[name][key]
                    found[wanted.field] = self._value(wanted, key, value)
        return found

    def _audiences(self, table: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, own in table.items():
            if not self._is_table(name, own):
                continue
            for key, value in own.items():
                if self._is_known(key, _OF_AN_AUDIENCE, f"key of [audience.{name}]"):
                    yield name, self._value(_OF_AN_AUDIENCE[key], key, value)

    def _brand(self, table: dict[str, Any]) -> Brand:
        """Read the house style, from here and from the file that `file` names; what stands here outweighs that."""
        path = ("tool", "briefgen", "brand") if self.file.endswith("pyproject.toml") else ("brand",)
        own = toml_settings({key: value for key, value in table.items() if key != "file"}, self.text, self.file, path)
        brand, notices = read_brand((own, *self._brand_file(table.get("file", ""))), resources.families())
        self.notices += notices
        return brand

    def _brand_file(self, named: object) -> Iterator[Settings]:
        if not isinstance(named, str):
            self._fail("file", f"file: expected text, found {named!r}", 'name a file: file = "brand.yaml"')
        elif named:
            path = self.folder / named
            try:
                yield file_settings(files.read_bytes(path), files.shown(path), str(PurePosixPath(named).parent))
            except BriefgenError as error:
                self.notices += error.notices

    def _value(self, wanted: _Key, key: str, value: object) -> Any:  # noqa: ANN401 - text or texts
        match value:
            case str() if wanted.pairs:
                self._fail(key, f'{key}: expected names, each with a reason: {{SRC11 = "why"}}')
            case str() if wanted.choices and value not in wanted.choices:
                self._fail(key, f"{key}: expected {' or '.join(wanted.choices)}, found {value!r}")
            case str():
                return (value,) if wanted.many else value
            case dict() if wanted.pairs and all(isinstance(text, str) for text in value.values()):
                return value
            case [*items] if wanted.many and all(isinstance(item, str) for item in items):
                return tuple(items)
            case _:
                self._fail(key, f"{key}: expected {'a list of texts' if wanted.many else 'text'}, found {value!r}")
        return None

    def _is_table(self, name: str, value: object) -> bool:
        if not isinstance(value, dict):
            self._fail(name, f"{name}: expected a table, found {value!r}", f"write [{name}] on a line of its own")
        return isinstance(value, dict)

    def _is_known(self, name: str, known: Mapping[str, object], what: str) -> bool:
        if name in known:
            return True
        self._fail(name, f"{name!r} is no {what}", meant_or_known(name, known))
        return False

    def _fail(self, name: str, message: str, hint: str = "") -> None:
        self.notices.append(Notice("error", "CFG02", message, Place(self.file, self._line_of(name)), hint))

    def _line_of(self, name: str) -> int:
        """Find the line of a key or table; TOML's reader does not keep it."""
        written = re.compile(rf"""^\s*(\[.*\b)?["']?{re.escape(name)}["']?\s*[\].=]""")
        return next((n for n, line in enumerate(self.text.splitlines(), 1) if written.match(line)), 0)
