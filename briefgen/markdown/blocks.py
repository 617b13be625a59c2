"""Read the header and the blocks of a memo."""

import re
from collections import deque
from collections.abc import Iterator
from typing import cast, get_args

from markdown_it.tree import SyntaxTreeNode

from briefgen.markdown.dialect import classes
from briefgen.markdown.inlines import InlineReader, trimmed
from briefgen.markdown.refusals import Refusals, line_of
from briefgen.memo import (
    Align,
    Block,
    Blocks,
    BulletList,
    Callout,
    CalloutKind,
    Cite,
    Decision,
    DecisionItem,
    Field,
    Figure,
    FigureKind,
    Header,
    Heading,
    Inlines,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SourceEntry,
    SourceList,
    Strong,
    Table,
    plain,
)
from briefgen.notices import Notice, Place

_CALLOUTS = cast("tuple[CalloutKind, ...]", get_args(CalloutKind))
_FIGURES = cast("tuple[FigureKind, ...]", get_args(FigureKind))
_CLASSES = {
    "bullet_list": {"header", "signature", "sources"},
    "ordered_list": {"decision"},
    "paragraph": {"kind", "by", "caption", "tear", "unnumbered"},
    "blockquote": {"callout", *_CALLOUTS},
    "table": {"rowheads"},
    "hr": {"pagebreak"},
    "heading": {"unnumbered"},
}
"""What may be said of each kind of block."""
_ELSEWHERE = {
    "header": "right after the title",
    "kind": "right after the title",
    "signature": "right after a decision",
    "by": "at the end of a quotation",
    "caption": "right after a table",
}
"""What belongs to another block, and where it stands to be taken for a part of it."""
_ATTRIBUTES = {"heading": {"class", "section"}, "ordered_list": {"class", "start"}}
_NAMES = {
    "bullet_list": "list",
    "ordered_list": "numbered list",
    "blockquote": "quotation",
    "hr": "rule",
    "paragraph": "paragraph",
    "table": "table",
    "heading": "heading",
}
_ALIGN: dict[str, Align] = {"text-align:right": "right", "text-align:center": "center"}
_CELL_BORDER = re.compile(r"(?<!\\)\|")


