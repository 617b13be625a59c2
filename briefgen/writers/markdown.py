"""Memo → Markdown, in the dialect that templates are written in: `briefgen.markdown` reads it back as the same memo."""

from collections.abc import Iterator
from typing import assert_never

from briefgen.markdown_escape import escape
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
from briefgen.theme import Theme

_DELIMITERS = {"left": "---", "right": "--:", "center": ":-:"}


def write(memo: Memo, theme: Theme) -> bytes:  # noqa: ARG001 - Markdown has no looks
    """Write `memo` as UTF-8 Markdown."""
    return ("\n".join([*_head(memo), *_stacked(memo.blocks)]) + "\n").encode()


def _head(memo: Memo) -> Iterator[str]:
    header = memo.header
    yield f"# {_inlines(header.title)}"
    if header.kind:
        yield from ("", "{.kind}", _inlines(header.kind))
    if header.fields:
        yield from ("", "{.header}")
        yield from (f"- **{_inlines(field.label)}** {_inlines(field.content)}" for field in header.fields)
    yield ""


def _stacked(blocks: Blocks) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines += ["", *_block(block)] if lines else _block(block)
    return lines


def _block(block: Block) -> list[str]:
    match block:
        case Heading(level, content, section):
            return [*([f"{{section={section}}}"] if section else []), f"{'#' * level} {_inlines(content)}"]
        case Paragraph(content):
            return _inlines(content).split("\n")
        case BulletList(items):
            return [line for item in items for line in _hung("- ", _stacked(item))]
        case OrderedList(items, start):
            return [line for n, item in enumerate(items, start) for line in _hung(f"{n}. ", _stacked(item))]
        case Table():
            return _table(block)
        case Quote(blocks, attribution):
            by = ["", "{.by}", *_inlines(attribution).split("\n")] if attribution else []
            return _quoted([*_stacked(blocks), *by])
        case Callout(kind, title, blocks):
            heading = [f"**{_inlines(title)}**", ""] if title else []
            return [f"{{.callout .{kind}}}", *_quoted([*heading, *_stacked(blocks)])]
        case Decision():
            return _decision(block)
        case Figure(kind, alt, table, caption):
            under = ["", "{.caption}", _inlines(caption)] if caption else []
            return [f"![{escape(alt)}](figure:{kind})", "", *_table(table), *under]
        case Rule(label):
            return ["{.tear}", _inlines(label)] if label else ["---"]
        case PageBreak():
            return ["{.pagebreak}", "---"]
        case SourceList(entries):
            return ["{.sources}", *(f"- [@{entry.id}] {_inlines(entry.content)}" for entry in entries)]
        case _:
            assert_never(block)


def _decision(decision: Decision) -> list[str]:
    lines = ["{.decision}"]
    for number, item in enumerate(decision.items, start=1):
        lines.append(f"{number}. {_inlines(item.content)}")
        lines += [f"   - {_inlines(choice)}" for choice in item.choices]
    if decision.signature:
        lines += ["", "{.signature}", *(f"- {_inlines(label)}" for label in decision.signature)]
    return lines


def _table(table: Table) -> list[str]:
    lines = ["{.rowheads}"] if table.row_headers else []
    lines += [_row(table.header), "|" + "|".join(_DELIMITERS[align] for align in table.align) + "|"]
    lines += [_row(row) for row in table.rows]
    return [*lines, *(["", "{.caption}", _inlines(table.caption)] if table.caption else [])]


def _row(cells: tuple[Inlines, ...]) -> str:
    return "| " + " | ".join(_inlines(cell) for cell in cells) + " |"


def _inlines(content: Inlines) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return _spaced(text)
        case Strong(content):
            return f"**{_inlines(content)}**"
        case Emphasis(content):
            return f"*{_inlines(content)}*"
        case Link(url, content):
            return f"[{_inlines(content)}](<{url}>)"
        case Cite(source):
            return f"[@{source}]"
        case LineBreak():
            return "\\\n"
        case Span(content, lang, value):
            said = [f'{key}="{machine}"' for key, machine in (("lang", lang), ("value", value)) if machine]
            return f"[{_inlines(content)}]{{{' '.join(said)}}}"
        case _:
            assert_never(inline)


def _spaced(text: str) -> str:
    """Escape `text` and keep the single spaces that part it from its neighbours."""
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{escape(text)}{' ' * (after and bool(text.strip()))}"


def _hung(mark: str, lines: list[str]) -> list[str]:
    return [f"{mark if n == 0 else ' ' * len(mark) if line else ''}{line}" for n, line in enumerate(lines or [""])]


def _quoted(lines: list[str]) -> list[str]:
    return [f"> {line}" if line else ">" for line in lines]
