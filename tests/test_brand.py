"""What a house says of its style is followed, or every setting that cannot be is named."""

from dataclasses import replace

import pytest

from briefgen.brand import Brand, Wrong, dressed, length, wrongs
from briefgen.colours import contrast
from briefgen.pictures import Bitmap
from briefgen.theme import DEFAULT, LETTER, MILLIMETRE

FAMILIES = ("Noto Sans", "Noto Serif")
LOGO = Bitmap(b"png", 400, 100)


def test_a_brand_that_says_nothing_changes_nothing() -> None:
    assert dressed(DEFAULT, Brand()) == DEFAULT
    assert wrongs(Brand(), FAMILIES) == ()


def test_what_it_says_is_followed() -> None:
    brand = Brand(
        paper="Letter",
        font="Noto Serif",
        colours={"accent": "#7a1f1f"},
        margins={"left": "30mm", "top": "1in"},
        footer=("1 Harbour Street", "Selby"),
    )

    theme = dressed(DEFAULT, brand)

    assert (theme.paper, theme.family, theme.colours.accent) == (LETTER, "Noto Serif", "#7a1f1f")
    assert (theme.margins.left, theme.margins.top, theme.margins.right) == (
        30 * MILLIMETRE,
        72,
        DEFAULT.margins.right,
    )
    assert [strip.text for strip in theme.letterhead.footer] == ["1 Harbour Street", "Selby"]


def test_a_logo_stands_before_the_first_line_as_high_as_wanted() -> None:
    theme = dressed(DEFAULT, Brand(logo="a.png", logo_alt="Arms", logo_height="10mm", header=("Ministry",)), LOGO)

    (strip,) = theme.letterhead.header
    assert (strip.text, strip.style, strip.pictures[0].alt) == ("Ministry", DEFAULT.footer, "Arms")
    assert (strip.pictures[0].width, strip.pictures[0].height) == pytest.approx((40 * MILLIMETRE, 10 * MILLIMETRE))


def test_a_wide_logo_leaves_room_for_words() -> None:
    (strip,) = dressed(DEFAULT, Brand(logo="a.png", logo_alt="Arms"), replace(LOGO, width=4000)).letterhead.header

    assert strip.pictures[0].width == pytest.approx(0.6 * DEFAULT.column)


def test_every_setting_that_cannot_be_followed_is_named() -> None:
    brand = Brand(
        logo="a.png",
        logo_height="big",
        font="Noto Serf",
        colours={"accnt": "#000000", "link": "blue", "text": "#999999", "rule": "#eeeeee"},
        margins={"left": "30", "lft": "1mm"},
    )

    assert wrongs(brand, FAMILIES) == (
        Wrong("accnt", "there is no colour 'accnt'", "did you mean 'accent'?"),
        Wrong("link", "link: expected a colour such as #1f3a5f, found 'blue'"),
        Wrong("text", "text: #999999 on white has a contrast of 2.8:1, text needs 4.5:1"),
        Wrong("left", "left: expected a length such as 25mm, found '30'"),
        Wrong("lft", "there is no margin 'lft'", "did you mean 'left'?"),
        Wrong("logo_height", "logo_height: expected a length such as 14mm, found 'big'"),
        Wrong("logo", "the logo has no logo_alt", "say in a few words what it shows, for people who do not see it"),
        Wrong("font", "there is no font 'Noto Serf'", "did you mean 'Noto Serif'?"),
    )


@pytest.mark.parametrize(
    ("text", "points"), [("25.4mm", 72), ("2.54 cm", 72), ("1in", 72), ("72pt", 72), ("72", None), ("-1mm", None)]
)
def test_lengths_have_units(text: str, points: float | None) -> None:
    assert length(text) == (None if points is None else pytest.approx(points))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48), ("#ff0000", "#000000", 5.25)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)
