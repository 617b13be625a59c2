"""Pictures from outside → PNG as every format takes it: RGB, opaque, of a sensible size, nothing else inside.

Comments, colour profiles, places and names that cameras and programs leave in a file do not get through.
"""

import re
from io import BytesIO
from typing import TYPE_CHECKING

from briefgen.values import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST = 5_000_000
"""Bytes of a file."""
_MOST_DOTS = 40_000_000
"""Of a picture before it is made smaller; more is an attack on memory."""
_WIDEST = 1600
"""Dots of a side; enough for a third of a page at 600 dots an inch."""
_VECTOR = b"<"
_OUTSIDE = re.compile(rb"""href\s*=\s*["'](?!#|data:image/(?:png|jpeg)[;,])""", re.IGNORECASE)
"""A reference in an SVG to anything but a part or a bitmap within it."""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """A picture that can be put into a memo."""

    png: bytes
    width: int
    """In dots."""
    height: int


def bitmap(data: bytes) -> Bitmap:
    """Make a bitmap of a PNG, JPEG or SVG file; `ValueError` says in a few words why that cannot be."""
    if len(data) > _LARGEST:
        raise ValueError(f"the file has {len(data):,} bytes, more than the {_LARGEST:,} that a picture may have")
    picture = _opened(_drawn(data) if data.lstrip().startswith(_VECTOR) else data)
    picture.thumbnail((_WIDEST, _WIDEST))
    target = BytesIO()
    _flat(picture).save(target, "PNG", optimize=True)
    return Bitmap(target.getvalue(), picture.width, picture.height)


def _drawn(svg: bytes) -> bytes:
    """Draw an SVG as large as a letterhead needs; one that reaches for other files is refused."""
    try:
        import resvg_py
    except ImportError as error:
        message = 'an SVG needs the extra svg: pip install "briefgen[svg]"'
        raise ValueError(message) from error
    if _OUTSIDE.search(svg):
        raise ValueError("the SVG refers to another file; put that into it")
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), width=_WIDEST, skip_system_fonts=True))
    except (ValueError, UnicodeDecodeError) as error:
        raise ValueError("the SVG cannot be drawn") from error


def _opened(data: bytes) -> "Image":
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        if picture.width * picture.height > _MOST_DOTS:
            raise ValueError(f"the picture has {picture.width} × {picture.height} dots, more than fit into memory")
        picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("not a PNG, JPEG or SVG that can be read") from error
    return picture


def _flat(picture: "Image") -> "Image":
    """Lay a picture on white paper."""
    from PIL import Image

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "#ffffff")
    return Image.alpha_composite(paper, seen).convert("RGB")