class BlockReader:
    """Turns nodes into blocks, and refuses what cannot be one."""

    def __init__(self, refusals: Refusals, inlines: InlineReader) -> None:
        self.refusals, self.inlines = refusals, inlines.read
        self.refuse = refusals.refuse

    # --- header ---

    def header(self, nodes: deque[SyntaxTreeNode]) -> tuple[Header, deque[SyntaxTreeNode]]:
        """Take the title, the kind of paper and the header lines from the front of `nodes`."""
        title: Inlines = ()
        if nodes and (nodes[0].type, nodes[0].tag) == ("heading", "h1"):
            title = self.inlines(nodes.popleft())
        if not title:
            notice = Notice("error", "MD01", "the memo does not begin with its title", Place(self.refusals.file, 1))
            self.refusals.notices.append(notice)
        kind: Inlines = ()
        fields: tuple[Field, ...] = ()
        if nodes and "kind" in classes(nodes[0]):
            kind = self.inlines(nodes.popleft())
        if nodes and "header" in classes(nodes[0]):
            fields = tuple(self._field(item) for item in nodes.popleft().children)
        return Header(title, kind, fields), nodes

    def _field(self, item: SyntaxTreeNode) -> Field:
        match self.inlines(item.children[0]) if item.children else ():
            case (Strong(label), *content):
                return Field(label, trimmed(content))
            case content:
                self.refuse(item, "MD02", "a header line begins with its label, as in `- **To** the Minister`")
                return Field((), tuple(content))

    # --- blocks ---

    def blocks(self, nodes: deque[SyntaxTreeNode]) -> Blocks:
        """Read all `nodes`; some take those that follow them for parts of their own."""
        return tuple(self._blocks(nodes))

    def _blocks(self, nodes: deque[SyntaxTreeNode]) -> Iterator[Block]:
        while nodes:
            node = nodes.popleft()
            self._check_attributes(node)
            block = self._block(node, classes(node), nodes)
            if block is not None:
                yield block

    def _check_attributes(self, node: SyntaxTreeNode) -> None:
        called = _NAMES.get(node.type, "block")
        for name in sorted(classes(node) - _CLASSES.get(node.type, set())):
            self.refuse(node, "MD03", f"`{{.{name}}}` means nothing before this {called}")
        for name in sorted(classes(node) & _ELSEWHERE.keys() & _CLASSES.get(node.type, set())):
            self.refuse(node, "MD06", f"`{{.{name}}}` stands {_ELSEWHERE[name]}")
        for name in sorted(set(node.attrs) - _ATTRIBUTES.get(node.type, {"class"})):
            self.refuse(node, "MD03", f"`{name}` means nothing before this {called}")

    def _block(self, node: SyntaxTreeNode, said: set[str], rest: deque[SyntaxTreeNode]) -> Block | None:
        match node.type:
            case "heading":
                return self._heading(node)
            case "paragraph":
                return self._paragraph(node, said, rest)
            case "bullet_list" if "sources" in said:
                return self._sources(node)
            case "bullet_list":
                return BulletList(self._items(node))
            case "ordered_list" if "decision" in said:
                return self._decision(node, rest)
            case "ordered_list":
                return OrderedList(self._items(node), int(node.attrs.get("start", 1)))
            case "table":
                return self._table(node, rest)
            case "blockquote":
                return self._callout(node, said) if said else self._quote(node)
            case "hr":
                return PageBreak() if "pagebreak" in said else Rule()
            case other:
                self.refuse(node, "MD04", f"a memo cannot hold this ({other})")
                return None

    def _heading(self, node: SyntaxTreeNode) -> Heading | None:
        level = int(node.tag[1])
        if level not in (2, 3, 4):
            wanted = "a second title" if level == 1 else f"a heading of level {level}"
            self.refuse(node, "MD05", f"{wanted}; sections have headings of levels 2 to 4")
            return None
        content = self.inlines(node)
        if not content:
            self.refuse(node, "MD05", "a heading without words")
        return Heading(level, content, str(node.attrs.get("section", "")))

    def _paragraph(self, node: SyntaxTreeNode, said: set[str], rest: deque[SyntaxTreeNode]) -> Block | None:
        picture = _lone_picture(node)
        if picture:
            return self._figure(picture, rest)
        content = self.inlines(node)
        if "tear" in said:
            return Rule(content)
        return Paragraph(content, number=0 if "unnumbered" in said else None) if content else None

    def _items(self, node: SyntaxTreeNode) -> tuple[Blocks, ...]:
        return tuple(self.blocks(deque(item.children)) for item in node.children)

    def _sources(self, node: SyntaxTreeNode) -> SourceList:
        entries = tuple(self._source(item) for item in node.children)
        ids = [entry.id for entry in entries]
        for item, entry in zip(node.children, entries, strict=True):
            if entry.id and ids.count(entry.id) > 1:
                self.refuse(item, "MD07", f"[@{entry.id}] begins more than one entry of the source list")
        return SourceList(entries)

    def _source(self, item: SyntaxTreeNode) -> SourceEntry:
        match self.inlines(item.children[0]) if item.children else ():
            case (Cite(source, number), *content) if len(item.children) == 1:
                return SourceEntry(source, number, trimmed(content))
            case _:
                self.refuse(item, "MD07", "an entry of the source list is one paragraph beginning with `[@id]`")
                return SourceEntry("", 0, ())

    def _decision(self, node: SyntaxTreeNode, rest: deque[SyntaxTreeNode]) -> Decision:
        items = tuple(self._recommendation(item) for item in node.children)
        signature: tuple[Inlines, ...] = ()
        if rest and "signature" in classes(rest[0]):
            signature = tuple(self.inlines(item.children[0]) for item in rest.popleft().children if item.children)
        return Decision(items, signature)

    def _recommendation(self, item: SyntaxTreeNode) -> DecisionItem:
        match [(child.type, child) for child in item.children]:
            case [("paragraph", text), ("bullet_list", choices)]:
                answers = tuple(self.inlines(choice.children[0]) for choice in choices.children if choice.children)
                return DecisionItem(self.inlines(text), answers)
            case _:
                self.refuse(item, "MD08", "a recommendation is one paragraph and under it the list of its answers")
                return DecisionItem((), ())

    def _table(self, node: SyntaxTreeNode, rest: deque[SyntaxTreeNode]) -> Table:
        head, *bodies = node.children
        header = head.children[0].children
        align = tuple(_ALIGN.get(str(cell.attrs.get("style", "")), "left") for cell in header)
        lines = [row for body in bodies for row in body.children]
        for row in lines:
            self._check_cells(row, len(header))
        rows = tuple(tuple(self.inlines(cell) for cell in row.children) for row in lines)
        titles = tuple(self.inlines(cell) for cell in header)
        return Table(titles, rows, align, "rowheads" in classes(node), self._caption(rest))

    def _check_cells(self, row: SyntaxTreeNode, columns: int) -> None:
        """Refuse a row with more cells than columns: Markdown would leave out those at its end."""
        written = self.refusals.line(line_of(row)).lstrip(" >").strip()
        cells = len(_CELL_BORDER.split(written.removeprefix("|").removesuffix("|")))
        if cells > columns:
            self.refuse(row, "MD15", f"this row has {cells} cells, its header {columns}")

    def _caption(self, rest: deque[SyntaxTreeNode]) -> Inlines:
        return self.inlines(rest.popleft()) if rest and "caption" in classes(rest[0]) else ()

    def _figure(self, picture: SyntaxTreeNode, rest: deque[SyntaxTreeNode]) -> Figure | None:
        scheme, _, kind = str(picture.attrs.get("src", "")).partition(":")
        if scheme != "figure" or kind not in _FIGURES:
            known = ", ".join(f"figure:{name}" for name in _FIGURES)
            self.refuse(picture, "MD09", "a memo cannot hold a picture from a file", f"figures are {known}")
            return None
        if not rest or rest[0].type != "table":
            self.refuse(picture, "MD10", f"the {kind} has no table; its data stand in a table right after it")
            return None
        alt = plain(self.inlines(picture))
        if not alt:
            self.refuse(picture, "MD10", f"the {kind} does not say what it shows, as in `![Events](figure:{kind})`")
        table = rest.popleft()
        self._check_attributes(table)
        return Figure(kind, alt, self._table(table, deque()), self._caption(rest))

    def _quote(self, node: SyntaxTreeNode) -> Quote:
        nodes = deque(node.children)
        attribution: Inlines = ()
        if nodes and "by" in classes(nodes[-1]):
            attribution = self.inlines(nodes.pop())
        return Quote(self.blocks(nodes), attribution)

    def _callout(self, node: SyntaxTreeNode, said: set[str]) -> Callout | None:
        kinds = [kind for kind in _CALLOUTS if kind in said]
        if len(kinds) != 1 or "callout" not in said:
            known = ", ".join(f".{kind}" for kind in _CALLOUTS)
            self.refuse(node, "MD11", "a callout names its kind, as in `{.callout .note}`", f"kinds are {known}")
            return None
        nodes = deque(node.children)
        title: Inlines = ()
        if nodes and nodes[0].type == "paragraph":
            match self.inlines(nodes[0]):
                case (Strong(words),):
                    title = words
                    nodes.popleft()
                case _:
                    pass
        return Callout(kinds[0], title, self.blocks(nodes))


def _lone_picture(node: SyntaxTreeNode) -> SyntaxTreeNode | None:
    inlines = node.children[0].children if node.children else []
    return inlines[0] if len(inlines) == 1 and inlines[0].type == "image" else None
