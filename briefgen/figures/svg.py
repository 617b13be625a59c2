"""Drawing → SVG 1.1, for the formats that hold vector pictures."""

from html import escape
from typing import assert_never

from briefgen.figures.drawing import Box, Dot, Drawing, Label, Line, Polygon, Shape

_FONTS = "'Noto Sans', 'Segoe UI', Arial, sans-serif"


def svg(drawing: Drawing) -> str:
    """Write `drawing` as one `svg` element; what it shows is told by whoever places it."""
    size = f'width="{_n(drawing.width)}pt" height="{_n(drawing.height)}pt"'
    box = f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} font-family="{_FONTS}">'
    return opening + "".join(_shape(shape) for shape in drawing.shapes) + "</svg>"


def _shape(shape: Shape) -> str:
    match shape:
        case Line(x1, y1, x2, y2, colour, width, dashed):
            dashes = ' stroke-dasharray="3 2"' if dashed else ""
            ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
            return f'<line {ends} stroke="{colour}" stroke-width="{_n(width)}"{dashes}/>'
        case Box(x, y, width, height, fill, stroke, stroke_width):
            sides = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"'
            return f"<rect {sides}{_paint(fill, stroke, stroke_width)}/>"
        case Dot(x, y, radius, fill, stroke, stroke_width):
            paint = _paint(fill, stroke, stroke_width)
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{paint}/>'
        case Polygon(points, fill, stroke, stroke_width):
            corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
            return f'<polygon points="{corners}"{_paint(fill, stroke, stroke_width)}/>'
        case Label():
            return _label(shape)
        case _:
            assert_never(shape)


def _label(label: Label) -> str:
    weight = ' font-weight="700"' if label.bold else ""
    ends = {"start": "end", "end": "start"} if label.right_to_left else {}
    placed = ends.get(label.anchor, label.anchor)
    anchor = "" if placed == "start" else f' text-anchor="{placed}"'
    direction = ' direction="rtl"' if label.right_to_left else ""
    language = f' xml:lang="{escape(label.language)}"' if label.language else ""
    place = f'x="{_n(label.x)}" y="{_n(label.y)}" font-size="{_n(label.size)}"'
    words = escape(label.text, quote=False)
    return f'<text {place} fill="{label.colour}"{weight}{anchor}{direction}{language}>{words}</text>'


def _paint(fill: str | None, stroke: str | None, width: float) -> str:
    outline = f' stroke="{stroke}" stroke-width="{_n(width)}"' if stroke else ""
    return f' fill="{fill or "none"}"{outline}'


def _n(number: float) -> str:
    """Spell a length shortly, and the same everywhere."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
