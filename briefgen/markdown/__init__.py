"""Markdown → Memo: read what a template filled in, and refuse what a memo cannot hold.

The dialect is CommonMark with pipe tables; a line such as `{.decision}` before a block says what the block *is*.
`docs/templates.md` lists the forms.
Raw HTML, code, strikethrough and pictures from files are no part of it.
Line numbers in errors are those of the filled Markdown, which `--format md` shows, not of the template.
"""

from collections import deque

from markdown_it.tree import SyntaxTreeNode

from briefgen.errors import TemplateError
from briefgen.markdown.blocks import BlockReader
from briefgen.markdown.dialect import markdown, source_numbers
from briefgen.markdown.inlines import InlineReader
from briefgen.markdown.refusals import Refusals
from briefgen.memo import Memo, Meta
from briefgen.notices import Place
from briefgen.numbering import Numbering, numbered

MOST_CHARACTERS = 1_000_000
"""Of a filled template; four hundred pages, or a table of five thousand rows."""


def parse(text: str, *, file: str, meta: Meta, numbering: Numbering = "none") -> Memo:
    """Read `text` as a memo; `TemplateError` names every line that a memo cannot hold.

    `file` stands in the errors for the text; `numbering` counts the paragraphs (1, 2, 3) or sections (1, 1.1)
    of the memo's top level.
    """
    if len(text) > MOST_CHARACTERS:
        message = f"{len(text):,} characters, more than the {MOST_CHARACTERS:,} that a memo may have"
        raise TemplateError.of("MD16", message, place=Place(file))
    refusals = Refusals(file, text.split("\n"))
    try:
        memo = _parsed(text, refusals, meta, numbering)
    except RecursionError as error:
        raise TemplateError.of("MD16", "emphasis or blocks too deep in each other", place=Place(file)) from error
    if refusals.notices:
        raise TemplateError(*refusals.notices)
    return memo


def _parsed(text: str, refusals: Refusals, meta: Meta, numbering: Numbering) -> Memo:
    root = SyntaxTreeNode(markdown().parse(text))
    reader = BlockReader(refusals, InlineReader(refusals, source_numbers(root)))
    header, nodes = reader.header(deque(root.children))
    return Memo(meta, header, numbered(reader.blocks(nodes), numbering))
