"""Place a story on pages, with platypus's document template; the first may have less room than those that follow."""

from io import BytesIO

from reportlab.platypus.doctemplate import BaseDocTemplate, LayoutError, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from briefgen.errors import WriteError
from briefgen.theme import Theme
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.room import Room


def place(story: list[Flowable], canvas: TaggedCanvas, theme: Theme, first: Room, others: Room) -> None:
    """Fill the pages of `canvas` with `story`, which is used up; `WriteError` if a part fits on no page."""
    pages = [
        PageTemplate("first", [_column(theme, first)], autoNextPageTemplate="others"),
        PageTemplate("others", [_column(theme, others)]),
    ]
    template = BaseDocTemplate(BytesIO(), pagesize=(theme.paper.width, theme.paper.height), pageTemplates=pages)
    try:
        template.build(story, canvasmaker=lambda *_, **__: canvas)
    except LayoutError as error:
        hint = "make the letterhead lower, the letters smaller or the margins narrower"
        raise WriteError.of("PDF03", "a part of the memo is higher than its page", hint=hint) from error


def _column(theme: Theme, room: Room) -> Frame:
    height = theme.paper.height - room.top - room.bottom
    return Frame(theme.margins.left, room.bottom, theme.column, height, 0, 0, 0, 0)
