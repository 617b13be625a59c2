"""Text on the page can be read: every colour that letters have stands out from what lies behind."""

from dataclasses import fields

import pytest

from briefgen.theme import DEFAULT, MILLIMETRE, PAPERS, Colours, TextStyle, Theme

LEAST = 4.5
"""WCAG 2.2, 1.4.3, level AA, for text of any size."""
LETTERS = {name: getattr(DEFAULT.colours, name) for name in ("text", "muted", "accent", "link", "warning")}
VALUES = {field.name: getattr(DEFAULT, field.name) for field in fields(Theme)}
STYLES = {name: value for name, value in VALUES.items() if isinstance(value, TextStyle)}
STYLES |= {f"heading {level}": style for level, style in enumerate(DEFAULT.headings, start=2)}


def luminance(colour: str) -> float:
    """Give the relative luminance of WCAG 2.2."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("ground", ["#ffffff", DEFAULT.colours.ground])
@pytest.mark.parametrize("colour", LETTERS.values(), ids=LETTERS)
def test_letters_stand_out_from_the_paper_and_from_callouts(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= LEAST


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_every_style_can_be_read(style: TextStyle) -> None:
    assert contrast(style.colour, "#ffffff") >= LEAST
    assert style.size >= 8.5
    assert 1.15 <= style.leading / style.size <= 1.7


def test_marks_that_are_no_letters_can_be_seen() -> None:
    assert contrast(Colours().rule, "#ffffff") >= 3, "WCAG 2.2, 1.4.11"


def test_a_line_of_text_has_a_length_that_is_read_well() -> None:
    assert DEFAULT.column == pytest.approx(160 * MILLIMETRE)
    assert {name: round(Theme(paper=paper).column) for name, paper in PAPERS.items()} == {"A4": 454, "Letter": 470}
