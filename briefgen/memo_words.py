"""The words of a memo, as everything that compares, counts or sends them sees it."""

from collections.abc import Iterator
from typing import assert_never

from briefgen.memo import (
    Block,
    Blocks,
    BulletList,
    Callout,
    Decision,
    Figure,
    Heading,
    Memo,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SourceList,
    Table,
    plain,
)


def words(memo: Memo) -> tuple[str, ...]:
    """List what every writer must print between the running header and footer, piece by piece in reading order.

    List numbers, paragraph numbers and the marks of bullets are left out: formats count them in their own ways.
    """
    header = memo.header
    pieces = [plain(header.kind), plain(header.title)]
    for field in header.fields:
        pieces += [plain(field.label), plain(field.content)]
    pieces += _words(memo.blocks)
    return tuple(piece for piece in pieces if piece)


def _words(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _words_of(block)


def _words_of(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, content) | Paragraph(content) | Rule(content):
            yield plain(content)
        case BulletList(items) | OrderedList(items):
            for item in items:
                yield from _words(item)
        case Table():
            yield from _words_of_table(block)
        case Quote(blocks, attribution):
            yield from _words(blocks)
            yield plain(attribution)
        case Callout(_, title, blocks):
            yield plain(title)
            yield from _words(blocks)
        case Decision(recommendations, signature):
            for recommendation in recommendations:
                yield plain(recommendation.content)
                yield from (plain(choice) for choice in recommendation.choices)
            yield from (plain(label) for label in signature)
        case Figure(_, _, table, caption):
            yield plain(caption)
            yield from _words_of_table(table)
        case PageBreak():
            return
        case SourceList(entries):
            yield from (plain(entry.content) for entry in entries)
        case _:
            assert_never(block)


def _words_of_table(table: Table) -> Iterator[str]:
    yield plain(table.caption)
    for row in (table.header, *table.rows):
        yield from (plain(cell) for cell in row)
