"""What is checked: a record, the stored texts of its sources, and the memos made from it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from functools import cached_property

from briefgen.article.folded import folded_lines
from briefgen.article.model import Article
from briefgen.article.passages import Stored
from briefgen.article.read import Record
from briefgen.audience.markings import Schemes
from briefgen.checks.contents import Contents, contents_of
from briefgen.checks.phrases import Phrases, small
from briefgen.checks.printed import Printed
from briefgen.checks.prose import Prose, Said, Voice
from briefgen.checks.rendered import Rendered
from briefgen.checks.sections import Unit, everything_said, sections_of
from briefgen.checks.sentences import outside_quotations
from briefgen.memo import Blocks, Memo
from briefgen.memo_words import words
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How long things may be for an audience; 0 for no limit."""

    words: int = 0
    """In the memo."""
    sentence: int = 35
    """Words in a sentence."""
    line: int = 40
    """Words in a line to take."""
    bluf: int = 80
    """Words in the bottom line: about four lines of print."""
    paragraph: int = 150
    """Words in a paragraph: about ten lines of print."""
    pages: int = 0
    sections: Mapping[str, int] = field(default_factory=dict)
    """Section → its words."""


@dataclass(frozen=True)
class Filled:
    """A memo as its template filled it, and what its audience's pack asks of it."""

    audience: str
    memo: Memo
    sections: tuple[str, ...] = ()
    """In the order of the pack."""
    marked: bool = True
    """Whether the pack prints the record's marking."""
    limits: Limits = Limits()
    seen: frozenset[str] | None = None
    """Every text of the record that the audience may see; None where that is not known."""
    inferred: str = "(date inferred)"
    """What its language prints beside a date that was worked out."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """Format → pages, of the files that were made and measured."""
    files: tuple[Rendered, ...] = ()
    """The files themselves, where they were made."""

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """What the memo prints, piece by piece."""
        return words(self.memo)

    @cached_property
    def small(self) -> str:
        """All of that in small letters."""
        return small("\n".join(self.pieces))

    @cached_property
    def printed(self) -> str:
        """All of that, folded."""
        return folded_lines(self.pieces)

    @cached_property
    def text(self) -> str:
        """All of that, folded and in small letters."""
        return self.printed.lower()

    @cached_property
    def allowed(self) -> str:
        """All that its audience may see, in the same form."""
        return folded_lines(self.seen or ()).lower()

    @cached_property
    def said(self) -> tuple[Unit, ...]:
        """Everything the memo says outside its header and source list."""
        return everything_said(self.memo)

    @cached_property
    def _units(self) -> Printed:
        return Printed(unit.text for unit in self.said)

    def saying(self, words: str) -> tuple[Unit, ...]:
        """Give the units of `said` that hold `words`, which are folded and in small letters."""
        return tuple(self.said[number] for number in self._units.holding(words))

    @cached_property
    def parts(self) -> Mapping[str, Blocks]:
        """The blocks of each section."""
        return sections_of(self.memo)


@dataclass(frozen=True)
class Material:
    """All that rules look at."""

    record: Record
    texts: Mapping[str, Stored]
    """Stored texts by the id of their source; a source without one is not in it."""
    schemes: Schemes
    """The marking schemes at hand, the house's own among them."""
    memos: tuple[Filled, ...] = ()
    previous: Article | None = None
    """The edition before this one."""

    @property
    def article(self) -> Article:
        """The record's article."""
        return self.record.article

    @cached_property
    def contents(self) -> Contents:
        """What is in the record, in the forms that rules ask for."""
        return contents_of(self.article)

    @property
    def statements(self) -> tuple[Said, ...]:
        """The statements of the record and where each stands."""
        return self.contents.statements

    @property
    def prose(self) -> tuple[Prose, ...]:
        """All words of the record that memos print, and where they stand."""
        return self.contents.prose

    def unquoted(self, phrases: Phrases, *, but: Collection[Voice] = ()) -> Iterator[tuple[Prose, re.Match[str]]]:
        """Find `phrases` outside quotations, in words of all voices `but` some."""
        for one in self.prose if phrases.may_stand_in(self.contents.small_unquoted) else ():
            if one.voice not in but:
                for found in phrases.finditer(outside_quotations(one.text)):
                    yield one, found

    def is_written(self, path: str) -> bool:
        """Tell whether the file has the field at `path`, if only to say `null` or `[]`."""
        return path in self.record.places
