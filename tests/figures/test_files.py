"""A drawing becomes the same file every time, as vectors and as dots."""

from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from support.drawings import texts
from support.specimen import MATRIX, SCALE, TIMELINE

from briefgen.figures import draw, png, svg
from briefgen.figures.drawing import Box, Dot, Drawing, Label, Line, Polygon
from briefgen.memo import Figure
from briefgen.theme import DEFAULT

FIGURES = pytest.mark.parametrize("figure", [TIMELINE, MATRIX, SCALE], ids=lambda figure: figure.kind)
EVERY_SHAPE = Drawing(
    60,
    40,
    (
        Line(0, 0, 60, 40, "#112233"),
        Line(0, 40, 60, 0, "#112233", dashed=True),
        Box(5, 5, 10, 10, "#445566", "#000000"),
        Dot(30, 20, 5, None, "#000000"),
        Polygon(((40, 10), (50, 10), (45, 20)), "#778899"),
        Label(5, 35, "a & b <c>", 8, "#000000", bold=True, anchor="start", language="uk"),
        Label(30, 35, "Мир", 8, "#000000", anchor="middle"),
        Label(60, 35, "λόγος", 8, "#000000", anchor="end"),
    ),
)


@FIGURES
def test_vectors_are_well_formed_and_hold_every_word(figure: Figure) -> None:
    drawing = draw(figure, DEFAULT, 450)

    root = ET.fromstring(svg(drawing))  # noqa: S314 - written by ourselves
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")] == texts(drawing)


@FIGURES
def test_dots_are_the_same_every_time_and_sharp_in_print(figure: Figure) -> None:
    drawing = draw(figure, DEFAULT, 450)
    picture = png(drawing)

    assert png(draw(figure, DEFAULT, 450)) == picture
    with Image.open(BytesIO(picture)) as image:
        assert image.size == (1800, round(drawing.height * 4))
        assert [round(dots) for dots in image.info["dpi"]] == [288, 288]


def test_every_shape_can_be_written() -> None:
    root = ET.fromstring(svg(EVERY_SHAPE))  # noqa: S314 - written by ourselves

    assert [child.tag.partition("}")[2] for child in root] == [
        *("line", "line", "rect", "circle", "polygon"),
        *("text", "text", "text"),
    ]
    with Image.open(BytesIO(png(EVERY_SHAPE))) as image:
        colours = {colour for _, colour in image.convert("RGB").getcolors(10_000) or ()}
    assert {(0x11, 0x22, 0x33), (0x44, 0x55, 0x66), (0x77, 0x88, 0x99), (255, 255, 255)} <= colours


def test_characters_of_xml_are_escaped() -> None:
    assert ">a &amp; b &lt;c&gt;</text>" in svg(EVERY_SHAPE)
