"""Blocks → leaves, with their elements in the structure tree."""

from dataclasses import replace
from typing import assert_never

from briefgen.marks import BESIDE
from briefgen.memo import (
    Block,
    Blocks,
    BulletList,
    Callout,
    Decision,
    Figure,
    Heading,
    Inlines,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SourceList,
    Table,
)
from briefgen.theme import TextStyle
from briefgen.values import dataclass
from briefgen.writers.pdf.decision import decision
from briefgen.writers.pdf.figures import figure
from briefgen.writers.pdf.frames import Line, Surround, TearLine, quotation, stand, surround, within
from briefgen.writers.pdf.headings import Ladder, heading
from briefgen.writers.pdf.inlines import set_inlines
from briefgen.writers.pdf.leaves import Leaf, NewPage
from briefgen.writers.pdf.lists import items, numbered, sources
from briefgen.writers.pdf.paragraphs import Prose
from briefgen.writers.pdf.tables import table
from briefgen.writers.pdf.writing import Spot, Writing

_BULLETS = "•–"
"""Of lists, and of lists in lists."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Lays out blocks, however deep they are nested."""

    writing: Writing
    ladder: Ladder

    def blocks(self, content: Blocks, spot: Spot) -> list[Leaf]:
        """Lay out blocks one under the other."""
        return [leaf for number, block in enumerate(content) for leaf in self.block(block, spot.at(number))]

    def block(self, block: Block, spot: Spot) -> list[Leaf]:
        """Lay out one block."""
        writing = self.writing
        match block:
            case Heading():
                return heading(block, spot, writing, self.ladder)
            case Paragraph(content, None):
                return [self.words(content, spot.look, "P", spot)]
            case Paragraph():
                return numbered(block, spot, writing)
            case BulletList(entries):
                bullet = _BULLETS[spot.depth % len(_BULLETS)]
                return items(entries, [bullet] * len(entries), spot, writing, self.blocks, numbering="Disc")
            case OrderedList(entries, start):
                labels = [f"{number}." for number, _ in enumerate(entries, start)]
                return items(entries, labels, spot, writing, self.blocks, numbering="Decimal")
            case Table():
                return table(block, spot, writing)
            case Quote():
                return self._quote(block, spot)
            case Callout():
                return self._callout(block, spot)
            case Decision():
                return decision(block, spot, writing)
            case Figure():
                return figure(block, spot, writing)
            case Rule(label):
                return [self._tear_line(label, spot) if label else Line(spot, writing)]
            case PageBreak():
                return [NewPage(spot, writing)]
            case SourceList():
                return sources(block, spot, writing)
            case _:
                assert_never(block)

    def words(self, content: Inlines, look: TextStyle, role: str, spot: Spot) -> Prose:
        """Lay out inlines as one paragraph of the structure type `role`."""
        element = spot.element.add(role)
        return Prose(set_inlines(content, look, element, self.writing), element, spot, self.writing, look=look)

    def _quote(self, quote: Quote, spot: Spot) -> list[Leaf]:
        around = quotation(spot.look, self.writing.theme)
        inside = within(around, spot)
        said = self.blocks(quote.blocks, inside.inside(spot.element.add("BlockQuote")))
        if quote.attribution:
            said = [*_together(said, last=True), self.words(quote.attribution, around.title, "P", inside.at(BESIDE))]
        return self._standing(said, around, spot)

    def _callout(self, callout: Callout, spot: Spot) -> list[Leaf]:
        around = surround(callout.kind, spot.look, self.writing.theme)
        inside = within(around, spot.inside(spot.element.add("Div")))
        title = [self.words(callout.title, around.title, "P", inside)] if callout.title else []
        return self._standing(_together([*title, *self.blocks(callout.blocks, inside)]), around, spot)

    def _standing(self, leaves: list[Leaf], around: Surround, spot: Spot) -> list[Leaf]:
        """Put leaves on their backdrop, with the space after it that paragraphs have, and a little more."""
        stand(leaves, around, spot, self.writing)
        if leaves:
            leaves[0].before = max(leaves[0].before, 4)
            leaves[-1].after = spot.look.after + 4
        return leaves

    def _tear_line(self, label: Inlines, spot: Spot) -> Leaf:
        look = replace(self.writing.theme.small, before=12, after=12, colour=self.writing.theme.colours.muted)
        element = spot.element.add("P")
        text = set_inlines(label, look, element, self.writing)
        return TearLine(text, element, spot, self.writing, look=look, align="center")


def _together(leaves: list[Leaf], *, last: bool = False) -> list[Leaf]:
    """Keep leaves on one page, and with `last` the next leaf too."""
    for leaf in leaves if last else leaves[:-1]:
        leaf.kept = True
    return leaves
