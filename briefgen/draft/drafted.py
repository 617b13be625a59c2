"""A record made from an article, with what a person must look at."""

from dataclasses import replace

from briefgen.article.model import Article
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Review:
    """A remark for the person who edits the draft."""

    path: str
    """The part of the record it is about, such as `positions[0].label`; empty for the record as a whole."""
    text: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft of a record and the text it points into."""

    article: Article
    text: str
    """What is stored beside the record."""
    reviews: tuple[Review, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    """Paragraphs that are no part of the article, each with the reason."""

    def stored_in(self, name: str) -> "Drafted":
        """Give the draft whose text is in the file `name` beside it."""
        first, *others = self.article.sources
        sources = (replace(first, text=name), *others)
        return replace(self, article=replace(self.article, sources=sources))
