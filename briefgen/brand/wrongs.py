"""Find the settings of a house style that cannot be followed."""

from collections.abc import Iterator
from dataclasses import fields
from typing import get_args

from briefgen.brand import Brand, Pages
from briefgen.brand.lengths import length
from briefgen.colours import READABLE, contrast, darker, is_colour
from briefgen.nearest import meant_or_known
from briefgen.numbering import Numbering
from briefgen.theme import PAPERS, Colours, Margins
from briefgen.values import dataclass

_BEHIND = ("ground", "hairline", "rule")
"""Colours that no text is printed in."""
_FACES = ("font_regular", "font_bold", "font_italic", "font_bold_italic")
_LEAST_COLUMN = 200.0
"""Points of text width, about forty letters, below which tables fall apart."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A setting that cannot be followed."""

    path: tuple[str, ...]
    """Its key, or its table and the key in that."""
    code: str
    message: str
    hint: str = ""


def wrongs(brand: Brand, families: tuple[str, ...]) -> tuple[Wrong, ...]:
    """List the settings that cannot be followed; `families` are the fonts at hand."""
    return (*_choices(brand), *_colours(brand), *_lengths(brand), *_logo(brand), *_fonts(brand, families))


def _choices(brand: Brand) -> Iterator[Wrong]:
    choices = {"paper": tuple(PAPERS), "numbering": get_args(Numbering), "letterhead": get_args(Pages)}
    for key, known in choices.items():
        found = getattr(brand, key)
        if found and found not in known:
            yield Wrong((key,), "CFG02", f"{key}: expected {' or '.join(known)}, found {found!r}")


def _colours(brand: Brand) -> Iterator[Wrong]:
    known = tuple(one.name for one in fields(Colours))
    for name, colour in brand.colours.items():
        path = ("colours", name)
        if name not in known:
            yield Wrong(path, "CFG02", f"there is no colour {name!r}", meant_or_known(name, known))
        elif not is_colour(colour):
            message = f"{name}: expected a colour such as #1f3a5f, found {colour!r}"
            yield Wrong(path, "CFG02", message, 'write it between quotes: "#1f3a5f"')
        elif name not in _BEHIND and contrast(colour, "#ffffff") < READABLE:
            shown = f"{contrast(colour, '#ffffff'):.1f}"
            message = f"{name}: {colour} on white has a contrast of {shown}:1, text needs {READABLE}:1"
            yield Wrong(path, "CFG12", message, f"take a darker shade, such as {darker(colour)}")
    yield from _on_the_ground(brand)


def _on_the_ground(brand: Brand) -> Iterator[Wrong]:
    """Callouts are printed on the ground; what is wrong with a text colour by itself is told above."""
    ground = brand.colours.get("ground", "")
    text = brand.colours.get("text", Colours().text)
    if is_colour(ground) and is_colour(text) and contrast(text, ground) < READABLE <= contrast(text, "#ffffff"):
        message = f"ground: text on {ground} has a contrast of {contrast(text, ground):.1f}:1, it needs {READABLE}:1"
        yield Wrong(("colours", "ground"), "CFG12", message, "take a lighter shade of it")


def _lengths(brand: Brand) -> Iterator[Wrong]:
    sides = tuple(one.name for one in fields(Margins))
    for side, text in brand.margins.items():
        path = ("margins", side)
        if side not in sides:
            yield Wrong(path, "CFG02", f"there is no margin {side!r}", meant_or_known(side, sides))
        elif length(text) is None:
            yield Wrong(path, "CFG02", f"{side}: expected a length such as 25mm, found {text!r}")
    if length(brand.logo_height) in {None, 0.0}:
        message = f"logo_height: expected a length such as 14mm, found {brand.logo_height!r}"
        yield Wrong(("logo_height",), "CFG02", message)
    beside = sum(length(brand.margins.get(side, "")) or getattr(Margins(), side) for side in ("left", "right"))
    if PAPERS["A4"].width - beside < _LEAST_COLUMN:
        yield Wrong(("margins",), "CFG02", "margins: left and right leave no room for text between them")


def _logo(brand: Brand) -> Iterator[Wrong]:
    if brand.logo and not brand.logo_alt:
        hint = 'say in a few words what it shows, for people who do not see it: logo_alt = "Arms of the city"'
        yield Wrong(("logo",), "CFG14", "the logo has no logo_alt", hint)


def _fonts(brand: Brand, families: tuple[str, ...]) -> Iterator[Wrong]:
    given = tuple(key for key in _FACES if getattr(brand, key))
    if given and "font_regular" not in given:
        yield Wrong((given[0],), "CFG13", f"{given[0]} stands without font_regular", "name the file of upright letters")
    elif given and not brand.font and not brand.reference:
        yield Wrong((given[0],), "CFG13", f"{given[0]} stands without font", "say in font what the family is called")
    elif brand.font and not given and brand.font not in families:
        hint = f"name its files in font_regular, font_bold and font_italic, or {meant_or_known(brand.font, families)}"
        yield Wrong(("font",), "CFG13", f"there is no font {brand.font!r}", hint)
