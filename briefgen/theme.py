"""How a memo looks: page, fonts, sizes, colours and spacing, the same values for every format.

All lengths are points (1/72 inch).
The default follows a page tested by eye: a column of 160 mm, about 75 characters, 10.5 on 14.5 points.
"""

from collections.abc import Callable
from dataclasses import field, replace
from typing import Any, Literal

from briefgen.resources import FontFiles, font_files
from briefgen.values import dataclass

MILLIMETRE = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210 * MILLIMETRE, 297 * MILLIMETRE)
LETTER = Paper("Letter", 612, 792)


@dataclass(frozen=True, slots=True)
class Margins:
    """The white space around the column of text; banner, header and footer stand in it."""

    top: float = 24 * MILLIMETRE
    right: float = 25 * MILLIMETRE
    bottom: float = 22 * MILLIMETRE
    left: float = 25 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of one kind of paragraph."""

    size: float
    leading: float
    """From baseline to baseline."""
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    colour: str = "#1a1a1a"


@dataclass(frozen=True, slots=True)
class Colours:
    """Each has a contrast of at least 4.5:1 with white, except `ground`, which lies behind text, and `hairline`."""

    text: str = "#1a1a1a"
    muted: str = "#595959"
    accent: str = "#1f3a5f"
    link: str = "#1a4f8b"
    rule: str = "#8c8c8c"
    hairline: str = "#c4c4c4"
    ground: str = "#f1f4f8"
    warning: str = "#8a2b0e"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a letterhead, such as a logo."""

    png: bytes
    """RGB and opaque, as `briefgen.pictures` makes them."""
    width: float
    height: float
    alt: str
    """What it shows, for people who do not see it; empty for mere decoration."""


Side = Literal["start", "center", "end"]
"""Where a line stands; it starts where reading starts."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of a letterhead: pictures, and after them words."""

    text: str
    pictures: tuple[Picture, ...] = ()
    side: Side = "start"
    style: TextStyle = TextStyle(9, 11)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a house prints at the top and bottom of its paper, between the marking and the text."""

    header: tuple[Strip, ...] = ()
    footer: tuple[Strip, ...] = ()
    first_page_only: bool = False
    next_header: tuple[Strip, ...] = ()
    """On the pages after the first, where those above are for that only."""
    next_footer: tuple[Strip, ...] = ()

    @property
    def strips(self) -> tuple[Strip, ...]:
        """All lines that are printed on any page."""
        later = (*self.next_header, *self.next_footer) if self.first_page_only else ()
        return (*self.header, *self.footer, *later)


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything a writer must know about looks."""

    paper: Paper = A4
    margins: Margins = Margins()
    family: str = "Noto Sans"
    """The family of all text."""
    family_files: FontFiles | None = None
    """Its files, where they are not those of a package that `resources` knows."""
    colours: Colours = Colours()
    kind: TextStyle = TextStyle(9, 12, after=3, bold=True, colour="#595959")
    title: TextStyle = TextStyle(17, 22, after=8, bold=True, colour="#1f3a5f")
    label: TextStyle = TextStyle(9, 13.5, bold=True, colour="#595959")
    """The left column of the header block, and table heads."""
    body: TextStyle = TextStyle(10.5, 14.5, after=6)
    headings: tuple[TextStyle, TextStyle, TextStyle] = (
        TextStyle(13, 17, before=12, after=4, bold=True, colour="#1f3a5f"),
        TextStyle(11, 15, before=10, after=3, bold=True),
        TextStyle(10.5, 14.5, before=8, after=2, bold=True, italic=True),
    )
    """For heading levels 2, 3 and 4."""
    bluf: TextStyle = TextStyle(11.5, 16, after=4)
    line: TextStyle = TextStyle(13, 18, after=6)
    """Lines to take: read aloud, so large."""
    table: TextStyle = TextStyle(9.5, 12.5)
    small: TextStyle = TextStyle(9, 11.5, after=2)
    """Captions and the source list."""
    footer: TextStyle = TextStyle(8.5, 11, colour="#595959")
    banner: TextStyle = TextStyle(12, 15, bold=True)
    list_indent: float = 16
    number_indent: float = 9 * MILLIMETRE
    """The gap in which paragraph numbers hang."""
    label_width: float = 24 * MILLIMETRE
    """The left column of the header block."""
    decision_width: float = 42 * MILLIMETRE
    """The right column of a decision, with the answers to tick."""
    table_before: float = 4
    table_after: float = 10
    """White space around tables."""
    letterhead: Letterhead = Letterhead()
    extra_fonts: tuple[str, ...] = field(default=())
    """Paths of font files tried, in order, for characters that `family` lacks."""

    @property
    def column(self) -> float:
        """The width of the text."""
        return self.paper.width - self.margins.left - self.margins.right

    @property
    def fonts(self) -> FontFiles:
        """The files of the family."""
        return self.family_files or font_files(self.family)

    def restyled(self, change: Callable[[TextStyle], TextStyle]) -> "Theme":
        """Give the theme with each of its looks changed."""
        first, second, third = map(change, self.headings)
        looks: dict[str, Any] = {name: change(getattr(self, name)) for name in _LOOKS}
        return replace(self, headings=(first, second, third), **looks)


_LOOKS = ("kind", "title", "label", "body", "bluf", "line", "table", "small", "footer", "banner")


DEFAULT = Theme()


def enlarged(theme: Theme, factor: float) -> Theme:
    """Set all that is read larger by `factor`; title, banner and footer stay as they are."""
    first, second, third = (_scaled(style, factor) for style in theme.headings)
    return replace(
        theme,
        label=_scaled(theme.label, factor),
        body=_scaled(theme.body, factor),
        headings=(first, second, third),
        bluf=_scaled(theme.bluf, factor),
        line=_scaled(theme.line, factor),
        table=_scaled(theme.table, factor),
        small=_scaled(theme.small, factor),
    )


def _scaled(style: TextStyle, factor: float) -> TextStyle:
    """Size letters in halves of a point, as Word counts them."""
    return replace(style, size=round(style.size * factor * 2) / 2, leading=round(style.leading * factor * 2) / 2)


PAPERS = {paper.name: paper for paper in (A4, LETTER)}
