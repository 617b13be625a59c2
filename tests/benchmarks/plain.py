"""A memo as plain values, which is what the peers are given: they know nothing of briefgen.

Imports nothing that a program written by hand would not: it is part of what they are measured with.
"""

import json
from typing import Literal, TypedDict


class Run(TypedDict):
    """Characters of one look."""

    text: str
    bold: bool
    italic: bool
    url: str
    """On the web, or `#source-1`; empty for no link."""


Runs = list[Run]


class Block(TypedDict):
    """A piece of a memo; what each kind has is told in `benchmarks.content`."""

    kind: Literal["heading", "paragraph", "bullets", "numbers", "table", "quote", "callout", "sources"]
    level: int
    """Of a heading, 2 to 4."""
    runs: Runs
    """Of a heading or paragraph; the title of a callout, the caption of a table, who is quoted."""
    items: list[Runs]
    """Of a list; the paragraphs of a quotation or callout, the sources, the head of a table."""
    rows: list[list[Runs]]
    """Of a table."""


class Content(TypedDict):
    """The memo."""

    language: str
    title: str
    kind: str
    banner: str
    """At the top of each page."""
    footer: str
    """At the foot of each page, before the number of the page."""
    fields: list[tuple[str, Runs]]
    blocks: list[Block]


def load(memo: str) -> Content:
    """Read the content in the folder of a memo."""
    with open(f"{memo}/content.json", encoding="utf-8") as file:
        content: Content = json.load(file)
    return content
