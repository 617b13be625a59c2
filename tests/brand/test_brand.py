"""What a house says of its style is followed, or every setting that cannot be is named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.brand import Brand, dressed
from briefgen.brand.lengths import length
from briefgen.brand.wrongs import wrongs
from briefgen.colours import READABLE, contrast, darker
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
    assert (strip.text, strip.style.bold, strip.style.colour) == ("Ministry", True, DEFAULT.colours.accent)
    assert strip.pictures[0].alt == "Arms"
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

    assert [(wrong.code, *wrong.path, wrong.message, wrong.hint) for wrong in wrongs(brand, FAMILIES)] == [
        ("CFG02", "colours", "accnt", "there is no colour 'accnt'", "did you mean 'accent'?"),
        (
            "CFG02",
            "colours",
            "link",
            "link: expected a colour such as #1f3a5f, found 'blue'",
            'write it between quotes: "#1f3a5f"',
        ),
        (
            "CFG12",
            "colours",
            "text",
            "text: #999999 on white has a contrast of 2.8:1, text needs 4.5:1",
            "take a darker shade, such as #757575",
        ),
        ("CFG02", "margins", "left", "left: expected a length such as 25mm, found '30'", ""),
        ("CFG02", "margins", "lft", "there is no margin 'lft'", "did you mean 'left'?"),
        ("CFG02", "logo_height", "logo_height: expected a length such as 14mm, found 'big'", ""),
        (
            "CFG14",
            "logo",
            "the logo has no logo_alt",
            'say in a few words what it shows, for people who do not see it: logo_alt = "Arms of the city"',
        ),
        (
            "CFG13",
            "font",
            "there is no font 'Noto Serf'",
            "name its files in font_regular, font_bold and font_italic, or did you mean 'Noto Serif'?",
        ),
    ]


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


def test_what_was_printed_in_a_colour_follows_it() -> None:
    theme = dressed(DEFAULT, Brand(colours={"accent": "#7a1f1f", "muted": "#444444"}))

    assert (theme.title.colour, theme.headings[0].colour, theme.label.colour) == ("#7a1f1f", "#7a1f1f", "#444444")
    assert (theme.body.colour, theme.headings[1].colour) == (DEFAULT.body.colour, DEFAULT.headings[1].colour)


@pytest.mark.parametrize(
    ("said", "before", "after"), [("", True, True), ("every page", True, False), ("first page", False, True)]
)
def test_the_letterhead_stands_on_the_pages_that_the_brand_names(said: str, before: bool, after: bool) -> None:  # noqa: FBT001
    theme = replace(DEFAULT, letterhead=replace(DEFAULT.letterhead, first_page_only=before))

    assert dressed(theme, Brand(letterhead=said)).letterhead.first_page_only is after  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("brand", "told"),
    [
        (Brand(font="Georgia", font_bold="b.ttf"), "font_bold stands without font_regular"),
        (Brand(font_regular="a.ttf"), "font_regular stands without font"),
        (
            Brand(margins={"left": "90mm", "right": "80mm"}),
            "margins: left and right leave no room for text between them",
        ),
        (Brand(logo_height="0mm"), "logo_height: expected a length such as 14mm, found '0mm'"),
        (Brand(colours={"ground": "#404040"}), "ground: text on #404040 has a contrast of 1.7:1, it needs 4.5:1"),
    ],
)
def test_settings_that_do_not_go_together_are_told(brand: Brand, told: str) -> None:
    assert [wrong.message for wrong in wrongs(brand, FAMILIES)] == [told]


@pytest.mark.parametrize(
    "brand", [Brand(font="Georgia", font_regular="a.ttf"), Brand(reference="a.docx", font_regular="a.ttf")]
)
def test_a_font_with_files_needs_not_be_at_hand(brand: Brand) -> None:
    assert wrongs(brand, FAMILIES) == ()


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_a_darker_shade_can_be_read_and_is_left_as_light_as_it_may_be(parts: tuple[int, int, int]) -> None:
    colour = "#" + "".join(f"{part:02x}" for part in parts)
    shade = darker(colour)

    assert contrast(shade, "#ffffff") >= READABLE
    assert shade == colour or contrast(colour, "#ffffff") < READABLE
