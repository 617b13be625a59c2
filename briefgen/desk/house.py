"""The house style of a project: its files are read, and the theme is made of them."""

from dataclasses import astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import files, resources
from briefgen.brand import Brand, dressed
from briefgen.errors import ConfigurationError, OutputError
from briefgen.notices import Notice, Place
from briefgen.project import Project
from briefgen.resources import FontFile, FontFiles
from briefgen.theme import DEFAULT, Theme

if TYPE_CHECKING:
    from briefgen.pictures import Bitmap

_BOLD = 700
_LARGEST_PAGE = 3500
"""Points; A0 is 3370 high."""
_LEAST_TEXT = 180
"""Points."""
_SMALLEST, _LARGEST = 4, 100
"""Points of letters, and of the white space between paragraphs."""
_SERIFS = frozenset({"cambria", "constantia", "garamond", "georgia", "palatino linotype", "times", "times new roman"})
"""Families with serifs that letterheads are set in."""


def house_style(project: Project) -> tuple[Theme, tuple[Notice, ...]]:
    """Give the looks of a project's memos, and what of its reference document could not be followed."""
    brand, folder = project.brand, project.folder
    theme, told = DEFAULT, tuple[Notice, ...]()
    if brand.reference:
        from briefgen.letterhead import read_reference

        path = folder / brand.reference
        house = read_reference(_read(path), files.shown(path), DEFAULT)
        theme, told = house.theme, house.notices
    theme = dressed(theme, brand, _logo(brand, folder))
    _check(theme, brand.reference or project.file)
    fonts = Fonts(project)
    return fonts.given_to(theme), (*told, *fonts.notices)


def _check(theme: Theme, file: str) -> None:
    """Raise for pages and letters that no memo can be set in, whoever asked for them."""
    paper, margins = theme.paper, theme.margins
    height = paper.height - margins.top - margins.bottom
    styles = (theme.title, theme.body, *theme.headings, theme.small, theme.footer)
    wrong = ""
    if max(paper.width, paper.height) > _LARGEST_PAGE or min(theme.column, height, *astuple(margins)) < 0:
        wrong = f"a page of {paper.width:.0f} × {paper.height:.0f} points with these margins"
    elif theme.column < _LEAST_TEXT or height < _LEAST_TEXT:
        wrong = f"{theme.column:.0f} × {height:.0f} points for the text, less than {_LEAST_TEXT} each way"
    elif any(not _SMALLEST <= one.size <= _LARGEST or one.leading > 2 * _LARGEST for one in styles):
        wrong = f"letters or lines that are not between {_SMALLEST} and {_LARGEST} points"
    elif any(not 0 <= space <= _LARGEST for one in styles for space in (one.before, one.after)):
        wrong = f"more than {_LARGEST} points, or less than none, between paragraphs"
    if wrong:
        raise ConfigurationError.of("CFG16", f"the house style asks for {wrong}", place=Place(file) if file else None)


def _logo(brand: Brand, folder: Path) -> "Bitmap | None":
    if not brand.logo:
        return None
    from briefgen.pictures import bitmap

    path = folder / brand.logo
    try:
        return bitmap(_read(path))
    except ValueError as error:
        hint = "save the logo as PNG, JPEG or SVG"
        raise ConfigurationError.of(
            "CFG14", f"the logo cannot be used: {error}", place=Place(files.shown(path)), hint=hint
        ) from error


def _read(path: Path) -> bytes:
    """Read a file that the house style names."""
    try:
        return files.read_bytes(path)
    except OutputError as error:
        raise ConfigurationError(*error.notices) from error


class Fonts:
    """Finds the files of a house's fonts; the same family then stands in Word and in PDF."""

    def __init__(self, project: Project) -> None:
        self.brand, self.folder = project.brand, project.folder
        self.notices: list[Notice] = []

    def given_to(self, theme: Theme) -> Theme:
        """Give `theme` files for its family, or a family that has some."""
        theme = replace(theme, extra_fonts=tuple(str(self._file(name)) for name in theme.extra_fonts))
        if self.brand.font_regular:
            return replace(theme, family_files=self._own())
        if theme.family in resources.families():
            return theme
        return replace(theme, family=self._instead_of(theme.family))

    def _own(self) -> FontFiles:
        """Take a face that is not given from another, which is thickened where the file has one weight only."""
        brand = self.brand
        if not brand.font_italic:
            self._warn("font_italic is not given: what is in italics is printed upright", "name its file")
        regular = self._file(brand.font_regular)
        bold = self._file(brand.font_bold) if brand.font_bold else regular
        italic = self._file(brand.font_italic) if brand.font_italic else regular
        both = self._file(brand.font_bold_italic) if brand.font_bold_italic else italic if brand.font_italic else bold
        return FontFiles(FontFile(regular, 400), FontFile(bold, _BOLD), FontFile(italic, 400), FontFile(both, _BOLD))

    def _file(self, name: str) -> Path:
        path = self.folder / name
        _read(path)
        return path

    def _instead_of(self, family: str) -> str:
        """Choose a family for one of the reference document whose files are not known, and say so."""
        alike = "Noto Serif" if family.casefold() in _SERIFS else DEFAULT.family
        at_hand = alike if alike in resources.families() else DEFAULT.family
        more = "" if at_hand == alike else f'; {alike} would be nearer: pip install "briefgen[serif]"'
        self._warn(
            f"the font {family!r} of {self.brand.reference} has no files here: all formats use {at_hand!r}",
            f'name its files in [brand]: font_regular = "…"{more}',
        )
        return at_hand

    def _warn(self, message: str, hint: str) -> None:
        place = Place(files.shown(self.folder / self.brand.reference)) if self.brand.reference else None
        self.notices.append(Notice("warning", "CFG13", message, place, hint))
