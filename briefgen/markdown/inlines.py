"""Read the words of a block: text, strong words, links, citations, and what machines should know of them."""

from collections.abc import Sequence

from markdown_it.tree import SyntaxTreeNode

from briefgen.markdown.refusals import Refusals
from briefgen.memo import Cite, Emphasis, Inline, Inlines, LineBreak, Link, Span, Strong, Text

_SCHEMES = ("http://", "https://", "mailto:")


class InlineReader:
    """Turns the nodes within a block into inlines; `sources` are the ids of the source list and their numbers."""

    def __init__(self, refusals: Refusals, sources: dict[str, int]) -> None:
        self.refuse, self.sources = refusals.refuse, sources

    def read(self, node: SyntaxTreeNode) -> Inlines:
        """Read the words under `node`, a block with an `inline` child or a node that holds inlines itself."""
        nodes = [grand for child in node.children for grand in (child.children if child.type == "inline" else [child])]
        return trimmed([inline for child in nodes for inline in self._inline(child)])

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
                return (self._span(node),)
            case "link":
                return (self._link(node),)
            case "cite":
                return (self._citation(node),)
            case "image":
                self.refuse(node, "MD04", "a figure stands in a paragraph of its own, right before its table")
                return ()
            case other:
                self.refuse(node, "MD04", f"a memo cannot hold this ({other})")
                return ()

    def _within(self, node: SyntaxTreeNode) -> Inlines:
        return _joined([inline for child in node.children for inline in self._inline(child)])

    def _span(self, node: SyntaxTreeNode) -> Span:
        refused = sorted(node.meta.get("insecure_attrs", {}))
        if refused or not node.attrs:
            what = f"`{refused[0]}`" if refused else "nothing"
            self.refuse(node, "MD14", f"a span that says {what} of its words", "spans have `lang` or `value`")
        lang, value = (node.attrs.get(name) for name in ("lang", "value"))
        return Span(self._within(node), None if lang is None else str(lang), None if value is None else str(value))

    def _link(self, node: SyntaxTreeNode) -> Link:
        url, content = str(node.attrs.get("href", "")), self._within(node)
        if not url.lower().startswith(_SCHEMES):
            self.refuse(node, "MD12", f"a link to {url!r}; links lead to http, https or mailto addresses")
        if not content:
            self.refuse(node, "MD12", f"a link to {url!r} without words")
        if "title" in node.attrs:
            self.refuse(node, "MD12", "a link has words and an address, and no title")
        return Link(url, content)

    def _citation(self, node: SyntaxTreeNode) -> Cite:
        source = str(node.meta["source"])
        if source not in self.sources:
            self.refuse(node, "MD13", f"[@{source}] is cited, but no entry of the source list begins with it")
        return Cite(source, self.sources.get(source, 0))


def trimmed(content: Sequence[Inline]) -> Inlines:
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
