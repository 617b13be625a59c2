"""The house style: what a project says of its organisation, paper, logo, colours and fonts → a theme.

What a brand sets outweighs the Word reference document, which outweighs the default.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from briefgen.brand.lengths import length
from briefgen.numbering import Numbering
from briefgen.pictures import Bitmap
from briefgen.theme import PAPERS, Letterhead, Picture, Strip, Theme
from briefgen.values import dataclass

Pages = Literal["every page", "first page"]

_NAME = 11.0
"""Points of the line beside the logo."""
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
    """Lines at the top of the page, the first beside the logo."""
    footer: tuple[str, ...] = ()
    letterhead: Pages | Literal[""] = ""
    """The pages on which logo, header and footer stand."""
    font: str = ""
    font_regular: str = ""
    """The file of `font`, or of the font of the reference document; needed for fonts that briefgen does not bring."""
    font_bold: str = ""
    font_italic: str = ""
    font_bold_italic: str = ""
    font_files: tuple[str, ...] = ()
    """Font files tried, in order, for characters that `font` lacks."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Name in `theme.Colours` → `#rrggbb`."""
    margins: Mapping[str, str] = field(default_factory=dict)
    """Side → length, such as `25mm`."""
    numbering: Numbering | Literal[""] = ""
    """Replaces the numbering of every audience."""


FILES = ("reference", "logo", "font_regular", "font_bold", "font_italic", "font_bold_italic", "font_files")
"""The fields that name files."""


def dressed(theme: Theme, brand: Brand, logo: Bitmap | None = None) -> Theme:
    """Give `theme` as `brand`, in which nothing is wrong, wants it."""
    sides = {side: length(text) or 0 for side, text in brand.margins.items()}
    changed = replace(
        _recoloured(theme, brand.colours),
        paper=PAPERS.get(brand.paper, theme.paper),
        margins=replace(theme.margins, **sides),
        family=brand.font or theme.family,
        extra_fonts=brand.font_files or theme.extra_fonts,
    )
    return replace(changed, letterhead=_letterhead(changed, brand, logo))


def _recoloured(theme: Theme, colours: Mapping[str, str]) -> Theme:
    """Change the colours, and with them whatever was printed in the old ones."""
    new = {getattr(theme.colours, name): colour for name, colour in colours.items()}
    changed = theme.restyled(lambda look: replace(look, colour=new.get(look.colour, look.colour)))
    return replace(changed, colours=replace(theme.colours, **colours))


def _letterhead(theme: Theme, brand: Brand, logo: Bitmap | None) -> Letterhead:
    first, *rest = brand.header or ("",)
    header = tuple(Strip(text, style=theme.footer) for text in rest)
    if first or logo:
        name = replace(theme.footer, size=_NAME, leading=_NAME * 1.25, bold=True, colour=theme.colours.accent)
        header = (Strip(first, (_picture(theme, brand, logo),) if logo else (), style=name), *header)
    footer = tuple(Strip(text, style=theme.footer) for text in brand.footer)
    before = theme.letterhead
    first_only = brand.letterhead == "first page" if brand.letterhead else before.first_page_only
    return replace(before, header=header or before.header, footer=footer or before.footer, first_page_only=first_only)


def _picture(theme: Theme, brand: Brand, logo: Bitmap) -> Picture:
    """Size the logo by its height, unless it would then be too wide."""
    scale = min((length(brand.logo_height) or 1) / logo.height, theme.column * _WIDEST / logo.width)
    return Picture(logo.png, logo.width * scale, logo.height * scale, brand.logo_alt)
