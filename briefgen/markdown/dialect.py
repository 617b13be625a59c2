"""The dialect: CommonMark without raw HTML, code and references, with pipe tables, attributes and citations."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin

_CITE = re.compile(r"\[@([^\s\[\]{}]+)\]")
_LEFT_OUT = ("code", "fence", "html_block", "html_inline", "autolink", "backticks", "reference")


@cache
def markdown() -> MarkdownIt:
    """Give the parser, made once."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(list(_LEFT_OUT))
    parser.use(attrs_plugin, spans=True, allowed=["lang", "value"]).use(attrs_block_plugin)
    parser.inline.ruler.before("link", "cite", _cite)
    return parser


def source_numbers(root: SyntaxTreeNode) -> dict[str, int]:
    """Count the sources in the order of the source list, wherever in the memo it stands."""
    entries = (item for node in root.children if "sources" in classes(node) for item in node.children)
    ids = (_first_cite(item) for item in entries)
    return {source: number for number, source in enumerate(dict.fromkeys(filter(None, ids)), start=1)}


def classes(node: SyntaxTreeNode) -> set[str]:
    """Give what the line before a block says that the block is."""
    return set() if node.is_root or node.type in {"inline", "text"} else set(str(node.attrs.get("class", "")).split())


def _cite(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the signature of markdown-it's rules
    found = _CITE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("cite", "", 0).meta = {"source": found[1]}
    state.pos = found.end()
    return True


def _first_cite(item: SyntaxTreeNode) -> str:
    for node in item.walk():
        if node.type == "cite":
            return str(node.meta["source"])
    return ""
