"""Memo → what is placed on pages, from the title to the sources, and the structure tree beside it."""

from collections.abc import Iterator

from briefgen.memo import Blocks, Header, Heading, Memo
from briefgen.writers.pdf.blocks import Layout
from briefgen.writers.pdf.change_bars import bar
from briefgen.writers.pdf.frames import Line
from briefgen.writers.pdf.headings import Ladder
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.lists import fields
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.writing import Spot, Writing


def story(memo: Memo, root: Element, writing: Writing) -> tuple[Leaf, ...]:
    """Lay out a memo under the `root` of its structure tree, for pages of any height."""
    layout = Layout(writing, Ladder())
    leaves = (*_header(memo.header, root, layout), *_sections(memo.blocks, root, layout))
    bar(leaves, writing)
    return leaves


def _header(header: Header, root: Element, layout: Layout) -> Iterator[Leaf]:
    """Lay out what stands above the first section, with a line under it."""
    theme = layout.writing.theme
    spot = Spot(root, theme.body)
    if header.kind:
        kind = layout.words(header.kind, theme.kind, "P", spot)
        kind.kept = True
        yield kind
    yield layout.words(header.title, theme.title, "H1", spot)
    if header.fields:
        yield from fields(header.fields, spot, layout.writing)
        below = Line(spot, layout.writing, thickness=0.5)
        below.before = 6
        yield below


def _sections(content: Blocks, root: Element, layout: Layout) -> Iterator[Leaf]:
    """Lay out blocks, those under a heading in a `Sect` of its own."""
    body = layout.writing.theme.body
    open_: list[tuple[int, Element]] = []
    """Level and element, from the outermost section to the latest."""
    for number, block in enumerate(content):
        if isinstance(block, Heading):
            while open_ and open_[-1][0] >= block.level:
                open_.pop()
            parent = open_[-1][1] if open_ else root
            open_.append((block.level, parent.add("Sect")))
        yield from layout.block(block, Spot(open_[-1][1] if open_ else root, body, path=(number,)))
