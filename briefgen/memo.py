"""The memo: what every writer is given and all that a writer knows.

The waist of the program: templates and Markdown end here, formats begin here.
Values are frozen, of the standard library alone, and say what a thing *is* (a decision, a source list),
never how it looks. What a new block needs is told in docs/architecture.md; the type checker lists the places that
take blocks apart, and a test asks for it in the specimen.
"""

from typing import Literal, TypeAlias, assert_never

from briefgen.marks import UNMARKED, Marks
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, never markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance, printed bold."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words, printed in italics."""

    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web or an e-mail address."""

    url: str
    """Absolute, `http`, `https` or `mailto` only; `markdown` refuses others."""
    content: "Inlines"


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to an entry of the memo's source list, printed as its number in brackets."""

    source: str
    """The id of a `SourceEntry` of the same memo."""
    number: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words with something a machine should know: their language, or the exact value they stand for."""

    content: "Inlines"
    lang: str | None = None
    """BCP 47."""
    value: str | None = None
    """The machine's form of the words, as in HTML's `data`: `2025-03-07` for a date, `5/20` for 5 to 20 per cent."""


Inline: TypeAlias = Text | Strong | Emphasis | Link | Cite | LineBreak | Span
Inlines: TypeAlias = tuple[Inline, ...]

# --- blocks --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section."""

    level: int
    """2 to 4; level 1 is the memo's title, which stands in `Header`."""
    content: Inlines
    section: str = ""
    """The neutral id of the section it opens (`positions`, `outlook` …), empty for others."""
    number: str = ""
    """`2` or `2.1` where the audience numbers its sections, else empty."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered where the audience numbers its paragraphs."""

    content: Inlines
    number: int | None = None


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without an order; each item holds blocks, lists included."""

    items: "tuple[Blocks, ...]"


@dataclass(frozen=True, slots=True)
class OrderedList:
    """Items in an order, counted from `start`."""

    items: "tuple[Blocks, ...]"
    start: int = 1


Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under one header row; every row has as many cells as the header."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    align: tuple[Align, ...]
    row_headers: bool = False
    """The first cell of each row names the row."""
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, and under them who said it, to whom and when."""

    blocks: "Blocks"
    attribution: Inlines = ()


CalloutKind = Literal["bluf", "note", "warning", "judgement", "line"]


@dataclass(frozen=True, slots=True)
class Callout:
    """Blocks set apart: the bottom line, a note, a warning, a judgement, a line to take."""

    kind: CalloutKind
    title: Inlines
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class DecisionItem:
    """One recommendation and the answers from which the reader ticks one."""

    content: Inlines
    choices: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Recommendations, each beside its answers, and the line to sign; kept together on one page."""

    items: tuple[DecisionItem, ...]
    signature: tuple[Inlines, ...] = ()
    """The labels of the blanks to fill in by hand, such as *Minister* and *Date*; empty for none."""


FigureKind = Literal["timeline", "matrix", "scale"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing made from a table, and the table itself for those who cannot see or who want the words.

    The drawing repeats nothing that must be read: every word of a figure stands in its table, caption or `alt`.
    """

    kind: FigureKind
    alt: str
    """What the drawing shows, for people who do not see it."""
    table: Table
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page; with a label, a tear line: what stands above may be passed on."""

    label: Inlines = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source, as the reader can look it up."""

    id: str
    number: int
    content: Inlines


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources in the order of their numbers; `Cite` leads here."""

    entries: tuple[SourceEntry, ...]


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | OrderedList
    | Table
    | Quote
    | Callout
    | Decision
    | Figure
    | Rule
    | PageBreak
    | SourceList
)
Blocks: TypeAlias = tuple[Block, ...]

# --- the memo ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Banner:
    """The marking printed at the top and bottom of every page."""

    text: str
    """Exactly as its scheme spells it: `OFFICIAL-SENSITIVE`, `TLP:AMBER+STRICT`."""
    colour: str = "#1a1a1a"
    """Of the letters, as `#rrggbb`."""
    ground: str | None = None
    """Of the chip behind the letters; None for none."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The few words that writers print themselves, in the memo's language."""

    page: str = "Page {page} of {pages}"
    source: str = "Source {number}"
    """Spoken for a citation's link."""
    marking: str = "Marking"
    """Announces the banner once to people who listen."""
    label: str = "{text}:"
    """A label and what stands between it and what it labels, where they share a line."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the header block: *To*, *From*, *Through*, *Date*, *Ref* and the like."""

    label: Inlines
    content: Inlines


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the first section."""

    title: Inlines
    kind: Inlines = ()
    """What sort of paper it is, such as *Submission for decision*."""
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says of itself; nothing here that the audience may not see."""

    title: str
    language: str
    """BCP 47; decides hyphenation, direction and what a screen reader speaks."""
    created: str
    """`2025-03-12T00:00:00Z`, from the record or SOURCE_DATE_EPOCH, never from the clock."""
    author: str = ""
    """The unit or office, never the name of a machine or its user."""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    reference: str = ""
    """Printed at the foot of every page, with `status`."""
    status: str = ""
    """Version and status in words, such as *Version 2 · cleared*."""
    stamp: str = ""
    """`DRAFT` or `DRAFT – NOT CLEARED`, printed in the header of every page; empty for none."""
    organisation: str = ""
    banner: Banner | None = None
    labels: Labels = Labels()
    made_from: str = ""
    """The fingerprint of all that the memo was made from (`briefgen.provenance`); empty where nobody asked."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the memo's own: the record that the memo was made from."""

    name: str
    """Of the file, with its extension."""
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Memo:
    """A policy memo, ready to be written in any format."""

    meta: Meta
    header: Header
    blocks: Blocks
    attachments: tuple[Attachment, ...] = ()
    """Carried by PDF alone; no words of the memo are in them."""
    marks: Marks = UNMARKED
    """What is otherwise than in the last edition, for formats that show it in the margin."""


# --- reading a memo ------------------------------------------------------------------------------


def plain(content: Inlines) -> str:
    """Give the characters of `content` without its markup."""
    return "".join(_plain(inline) for inline in content)


def source_lists(blocks: Blocks) -> tuple[SourceList, ...]:
    """Find the source lists at the top level of `blocks`."""
    return tuple(block for block in blocks if isinstance(block, SourceList))


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(content) | Emphasis(content) | Link(_, content) | Span(content):
            return plain(content)
        case Cite(_, number):
            return f"[{number}]"
        case LineBreak():
            return "\n"
        case _:
            assert_never(inline)
