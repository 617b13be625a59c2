"""Marks in the outer margin: a bar beside what is new or changed, a triangle where something was left out.

They stand where lines end, away from numbers, bullets and the bars of callouts, and are artifacts: what they tell, the
section on changes says in words.
"""

from briefgen.writers.pdf.shapes import Backdrop, Paint, backdrop, polygon
from briefgen.writers.pdf.writing import Writing

_WIDTH = 1.5
_AWAY = 9.0
"""From the text, where the margin is wide enough."""
_CUT = 5.0
"""The height of a triangle, and twice its depth."""


def beside(writing: Writing) -> Backdrop:
    """Give a bar that stretches beside a run of leaves."""
    away = _away(writing)
    left = -away - _WIDTH if writing.mirrored else writing.theme.column + away
    return Backdrop(left, _WIDTH, _WIDTH, writing.theme.colours.accent)


def change_bar(column: float, top: float, bottom: float, writing: Writing) -> str:
    """Paint a bar from `top` to `bottom`; `column` is the left edge of the text."""
    return backdrop(beside(writing), column, top, bottom)


def cut_mark(column: float, y: float, writing: Writing) -> str:
    """Paint a triangle that points at the place between two lines where something was left out."""
    theme, away = writing.theme, _away(writing)
    tip, back = (-away, -away - _CUT) if writing.mirrored else (theme.column + away, theme.column + away + _CUT)
    corners = (column + tip, y), (column + back, y + _CUT / 2), (column + back, y - _CUT / 2)
    return polygon(corners, Paint(fill=theme.colours.accent))


def _away(writing: Writing) -> float:
    margins = writing.theme.margins
    return min(_AWAY, (margins.left if writing.mirrored else margins.right) / 3)
