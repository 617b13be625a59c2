"""Figures: one drawing, made from a memo's table, for every format.

`draw` gives the drawing; `svg` and `png` turn it into a file for the formats that hold pictures.
"""

from typing import assert_never

from briefgen.figures.drawing import Drawing, mirrored
from briefgen.figures.matrix import draw_matrix
from briefgen.figures.png import png
from briefgen.figures.scale import draw_scale
from briefgen.figures.svg import svg
from briefgen.figures.timeline import draw_timeline
from briefgen.memo import Figure
from briefgen.theme import Theme

__all__ = ["draw", "png", "svg"]


def draw(figure: Figure, theme: Theme, width: float, *, from_the_right: bool = False) -> Drawing:
    """Draw `figure` on `width` points; a drawing of height 0 means that its table holds nothing that can be drawn."""
    drawing = _drawn(figure, theme, width)
    return mirrored(drawing) if from_the_right else drawing


def _drawn(figure: Figure, theme: Theme, width: float) -> Drawing:
    match figure.kind:
        case "timeline":
            return draw_timeline(figure.table, theme, width)
        case "matrix":
            return draw_matrix(figure.table, theme, width)
        case "scale":
            return draw_scale(figure.table, theme, width)
        case _:
            assert_never(figure.kind)
