"""`manifest.json`: which files briefgen wrote into a folder, and what each was made from.

Ingredients that many files share are spelled out once, by their SHA-256.
While files are made, each adds a line to a journal; a line that a crash cut off is no line.
The same files make the same manifest: it is sorted and knows no clock.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from typing import Any

from briefgen.provenance import Ingredients, Made, Parts
from briefgen.values import dataclass

NAME = "manifest.json"
BEFORE = ".briefgen.json"
"""Where earlier versions kept file name → SHA-256."""
SCHEMA = "briefgen/manifest@1"
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading raises for a file that is no manifest of ours."""


_FIELDS = tuple(one.name for one in fields(Made))


@dataclass(slots=True)
class Manifest:
    """What is known of the files of a folder, by their paths in it."""

    files: dict[str, Made] = field(default_factory=dict)
    groups: dict[str, Parts] = field(default_factory=dict)
    records: dict[str, Parts] = field(default_factory=dict)
    """SHA-256 of a record's group of ingredients → what follows from it, so that it need not be read again."""

    def ingredients(self, made: Made) -> Mapping[str, Parts]:
        """Spell out what a file was made from."""
        return {kind: self.groups.get(sha256, {}) for kind, sha256 in made.ingredients.items()}

    def add(self, name: str, made: Made, ingredients: Ingredients | None) -> tuple[str, ...]:
        """Take in a file, and give the lines of the journal that say so."""
        groups = ingredients.groups.values() if ingredients else ()
        new = {group.sha256: group.parts for group in groups if group.sha256 not in self.groups}
        self.groups |= new
        self.files[name] = made
        told: list[dict[str, Any]] = [{"group": sha256, "parts": dict(parts)} for sha256, parts in new.items()]
        record = made.ingredients.get("record", "")
        if ingredients and ingredients.told and record not in self.records:
            self.records[record] = ingredients.told
            told.append({"record": record, "told": dict(ingredients.told)})
        return tuple(json.dumps(line, sort_keys=True) for line in (*told, {"file": name, "made": _told(made)}))

    def replay(self, lines: Iterable[str]) -> None:
        """Take in what a journal says, as far as it can be read."""
        for line in lines:
            try:
                told = json.loads(line)
                if "file" in told:
                    self.files[_text(told["file"])] = _made(told["made"])
                elif "record" in told:
                    self.records[_text(told["record"])] = _texts(told["told"])
                else:
                    self.groups[_text(told["group"])] = _texts(told["parts"])
            except _BROKEN:
                continue

    def only(self, names: Iterable[str]) -> "Manifest":
        """Give what is known of some of the files."""
        return Manifest({name: self.files[name] for name in names}, self.groups, self.records)

    def join(self, other: "Manifest") -> None:
        """Take in what `other` knows; where both know a file, `other` is newer."""
        self.files |= other.files
        self.groups |= other.groups
        self.records |= other.records

    def spelled(self) -> bytes:
        """Write the manifest, without ingredients that no file has any more."""
        used = {sha256 for made in self.files.values() for sha256 in made.ingredients.values()}
        parts = (
            _spelled("files", {name: _told(made) for name, made in self.files.items()}),
            _spelled("ingredients", {sha256: parts for sha256, parts in self.groups.items() if sha256 in used}),
            _spelled("records", {sha256: parts for sha256, parts in self.records.items() if sha256 in used}),
            f' "schema": {json.dumps(SCHEMA)}',
        )
        text = "{\n" + ",\n".join(parts) + "\n}\n"
        return text.encode("utf-8", "backslashreplace")  # names that are not UTF-8 become escapes of JSON


def parse_manifest(data: bytes) -> Manifest | None:
    """Read a manifest; None for a file that is none of briefgen's."""
    try:
        told = json.loads(data)
        if told["schema"] != SCHEMA:
            return None
        groups: dict[str, Parts] = {sha256: _texts(parts) for sha256, parts in told["ingredients"].items()}
        records: dict[str, Mapping[str, str]] = {name: _texts(one) for name, one in told.get("records", {}).items()}
        return Manifest({name: _made(made) for name, made in told["files"].items()}, groups, records)
    except _BROKEN:
        return None


def parse_older(data: bytes) -> Manifest:
    """Read the list that earlier versions kept; a damaged one lists nothing."""
    try:
        return Manifest({str(name): Made(str(sha256)) for name, sha256 in dict(json.loads(data)).items()})
    except _BROKEN:
        return Manifest()


def _spelled(name: str, entries: Mapping[str, Mapping[str, Any]]) -> str:
    """Give each entry a line, which is quick, and can be compared line by line."""
    spell = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
    lines = ",\n".join(f"  {spell(key)}: {spell(dict(entries[key]))}" for key in sorted(entries))
    return f' "{name}": {{\n{lines}\n }}' if lines else f' "{name}": {{}}'


def _told(made: Made) -> dict[str, Any]:
    """Leave out what is not known, such as the record of a file from an earlier version."""
    return {name: value for name in _FIELDS if (value := getattr(made, name))}


def _made(told: dict[str, Any]) -> Made:
    """Read what is said of a file; `TypeError` for what is of another kind than it should be."""
    plain = {one.name for one in fields(Made)} - {"ingredients", "read_back"}
    known = {name: _text(value) for name, value in told.items() if name in plain}
    ingredients = _texts(told.get("ingredients", {}))
    return Made(**known, ingredients=ingredients, read_back=told.get("read_back") is True)


def _texts(told: dict[str, Any]) -> dict[str, str]:
    return {_text(name): _text(value) for name, value in told.items()}


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError
    return told
