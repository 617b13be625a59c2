"""The words of every drawing can be read on whatever is painted behind them."""

import pytest
from support.drawings import faint
from support.samples import AUDIENCES, SAMPLES, memo_of
from support.specimen import MATRIX, SCALE, TIMELINE

from briefgen.figures import draw
from briefgen.figures.drawing import Box, Drawing, Label
from briefgen.memo import Figure
from briefgen.theme import DEFAULT


@pytest.mark.parametrize("figure", [TIMELINE, MATRIX, SCALE], ids=lambda figure: figure.kind)
def test_words_of_the_specimen_stand_out(figure: Figure) -> None:
    assert faint(draw(figure, DEFAULT, 450)) == []


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_words_of_the_samples_stand_out(sample: str, audience: str) -> None:
    figures = [block for block in memo_of(sample, audience).blocks if isinstance(block, Figure)]

    assert [faint(draw(figure, DEFAULT, DEFAULT.column)) for figure in figures] == [[]] * len(figures)


def test_words_on_a_dark_ground_are_found() -> None:
    label = Label(10, 10, "word", 8, "#595959")

    assert faint(Drawing(60, 20, (Box(0, 0, 60, 20, "#8a8a8a"), label))) == ["word"]
    assert faint(Drawing(60, 20, (Box(0, 0, 5, 20, "#8a8a8a"), label))) == []
