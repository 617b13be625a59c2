"""Place a story on pages, with platypus's document template."""

from io import BytesIO

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from briefgen.theme import Theme
from briefgen.writers.pdf.canvas import TaggedCanvas


def place(story: list[Flowable], canvas: TaggedCanvas, theme: Theme) -> None:
    """Fill the pages of `canvas` with `story`, which is used up."""
    paper, margins = theme.paper, theme.margins
    height = paper.height - margins.top - margins.bottom
    column = Frame(margins.left, margins.bottom, theme.column, height, 0, 0, 0, 0)
    size = paper.width, paper.height
    template = BaseDocTemplate(BytesIO(), pagesize=size, pageTemplates=[PageTemplate(frames=[column])])
    template.build(story, canvasmaker=lambda *_, **__: canvas)
