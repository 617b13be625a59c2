"""Pictures in dots have the exact colours of their drawing, and the same bytes every time."""

from io import BytesIO

from PIL import Image

from briefgen.figures import png
from briefgen.figures.drawing import Box, Drawing, Label, Line

DRAWING = Drawing(
    60,
    30,
    (
        Box(5, 5, 20, 10, "#1f3a5f"),
        Box(30, 5, 20, 10, "#f1f4f8", "#8c8c8c"),
        Line(0, 20, 60, 20, "#c4c4c4", 2),
        Label(0, 28, "Quota", 7, "#595959", bold=True),
    ),
)


def test_named_colours_stay_exact_and_the_ground_white() -> None:
    image = Image.open(BytesIO(png(DRAWING))).convert("RGB")
    points = {"ground": (4, 4), "filled": (60, 40), "pale": (160, 40), "edge": (120, 40), "line": (100, 80)}

    assert image.size == (240, 120)
    assert {name: image.getpixel(point) for name, point in points.items()} == {
        "ground": (255, 255, 255),
        "filled": (31, 58, 95),
        "pale": (241, 244, 248),
        "edge": (140, 140, 140),
        "line": (196, 196, 196),
    }


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert png(DRAWING) == png(DRAWING)
