"""Properties of paragraphs and runs, in the order that the standard asks for (ISO/IEC 29500-1 §17.3.1.26, §17.3.2.28).

Lengths come in points; Word counts in twentieths of a point, letters in halves.
"""

from typing import Literal, TypedDict, Unpack

from briefgen.theme import TextStyle
from briefgen.values import dataclass
from briefgen.writers.docx.xml import NOTHING, Xml, element, flag, join

Side = Literal["top", "left", "bottom", "right"]
Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Border:
    """A line along one side of a paragraph or a cell."""

    side: Side
    width: float
    colour: str
    space: float = 0
    """Between line and text; Word takes whole points up to 31."""
    line: Literal["single", "dashed"] = "single"


@dataclass(frozen=True, slots=True)
class Tab:
    """A place where text goes on after a tab, perhaps along a line to write on."""

    at: float
    align: Literal["left", "right"] = "left"
    leader: Literal["none", "underscore"] = "none"


def twips(points: float) -> int:
    """Count `points` in twentieths."""
    return round(points * 20)


def colour(value: str) -> str:
    """Spell `#rrggbb` as Word does."""
    return value.removeprefix("#").upper()


class Layout(TypedDict, total=False):
    """What a paragraph, or a style, may say of its place on the page; what it does not say is inherited."""

    keep_next: bool
    keep_lines: bool
    new_page: bool
    numbering: tuple[int, int]
    """The id of a numbering and the level in it."""
    borders: tuple[Border, ...]
    ground: str | None
    tabs: tuple[Tab, ...]
    right_to_left: bool
    before: float
    after: float
    leading: float
    left: float
    """On the side where reading starts."""
    right: float
    hanging: float
    contextual: bool
    """No space between paragraphs of this style."""
    align: Align
    """Left is the side where reading starts, as Word has it in paragraphs from right to left."""
    outline: int
    """The level in Word's navigation, from 0."""


def paragraph_properties(style: str = "", **layout: Unpack[Layout]) -> Xml:
    """Write `w:pPr`, or nothing; `style` is the id of a style."""
    if not layout:
        return element("pPr", element("pStyle", val=style)) if style else NOTHING
    inside = join(
        element("pStyle", val=style) if style else NOTHING,
        flag("keepNext", when=layout.get("keep_next", False)),
        flag("keepLines", when=layout.get("keep_lines", False)),
        flag("pageBreakBefore", when=layout.get("new_page", False)),
        _numbering(layout["numbering"]) if "numbering" in layout else NOTHING,
        element("pBdr", *(border(line) for line in layout["borders"])) if "borders" in layout else NOTHING,
        shade(layout.get("ground")),
        element("tabs", *(_tab(tab) for tab in layout["tabs"])) if "tabs" in layout else NOTHING,
        element("bidi", val=None if layout["right_to_left"] else 0) if "right_to_left" in layout else NOTHING,
        _spacing(layout.get("before"), layout.get("after"), layout.get("leading")),
        indent(layout.get("left"), layout.get("right"), layout.get("hanging")),
        flag("contextualSpacing", when=layout.get("contextual", False)),
        element("jc", val=layout["align"]) if "align" in layout else NOTHING,
        element("outlineLvl", val=layout["outline"]) if "outline" in layout else NOTHING,
    )
    return element("pPr", inside) if inside else NOTHING


class Letters(TypedDict, total=False):
    """What a run, or a style, may say of its letters; what it does not say is inherited."""

    style: str
    font: str
    east_asian_font: str
    complex_font: str
    bold: bool
    italic: bool
    colour: str
    tracking: float
    """Added between letters."""
    size: float
    underline: bool
    ground: str | None
    """A colour behind the letters."""
    right_to_left: bool
    complex: bool
    """Set with the complex font, size and weight, whatever the letters are."""
    language: Xml


def run_properties(**letters: Unpack[Letters]) -> Xml:
    """Write `w:rPr`, or nothing."""
    inside = join(
        element("rStyle", val=letters["style"]) if "style" in letters else NOTHING,
        _fonts(letters),
        _toggle("b", letters["bold"]) if "bold" in letters else NOTHING,
        _toggle("i", letters["italic"]) if "italic" in letters else NOTHING,
        element("color", val=colour(letters["colour"])) if "colour" in letters else NOTHING,
        element("spacing", val=twips(letters["tracking"])) if "tracking" in letters else NOTHING,
        _size(letters["size"]) if "size" in letters else NOTHING,
        element("u", val="single") if letters.get("underline", False) else NOTHING,
        shade(letters.get("ground")),
        flag("rtl", when=letters.get("right_to_left", False)),
        flag("cs", when=letters.get("complex", False)),
        letters.get("language", NOTHING),
    )
    return element("rPr", inside) if inside else NOTHING


def letters_of(look: TextStyle, than: TextStyle) -> Letters:
    """Say what tells the letters of `look` from those of `than`, the style it is based on."""
    letters = Letters()
    if look.bold != than.bold:
        letters["bold"] = look.bold
    if look.italic != than.italic:
        letters["italic"] = look.italic
    if look.colour != than.colour:
        letters["colour"] = look.colour
    if look.size != than.size:
        letters["size"] = look.size
    return letters


def indent(left: float | None, right: float | None = None, hanging: float | None = None) -> Xml:
    """Write where lines begin and end; left means the side where reading starts."""
    if left is right is hanging is None:
        return NOTHING
    return element("ind", left=_twips(left), right=_twips(right), hanging=_twips(hanging))


def border(line: Border) -> Xml:
    """Write one line of a border; Word counts its width in eighths of a point."""
    space = round(line.space)
    return element(line.side, val=line.line, sz=round(line.width * 8), space=space, color=colour(line.colour))


def shade(ground: str | None) -> Xml:
    """Write a coloured ground, or nothing."""
    return element("shd", val="clear", color="auto", fill=colour(ground)) if ground else NOTHING


def _fonts(letters: Letters) -> Xml:
    latin = letters.get("font")
    east_asian, other = letters.get("east_asian_font", latin), letters.get("complex_font", latin)
    if latin is east_asian is other is None:
        return NOTHING
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=other)


def _size(points: float) -> Xml:
    halves = round(points * 2)
    return join(element("sz", val=halves), element("szCs", val=halves))


def _toggle(name: str, value: bool) -> Xml:  # noqa: FBT001 - an element of the standard and its value
    said = None if value else 0
    return join(element(name, val=said), element(f"{name}Cs", val=said))


def _numbering(numbering: tuple[int, int]) -> Xml:
    number, level = numbering
    return element("numPr", element("ilvl", val=level), element("numId", val=number))


def _tab(tab: Tab) -> Xml:
    leader = None if tab.leader == "none" else tab.leader
    return element("tab", val=tab.align, leader=leader, pos=twips(tab.at))


def _spacing(before: float | None, after: float | None, leading: float | None) -> Xml:
    if before is after is leading is None:
        return NOTHING
    rule = None if leading is None else "atLeast"
    return element("spacing", before=_twips(before), after=_twips(after), line=_twips(leading), lineRule=rule)


def _twips(points: float | None) -> int | None:
    return None if points is None else twips(points)
