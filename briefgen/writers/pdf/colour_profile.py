"""The sRGB colour profile that PDF/A wants in the file, made here so that its bytes never change.

A matrix profile with the parametric curve of IEC 61966-2-1, in the format of ICC.1:2010 (version 4.2).
"""

import struct
from hashlib import md5

_TO_D50 = (1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678)
"""Bradford adaptation from D65, the white of sRGB, to D50, the white of profiles."""
_WHITE = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_HEADER, _ENTRY = 128, 12
"""Lengths in bytes."""


def srgb() -> bytes:
    """Make the profile."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _numbers(_CURVE)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("CC0"),
        b"wtpt": _xyz(_WHITE),
        b"chad": b"sf32" + bytes(4) + _numbers(_TO_D50),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    body = _body(tags)
    profile = _header(_HEADER + len(body)) + body
    return profile[:84] + _identifier(profile) + profile[100:]


def _header(size: int) -> bytes:
    """Describe a display profile; the date is a fixed one."""
    parts = (
        struct.pack(">I4xI", size, 0x04200000),
        b"mntrRGB XYZ ",
        struct.pack(">6H", 2000, 1, 1, 0, 0, 0),
        b"acsp",
        bytes(28),
        _numbers(_WHITE),
    )
    return b"".join(parts).ljust(_HEADER, b"\0")


def _body(tags: dict[bytes, bytes]) -> bytes:
    """Write the table of tags and their data; equal data stand once."""
    start = _HEADER + 4 + _ENTRY * len(tags)
    places: dict[bytes, int] = {}
    data = b""
    for tag in tags.values():
        if tag not in places:
            places[tag] = start + len(data)
            data += tag + bytes(-len(tag) % 4)
    entries = (name + struct.pack(">II", places[tag], len(tag)) for name, tag in tags.items())
    return struct.pack(">I", len(tags)) + b"".join(entries) + data


def _identifier(profile: bytes) -> bytes:
    """Give the MD5 of a profile without flags, intent and identifier (ICC.1:2010, 7.2.18)."""
    counted = profile[:44] + bytes(4) + profile[48:64] + bytes(4) + profile[68:84] + bytes(16) + profile[100:]
    return md5(counted, usedforsecurity=False).digest()


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", len(encoded), 28) + encoded


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(values)


def _numbers(values: tuple[float, ...]) -> bytes:
    """Spell numbers as the format does, in 65536ths."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)
