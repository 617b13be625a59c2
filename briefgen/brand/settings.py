"""Tables of settings, from the project file or from a file of their own → a brand, with all that is wrong with them."""

from collections.abc import Iterator
from dataclasses import field, fields
from pathlib import PurePosixPath
from typing import Any

from briefgen.brand import FILES, Brand
from briefgen.brand.tables import Settings
from briefgen.brand.wrongs import wrongs
from briefgen.nearest import meant_or_known
from briefgen.notices import Notice
from briefgen.values import dataclass

_KINDS = {one.name: type(getattr(Brand(), one.name)).__name__ for one in fields(Brand)}
_EXPECTED = {"str": "text", "tuple": "a list of texts", "dict": "names with a text for each"}


def read_brand(tables: tuple[Settings, ...], families: tuple[str, ...]) -> tuple[Brand, tuple[Notice, ...]]:
    """Read a brand from tables of which the first outweighs the second; `families` are the fonts at hand.

    With notices the brand is of no use.
    """
    reader = _Reader()
    found: dict[str, Any] = {}
    for table in tables:
        for key, value in reader.values(table):
            found[key] = value | found.get(key, {}) if isinstance(value, dict) else found.get(key, value)
    if not reader.notices:
        brand = Brand(**found)
        reader.notices += [
            Notice("error", wrong.code, wrong.message, _holder(tables, wrong.path).place(wrong.path), wrong.hint)
            for wrong in wrongs(brand, families)
        ]
    return (Brand() if reader.notices else brand), tuple(reader.notices)


@dataclass(slots=True)
class _Reader:
    notices: list[Notice] = field(default_factory=list)

    def values(self, table: Settings) -> Iterator[tuple[str, Any]]:
        """Give the settings of a table that are of the kind that their keys want."""
        for key, value in table.values.items():
            if key not in _KINDS:
                self._fail(table, key, f"{key!r} is no key of {table.name}", meant_or_known(key, _KINDS))
                continue
            read = _read(value, _KINDS[key])
            if read is None:
                self._fail(table, key, f"{key}: expected {_EXPECTED[_KINDS[key]]}, found {value!r}")
            else:
                yield key, _from(table.folder, read) if key in FILES else read

    def _fail(self, table: Settings, key: str, message: str, hint: str = "") -> None:
        self.notices.append(Notice("error", "CFG02", message, table.place((key,)), hint))


def _read(value: Any, kind: str) -> Any:  # noqa: ANN401 - text, texts or names, as `kind` says
    """Give a value of `kind`; None if it is of another."""
    match kind, value:
        case "str", str():
            return value
        case "tuple", str():
            return (value,)
        case "tuple", [*texts] if all(isinstance(text, str) for text in texts):
            return tuple(texts)
        case "dict", dict() if all(isinstance(text, str) for text in value.values()):
            return value
        case _:
            return None


def _from(folder: str, value: Any) -> Any:  # noqa: ANN401 - a text or texts
    """Name files from the project's folder that were named from another."""
    if isinstance(value, tuple):
        return tuple(_from(folder, one) for one in value)
    return str(PurePosixPath(folder) / value) if folder and value else value


def _holder(tables: tuple[Settings, ...], path: tuple[str, ...]) -> Settings:
    """Give the table in which a setting stands."""
    return next((table for table in tables if table.holds(path)), tables[0])
