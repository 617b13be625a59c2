"""Drawing → PNG, for readers that know no vector picture."""

from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, assert_never

from briefgen.figures.drawing import Box, Dot, Drawing, Label, Line, Polygon, Shape
from briefgen.resources import FontFile, FontFiles, reserve_for
from briefgen.theme import DEFAULT, Theme

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SCALE = 4
"""Dots in a point: 288 dots per inch, sharp in print."""
_SHADES = 8
"""Steps in which the edge of a shape or letter fades into white."""
_STEPS = range(1, _SHADES)
_MOST_COLOURS = 256 // _SHADES
_APART = 12
_WHITE = (255, 255, 255)
_REGULAR, _BOLD = 400, 700
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png(drawing: Drawing, theme: Theme = DEFAULT) -> bytes:
    """Paint `drawing` on white, at 288 dots per inch; same drawing, same bytes."""
    return _png(drawing, theme.fonts)


@lru_cache(maxsize=16)
def _png(drawing: Drawing, fonts: FontFiles) -> bytes:
    """Paint a drawing; memos of one record for several audiences have some in common."""
    from PIL import Image, ImageDraw

    size = max(1, round(drawing.width * SCALE)), max(1, round(drawing.height * SCALE))
    image = Image.new("RGB", size, "#ffffff")
    brush = ImageDraw.Draw(image)
    for shape in drawing.shapes:
        _paint(brush, shape, fonts)
    target = BytesIO()
    few = image.quantize(palette=_palette(drawing), dither=Image.Dither.NONE)
    few.save(target, "PNG", dpi=(72 * SCALE, 72 * SCALE))
    return target.getvalue()


def _palette(drawing: Drawing) -> "Image":
    """Give an image with the colours of `drawing` and their shades: named colours stay exact, and files small.

    Pillow looks colours up in steps of 4, so a shade must not come near a named colour.
    """
    from PIL import Image, ImageColor

    named = dict.fromkeys(colour for shape in drawing.shapes for colour in _colours(shape) if colour)
    exact = [_WHITE, *(ImageColor.getrgb(colour)[:3] for colour in named)][:_MOST_COLOURS]
    shades = (tuple(255 - (255 - part) * step // _SHADES for part in colour) for colour in exact for step in _STEPS)
    apart = (shade for shade in shades if all(_distance(shade, colour) >= _APART for colour in exact))
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in (*exact, *apart) for part in colour])
    return palette


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _colours(shape: Shape) -> tuple[str | None, ...]:
    match shape:
        case Line() | Label():
            return (shape.colour,)
        case Box() | Dot() | Polygon():
            return shape.fill, shape.stroke
        case _:
            assert_never(shape)


def _paint(brush: "ImageDraw", shape: Shape, fonts: FontFiles) -> None:
    match shape:
        case Line():
            _paint_line(brush, shape)
        case Box(x, y, width, height, fill, stroke, stroke_width):
            corners = _dots(x, y, x + width, y + height)
            brush.rectangle(corners, fill, stroke, _thick(stroke_width))
        case Dot(x, y, radius, fill, stroke, stroke_width):
            corners = _dots(x - radius, y - radius, x + radius, y + radius)
            brush.ellipse(corners, fill, stroke, _thick(stroke_width))
        case Polygon(points, fill, stroke, stroke_width):
            brush.polygon([(x * SCALE, y * SCALE) for x, y in points], fill, stroke, _thick(stroke_width))
        case Label():
            _paint_label(brush, shape, fonts)
        case _:
            assert_never(shape)


def _paint_line(brush: "ImageDraw", line: Line) -> None:
    (x1, y1, x2, y2), width = _dots(line.x1, line.y1, line.x2, line.y2), _thick(line.width)
    if not line.dashed:
        brush.line((x1, y1, x2, y2), line.colour, width)
        return
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1)
    for start in range(0, int(length), 5 * SCALE):
        part, rest = start / length, min(start + 3 * SCALE, length) / length
        ends = (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part, x1 + (x2 - x1) * rest, y1 + (y2 - y1) * rest)
        brush.line(ends, line.colour, width)


def _dots(*points: float) -> tuple[float, ...]:
    return tuple(point * SCALE for point in points)


def _thick(width: float) -> int:
    return max(1, round(width * SCALE))


def _paint_label(brush: "ImageDraw", label: Label, fonts: FontFiles) -> None:
    """Paint words; those of a script that has a font of its own are set in it, their letters joined."""
    weight = _BOLD if label.bold else _REGULAR
    reserve = next((found for letter in label.text if (found := reserve_for(letter, weight))), None)
    file = reserve or (fonts.bold if label.bold else fonts.regular)
    face = _face(file, label.size, joined=reserve is not None)
    direction = "rtl" if label.right_to_left and reserve and _joins() else None
    place, anchor = (label.x * SCALE, label.y * SCALE), _ANCHORS[label.anchor]
    if direction and label.anchor == "end":  # Pillow measures the first letter of such words at the wrong side
        place, anchor = (place[0] - face.getlength(label.text, direction=direction), place[1]), _ANCHORS["start"]
    brush.text(place, label.text, label.colour, face, anchor, direction=direction)


@lru_cache(maxsize=16)
def _face(file: FontFile, size: float, *, joined: bool) -> "FreeTypeFont":
    """Open a face; to set the axes of a variable font costs more than all the letters of a drawing."""
    from PIL import ImageFont

    engine = ImageFont.Layout.RAQM if joined and _joins() else ImageFont.Layout.BASIC
    face = ImageFont.truetype(str(file.path), size * SCALE, file.index, layout_engine=engine)
    try:
        axes = face.get_variation_axes()
    except OSError:  # a font without axes
        return face
    face.set_variation_by_axes([file.weight if axis["name"] == b"Weight" else axis["default"] or 0 for axis in axes])
    return face


@cache
def _joins() -> bool:
    """Tell whether Pillow came with the library that joins letters."""
    from PIL import features

    return bool(features.check("raqm"))
