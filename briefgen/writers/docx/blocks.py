"""Blocks → paragraphs and tables."""

from typing import assert_never

from briefgen.memo import (
    Block,
    Blocks,
    BulletList,
    Callout,
    Decision,
    Figure,
    Heading,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SourceEntry,
    SourceList,
    Table,
)
from briefgen.writers.docx.decision import decision
from briefgen.writers.docx.inlines import anchor
from briefgen.writers.docx.pictures import picture
from briefgen.writers.docx.place import COLUMN, Place
from briefgen.writers.docx.properties import Layout
from briefgen.writers.docx.set_apart import callout, quote
from briefgen.writers.docx.tables import table
from briefgen.writers.docx.writing import Writing
from briefgen.writers.docx.xml import NOTHING, Xml, element, join

_CALLOUT_GAP = 10.0


def blocks(content: Blocks, place: Place, writing: Writing) -> Xml:
    """Write blocks one after the other."""
    return join(*(_block(block, place, writing) for block in content))


def _block(block: Block, place: Place, writing: Writing) -> Xml:
    match block:
        case Heading():
            return _heading(block, place, writing)
        case Paragraph():
            return _paragraph(block, place, writing)
        case BulletList(items):
            numbering = writing.numbering.bullets(place.lists)
            return _list(items, "ListBullet", numbering, place, writing)
        case OrderedList(items, start):
            numbering = writing.numbering.ordered(place.lists, place.level, start)
            return _list(items, "ListNumber", numbering, place, writing)
        case Table():
            return table(block, place, writing)
        case Quote():
            return _quote(block, place, writing)
        case Callout():
            return _callout(block, place, writing)
        case Decision():
            return decision(block, place, writing)
        case Figure():
            return join(picture(block, place, writing), table(block.table, place, writing))
        case Rule(label):
            return writing.paragraph("TearLine" if label else "Rule", writing.words(label), **place.moved)
        case PageBreak():
            writing.new_page = True
            return NOTHING
        case SourceList(entries):
            return join(*(_source(entry, place, writing) for entry in entries))
        case _:
            assert_never(block)


def _heading(heading: Heading, place: Place, writing: Writing) -> Xml:
    level = heading.level - 2
    layout = place.moved
    if heading.number:
        layout |= Layout(numbering=(writing.numbering.heading(heading.number, level), level))
    return writing.paragraph(f"Heading{level + 1}", writing.words(heading.content, bold=True), **layout)


def _paragraph(paragraph: Paragraph, place: Place, writing: Writing) -> Xml:
    words = writing.words(paragraph.content)
    if paragraph.number is None:
        return writing.paragraph(place.style, words, **place.layout)
    numbering = _number(paragraph.number, place, writing)
    return writing.paragraph("NumberedParagraph" if place == COLUMN else place.style, words, numbering=(numbering, 0))


def _number(number: int, place: Place, writing: Writing) -> int:
    """Let Word count the numbered paragraphs of the column; those within other blocks have a count of their own."""
    if place == COLUMN:
        return writing.numbering.counted("paragraphs", number)
    return writing.numbering.fixed(f"{number}.", place.left)


def _list(items: tuple[Blocks, ...], style: str, numbering: int, place: Place, writing: Writing) -> Xml:
    step = writing.theme.list_indent
    named, layout = place.listed(style, numbering, step)
    return join(*(_item(item, named, layout, place.item(step), writing) for item in items))


def _item(item: Blocks, style: str, layout: Layout, place: Place, writing: Writing) -> Xml:
    """Write an item, its first paragraph beside the mark; a mark without words stands before any other block."""
    words, others = NOTHING, item
    match item:
        case (Paragraph(content, None), *_):
            words, others = writing.words(content), item[1:]
        case _:
            pass
    return join(writing.paragraph(style, words, **layout), blocks(others, place, writing))


def _quote(content: Quote, place: Place, writing: Writing) -> Xml:
    said = quote(writing.house)
    written = blocks(content.blocks, place.within(said, kept=bool(content.attribution)), writing)
    if content.attribution:
        words = writing.words(content.attribution)
        written = join(written, writing.paragraph("QuoteSource", words, **place.within(said).layout))
    writing.gap = writing.theme.body.after + 2
    return written


def _callout(content: Callout, place: Place, writing: Writing) -> Xml:
    apart = callout(writing.house, content.kind)
    inside = place.within(apart)
    title = NOTHING
    if content.title:
        title = writing.paragraph(f"{apart.style}Title", writing.words(content.title, bold=True), **inside.layout)
    written = join(title, blocks(content.blocks, inside, writing))
    writing.gap = _CALLOUT_GAP
    return written


def _source(entry: SourceEntry, place: Place, writing: Writing) -> Xml:
    numbering = writing.numbering.counted("sources", entry.number)
    name = anchor(entry.number)
    words = writing.words(entry.content)
    if name not in writing.marked:
        writing.marked.add(name)
        mark = writing.next_id()
        words = join(element("bookmarkStart", id=mark, name=name), words, element("bookmarkEnd", id=mark))
    return writing.paragraph("Source", words, **(place.moved | Layout(numbering=(numbering, 0))))
