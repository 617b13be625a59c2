"""Memo → plain content for the peers: the same words in the same order, in blocks that all of them have.

A figure becomes its table, a decision a numbered list with the answers to tick; neither is drawn by the peers.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Literal, assert_never

from benchmarks.plain import Block, Content, Run, Runs

from briefgen.memo import (
    Block as MemoBlock,
)
from briefgen.memo import (
    Blocks,
    BulletList,
    Callout,
    Cite,
    Decision,
    Emphasis,
    Figure,
    Heading,
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
from briefgen.memo_words import words

_LONG = 8
"""Letters of a word that a narrow column may break."""
_KINDS = Literal["heading", "paragraph", "bullets", "numbers", "table", "quote", "callout", "sources"]


def content_of(memo: Memo) -> Content:
    """Give the content of a memo."""
    meta, header = memo.meta, memo.header
    return {
        "language": meta.language,
        "title": plain(header.title),
        "kind": plain(header.kind),
        "banner": meta.banner.text if meta.banner else "",
        "footer": " · ".join(part for part in (meta.reference, meta.status) if part),
        "fields": [(plain(field.label), list(_runs(field.content))) for field in header.fields],
        "blocks": [made for block in memo.blocks for made in _blocks(block)],
    }


def lost(memo: Memo, text: str) -> tuple[str, ...]:
    """List the words of a memo that a text read back from a file lacks, wherever they stand in it.

    Words end where digits begin: the number of a list may touch the item. A long word may be broken in a narrow column.
    """
    wanted, found = (Counter(re.findall(r"[^\W\d]+|\d+", _folded(said))) for said in (" ".join(words(memo)), text))
    squeezed = re.sub(r"[\W\d]", "", _folded(text))
    missing = wanted - found
    broken = [word for word in missing if len(word) >= _LONG and squeezed.count(word) >= wanted[word]]
    return tuple(sorted(word for word in missing.elements() if word not in broken))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()


def _block(
    kind: _KINDS,
    runs: Inlines | Runs = (),
    *,
    items: list[Runs] | None = None,
    rows: list[list[Runs]] | None = None,
    level: int = 0,
) -> Block:
    said = runs if isinstance(runs, list) else list(_runs(runs))
    return {"kind": kind, "level": level, "runs": said, "items": items or [], "rows": rows or []}


def _blocks(block: MemoBlock) -> Iterator[Block]:
    match block:
        case Heading(level, content):
            yield _block("heading", content, level=level)
        case Paragraph(content) | Rule(content):
            yield _block("paragraph", content)
        case BulletList(items):
            yield _block("bullets", items=[_joined(item) for item in items])
        case OrderedList(items):
            yield _block("numbers", items=[_joined(item) for item in items])
        case Table(header, rows, caption=caption):
            cells = [[list(_runs(cell)) for cell in row] for row in rows]
            yield _block("table", caption, items=[list(_runs(cell)) for cell in header], rows=cells)
        case Quote(blocks, attribution):
            yield _block("quote", attribution, items=_paragraphs(blocks))
        case Callout(_, title, blocks):
            yield _block("callout", title, items=_paragraphs(blocks))
        case Decision(items, signature):
            yield _block("numbers", items=[_answered(item.content, item.choices) for item in items])
            if signature:
                yield _block("paragraph", [_run(f"{plain(label)} {'_' * 20} ") for label in signature])
        case Figure(_, _, table, caption):
            yield _block("paragraph", caption)
            yield from _blocks(table)
        case PageBreak():
            return
        case SourceList(entries):
            yield _block("sources", items=[list(_runs(entry.content)) for entry in entries])
        case _:
            assert_never(block)


def _paragraphs(blocks: Blocks) -> list[Runs]:
    """Give blocks within others as paragraphs, one for each item of a list."""
    return [runs for block in blocks for made in _blocks(block) for runs in (made["items"] or [made["runs"]])]


def _joined(item: Blocks) -> Runs:
    first, *others = _paragraphs(item)
    return [*first, *(run for runs in others for run in (_run("\n"), *runs))]


def _answered(content: Inlines, choices: tuple[Inlines, ...]) -> Runs:
    return [*_runs(content), _run("\n"), *(_run(f"[ ] {plain(choice)}  ") for choice in choices)]


def _runs(content: Inlines, *, bold: bool = False, italic: bool = False, url: str = "") -> Iterator[Run]:
    for inline in content:
        match inline:
            case Text(text):
                yield _run(text, bold=bold, italic=italic, url=url)
            case LineBreak():
                yield _run("\n")
            case Cite(_, number):
                yield _run(f"[{number}]", bold=bold, italic=italic, url=f"#source-{number}")
            case Strong(inner):
                yield from _runs(inner, bold=True, italic=italic, url=url)
            case Emphasis(inner):
                yield from _runs(inner, bold=bold, italic=True, url=url)
            case Link(address, inner):
                yield from _runs(inner, bold=bold, italic=italic, url=address)
            case Span(inner):
                yield from _runs(inner, bold=bold, italic=italic, url=url)
            case _:
                assert_never(inline)


def _run(text: str, *, bold: bool = False, italic: bool = False, url: str = "") -> Run:
    return {"text": text, "bold": bold, "italic": italic, "url": url}
