"""Read a tagged PDF as a screen reader does: the text of its structure tree, in the order of the tree.

Independent of what wrote it: text comes from the content streams through each font's ToUnicode map.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypeAlias

import pikepdf

from briefgen.memo import Meta

_INLINE = frozenset({"Span", "Link", "Reference"})
_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"})

Place: TypeAlias = tuple[int, int]
"""A page, counted from 0, and an MCID on it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element."""

    role: str
    kids: "tuple[Node | str, ...]"
    """Text where the element has content of its own."""
    alt: str = ""
    actual: str = ""
    language: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    links: int = 0
    """Annotations that belong to it."""

    def all(self, role: str) -> "Iterator[Node]":
        """Give the elements of a role, itself included, in reading order."""
        if self.role == role:
            yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.all(role)

    def attribute(self, name: str) -> str:
        """Give an attribute as its PDF name, or nothing."""
        return dict(self.attributes).get(name, "")

    @property
    def text(self) -> str:
        """What is read, numbers and bullets of lists included."""
        inside = self.actual or "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)
        return inside if self.role in _INLINE else f" {inside} "


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a file."""

    root: Node
    untagged: int
    """Painting operators outside marked content."""
    orphans: int
    """Pieces of marked content that no element owns."""
    pages: int

    @property
    def outline(self) -> tuple[str, ...]:
        """The roles right below the document."""
        return tuple(kid.role for kid in self.root.kids if isinstance(kid, Node))


def read(data: bytes) -> Reading:
    """Read a file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        shown: dict[Place, str] = {}
        untagged = 0
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        for number, page in enumerate(pdf.pages):
            found = _Page(page)
            shown |= {(number, mcid): text for mcid, text in found.texts.items()}
            untagged += found.untagged
        walk = _Walk(numbers, shown)
        root = walk.node(pdf.Root.StructTreeRoot.K, None)
        return Reading(root, untagged, len(shown.keys() - walk.used), len(numbers))


def wording_of(reading: Reading, meta: Meta) -> str:
    """Give the memo's words: without what is announced first, numbers of lists and paragraphs, and drawings."""
    announced = (meta.banner is not None) + bool(meta.stamp)
    words = (_worded(kid) for kid in reading.root.kids[announced:] if isinstance(kid, Node))
    return " ".join("".join(words).split())


def _worded(node: Node) -> str:
    if node.role == "Lbl":
        return ""
    if node.attribute("ListNumbering") == "/None":
        return node.text
    kids = (kid for kid in node.kids if not (node.role == "Figure" and isinstance(kid, str)))
    inside = node.actual or "".join(kid if isinstance(kid, str) else _worded(kid) for kid in kids)
    return inside if node.role in _INLINE else f" {inside} "


class _Page:
    """The text of each MCID of a page."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.texts: dict[int, str] = {}
        self.untagged = 0
        fonts = {name: _unicodes(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
        unicodes: dict[int, str] = {}
        marks: list[int | None] = []
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = list(instruction.operands), str(instruction.operator)
            if operator in {"BDC", "BMC"}:
                marks.append(self._mark(operands))
            elif operator == "EMC":
                marks.pop()
            elif operator == "Tf":
                unicodes = fonts[str(operands[0])]
            elif operator in _SHOWING | _PAINTING and not marks:
                self.untagged += 1
            elif operator in _SHOWING and marks[-1] is not None:
                self.texts[marks[-1]] += _shown(operands, unicodes)

    def _mark(self, operands: Sequence[Any]) -> int | None:
        if str(operands[0]) == "/Artifact" or len(operands) == 1 or "/MCID" not in operands[1]:
            return None
        mcid = int(operands[1]["/MCID"])
        assert mcid not in self.texts
        self.texts[mcid] = ""
        return mcid


@dataclass(slots=True)
class _Walk:
    pages: dict[tuple[int, int], int]
    shown: dict[Place, str]
    used: set[Place] = field(default_factory=set)

    def node(self, element: pikepdf.Object, page: pikepdf.Object | None) -> Node:
        inside = [self._kid(kid, page) for kid in element.get("/K", pikepdf.Array())]
        given: dict[str, Any] = dict(element.get("/A", pikepdf.Dictionary()).items())
        return Node(
            str(element.S)[1:],
            tuple(kid for kid in inside if kid is not None),
            str(element.get("/Alt", "")),
            str(element.get("/ActualText", "")),
            str(element.get("/Lang", "")),
            tuple((key[1:], str(value)) for key, value in given.items() if not isinstance(value, pikepdf.Array)),
            sum(kid is None for kid in inside),
        )

    def _kid(self, entry: pikepdf.Object, page: pikepdf.Object | None) -> Node | str | None:
        if not isinstance(entry, pikepdf.Dictionary):
            assert page is not None
            return self._content(page, int(entry))
        if entry.get("/Type") == "/OBJR":
            return None
        if entry.get("/Type") == "/MCR":
            return self._content(entry.Pg, int(entry.MCID))
        return self.node(entry, entry.get("/Pg", page))

    def _content(self, page: pikepdf.Object, mcid: int) -> str:
        place = self.pages[page.objgen], mcid
        assert place not in self.used
        self.used.add(place)
        return self.shown[place]


def _shown(operands: Sequence[Any], unicodes: dict[int, str]) -> str:
    parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[-1]]
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(unicodes[int.from_bytes(codes[n : n + 2], "big")] for n in range(0, len(codes), 2))


def _unicodes(font: pikepdf.Object) -> dict[int, str]:
    """Read the ToUnicode map of a font with codes of two bytes."""
    source = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for number in range(int(first, 16), int(last, 16) + 1):
                found[number] = chr(int(text, 16) + number - int(first, 16))
    return found
