"""For readers who begin at the right a figure is turned round, its words are not."""

from io import BytesIO

import pytest
from PIL import Image
from support.specimen import MATRIX, SCALE, TIMELINE

from briefgen.figures import draw, png, svg
from briefgen.figures.drawing import Box, Drawing, Label, Line, Polygon, mirrored
from briefgen.memo import Figure
from briefgen.theme import DEFAULT

DRAWING = Drawing(
    100,
    20,
    (
        Line(0, 5, 30, 5, "#000000"),
        Box(10, 0, 20, 10),
        Polygon(((0, 0), (5, 5), (0, 10))),
        Label(10, 8, "مايو", 7, "#000000"),
        Label(50, 8, "%", 7, "#000000", anchor="middle"),
    ),
)


def test_every_shape_changes_its_side() -> None:
    assert mirrored(DRAWING).shapes == (
        Line(100, 5, 70, 5, "#000000"),
        Box(70, 0, 20, 10),
        Polygon(((100, 0), (95, 5), (100, 10))),
        Label(90, 8, "مايو", 7, "#000000", anchor="end", right_to_left=True),
        Label(50, 8, "%", 7, "#000000", anchor="middle", right_to_left=True),
    )


def test_an_svg_anchors_such_words_where_they_begin() -> None:
    words = svg(mirrored(DRAWING)).partition("<text")[2]

    assert words.startswith(' x="90" y="8" font-size="7" fill="#000000" direction="rtl">مايو</text>')


@pytest.mark.parametrize("figure", [TIMELINE, MATRIX, SCALE], ids=lambda figure: figure.kind)
def test_every_figure_keeps_its_words(figure: Figure) -> None:
    straight, turned = (draw(figure, DEFAULT, 450, from_the_right=which) for which in (False, True))

    assert _words(turned) == _words(straight)
    assert turned.width == straight.width


def test_what_cannot_be_drawn_is_not_drawn_from_the_right_either() -> None:
    assert mirrored(Drawing(100, 0, ())) == Drawing(100, 0, ())


def test_words_in_dots_have_letters_and_stay_within_the_picture() -> None:
    image = Image.open(BytesIO(png(mirrored(Drawing(60, 20, (Label(0, 12, "الثلاثاء", 8, "#000000"),)))))).convert("L")
    dark = [number % image.width for number, shade in enumerate(image.tobytes()) if shade < 128]

    assert min(dark) > image.width / 4
    assert image.width - 12 < max(dark) < image.width


def _words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]
