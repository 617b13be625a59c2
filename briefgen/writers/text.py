"""Memo → plain text, wrapped at 72 columns as a screen shows them.

East Asian wide characters take two columns and combining marks none (UAX #11).
"""

import unicodedata
from collections.abc import Iterator
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
)
from briefgen.theme import Strip, Theme
from briefgen.writers.columns import column_widths

WIDTH = 72
"""Columns, as mail has them."""
_UNDERLINES = {2: "=", 3: "-", 4: "."}


def write(memo: Memo, theme: Theme) -> bytes:
    """Write `memo` as UTF-8 text; the marking stands first and last, and within it the words of the letterhead."""
    lines = [*_head(memo), "", *_stacked(memo.blocks, WIDTH)]
    above, below = _letterhead(theme.letterhead.header), _letterhead(theme.letterhead.footer)
    lines = [*above, *([""] if above else []), *lines, *([""] if below else []), *below]
    running = [part for part in (memo.meta.banner.text if memo.meta.banner else "", memo.meta.stamp) if part]
    if running:
        line = " · ".join(running)
        lines = [line, "", *lines, "", line]
    foot = " · ".join(part for part in (memo.meta.reference, memo.meta.status) if part)
    lines += ["", foot] if foot else []
    return ("\n".join(line.rstrip() for line in lines) + "\n").encode()


def _letterhead(strips: tuple[Strip, ...]) -> list[str]:
    """Give what a letterhead says; of a line that has only pictures, what they show."""
    told = (strip.text or ", ".join(picture.alt for picture in strip.pictures if picture.alt) for strip in strips)
    return [line for words in told for line in _wrapped(words, WIDTH)]


def _head(memo: Memo) -> Iterator[str]:
    header = memo.header
    if header.kind:
        yield from _wrapped(_inlines(header.kind), WIDTH)
    title = _wrapped(_inlines(header.title), WIDTH)
    yield from (*title, "*" * max((_columns(line) for line in title), default=0))
    if header.fields:
        yield ""
    labels = [memo.meta.labels.label.format(text=_inlines(field.label)) for field in header.fields]
    widest = min(25, max((_columns(label) for label in labels), default=0))
    for label, field in zip(labels, header.fields, strict=True):
        yield from _hung(label + " " * max(1, widest + 1 - _columns(label)), _wrapped(_inlines(field.content), 50))


def _stacked(blocks: Blocks, width: int) -> list[str]:
    """Set blocks one under the other with an empty line between."""
    lines: list[str] = []
    for block in blocks:
        written = _block(block, width)
        if written:
            lines += ["", *written] if lines else written
    return lines


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading(level, content, _, number):
            title = _wrapped(f"{number} {_inlines(content)}".strip(), width)
            return ["", *title, _UNDERLINES[level] * max(_columns(line) for line in title)]
        case Paragraph(content, None):
            return _wrapped(_inlines(content), width)
        case Paragraph(content, number):
            return _hung(f"{number}.".ljust(4), _wrapped(_inlines(content), width - 4))
        case BulletList(items):
            return [line for item in items for line in _hung("- ", _item(item, width - 2))]
        case OrderedList(items, start):
            numbered = enumerate(items, start)
            return [line for n, item in numbered for line in _hung(f"{n}. ".ljust(4), _item(item, width - 4))]
        case Table():
            return _table(block, width)
        case Quote(blocks, attribution):
            by = ["", *_hung("-- ", _wrapped(_inlines(attribution), width - 7))] if attribution else []
            return _hung("    ", [*_stacked(blocks, width - 4), *by])
        case Callout(_, title, blocks):
            heading = [*_wrapped(_inlines(title).upper(), width - 2)] if title else []
            return _marked("| ", [*heading, *_stacked(blocks, width - 2)])
        case Decision():
            return _decision(block, width)
        case Figure(_, alt, table, caption):
            shown = _table(table, width)
            described = _wrapped(f"[{alt}]", width)
            return [*described, "", *shown, *(["", *_wrapped(_inlines(caption), width)] if caption else [])]
        case Rule(label):
            return [f" {_inlines(label)} ".center(width, "-")] if label else ["-" * width]
        case PageBreak():
            return []
        case SourceList(entries):
            return [
                line
                for entry in entries
                for line in _hung(f"[{entry.number}] ".ljust(5), _wrapped(_inlines(entry.content), width - 5))
            ]
        case _:
            assert_never(block)


def _item(blocks: Blocks, width: int) -> list[str]:
    return _stacked(blocks, width) or [""]


def _decision(decision: Decision, width: int) -> list[str]:
    lines: list[str] = []
    for number, item in enumerate(decision.items, start=1):
        answers = "   ".join(f"[ ] {_inlines(choice)}" for choice in item.choices)
        text = [*_wrapped(_inlines(item.content), width - 4), *_wrapped(answers, width - 4)]
        lines += _hung(f"{number}. ".ljust(4), text)
    if decision.signature:
        blanks = "   ".join(f"{_inlines(label)} ____________________" for label in decision.signature)
        lines += ["", *_wrapped(blanks, width)]
    return lines


def _table(table: Table, width: int) -> list[str]:
    """Set a table in columns, or row by row where its columns would become too narrow to read."""
    caption = [*_wrapped(_inlines(table.caption), width), ""] if table.caption else []
    room = width - 2 * (len(table.header) - 1)
    widths = [int(part) for part in column_widths(table, room)]
    if min(widths) < _MOST_NARROW:
        return [*caption, *_rows_as_lists(table, width)]
    rule = "  ".join("-" * part for part in widths)
    rows = [_row(row, widths) for row in table.rows]
    return [*caption, *_row(table.header, widths), rule, *(line for row in rows for line in row)]


_MOST_NARROW = 9


def _row(cells: tuple[Inlines, ...], widths: list[int]) -> list[str]:
    columns = [_wrapped(_inlines(cell), width) for cell, width in zip(cells, widths, strict=True)]
    height = max(len(column) for column in columns)
    filled = [column + [""] * (height - len(column)) for column in columns]
    return [
        "  ".join(_padded(part, width) for part, width in zip(line, widths, strict=True))
        for line in zip(*filled, strict=True)
    ]


def _rows_as_lists(table: Table, width: int) -> list[str]:
    lines = _wrapped(" · ".join(_inlines(cell) for cell in table.header), width)
    for row in table.rows:
        first, *rest = (_wrapped(_inlines(cell), width - 2) for cell in row)
        lines += ["", *first, *(line for cell in rest for line in _marked("  ", cell))]
    return lines


def _inlines(content: Inlines) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(content) | Emphasis(content) | Span(content):
            return _inlines(content)
        case Link(url, content):
            words = _inlines(content)
            return words if words in {url, url.removeprefix("mailto:")} else f"{words} <{url}>"
        case Cite(_, number):
            return f"[{number}]"
        case LineBreak():
            return "\n"
        case _:
            assert_never(inline)


def _wrapped(text: str, width: int) -> list[str]:
    """Break `text` into lines of at most `width` columns; a word that is longer stands alone on its line."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and _columns(line) + 1 + _columns(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def _hung(mark: str, lines: list[str]) -> list[str]:
    """Put `mark` before the first line and as much space before the others."""
    return [f"{mark if index == 0 else ' ' * _columns(mark)}{line}" for index, line in enumerate(lines)]


def _marked(mark: str, lines: list[str]) -> list[str]:
    return [f"{mark}{line}" for line in lines]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _columns(text))


def _columns(text: str) -> int:
    """Count the columns that `text` takes on a screen."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
