"""Spoil files as a fuzzer does, with an eye for what they are made of: lines, tokens, and the parts of a Word file."""

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import Literal, NamedTuple

Kind = Literal["cut", "insert", "double", "repeat", "swap", "byte", "end"]
KINDS: tuple[Kind, ...] = ("cut", "insert", "double", "repeat", "swap", "byte", "end")
TOKENS = (
    *(
        b"{{",
        b"}}",
        b"{%",
        b"%}",
        b"{#",
        b"- ",
        b": ",
        b"\n",
        b"\r\n",
        b"  ",
        b"\t",
        b'"',
        b"'",
        b"[",
        b"]",
        b"{",
        b"}",
    ),
    *(b"&a ", b"*a ", b"!!python/object ", b"<<: ", b"? ", b"| ", b"> ", b"---\n", b"...", b"#", b"\\", b"\\u0000"),
    *(
        b"\x00",
        b"\xff",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xae",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x98\x80",
        b"e\xcc\x81",
    ),
    *(
        b"9" * 50,
        b"-1",
        b"0",
        b"1e999",
        b"NaN",
        b"null",
        b"true",
        b"2025-13-40",
        b"0001-01-01T00:00+14:00",
        b"2025/2026/1",
    ),
    *(
        b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
        b"<a",
        b"</",
        b"/>",
        b"&#x0;",
        b"&b;",
        b"<!--",
        b"<w:p>",
    ),
    *(b"](", b"![", b"[^1]", b"[@a]", b"**", b"`", b"|", b"../", b"/", b"=", b",", b";", b"@", b"a" * 3000, b"(" * 500),
)
"""What means something to one of the readers."""


class Move(NamedTuple):
    """One thing to do to a file; places are parts of 10,000 of its length."""

    kind: Kind
    place: int
    other: int
    token: int


def mutated(data: bytes, moves: Iterable[Move]) -> bytes:
    """Do the moves one after the other: to the bytes, or within the parts of a ZIP file."""
    for move in moves:
        data = _in_a_part(data, move) if data.startswith(b"PK\x03\x04") and move.token % 8 else _moved(data, move)
    return data


def _moved(data: bytes, move: Move) -> bytes:
    first, last = sorted(len(data) * place // 10_000 for place in (move.place, move.other))
    near = min(last, first + 40)
    match move.kind:
        case "cut":
            return data[:first] + data[near:]
        case "insert":
            return data[:first] + TOKENS[move.token % len(TOKENS)] + data[first:]
        case "double":
            return data[:near] + data[first:near] + data[near:]
        case "repeat":
            return data[:first] + data[first:near] * 50 + data[near:]
        case "swap":
            lines = data.split(b"\n")
            one, two = move.place * len(lines) // 10_001, move.other * len(lines) // 10_001
            lines[one], lines[two] = lines[two], lines[one]
            return b"\n".join(lines)
        case "byte":
            return data[:first] + bytes([move.token % 256]) + data[first + 1 :]
        case "end":
            return data[:last]


def _in_a_part(data: bytes, move: Move) -> bytes:
    """Spoil one part of a ZIP file, which stays one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {part.filename: package.read(part) for part in package.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return _moved(data, move)
    if not parts:
        return data
    name = sorted(parts)[(move.token // 8) % len(parts)]
    parts[name] = _moved(parts[name], move)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(zipfile.ZipInfo(part), content)
    return target.getvalue()
