"""Memo → Word file: WordprocessingML written as text, part by part (ISO/IEC 29500, transitional).

How everything looks stands in styles, how everything is counted in numberings; the body says only what each
paragraph is. `docs/decisions` tells why python-docx does not write it.
"""

from briefgen.memo import Memo
from briefgen.theme import Theme
from briefgen.writers.docx.about import core_properties, custom_properties, extended_properties
from briefgen.writers.docx.blocks import blocks
from briefgen.writers.docx.front import front
from briefgen.writers.docx.namespaces import DOCUMENT
from briefgen.writers.docx.package import Part, packed
from briefgen.writers.docx.place import COLUMN
from briefgen.writers.docx.running import Running, running
from briefgen.writers.docx.writing import Writing
from briefgen.writers.docx.xml import Xml, element, named, part


def write(memo: Memo, theme: Theme) -> bytes:
    """Write `memo` as a Word file."""
    writing = Writing(memo, theme)
    margins = running(memo, theme, writing.relations)
    return _bound(memo, writing, margins, part(_document(memo, writing, margins.section)))


def redline(old: Memo, new: Memo, theme: Theme) -> bytes:
    """Write `new` as a Word file in which its differences from `old` are tracked: accept or reject them in Word."""
    from briefgen.writers.docx.tracked import tracked

    writing = Writing(new, theme)
    margins = running(new, theme, writing.relations)
    after = part(_document(new, writing, margins.section))
    earlier = Writing(old, theme, writing.numbering, writing.relations, _ids=writing._ids)  # noqa: SLF001 - one file
    before = part(_document(old, earlier, margins.section))
    return _bound(new, writing, margins, tracked(before, after, new.meta.author or "briefgen", new.meta.created))


def _bound(memo: Memo, writing: Writing, margins: Running, document: bytes) -> bytes:
    own = {
        "word/_rels/document.xml.rels": writing.relations.part(),
        "word/numbering.xml": writing.numbering.part(writing.theme),
        "docProps/core.xml": core_properties(memo.meta),
        "docProps/app.xml": extended_properties(memo.meta),
        "docProps/custom.xml": custom_properties(memo.meta),
    }
    parts = (Part("word/document.xml", document), *(Part(name, part(root)) for name, root in own.items()))
    return packed(writing.house, parts + margins.parts + tuple(writing.relations.media))


def _document(memo: Memo, writing: Writing, section: Xml) -> Xml:
    body = (front(memo.header, writing), blocks(memo.blocks, COLUMN, writing), writing.at_the_end())
    return named("w:document", DOCUMENT, element("body", *body, section))
