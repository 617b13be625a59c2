"""A Word reference document → what it says of the house's look, for every format.

Page, fonts, sizes, colours and spacing come from its page set-up and its built-in styles (Normal, Title,
Heading 1 to 3, Caption, Footer); what stands in its header and footer becomes the letterhead.
What the other formats could not show is told in notices instead of being shown in Word alone.
"""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from briefgen.errors import ConfigurationError
from briefgen.letterhead.running import Running
from briefgen.letterhead.styles import Styles
from briefgen.notices import Notice, Place
from briefgen.theme import PAPERS, Letterhead, Margins, Paper, Theme

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
_ALIKE = 3.0
"""Points by which a page may differ from a standard paper and still be that."""


@dataclass(frozen=True, slots=True)
class House:
    """How a reference document wants memos to look, and what of it cannot be done in every format."""

    theme: Theme
    notices: tuple[Notice, ...]


def read_reference(data: bytes, file: str, before: Theme) -> House:
    """Apply a Word reference document to the theme `before`; `ConfigurationError` if it is no Word document."""
    document = _opened(data, file)
    styles, running, section = Styles(document), Running(), document.sections[0]
    first, second, third = (styles.look(name, own) for name, own in zip(_HEADINGS, before.headings, strict=True))
    theme = replace(
        before,
        paper=_paper(section) or before.paper,
        margins=_margins(section),
        family=styles.family or before.family,
        letterhead=_letterhead(section, running, styles),
        title=styles.look("Title", before.title),
        body=styles.look("Normal", before.body),
        headings=(first, second, third),
        small=styles.look("Caption", before.small),
        footer=styles.look("Footer", before.footer),
    )
    told = [*styles.left_out, *running.left_out]
    if len(document.sections) > 1:
        told.append("the document has several sections; the page of the first is used")
    place = Place(file)
    return House(theme, tuple(Notice("warning", "CFG11", message, place) for message in dict.fromkeys(told)))


def _opened(data: bytes, file: str) -> "Document":
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        hint = "save the letterhead as a Word document (.docx) and name that"
        raise ConfigurationError.of("CFG10", "not a Word document", place=Place(file), hint=hint) from error


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
    first = bool(section.different_first_page_header_footer)
    header, footer = (
        (section.first_page_header, section.first_page_footer) if first else (section.header, section.footer)
    )
    return Letterhead(running.strips(header, "header", styles), running.strips(footer, "footer", styles), first)
