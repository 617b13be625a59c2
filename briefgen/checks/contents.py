"""What rules look for in a record, gathered once for all its memos."""

from functools import cached_property

from briefgen.article.folded import folded
from briefgen.article.model import Article
from briefgen.checks.dated import days_of
from briefgen.checks.phrases import small
from briefgen.checks.prose import Prose, Said, prose_of, statements_of
from briefgen.checks.sentences import outside_quotations


class Contents:
    """The words of an article, in the forms that rules ask for; `contents_of` gives them."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def statements(self) -> tuple[Said, ...]:
        """Its statements and where each stands."""
        return statements_of(self.article)

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """All its words that memos print, and where they stand."""
        return prose_of(self.article)

    @cached_property
    def small(self) -> str:
        """All of that in small letters."""
        return small("\n".join(one.text for one in self.prose))

    @cached_property
    def small_unquoted(self) -> str:
        """All of that outside quotations."""
        return small("\n".join(outside_quotations(one.text) for one in self.prose))

    @cached_property
    def borne(self) -> frozenset[str]:
        """What its sourced statements say, folded and in small letters."""
        return frozenset(folded(one.text).rstrip(".").lower() for one in self.prose if one.voice == "sourced")

    @cached_property
    def days(self) -> frozenset[tuple[int, int]]:
        """Day and month of its events, its sources and itself."""
        article = self.article
        whens = [event.date for event in article.timeline] + [one.issued for one in article.sources] + [article.as_of]
        return frozenset((day.day, day.month) for when in whens for day in days_of(when))


_latest: list[Contents] = []


def contents_of(article: Article) -> Contents:
    """Give the contents of an article, those of the latest as they are known: its memos follow each other."""
    if not _latest or _latest[0].article is not article:
        _latest[:] = [Contents(article)]
    return _latest[0]
