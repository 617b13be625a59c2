"""A memo taken apart: its sections, and the units in them that say one thing each."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from briefgen.memo import (
    Block,
    Blocks,
    BulletList,
    Callout,
    Cite,
    Decision,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Memo,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SourceList,
    Span,
    Strong,
    Table,
    Text,
    plain,
)
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, a list item, a row of a table or a cell of advice, with its citations."""

    text: str
    cited: tuple[str, ...]
    """Ids of the sources it cites."""
    kind: str = ""
    """The kind of callout it stands in, if any."""


def sections_of(memo: Memo) -> Mapping[str, Blocks]:
    """Give the blocks of each section that has an id, in the order of the memo."""
    found: dict[str, list[Block]] = {}
    name = ""
    for block in memo.blocks:
        match block:
            case Heading(section=str(section)) if section:
                name = section
                found[name] = []
            case Callout(kind="bluf"):
                found["bluf"] = [block]
            case _ if name:
                found[name].append(block)
            case _:
                pass
    return {section: tuple(blocks) for section, blocks in found.items()}


def units(blocks: Blocks, kind: str = "") -> tuple[Unit, ...]:
    """List what `blocks` say, one thing after the other; headings are no unit."""
    return tuple(unit for block in blocks for unit in _units(block, kind))


def everything_said(memo: Memo) -> tuple[Unit, ...]:
    """List everything the memo says outside its header and source list."""
    return tuple(
        unit for block in memo.blocks if not isinstance(block, SourceList | Heading) for unit in _units(block, "")
    )


def _units(block: Block, kind: str) -> Iterator[Unit]:
    match block:
        case Paragraph(content):
            yield _unit(content, kind)
        case BulletList(items) | OrderedList(items):
            for item in items:
                yield from _item(item, kind)
        case Table():
            yield from _rows(block, kind)
        case Figure(table=table):
            yield from _rows(table, kind)
        case Quote(blocks, attribution):
            yield from units(blocks, kind or "quote")
            yield _unit(attribution, kind)
        case Callout(callout, title, blocks):
            yield _unit(title, callout)
            yield from units(blocks, callout)
        case Decision(recommendations):
            for recommendation in recommendations:
                yield _unit(recommendation.content, kind)
        case SourceList(entries):
            for entry in entries:
                yield Unit(plain(entry.content), (entry.id,), kind)
        case Heading() | Rule() | PageBreak():
            return
        case _:
            assert_never(block)


def _item(blocks: Blocks, kind: str) -> Iterator[Unit]:
    """Take the paragraphs of an item together; lists within it stand alone."""
    own = [block for block in blocks if isinstance(block, Paragraph)]
    parts = [_unit(block.content, kind) for block in own]
    if parts:
        cited = tuple(source for part in parts for source in part.cited)
        yield Unit(" ".join(part.text for part in parts), cited, kind)
    yield from units(tuple(block for block in blocks if not isinstance(block, Paragraph)), kind)


def _rows(table: Table, kind: str) -> Iterator[Unit]:
    for row in table.rows:
        parts = [_unit(cell, kind) for cell in row]
        yield Unit(" · ".join(part.text for part in parts), tuple(s for part in parts for s in part.cited), kind)


def _unit(content: Inlines, kind: str) -> Unit:
    text = "".join("" if isinstance(inline, Cite) else plain((inline,)) for inline in content)
    return Unit(text.strip(), tuple(_cited(content)), kind)


def _cited(content: Inlines) -> Iterator[str]:
    for inline in content:
        yield from _cites(inline)


def _cites(inline: Inline) -> Iterator[str]:
    match inline:
        case Cite(source):
            yield source
        case Strong(content) | Emphasis(content) | Link(_, content) | Span(content):
            yield from _cited(content)
        case Text() | LineBreak():
            return
        case _:
            assert_never(inline)
