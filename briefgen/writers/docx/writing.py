"""What is kept while the body of one memo is written."""

from dataclasses import field, replace
from itertools import count
from typing import Unpack

from briefgen.memo import Inlines, Memo, source_lists
from briefgen.theme import Theme
from briefgen.values import dataclass
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.docx.inlines import Links, Voice, inlines
from briefgen.writers.docx.numbering import Numbering
from briefgen.writers.docx.properties import Layout, paragraph_properties
from briefgen.writers.docx.relations import Relations
from briefgen.writers.docx.style_elements import House
from briefgen.writers.docx.xml import NOTHING, Xml, element

_FURTHER_APART = frozenset({"Heading1", "Heading2", "TearLine", "SignatureLine"})
"""Styles with more white space above them than any gap."""


@dataclass(slots=True)
class Writing:
    """The memo and its looks, and what its body has needed so far."""

    memo: Memo
    theme: Theme
    numbering: Numbering = field(default_factory=Numbering)
    relations: Relations = field(default_factory=Relations)
    house: House = field(init=False)
    voice: Voice = field(init=False)
    label_voice: Voice = field(init=False)
    """Of the labels in the header block."""
    links: Links = field(init=False)
    right_to_left: bool = field(init=False)
    marked: set[str] = field(default_factory=set)
    """Names of bookmarks that are taken."""
    new_page: bool = False
    """What comes next begins on a new page."""
    gap: float = 0
    """The least white space above what comes next."""
    below_table: bool = False
    """What comes next stands directly under a table."""
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        language = self.memo.meta.language
        lists = source_lists(self.memo.blocks)
        sources = frozenset(entry.number for sources in lists for entry in sources.entries)
        self.house = House(self.theme, language, self.memo.meta.banner)
        self.voice = Voice(language)
        self.label_voice = Voice(language, style="FieldLabel", bold=True)
        self.links = Links(self.relations, sources, self.memo.meta.labels)
        self.right_to_left = is_right_to_left(language)

    def next_id(self) -> int:
        """Give an id that nothing else in the document has."""
        return next(self._ids)

    def words(self, content: Inlines, *, bold: bool = False) -> Xml:
        """Write inlines; `bold` says that the paragraph's style is."""
        return inlines(content, replace(self.voice, bold=bold) if bold else self.voice, self.links)

    def paragraph(self, style: str, words: Xml, **layout: Unpack[Layout]) -> Xml:
        """Write a paragraph of the body, below what came before it."""
        if self.new_page:
            layout |= Layout(new_page=True, before=0)
        elif self.gap and style not in _FURTHER_APART:
            layout["before"] = self.gap
        self.new_page, self.below_table, self.gap = False, False, 0
        return paragraph(style, words, **layout)

    def before_table(self) -> Xml:
        """Write what must stand between a table and what is above it.

        Word makes one table of two that touch, and lets no table begin a page by itself: a paragraph without words,
        a point high, keeps them apart.
        """
        return self.paragraph("Spacer", NOTHING) if self.new_page or self.below_table else NOTHING

    def after_table(self) -> None:
        """Remember that a table has just ended; Word gives tables no white space of their own."""
        self.below_table, self.gap = True, self.theme.body.after + 3

    def at_the_end(self) -> Xml:
        """Write what must stand after a table that ends the document: Word calls a file without it damaged."""
        return self.paragraph("Spacer", NOTHING) if self.below_table else NOTHING


def paragraph(style: str, words: Xml, **layout: Unpack[Layout]) -> Xml:
    """Write a paragraph."""
    return element("p", paragraph_properties(style, **layout), words)
