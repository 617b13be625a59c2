"""The project file `briefgen.toml`: where articles are, what is made of them, and the house style.

Everything in it is optional; what it does not say is said by the defaults of `Project`.
A `pyproject.toml` may hold the same tables under `[tool.briefgen]`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.errors import ConfigurationError
from briefgen.nearest import meant_or_known
from briefgen.notices import Notice, Place

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
    organisation: str = ""
    paper: str = "A4"
    formats_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Audience → formats, where they differ from `formats`."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of the project file: the field of `Project` it sets, and whether it holds a list."""

    field: str
    many: bool = False
    choices: tuple[str, ...] = ()


_TABLES: dict[str, dict[str, _Key]] = {
    "project": {
        "articles": _Key("articles", many=True),
        "audiences": _Key("audiences", many=True),
        "output": _Key("output"),
        "formats": _Key("formats", many=True),
        "filename": _Key("filename"),
    },
    "brand": {"organisation": _Key("organisation"), "paper": _Key("paper", choices=("A4", "Letter"))},
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
    try:
        root: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = _place_in(str(error), text)
        message = str(error).partition(" (at")[0].lower()
        raise ConfigurationError.of("CFG01", message, place=Place(file, line, column)) from error
    if is_shared:
        if "briefgen" not in root.get("tool", {}):
            return None
        root = root["tool"]["briefgen"]
    reader = _Reader(text, file)
    settings = reader.settings(root)
    if reader.notices:
        raise ConfigurationError(*reader.notices)
    return Project(file=file, folder=folder, **settings)


@dataclass(slots=True)
class _Reader:
    text: str
    file: str
    notices: list[Notice] = field(default_factory=list)

    def settings(self, root: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, table in root.items():
            if not self._is_known(name, _TABLES, "table") or not self._is_table(name, table):
                continue
            if name == "audience":
                found["formats_for"] = dict(self._audiences(table))
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

    def _value(self, wanted: _Key, key: str, value: object) -> Any:  # noqa: ANN401 - text or texts
        match value:
            case str() if wanted.choices and value not in wanted.choices:
                self._fail(key, f"{key}: expected {' or '.join(wanted.choices)}, found {value!r}")
            case str():
                return (value,) if wanted.many else value
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


def _place_in(message: str, text: str) -> tuple[int, int]:
    """Find the line and column in a message of TOML's reader; without one it means the end of the file."""
    found = re.search(r"line (\d+), column (\d+)", message)
    return (int(found[1]), int(found[2])) if found else (len(text.splitlines()), 0)
