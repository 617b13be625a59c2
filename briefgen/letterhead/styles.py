"""What the styles of a Word document say of letters and spacing, with what they inherit."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefgen.theme import TextStyle

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import BaseStyle

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_SINGLE = 1.2
"""Single line spacing in parts of the size; fonts differ, and this is what most of them ask for."""


class Styles:
    """The styles of one document; `left_out` tells what no format but Word could show."""

    def __init__(self, document: "Document") -> None:
        self.left_out: list[str] = []
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
        if name not in [style.name for style in self._styles]:
            return own
        chain = tuple(self._chain(name))
        size = self._said(chain, "font", "size")
        points = size.pt if size is not None else self._default_size() or own.size
        after, before = (self._said(chain, "paragraph_format", side) for side in ("space_after", "space_before"))
        return replace(
            own,
            size=points,
            leading=self._leading(chain, points),
            before=own.before if before is None else before.pt,
            after=own.after if after is None else after.pt,
            bold=bool(self._said(chain, "font", "bold")),
            italic=bool(self._said(chain, "font", "italic")),
            colour=self._colour(chain) or own.colour,
        )

    def _chain(self, name: str) -> Iterator[Any]:
        """Give the style and all that it rests on, nearest first."""
        style: BaseStyle | None = next((one for one in self._styles if one.name == name), None)
        while style is not None:
            yield style
            style = getattr(style, "base_style", None)

    def _said(self, chain: tuple[Any, ...], part: str, name: str) -> Any:  # noqa: ANN401 - a length or a truth
        return next((said for style in chain if (said := getattr(getattr(style, part), name)) is not None), None)

    def _leading(self, chain: tuple[Any, ...], size: float) -> float:
        spacing = self._said(chain, "paragraph_format", "line_spacing")
        if spacing is None:
            spacing = self._default_spacing()
        if isinstance(spacing, float):  # a multiple; a length is a length in itself
            return round(size * _SINGLE * max(spacing, 1), 2)
        return float(max(spacing.pt, size))

    def _default_spacing(self) -> float:
        found = None if self._defaults is None else self._defaults.find(f".//{_W}pPrDefault//{_W}spacing")
        line = None if found is None else found.get(f"{_W}line")
        return int(line) / 240 if line else 1.0

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

    def _colour(self, chain: tuple[Any, ...]) -> str:
        for style in chain:
            colour = style.font.color
            if colour is not None and colour.rgb is not None:
                return f"#{str(colour.rgb).lower()}"
        return ""


def _theme_part(document: "Document") -> Any:  # noqa: ANN401 - an element of XML
    from docx.oxml import parse_xml

    found = [one.target_part for one in document.part.rels.values() if one.reltype == _THEME]
    return parse_xml(found[0].blob) if found else None
