"""Markdown → Memo: read what a template filled in, and refuse what a memo cannot hold.

The dialect is CommonMark with pipe tables; a line such as `{.decision}` before a block says what the block *is*.
`docs/templates.md` lists the forms.
Raw HTML, code, strikethrough and pictures from files are no part of it.
Line numbers in errors are those of the filled Markdown, which `--format md` shows, not of the template.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast, get_args

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin

from briefgen.errors import TemplateError
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
    Emphasis,
    Field,
    Figure,
    FigureKind,
    Header,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Memo,
    Meta,
    OrderedList,
    PageBreak,
    Paragraph,
    Quote,
    Rule,
    SourceEntry,
    SourceList,
    Span,
    Strong,
    Table,
    Text,
    plain,
)
from briefgen.notices import Notice, Place
from briefgen.numbering import Numbering, numbered

_CITE = re.compile(r"\[@([^\s\[\]{}]+)\]")
_CALLOUTS = cast("tuple[CalloutKind, ...]", get_args(CalloutKind))
_FIGURES = cast("tuple[FigureKind, ...]", get_args(FigureKind))
_SCHEMES = ("http://", "https://", "mailto:")
_CLASSES = {
    "bullet_list": {"header", "signature", "sources"},
    "ordered_list": {"decision"},
    "paragraph": {"kind", "by", "caption", "tear", "unnumbered"},
    "blockquote": {"callout", *_CALLOUTS},
    "table": {"rowheads"},
    "hr": {"pagebreak"},
    "heading": {"unnumbered"},
}
_ALIGN: dict[str, Align] = {"text-align:right": "right", "text-align:center": "center"}


def parse(text: str, *, file: str, meta: Meta, numbering: Numbering = "none") -> Memo:
    """Read `text` as a memo; `TemplateError` names every line that a memo cannot hold.

    `file` stands in the errors for the text; `numbering` counts the paragraphs (1, 2, 3) or sections (1, 1.1)
    of the memo's top level.
    """
    root = SyntaxTreeNode(_markdown().parse(text))
    reader = _Reader(file, text.splitlines(), _source_numbers(root))
    header, nodes = reader.header(deque(root.children))
    blocks = reader.blocks(nodes)
    if reader.notices:
        raise TemplateError(*reader.notices)
    return Memo(meta, header, numbered(blocks, numbering))


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.disable(["code", "fence", "html_block", "html_inline", "autolink", "backticks", "reference"])
    markdown.use(attrs_plugin, spans=True, allowed=["lang", "value"]).use(attrs_block_plugin)
    markdown.inline.ruler.before("link", "cite", _cite)
    return markdown


def _cite(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of markdown-it's rules
    found = _CITE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("cite", "", 0).meta = {"source": found[1]}
    state.pos = found.end()
    return True


def _source_numbers(root: SyntaxTreeNode) -> dict[str, int]:
    """Count the sources in the order of the source list, wherever in the memo it stands."""
    entries = (item for node in root.children if "sources" in _classes(node) for item in node.children)
    ids = (_first_cite(item) for item in entries)
    return {source: number for number, source in enumerate(dict.fromkeys(filter(None, ids)), start=1)}


def _first_cite(item: SyntaxTreeNode) -> str:
    for node in item.walk():
        if node.type == "cite":
            return str(node.meta["source"])
    return ""


class _Reader:
    """Turns nodes into blocks and gathers what cannot be one."""

    def __init__(self, file: str, lines: Sequence[str], sources: dict[str, int]) -> None:
        self.file, self.lines, self.sources = file, lines, sources
        self.notices: list[Notice] = []

    def refuse(self, node: SyntaxTreeNode, code: str, message: str, hint: str = "") -> None:
        line = _line(node)
        shown = self.lines[line - 1].strip() if 0 < line <= len(self.lines) else ""
        quoted = f"\n  | {shown}" if shown else ""
        self.notices.append(Notice("error", code, message + quoted, Place(self.file, line), hint))

    # --- header ---

    def header(self, nodes: deque[SyntaxTreeNode]) -> tuple[Header, deque[SyntaxTreeNode]]:
        """Take the title, the kind of paper and the header lines from the front of `nodes`."""
        if not nodes or (nodes[0].type, nodes[0].tag) != ("heading", "h1"):
            notice = Notice("error", "MD01", "the memo does not begin with its title", Place(self.file, 1))
            self.notices.append(notice)
            return Header(()), nodes
        title = self.inlines(nodes.popleft())
        kind: Inlines = ()
        fields: tuple[Field, ...] = ()
        if nodes and "kind" in _classes(nodes[0]):
            kind = self.inlines(nodes.popleft())
        if nodes and "header" in _classes(nodes[0]):
            fields = tuple(self._field(item) for item in nodes.popleft().children)
        return Header(title, kind, fields), nodes

    def _field(self, item: SyntaxTreeNode) -> Field:
        match self.inlines(item.children[0]) if item.children else ():
            case (Strong(label), *content):
                return Field(label, _trimmed(content))
            case content:
                self.refuse(item, "MD02", "a header line begins with its label, as in `- **To** the Minister`")
                return Field((), tuple(content))

    # --- blocks ---

    def blocks(self, nodes: deque[SyntaxTreeNode]) -> Blocks:
        return tuple(self._blocks(nodes))

    def _blocks(self, nodes: deque[SyntaxTreeNode]) -> Iterator[Block]:
        while nodes:
            node = nodes.popleft()
            classes = _classes(node)
            for name in sorted(classes - _CLASSES.get(node.type, set())):
                self.refuse(node, "MD03", f"`{{.{name}}}` means nothing before this {_NAMES.get(node.type, 'block')}")
            block = self._block(node, classes, nodes)
            if block is not None:
                yield block

    def _block(self, node: SyntaxTreeNode, classes: set[str], rest: deque[SyntaxTreeNode]) -> Block | None:
        match node.type:
            case "heading":
                return self._heading(node)
            case "paragraph":
                return self._paragraph(node, classes, rest)
            case "bullet_list" if "sources" in classes:
                return SourceList(tuple(self._source(item) for item in node.children))
            case "bullet_list":
                return BulletList(self._items(node))
            case "ordered_list" if "decision" in classes:
                return self._decision(node, rest)
            case "ordered_list":
                return OrderedList(self._items(node), int(node.attrs.get("start", 1)))
            case "table":
                return self._table(node, rest)
            case "blockquote":
                return self._callout(node, classes) if "callout" in classes else self._quote(node)
            case "hr":
                return PageBreak() if "pagebreak" in classes else Rule()
            case other:
                self.refuse(node, "MD04", f"a memo cannot hold this ({other})")
                return None

    def _heading(self, node: SyntaxTreeNode) -> Heading | None:
        level = int(node.tag[1])
        if level not in (2, 3, 4):
            wanted = "a second title" if level == 1 else f"a heading of level {level}"
            self.refuse(node, "MD05", f"{wanted}; sections have headings of levels 2 to 4")
            return None
        return Heading(level, self.inlines(node), str(node.attrs.get("section", "")))

    def _paragraph(self, node: SyntaxTreeNode, classes: set[str], rest: deque[SyntaxTreeNode]) -> Block | None:
        picture = _lone_picture(node)
        if picture:
            return self._figure(picture, rest)
        content = self.inlines(node)
        if "tear" in classes:
            return Rule(content)
        for name, where in (("by", "at the end of a quotation"), ("caption", "right after a table")):
            if name in classes:
                self.refuse(node, "MD06", f"`{{.{name}}}` stands {where}")
        return Paragraph(content, number=0 if "unnumbered" in classes else None) if content else None

    def _items(self, node: SyntaxTreeNode) -> tuple[Blocks, ...]:
        return tuple(self.blocks(deque(item.children)) for item in node.children)

    def _source(self, item: SyntaxTreeNode) -> SourceEntry:
        match self.inlines(item.children[0]) if item.children else ():
            case (Cite(source, number), *content) if len(item.children) == 1:
                return SourceEntry(source, number, _trimmed(content))
            case _:
                self.refuse(item, "MD07", "an entry of the source list is one paragraph beginning with `[@id]`")
                return SourceEntry("", 0, ())

    def _decision(self, node: SyntaxTreeNode, rest: deque[SyntaxTreeNode]) -> Decision:
        items = tuple(self._recommendation(item) for item in node.children)
        signature: tuple[Inlines, ...] = ()
        if rest and "signature" in _classes(rest[0]):
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
        rows = tuple(tuple(self.inlines(cell) for cell in row.children) for body in bodies for row in body.children)
        titles = tuple(self.inlines(cell) for cell in header)
        return Table(titles, rows, align, "rowheads" in _classes(node), self._caption(rest))

    def _caption(self, rest: deque[SyntaxTreeNode]) -> Inlines:
        return self.inlines(rest.popleft()) if rest and "caption" in _classes(rest[0]) else ()

    def _figure(self, picture: SyntaxTreeNode, rest: deque[SyntaxTreeNode]) -> Figure | None:
        scheme, _, kind = str(picture.attrs.get("src", "")).partition(":")
        if scheme != "figure" or kind not in _FIGURES:
            known = ", ".join(f"figure:{name}" for name in _FIGURES)
            self.refuse(picture, "MD09", "a memo cannot hold a picture from a file", f"figures are {known}")
            return None
        if not rest or rest[0].type != "table":
            self.refuse(picture, "MD10", f"the {kind} has no table; its data stand in a table right after it")
            return None
        table = self._table(rest.popleft(), deque())
        return Figure(kind, plain(self.inlines(picture)), table, self._caption(rest))

    def _quote(self, node: SyntaxTreeNode) -> Quote:
        nodes = deque(node.children)
        attribution: Inlines = ()
        if nodes and "by" in _classes(nodes[-1]):
            attribution = self.inlines(nodes.pop())
        return Quote(self.blocks(nodes), attribution)

    def _callout(self, node: SyntaxTreeNode, classes: set[str]) -> Callout | None:
        kinds = [kind for kind in _CALLOUTS if kind in classes]
        if len(kinds) != 1:
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

    # --- inlines ---

    def inlines(self, node: SyntaxTreeNode) -> Inlines:
        """Read the words under `node`, a block with an `inline` child or a node that holds inlines itself."""
        nodes = [grand for child in node.children for grand in (child.children if child.type == "inline" else [child])]
        return _trimmed([inline for child in nodes for inline in self._inline(child)])

    def _inline(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        match node.type:
            case "text" | "text_special":
                return (Text(node.content),) if node.content else ()
            case "softbreak":
                return (Text(" "),)
            case "hardbreak":
                return (LineBreak(),)
            case "strong":
                return (Strong(self._within(node)),)
            case "em":
                return (Emphasis(self._within(node)),)
            case "span":
                return (Span(self._within(node), _text(node.attrs.get("lang")), _text(node.attrs.get("value"))),)
            case "link":
                return self._link(node)
            case "cite":
                return self._citation(node)
            case other:
                self.refuse(node, "MD04", f"a memo cannot hold this ({other})")
                return ()

    def _within(self, node: SyntaxTreeNode) -> Inlines:
        return _joined([inline for child in node.children for inline in self._inline(child)])

    def _link(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        url, content = str(node.attrs.get("href", "")), self._within(node)
        if not url.lower().startswith(_SCHEMES):
            self.refuse(node, "MD12", f"a link to {url!r}; links lead to http, https or mailto addresses")
        return (Link(url, content),)

    def _citation(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        source = str(node.meta["source"])
        if source not in self.sources:
            self.refuse(node, "MD13", f"[@{source}] is cited, but no entry of the source list begins with it")
        return (Cite(source, self.sources.get(source, 0)),)


_NAMES = {
    "bullet_list": "list",
    "ordered_list": "numbered list",
    "blockquote": "quotation",
    "hr": "rule",
    "paragraph": "paragraph",
    "table": "table",
    "heading": "heading",
}


def _trimmed(content: Sequence[Inline]) -> Inlines:
    """Join neighbouring texts and drop white space at both ends and around line breaks."""
    joined = list(_joined(content))
    for index, inline in enumerate(joined):
        if not isinstance(inline, Text):
            continue
        text = inline.text
        if index == 0 or isinstance(joined[index - 1], LineBreak):
            text = text.lstrip(" ")
        if index == len(joined) - 1 or isinstance(joined[index + 1], LineBreak):
            text = text.rstrip(" ")
        joined[index] = Text(text)
    return tuple(inline for inline in joined if inline != Text(""))


def _joined(content: Sequence[Inline]) -> Inlines:
    joined: list[Inline] = []
    for inline in content:
        match joined, inline:
            case [*_, Text(before)], Text(after):
                joined[-1] = Text(before + after)
            case _:
                joined.append(inline)
    return tuple(joined)


def _classes(node: SyntaxTreeNode) -> set[str]:
    return set() if node.is_root or node.type in {"inline", "text"} else set(str(node.attrs.get("class", "")).split())


def _lone_picture(node: SyntaxTreeNode) -> SyntaxTreeNode | None:
    inlines = node.children[0].children if node.children else []
    return inlines[0] if len(inlines) == 1 and inlines[0].type == "image" else None


def _line(node: SyntaxTreeNode) -> int:
    """Find the line of the nearest block around `node`, counted from 1."""
    around: SyntaxTreeNode | None = node
    while around is not None and not around.is_root:
        if around.map:
            return around.map[0] + 1
        around = around.parent
    return 0


def _text(value: object) -> str | None:
    return None if value is None else str(value)
