"""What stands in the header and footer of a Word document, as the lines of a letterhead."""

from collections.abc import Iterator
from dataclasses import field
from typing import TYPE_CHECKING, Any

from briefgen.letterhead.styles import Styles
from briefgen.pictures import bitmap
from briefgen.theme import MILLIMETRE, Picture, Side, Strip, TextStyle
from briefgen.values import dataclass

if TYPE_CHECKING:
    from docx.section import _Footer, _Header
    from docx.text.paragraph import Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_EMU = 12700
"""English metric units in a point."""
_SIDES: dict[int, Side] = {1: "center", 2: "end"}
"""Word's numbers for the sides; all others begin where reading begins."""
_HIGHEST = 80 * MILLIMETRE
"""Of a picture; what is higher is meant to lie behind the text."""
_PLAIN = TextStyle(9, 11)


@dataclass(slots=True)
class Running:
    """Reads headers and footers; `left_out` tells what no format but Word could show."""

    left_out: list[str] = field(default_factory=list)

    def strips(self, place: "_Header | _Footer", words: str, styles: Styles) -> tuple[Strip, ...]:
        """Give the lines of a header or footer; empty ones are left out."""
        if place.tables:
            self.left_out.append(f"a table in the {words} is left out; put its lines into paragraphs")
        return tuple(strip for one in place.paragraphs for strip in self._strip(one, words, styles))

    def _strip(self, paragraph: "Paragraph", words: str, styles: Styles) -> Iterator[Strip]:
        element = paragraph._p  # noqa: SLF001 - python-docx offers no fields and no pictures of a header
        if _holds(element, "pict", "txbxContent"):
            self.left_out.append(f"a text box in the {words} is left out; use paragraphs and pictures")
        if _holds(element, "fldChar", "fldSimple"):
            self.left_out.append(f"a field in the {words} is left out; briefgen prints page numbers itself")
            return
        pictures = tuple(self._pictures(paragraph, words))
        text = " ".join(paragraph.text.split())
        if "\t" in paragraph.text.strip():
            self.left_out.append(
                f"a tab in the {words} becomes a space; put what is to stand apart into lines of its own"
            )
        if pictures or text:
            style = styles.look(paragraph.style.name or "", _PLAIN) if paragraph.style else _PLAIN
            first = next((run for run in paragraph.runs if run.text.strip()), None)
            style = styles.lettered(style, first) if first else style
            yield Strip(text, pictures, _SIDES.get(int(paragraph.alignment or 0), "start"), style)

    def _pictures(self, paragraph: "Paragraph", words: str) -> Iterator[Picture]:
        for blip in paragraph._p.iter(f"{_A}blip"):  # noqa: SLF001 - as above
            holder = next(one for one in blip.iterancestors() if one.tag.endswith(("}inline", "}anchor")))
            if holder.tag.endswith("}anchor"):
                self.left_out.append(f"a floating picture in the {words} is set in line with its paragraph")
            try:
                picture = bitmap(paragraph.part.related_parts[blip.get(_EMBED)].blob)
            except (ValueError, KeyError) as error:
                self.left_out.append(f"a picture in the {words} is left out: {error}")
                continue
            width, height = _size(holder)
            if height > _HIGHEST:
                self.left_out.append(f"a picture in the {words} is left out: it is higher than 80 mm")
                continue
            yield Picture(picture.png, width, height, _alt(holder))


def _holds(element: Any, *names: str) -> bool:  # noqa: ANN401 - an element of XML
    return next(element.iter(*(f"{_W}{name}" for name in names)), None) is not None


def _size(holder: Any) -> tuple[float, float]:  # noqa: ANN401 - as above
    extent = next(one for one in holder if one.tag.endswith("}extent"))
    return int(extent.get("cx")) / _EMU, int(extent.get("cy")) / _EMU


def _alt(holder: Any) -> str:  # noqa: ANN401 - as above
    told = next(one for one in holder if one.tag.endswith("}docPr"))
    return told.get("descr") or ""
