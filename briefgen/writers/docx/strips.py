"""The letterhead in the margins: its lines as paragraphs, with its pictures in them."""

from collections.abc import Sequence
from dataclasses import field

from briefgen.theme import Picture, Side, TextStyle, Theme
from briefgen.values import dataclass
from briefgen.writers.docx.package import Part
from briefgen.writers.docx.pictures import EMU, in_line
from briefgen.writers.docx.properties import Align, Layout
from briefgen.writers.docx.relations import relationships
from briefgen.writers.docx.runs import text_runs
from briefgen.writers.docx.strip_styles import strip_style
from briefgen.writers.docx.writing import paragraph
from briefgen.writers.docx.xml import Attributes, Xml, element, join, named, part
from briefgen.writers.room import Row

_GAP = "\u2003"
"""Between pictures and words."""
_LINE = 1.362
"""How high Word makes a line at least, in parts of the size."""
_SIDES: dict[Side, Align] = {"start": "left", "center": "center", "end": "right"}


@dataclass(slots=True)
class Pictures:
    """The pictures of one part of the package."""

    owner: str
    """The name of the part, with which those of its pictures begin."""
    shown: int
    """The number of the last picture shown; Word wants each in a document to have another."""
    media: list[Part] = field(default_factory=list)

    def take(self, png: bytes) -> str:
        """Take in a picture and give the id of the relation to it."""
        self.shown += 1
        known = [one.content for one in self.media]
        if png not in known:
            self.media.append(Part(f"word/media/{self.owner}-{len(known) + 1}.png", png))
            known.append(png)
        return f"rId{1 + known.index(png)}"

    def parts(self) -> tuple[Part, ...]:
        """Give the pictures, and the part that holds the relations to them."""
        if not self.media:
            return ()
        found = [("image", one.name.removeprefix("word/")) for one in self.media]
        return (*self.media, Part(f"word/_rels/{self.owner}.xml.rels", part(relationships(found))))


def line_height(look: TextStyle) -> float:
    """Give how high Word makes a line of words."""
    return max(look.leading, _LINE * look.size)


def strips(rows: Sequence[Row], between: tuple[float, float], theme: Theme, language: str, pictures: Pictures) -> Xml:
    """Write lines of a letterhead, which are to reach from one height on the sheet to another."""
    start, end = between
    written, reached = [], start
    for number, row in enumerate(rows):
        layout, strip = Layout(align=_SIDES[row.strip.side]), row.strip
        if number == 0:
            layout["before"] = max(0, row.top - start)
            reached += layout["before"]
        reached += max(row.bottom - row.top, line_height(strip.style) if strip.text else 0)
        if number == len(rows) - 1:
            layout["after"] = max(0, end - reached)
        reached += strip.style.after
        shown = [_picture(picture, pictures) for picture in strip.pictures]
        words = [text_runs(_GAP * bool(shown) + strip.text, language)] if strip.text else []
        written.append(paragraph(strip_style(strip.style, theme.letterhead), join(*shown, *words), **layout))
    return join(*written)


def _picture(picture: Picture, pictures: Pictures) -> Xml:
    size: Attributes = {"cx": round(picture.width * EMU), "cy": round(picture.height * EMU)}
    blip = named("a:blip", {"r:embed": pictures.take(picture.png)})
    return element("r", element("drawing", in_line(picture.alt, size, blip, pictures.shown)))
