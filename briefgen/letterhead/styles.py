"""What the styles of a Word document say of letters and spacing, with what they inherit."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefgen.colours import READABLE, contrast, darker
from briefgen.theme import TextStyle

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle
    from docx.text.font import Font
    from docx.text.run import Run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_LINE = 240
"""How Word counts single line spacing."""
_SINGLE = 1.2
"""Single line spacing in parts of the size; fonts differ, and this is what most of them ask for."""


class Styles:
    """The styles of one document."""

    def __init__(self, document: "Document") -> None:
        self.unreadable: list[str] = []
        """Colours of styles that could not be read on white."""
        self._styles = document.styles
        self._defaults = document.styles.element.find(f"{_W}docDefaults")
        self._theme = _theme_part(document)

    @property
    def family(self) -> str:
        """The font of running text; empty where the document leaves it to Word."""
        for style in self._chain("Normal"):
            found = self._font(style.element)
            if found:
                return found
        return "" if self._defaults is None else self._font(self._defaults)

    def look(self, name: str, own: TextStyle) -> TextStyle:
        """Give `own` with all that the style `name`, or one it rests on, says otherwise."""
        chain = tuple(self._chain(name))
        if not chain:
            return own
        return replace(
            self.spaced(name, own),
            bold=bool(self._said(chain, "font", "bold")),
            italic=bool(self._said(chain, "font", "italic")),
            colour=self._colour((style.font for style in chain), name) or own.colour,
        )

    def lettered(self, look: TextStyle, run: "Run") -> TextStyle:
        """Give `look` with what a run of letters says for itself."""
        font, size = run.font, run.font.size
        points = look.size if size is None else size.pt
        return replace(
            look,
            size=points,
            leading=max(look.leading, round(points * _SINGLE, 2)),
            bold=look.bold if font.bold is None else font.bold,
            italic=look.italic if font.italic is None else font.italic,
            colour=self._colour((font,), f"{run.text.strip()!r}") or look.colour,
        )

    def spaced(self, name: str, own: TextStyle) -> TextStyle:
        """Give `own` with the size and the spacing of the style `name`, and with letters of its own."""
        chain = tuple(self._chain(name))
        if not chain:
            return own
        size = self._said(chain, "font", "size")
        points = size.pt if size is not None else self._default_size() or own.size
        return replace(
            own,
            size=points,
            leading=self._leading(chain, points),
            before=self._space(chain, "before", own.before),
            after=self._space(chain, "after", own.after),
        )

    def _chain(self, name: str) -> Iterator[Any]:
        """Give the style and all that it rests on, nearest first."""
        style: BaseStyle | None = next((one for one in self._styles if one.name == name), None)
        seen: set[str] = set()
        while style is not None and style.style_id not in seen:
            seen.add(style.style_id)
            yield style
            style = getattr(style, "base_style", None)

    def _said(self, chain: tuple[Any, ...], part: str, name: str) -> Any:  # noqa: ANN401 - a length or a truth
        return next((said for style in chain if (said := getattr(getattr(style, part), name)) is not None), None)

    def _space(self, chain: tuple[Any, ...], side: str, own: float) -> float:
        said = self._said(chain, "paragraph_format", f"space_{side}")
        if said is not None:
            return float(said.pt)
        found = self._default_spacing(side)
        return own if found is None else found / 20

    def _leading(self, chain: tuple[Any, ...], size: float) -> float:
        spacing = self._said(chain, "paragraph_format", "line_spacing")
        if spacing is None:
            spacing = (self._default_spacing("line") or _LINE) / _LINE
        if isinstance(spacing, float):  # a multiple; a length is a length in itself
            return round(size * _SINGLE * max(spacing, 1), 2)
        return float(max(spacing.pt, size))

    def _default_spacing(self, name: str) -> int | None:
        found = None if self._defaults is None else self._defaults.find(f".//{_W}pPrDefault//{_W}spacing")
        said = None if found is None else found.get(f"{_W}{name}")
        return int(said) if said else None

    def _default_size(self) -> float:
        found = None if self._defaults is None else self._defaults.find(f".//{_W}sz")
        return 0.0 if found is None else int(found.get(f"{_W}val")) / 2

    def _font(self, element: Any) -> str:  # noqa: ANN401 - an element of XML
        found = element.find(f".//{_W}rFonts")
        if found is None:
            return ""
        named = found.get(f"{_W}asciiTheme")
        return self._theme_font(named) if named else found.get(f"{_W}ascii") or ""

    def _theme_font(self, named: str) -> str:
        kind = "majorFont" if named.startswith("major") else "minorFont"
        found = None if self._theme is None else self._theme.find(f".//{_A}{kind}/{_A}latin")
        return "" if found is None else found.get("typeface") or ""

    def _colour(self, fonts: "Iterable[Font]", name: str) -> str:
        """Give the colour of letters, or a shade of it in which they can be read."""
        said = [font.color.rgb for font in fonts if font.color is not None]
        colour = next((f"#{rgb}".lower() for rgb in said if rgb is not None), "")
        if not colour or contrast(colour, "#ffffff") >= READABLE:
            return colour
        found = f"{name}: {colour} on white has a contrast of {contrast(colour, '#ffffff'):.1f}:1"
        self.unreadable.append(f"{found}, text needs {READABLE}:1; {darker(colour)} is used")
        return darker(colour)


def _theme_part(document: "Document") -> Any:  # noqa: ANN401 - an element of XML
    from docx.oxml import parse_xml

    found = [one.target_part for one in document.part.rels.values() if one.reltype == _THEME]
    return parse_xml(found[0].blob) if found else None
