"""Pictures from outside → PNG as every format takes it: RGB, opaque, of a sensible size, nothing else inside.

Comments, colour profiles, places and names that cameras and programs leave in a file do not get through.
"""

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from briefgen.svg import drawn
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
    picture = _opened(drawn(data, _WIDEST) if data.lstrip().startswith(_VECTOR) else data)
    picture.thumbnail((_WIDEST, _WIDEST))
    target = BytesIO()
    _flat(picture).save(target, "PNG", optimize=True)
    return Bitmap(target.getvalue(), picture.width, picture.height)


def _opened(data: bytes) -> "Image":
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        if picture.width * picture.height > _MOST_DOTS:
            raise ValueError(f"the picture has {picture.width} × {picture.height} dots, more than fit into memory")
        picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValueError("the picture has more dots than fit into memory") from error
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
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
