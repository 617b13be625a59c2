"""Read YAML 1.2 (and so JSON) as nodes that know their line and column, and decide nothing about types.

A scalar stays the text that was written: `NO`, `on`, `12:30`, `3.10` and `08` are turned into something only by the
field that expects it, so the traps of YAML 1.1 cannot spring.
Nodes are built from the parser's events with a stack of our own: no depth of nesting can exhaust Python's.
"""

import re
from typing import Any, TypeAlias

import yaml

from briefgen.article.yaml_syntax import MOST_DEPTH, TOO_DEEP, syntax
from briefgen.errors import RecordError
from briefgen.notices import Notice, Place
from briefgen.values import dataclass

MOST_BYTES = 5_000_000
"""Larger than any record; a larger file is something else, or an attack."""
MOST_NODES = 200_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_NO_RECORDS = {
    b"%pdf-": "a PDF",
    b"pk\x03\x04": "a Word document or another archive",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as it was written."""

    text: str
    place: Place
    quoted: bool

    @property
    def is_null(self) -> bool:
        """Whether it says that there is nothing, as in the core schema of YAML 1.2 (§10.3.2)."""
        return not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file."""

    items: "tuple[tuple[Scalar, Node], ...]"
    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping


def read_yaml(data: bytes, file: str) -> Node:
    """Read the one document in `data`; `RecordError` says what stands in the way."""
    text = _decoded(data, file)
    builder = _Builder(file)
    try:
        builder.take_all(_Loader(text))
    except yaml.MarkedYAMLError as error:
        raise RecordError(syntax(error, text, file)) from error
    except yaml.YAMLError as error:
        raise RecordError(Notice("error", "REC02", f"not YAML: {error}", Place(file))) from error
    if builder.notices:
        raise RecordError(*builder.notices)
    if builder.root is None:
        raise RecordError.of("REC01", "the file is empty", place=Place(file), hint="briefgen init writes an example")
    return builder.root


def replaced(root: Node, path: tuple[str, ...], value: Node) -> Node:
    """Give `root` with the value at `path` replaced or added: names of fields, and numbers of items counted from 0."""
    if not path:
        return value
    name, *rest = path
    if isinstance(root, Sequence):
        return _replaced_item(root, name, tuple(rest), value)
    items = root.items if isinstance(root, Mapping) else ()
    inner = next((node for key, node in items if key.text == name), Scalar("", value.place, quoted=False))
    changed = replaced(inner, tuple(rest), value)
    if any(key.text == name for key, _ in items):
        return Mapping(tuple((key, changed if key.text == name else node) for key, node in items), root.place)
    return Mapping((*items, (Scalar(name, value.place, quoted=False), changed)), root.place)


def _replaced_item(root: Sequence, name: str, rest: tuple[str, ...], value: Node) -> Sequence:
    if not name.isdecimal() or int(name) >= len(root.items):
        last = len(root.items) - 1
        message = f"{name!r} is no item of this list; they are counted from 0 to {last}" if root.items else "no items"
        raise RecordError.of("REC11", message, place=value.place)
    changed = replaced(root.items[int(name)], rest, value)
    return Sequence((*root.items[: int(name)], changed, *root.items[int(name) + 1 :]), root.place)


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        message = f"the file has {len(data):,} bytes, more than the {MOST_BYTES:,} that a record may have"
        raise RecordError.of("REC01", message, place=Place(file))
    if what := _no_text(data):
        hint = "if this is the article itself, begin with briefgen draft and its name"
        raise RecordError.of("REC01", f"the file is {what}, and no record", place=Place(file), hint=hint)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RecordError.of("REC01", "the file is UTF-16", place=Place(file, 1), hint="save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file, data.count(b"\n", 0, error.start) + 1)
        message = f"the file is not UTF-8: byte {data[error.start]:#04x} at offset {error.start}"
        raise RecordError.of("REC01", message, place=place, hint="save it as UTF-8") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _CONTROL.search(text)
    if found:
        before = text[: found.start()]
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        hint = "save it as UTF-8" if found[0] == "\0" else "delete it"
        raise RecordError.of("REC01", f"a control character, U+{ord(found[0]):04X}", place=place, hint=hint)
    return _SURROGATES.sub(_joined_surrogates, text) if text.lstrip().startswith(("{", "[")) else text


def _no_text(data: bytes) -> str:
    """Tell by its first bytes what an article comes as that was given instead of its record; empty for a text."""
    start = data[:256].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((what for first, what in _NO_RECORDS.items() if start.startswith(first)), "")


def _joined_surrogates(pair: re.Match[str]) -> str:
    """Write JSON's pair of escapes for one character as the one that YAML knows."""
    high, low = (int(half, 16) for half in pair.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"


class _Builder:
    """Makes nodes of events; `stack` holds the lists and mappings that are still open, as lists of their parts."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.stack: list[tuple[list[Node], Place, bool]] = []
        self.notices: list[Notice] = []
        self.documents = self.nodes = 0
        self.root: Node | None = None

    def take_all(self, parser: Any) -> None:  # noqa: ANN401 - libyaml's, or the one in Python
        """Take the events of a file; most are scalars."""
        try:
            while (event := parser.get_event()) is not None:
                if type(event) is yaml.ScalarEvent:
                    place = self.place(event)
                    if event.anchor or event.tag:
                        self.check(event, place)
                    self.add(Scalar(event.value.strip(), place, bool(event.style)))
                else:
                    self.take(event)
        finally:
            parser.dispose()

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                place = self.place(event)
                self.check(event, place)
                if len(self.stack) >= MOST_DEPTH:
                    raise RecordError.of("REC02", TOO_DEEP, place=place)
                self.stack.append(([], place, isinstance(event, yaml.MappingStartEvent)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                parts, start, is_mapping = self.stack.pop()
                self.add(self.mapping(parts, start) if is_mapping else Sequence(tuple(parts), start))
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.fail("a second document begins here; a record is one document", self.place(event))
            case yaml.AliasEvent(anchor=anchor):
                place = self.place(event)
                self.fail(f"an alias, *{anchor}", place, "write the value out: records have no anchors")
                self.add(Scalar("", place, quoted=False))
            case _:
                pass

    def place(self, event: yaml.Event) -> Place:
        mark: Any = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def check(self, event: "yaml.ScalarEvent | yaml.CollectionStartEvent", place: Place) -> None:
        if event.anchor:
            self.fail(f"an anchor, &{event.anchor}", place, "write the value out: records have no anchors")
        if event.tag and event.tag != "!":
            self.fail(f"a tag, {event.tag}", place, "delete it: each field knows what it expects")

    def fail(self, message: str, place: Place, hint: str = "") -> None:
        self.notices.append(Notice("error", "REC02", message, place, hint))

    def add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise RecordError.of("REC02", f"more than {MOST_NODES:,} values", place=node.place)
        if self.stack:
            self.stack[-1][0].append(node)
        elif self.documents <= 1:
            self.root = node

    def mapping(self, parts: list[Node], place: Place) -> Mapping:
        seen: dict[str, Place] = {}
        items = []
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            match key:
                case Scalar(text):
                    if text in seen:
                        self.fail(f"{text!r} stands twice, first in line {seen[text].line}", key.place)
                    seen.setdefault(text, key.place)
                    items.append((key, value))
                case _:
                    self.fail("a field name is a word, not a list", key.place)
        return Mapping(tuple(items), place)
