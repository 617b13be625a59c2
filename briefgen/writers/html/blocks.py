"""Blocks → HTML."""

from dataclasses import replace
from typing import assert_never

from briefgen.figures import draw, svg
from briefgen.marks import BESIDE, UNMARKED, Marks, Path
from briefgen.memo import (
    Block,
    Blocks,
    BulletList,
    Callout,
    Decision,
    DecisionItem,
    Figure,
    Heading,
    Inlines,
    Labels,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SourceList,
    Table,
    plain,
)
from briefgen.theme import Theme
from briefgen.values import dataclass
from briefgen.writers.html.inlines import escaped, inlines


@dataclass(frozen=True, slots=True)
class Writing:
    """What every block is written with."""

    theme: Theme
    labels: Labels
    right_to_left: bool = False
    marks: Marks = UNMARKED
    path: Path = ()
    """Where in the memo."""

    def at(self, number: int) -> "Writing":
        """Give what is written with at the place `number` within this one."""
        return replace(self, path=(*self.path, number))

    def classed(self, *names: str) -> str:
        """Write the attribute with the classes of what stands here: `names`, and whether it is marked."""
        marked = ("changed", self.path in self.marks.changed), ("cut", self.path in self.marks.cut)
        classes = " ".join((*names, *(name for name, is_so in marked if is_so)))
        return f' class="{classes}"' if classes else ""

    def inlines(self, content: Inlines) -> str:
        """Write inlines with the memo's labels."""
        return inlines(content, self.labels)


def blocks(content: Blocks, writing: Writing) -> str:
    """Write blocks one after the other, each on its line."""
    return "".join(_block(block, writing.at(number)) for number, block in enumerate(content))


def _block(block: Block, writing: Writing) -> str:
    match block:
        case Heading():
            return _heading(block, writing)
        case Paragraph(content, None):
            return f"<p{writing.classed()}>{writing.inlines(content)}</p>\n"
        case Paragraph(content, number):
            said = f'<span class="number">{number}.</span> {writing.inlines(content)}'
            return f"<p{writing.classed('numbered')}>{said}</p>\n"
        case BulletList(items):
            return f"<ul>\n{_items(items, writing)}</ul>\n"
        case OrderedList(items, start):
            first = "" if start == 1 else f' start="{start}"'
            return f"<ol{first}>\n{_items(items, writing)}</ol>\n"
        case Table():
            return _table(block, writing)
        case Quote():
            return _quote(block, writing)
        case Callout(kind, title, inside):
            heading = f"<p{writing.classed('callout-title')}>{writing.inlines(title)}</p>\n" if title else ""
            return f'<div class="callout {kind}" role="note">\n{heading}{blocks(inside, writing)}</div>\n'
        case Decision():
            return _decision(block, writing)
        case Figure():
            return _figure(block, writing)
        case Rule(label):
            return f"<p{writing.classed('tear')}><span>{writing.inlines(label)}</span></p>\n" if label else "<hr>\n"
        case PageBreak():
            return '<div class="page-break"></div>\n'
        case SourceList():
            return _sources(block, writing)
        case _:
            assert_never(block)


def _heading(heading: Heading, writing: Writing) -> str:
    tag = f"h{heading.level}"
    place = f' id="{escaped(heading.section)}"' if heading.section else ""
    number = f'<span class="number">{escaped(heading.number)}</span> ' if heading.number else ""
    return f"<{tag}{place}{writing.classed()}>{number}{writing.inlines(heading.content)}</{tag}>\n"


def _items(items: tuple[Blocks, ...], writing: Writing) -> str:
    return "".join(_item(item, writing.at(number)) for number, item in enumerate(items))


def _item(item: Blocks, writing: Writing) -> str:
    """Write an item; one paragraph alone needs no tag of its own."""
    match item:
        case (Paragraph(content, None),):
            return f"<li{writing.at(0).classed()}>{writing.inlines(content)}</li>\n"
        case _:
            return f"<li>\n{blocks(item, writing)}</li>\n"


def _table(table: Table, writing: Writing) -> str:
    beside = writing.at(BESIDE).classed()
    caption = f"<caption{beside}>{writing.inlines(table.caption)}</caption>\n" if table.caption else ""
    cells = zip(table.header, table.align, strict=True)
    head = "".join(f'<th scope="col" class="{align}">{writing.inlines(cell)}</th>' for cell, align in cells)
    rows = "".join(
        f"<tr{writing.at(number).classed()}>{_row(table, row, writing)}</tr>\n" for number, row in enumerate(table.rows)
    )
    name = escaped(plain(table.caption) or " · ".join(plain(cell) for cell in table.header))
    opening = f'<div{writing.classed("scroll")} role="group" tabindex="0" aria-label="{name}">\n<table>\n'
    return f"{opening}{caption}<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"


def _row(table: Table, row: tuple[Inlines, ...], writing: Writing) -> str:
    tags = ('th scope="row"' if table.row_headers and n == 0 else "td" for n in range(len(row)))
    return "".join(
        f'<{tag} class="{align}">{writing.inlines(cell)}</{tag.split()[0]}>'
        for tag, align, cell in zip(tags, table.align, row, strict=True)
    )


def _quote(quote: Quote, writing: Writing) -> str:
    said = f"<blockquote>\n{blocks(quote.blocks, writing)}</blockquote>\n"
    if not quote.attribution:
        return said
    by = f"<figcaption{writing.at(BESIDE).classed()}>{writing.inlines(quote.attribution)}</figcaption>"
    return f"<figure>\n{said}{by}\n</figure>\n"


def _decision(decision: Decision, writing: Writing) -> str:
    items = "".join(_decision_item(item, writing.at(number)) for number, item in enumerate(decision.items))
    labels = "".join(f'<p class="blank"><span>{writing.inlines(label)}</span></p>\n' for label in decision.signature)
    return f'<div class="decision">\n<ol>\n{items}</ol>\n{labels}</div>\n'


def _decision_item(item: DecisionItem, writing: Writing) -> str:
    choices = "".join(f"<li>{writing.inlines(choice)}</li>\n" for choice in item.choices)
    answers = f'<ul class="choices">\n{choices}</ul>\n' if choices else ""
    return f"<li{writing.classed()}><p>{writing.inlines(item.content)}</p>\n{answers}</li>\n"


def _figure(figure: Figure, writing: Writing) -> str:
    drawing = draw(figure, writing.theme, writing.theme.column, from_the_right=writing.right_to_left)
    picture = ""
    if drawing.height:
        picture = (
            f'<div{writing.classed("drawing")} role="img" aria-label="{escaped(figure.alt)}">{svg(drawing)}</div>\n'
        )
    caption = f"<figcaption>{writing.inlines(figure.caption)}</figcaption>\n" if figure.caption else ""
    return f"<figure>\n{picture}{caption}{_table(figure.table, writing.at(0))}</figure>\n"


def _sources(sources: SourceList, writing: Writing) -> str:
    entries = "".join(
        f'<li id="source-{entry.number}"{writing.at(number).classed()}><span class="number">[{entry.number}]</span> '
        f"{writing.inlines(entry.content)}</li>\n"
        for number, entry in enumerate(sources.entries)
    )
    return f'<ol class="sources">\n{entries}</ol>\n'
