"""The house style: what a project says of its organisation, paper, logo, colours and fonts → a theme.

What a brand sets outweighs the Word reference document, which outweighs the default.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches

from briefgen.colours import READABLE, contrast, is_colour
from briefgen.pictures import Bitmap
from briefgen.theme import MILLIMETRE, PAPERS, Colours, Letterhead, Margins, Picture, Strip, Theme

_BEHIND = ("ground", "hairline", "rule")
"""Colours that no text is printed in."""
_LENGTH = re.compile(r"(\d+(?:\.\d+)?) ?(mm|cm|in|pt)")
_UNITS = {"mm": MILLIMETRE, "cm": 10 * MILLIMETRE, "in": 72.0, "pt": 1.0}
_WIDEST = 0.6
"""The part of the text's width that a logo may take."""


@dataclass(frozen=True, slots=True)
class Brand:
    """What `[brand]` says; empty where it says nothing. Files are named from the project's folder."""

    organisation: str = ""
    paper: str = ""
    reference: str = ""
    """A Word document whose page, styles, header and footer are taken."""
    logo: str = ""
    """A PNG, JPEG or SVG file."""
    logo_alt: str = ""
    """What the logo shows, for people who do not see it."""
    logo_height: str = "14mm"
    header: tuple[str, ...] = ()
    """Lines at the top of each page."""
    footer: tuple[str, ...] = ()
    font: str = ""
    font_files: tuple[str, ...] = ()
    """Font files tried, in order, for characters that `font` lacks."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Name in `theme.Colours` → `#rrggbb`."""
    margins: Mapping[str, str] = field(default_factory=dict)
    """Side → length, such as `25mm`."""
    numbering: str = ""
    """Replaces the numbering of every audience."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A setting that cannot be followed."""

    key: str
    message: str
    hint: str = ""


def wrongs(brand: Brand, families: tuple[str, ...]) -> tuple[Wrong, ...]:
    """List the settings that cannot be followed; `families` are the fonts at hand."""
    return tuple(_wrongs(brand, families))


def dressed(theme: Theme, brand: Brand, logo: Bitmap | None = None) -> Theme:
    """Give `theme` as `brand`, which must be without `wrongs`, wants it."""
    sides = {side: length(text) or 0 for side, text in brand.margins.items()}
    changed = replace(
        theme,
        paper=PAPERS.get(brand.paper, theme.paper),
        margins=replace(theme.margins, **sides),
        family=brand.font or theme.family,
        extra_fonts=brand.font_files or theme.extra_fonts,
        colours=replace(theme.colours, **brand.colours),
    )
    return replace(changed, letterhead=_letterhead(changed, brand, logo))


def length(text: str) -> float | None:
    """Read a length such as `25mm`, in points; None for anything else."""
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _UNITS[found[2]] if found else None


def _wrongs(brand: Brand, families: tuple[str, ...]) -> Iterator[Wrong]:
    known = tuple(one.name for one in fields(Colours))
    for name, colour in brand.colours.items():
        if name not in known:
            yield Wrong(name, f"there is no colour {name!r}", _nearest(name, known))
        elif not is_colour(colour):
            yield Wrong(name, f"{name}: expected a colour such as #1f3a5f, found {colour!r}")
        elif name not in _BEHIND and contrast(colour, "#ffffff") < READABLE:
            shown = f"{contrast(colour, '#ffffff'):.1f}"
            yield Wrong(name, f"{name}: {colour} on white has a contrast of {shown}:1, text needs {READABLE}:1")
    sides = tuple(one.name for one in fields(Margins))
    for side, text in brand.margins.items():
        if side not in sides:
            yield Wrong(side, f"there is no margin {side!r}", _nearest(side, sides))
        elif length(text) is None:
            yield Wrong(side, f"{side}: expected a length such as 25mm, found {text!r}")
    if length(brand.logo_height) is None:
        yield Wrong("logo_height", f"logo_height: expected a length such as 14mm, found {brand.logo_height!r}")
    if brand.logo and not brand.logo_alt:
        yield Wrong(
            "logo", "the logo has no logo_alt", "say in a few words what it shows, for people who do not see it"
        )
    if brand.font and brand.font not in families:
        yield Wrong("font", f"there is no font {brand.font!r}", _nearest(brand.font, families))


def _nearest(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there is {', '.join(known)}"


def _letterhead(theme: Theme, brand: Brand, logo: Bitmap | None) -> Letterhead:
    first, *rest = brand.header or ("",)
    header = tuple(Strip(text, style=theme.footer) for text in rest)
    if first or logo:
        header = (Strip(first, (_picture(theme, brand, logo),) if logo else (), style=theme.footer), *header)
    footer = tuple(Strip(text, style=theme.footer) for text in brand.footer)
    before = theme.letterhead
    return replace(before, header=header or before.header, footer=footer or before.footer)


def _picture(theme: Theme, brand: Brand, logo: Bitmap) -> Picture:
    """Size the logo by its height, unless it would then be too wide."""
    scale = min((length(brand.logo_height) or 1) / logo.height, theme.column * _WIDEST / logo.width)
    return Picture(logo.png, logo.width * scale, logo.height * scale, brand.logo_alt)
