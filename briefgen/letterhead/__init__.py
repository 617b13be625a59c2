"""A Word reference document → what it says of the house's look, for every format.

Page, fonts, sizes, colours and spacing come from its page set-up and its built-in styles (Normal, Title,
Heading 1 to 3, Caption, Footer); what stands in its header and footer becomes the letterhead.
Looks for which Word has no style, such as that of callouts, grow and shrink with the running text.
What the other formats could not show is told in notices instead of being shown in Word alone.
"""

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from briefgen import word_package
from briefgen.errors import ConfigurationError
from briefgen.letterhead.running import Running
from briefgen.letterhead.styles import Styles
from briefgen.notices import Notice, Place
from briefgen.theme import PAPERS, Letterhead, Margins, Paper, Theme, enlarged
from briefgen.values import dataclass

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
_BROKEN = (LookupError, ValueError, SyntaxError, AttributeError, TypeError, RecursionError, StopIteration)
"""What python-docx raises for a file whose parts are not what they say."""
_ALIKE = 3.0
"""Points by which a page may differ from a standard paper and still be that."""


@dataclass(frozen=True, slots=True)
class House:
    """How a reference document wants memos to look, and what of it cannot be done in every format."""

    theme: Theme
    notices: tuple[Notice, ...]


def read_reference(data: bytes, file: str, before: Theme) -> House:
    """Apply a Word reference document to the theme `before`; `ConfigurationError` if it is no Word document."""
    import docx

    try:
        word_package.check(data)
        return _house(docx.Document(BytesIO(data)), file, before)
    except _BROKEN as error:
        hint = "in Word: Save As, type Word Document (.docx); then name that file"
        message = f"not a Word document: {error}"
        raise ConfigurationError.of("CFG10", message, place=Place(file), hint=hint) from error


def _house(document: "Document", file: str, before: Theme) -> House:
    styles, running, section = Styles(document), Running(), document.sections[0]
    first, second, third = (styles.look(name, own) for name, own in zip(_HEADINGS, before.headings, strict=True))
    body = styles.look("Normal", before.body)
    theme = replace(
        enlarged(before, body.size / before.body.size),
        paper=_paper(section) or before.paper,
        margins=_margins(section),
        family=styles.family or before.family,
        letterhead=_letterhead(section, running, styles),
        title=styles.look("Title", before.title),
        body=body,
        headings=(first, second, third),
        colours=replace(before.colours, text=body.colour, accent=first.colour),
        small=replace(styles.spaced("Caption", before.small), colour=body.colour),
        footer=styles.look("Footer", before.footer),
    )
    if document.settings.odd_and_even_pages_header_footer:
        running.left_out.append("header and footer of even pages are left out; all pages after the first are alike")
    if len(document.sections) > 1:
        running.left_out.append("the document has several sections; the page of the first is used")
    told = {"CFG11": running.left_out, "CFG12": styles.unreadable}
    place = Place(file)
    return House(
        theme,
        tuple(
            Notice("warning", code, message, place)
            for code, messages in told.items()
            for message in dict.fromkeys(messages)
        ),
    )


def _paper(section: "Section") -> Paper | None:
    if section.page_width is None or section.page_height is None:
        return None
    width, height = section.page_width.pt, section.page_height.pt
    for paper in PAPERS.values():
        if abs(paper.width - width) < _ALIKE and abs(paper.height - height) < _ALIKE:
            return paper
    return Paper("custom", width, height)


def _margins(section: "Section") -> Margins:
    own = Margins()
    sides = ("top", "right", "bottom", "left")
    lengths = {side: getattr(section, f"{side}_margin") for side in sides}
    return Margins(**{side: getattr(own, side) if length is None else length.pt for side, length in lengths.items()})


def _letterhead(section: "Section", running: Running, styles: Styles) -> Letterhead:
    every = (
        running.strips(section.header, "header", styles),
        running.strips(section.footer, "footer", styles),
    )
    if not section.different_first_page_header_footer:
        return Letterhead(*every)
    header = running.strips(section.first_page_header, "header", styles)
    footer = running.strips(section.first_page_footer, "footer", styles)
    return Letterhead(header, footer, first_page_only=True, next_header=every[0], next_footer=every[1])
