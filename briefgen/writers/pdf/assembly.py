"""Objects → the bytes of a file (ISO 32000-1, 7.5).

A tagged memo has hundreds of small objects. ReportLab's own way spells each at full length and lists it in a table,
which is more than half of the file; here all but the streams are packed, a few hundred together, and compressed.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import field
from hashlib import md5

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.pdfdoc import format as spelled

from briefgen.values import dataclass
from briefgen.writers.pdf.objects import LEVEL, RawStream

_TOGETHER = 250
"""Objects in one object stream; a reader unpacks them all to see one."""
_FREE, _PLAIN, _PACKED = 0, 1, 2
"""Kinds of entries in the cross-reference stream (Table 18)."""

Entry = tuple[int, int, int]
"""Kind; offset, or the number of the object stream; generation, or the place within the stream."""


@dataclass(slots=True)
class _File:
    parts: list[bytes] = field(default_factory=lambda: [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"])
    length: int = 15
    entries: dict[int, Entry] = field(default_factory=lambda: {0: (_FREE, 0, 65535)})

    def add(self, number: int, body: bytes) -> None:
        """Add an object as it is."""
        self.entries[number] = _PLAIN, self.length, 0
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body.rstrip(b"\n"))
        self.parts.append(part)
        self.length += len(part)

    def add_stream(self, number: int, content: bytes, entries: str) -> None:
        """Add a stream, compressed."""
        packed = zlib.compress(content, LEVEL)
        head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        self.add(number, head.encode() + packed + b"\nendstream")


def assembled(document: PDFDocument, root: str, information: str) -> bytes:
    """Write the objects of `document`; `root` and `information` are references to its catalogue and its `Info`."""
    file = _File()
    packed: list[tuple[int, bytes]] = []
    last = 0
    for number, body, is_stream in _objects(document):
        last = number
        if is_stream:
            file.add(number, body)
        else:
            packed.append((number, body))
    for start in range(0, len(packed), _TOGETHER):
        last += 1
        _pack(file, last, packed[start : start + _TOGETHER])
    _refer(file, last + 1, f"/Root {root} /Info {information}")
    return b"".join(file.parts)


def _objects(document: PDFDocument) -> Iterator[tuple[int, bytes, bool]]:
    """Give number and body of each object, and whether it is a stream; more may be added while they are spelled."""
    number = 1
    while number in document.numberToId:
        found = document.idToObject[document.numberToId[number]]
        yield number, spelled(found, document, toplevel=1), isinstance(found, (RawStream, PDFStream))
        number += 1


def _pack(file: _File, stream: int, objects: list[tuple[int, bytes]]) -> None:
    """Put objects into the object stream with the number `stream` (7.5.7)."""
    heads, offset = [], 0
    for place, (number, body) in enumerate(objects):
        heads.append(f"{number} {offset}")
        file.entries[number] = _PACKED, stream, place
        offset += len(body) + 1
    head = " ".join(heads).encode() + b"\n"
    content = head + b"\n".join(body for _, body in objects)
    file.add_stream(stream, content, f"/Type /ObjStm /N {len(objects)} /First {len(head)}")


def _refer(file: _File, number: int, trailer: str) -> None:
    """End the file with the stream that says where each object is (7.5.8); the identifier is that of the content."""
    start = file.length
    file.entries[number] = _PLAIN, start, 0
    table = b"".join(struct.pack(">BIH", *file.entries[entry]) for entry in range(number + 1))
    identifier = md5(b"".join(file.parts), usedforsecurity=False).hexdigest()
    described = f"/Type /XRef /Size {number + 1} /W [1 4 2] {trailer} /ID [<{identifier}> <{identifier}>]"
    file.add_stream(number, table, described)
    file.parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
