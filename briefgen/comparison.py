"""Two editions of a memo → marks on the later one, beside all whose words are new or changed.

How something is numbered counts as no difference, and the section that tells of the changes is not marked itself.
"""

from collections.abc import Iterator
from typing import assert_never

from briefgen.alignment import aligned, are_alike
from briefgen.marks import BESIDE, Marks, Path
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
)
from briefgen.values import dataclass

_TELLING = "changes"
"""The section that tells of the changes."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """What is marked as a whole: a paragraph, a heading, a row, a drawing."""

    path: Path
    kind: str
    words: str


def marks(old: Memo, new: Memo, legend: str) -> Marks:
    """Mark what is otherwise in `new` than in `old`."""
    before, after = (tuple(_passages(memo)) for memo in (old, new))
    changed, cut, is_cut = set[Path](), set[Path](), False
    for pair in aligned(before, after, lambda one: (one.kind, one.words), _are_one):
        if pair.now is None:
            is_cut = True
            continue
        if not pair.same:
            changed.add(pair.now.path)
        elif is_cut:
            cut.add(pair.now.path)
        is_cut = False
    return Marks(frozenset(changed), frozenset(cut), legend if changed or cut else "")


def _are_one(was: _Passage, now: _Passage) -> bool:
    return was.kind == now.kind and are_alike(was.words.split(), now.words.split())


def _passages(memo: Memo) -> Iterator[_Passage]:
    level = 0
    for number, block in enumerate(memo.blocks):
        if isinstance(block, Heading) and (not level or block.level <= level):
            level = block.level if block.section == _TELLING else 0
        if not level:
            yield from _of(block, (number,))


def _within(blocks: Blocks, path: Path) -> Iterator[_Passage]:
    for number, block in enumerate(blocks):
        yield from _of(block, (*path, number))


def _of(block: Block, path: Path) -> Iterator[_Passage]:
    match block:
        case Heading(_, content) | Paragraph(content):
            yield _passage(block, path, content)
        case Rule(label):
            yield from (_passage(block, path, label) for _ in label[:1])
        case BulletList(items) | OrderedList(items):
            for number, item in enumerate(items):
                yield from _within(item, (*path, number))
        case Table():
            yield from _of_table(block, path)
        case Quote(blocks, attribution):
            yield from _within(blocks, path)
            yield _passage(block, (*path, BESIDE), attribution)
        case Callout(_, title, blocks):
            yield _passage(block, path, title)
            yield from _within(blocks, path)
        case Decision(recommendations):
            for number, one in enumerate(recommendations):
                yield _passage(block, (*path, number), one.content, *one.choices)
        case Figure(_, _, table, caption):
            rows = (cell for row in (table.header, *table.rows) for cell in row)
            yield _passage(block, path, caption, *rows)
            yield from _of_table(table, (*path, 0))
        case SourceList(entries):
            for number, entry in enumerate(entries):
                yield _passage(block, (*path, number), entry.content)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _of_table(table: Table, path: Path) -> Iterator[_Passage]:
    yield _passage(table, (*path, BESIDE), table.caption)
    yield _Passage(path, "head", _said(*table.header))
    for number, row in enumerate(table.rows):
        yield _passage(table, (*path, number), *row)


def _passage(block: Block, path: Path, *content: Inlines) -> _Passage:
    return _Passage(path, type(block).__name__, _said(*content))


def _said(*content: Inlines) -> str:
    return " ".join("".join(_words(inline) for inline in inlines) for inlines in content)


def _words(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(content) | Emphasis(content) | Link(_, content) | Span(content):
            return _said(content)
        case Cite(source):
            return f"[{source}]"
        case LineBreak():
            return "\n"
        case _:
            assert_never(inline)
