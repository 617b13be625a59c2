"""PNG → image of a PDF; its compressed dots are taken as they are (ISO 32000-1, 7.4.4.4 and 8.9.5)."""

import struct
from collections.abc import Iterator

from briefgen.writers.pdf.objects import RawStream

_SIGNATURE = 8
"""Bytes at the start of each PNG."""
_RGB = (8, 2, 0, 0, 0)
"""Bits of a colour, red green blue, and the only methods of packing, filtering and interlacing that are meant here."""


def image(png: bytes) -> RawStream:
    """Make an image of a PNG as `briefgen.pictures` makes them; others have no place in a PDF/A without a change."""
    chunks = list(_chunks(png))
    width, height, *made = struct.unpack(">IIBBBBB", chunks[0][1])
    if tuple(made) != _RGB:
        message = "the PNG is not plain RGB; briefgen.pictures makes it so"
        raise ValueError(message)
    entries = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        f"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns {width} >>"
    )
    return RawStream(b"".join(data for kind, data in chunks if kind == b"IDAT"), entries, compressed=False)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the kind and the content of each part of a PNG."""
    position = _SIGNATURE
    while position < len(png):
        length, kind = struct.unpack(">I4s", png[position : position + 8])
        yield kind, png[position + 8 : position + 8 + length]
        position += length + 12
