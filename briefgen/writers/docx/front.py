"""What stands above the first section: kind of paper, title, and to whom, from whom, when."""

from briefgen.memo import Field, Header
from briefgen.writers.docx.inlines import inlines
from briefgen.writers.docx.runs import TAB
from briefgen.writers.docx.writing import Writing
from briefgen.writers.docx.xml import NOTHING, Xml, join


def front(header: Header, writing: Writing) -> Xml:
    """Write the header block."""
    kind = writing.paragraph("Kind", writing.words(header.kind, bold=True)) if header.kind else NOTHING
    title = writing.paragraph("Title", writing.words(header.title, bold=True))
    return join(kind, title, *(_field(field, writing) for field in header.fields))


def _field(field: Field, writing: Writing) -> Xml:
    label = inlines(field.label, writing.label_voice, writing.links)
    return writing.paragraph("MemoField", join(label, TAB, writing.words(field.content)))
