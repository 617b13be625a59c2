"""The body of an article as sentences of words, with its quotations and names found."""

import re
from bisect import bisect_left, bisect_right

from briefgen.draft.names import Mention, mentions
from briefgen.draft.paragraphs import Clean
from briefgen.draft.sentences import Quotation, quotations, sentences
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token, tokens
from briefgen.values import dataclass

_BACK = 120
"""Names that a text may be expected to remember."""
_FEW = 4
"""Words of a quotation that is read as a part of the sentence around it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body."""

    span: Span
    words: tuple[Token, ...]
    number: int
    """Among the sentences, from 0."""
    paragraph: int
    """Among the paragraphs of the body, from 0."""

    @property
    def narrated(self) -> tuple[Token, ...]:
        """Its words without those in quotation marks."""
        return tuple(word for word in self.words if not word.quoted)


@dataclass(frozen=True, slots=True)
class Prose:
    """What the rules read."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]

    def sentence_at(self, place: int) -> Sentence | None:
        """Find the sentence around a place, or before it where it lies between two."""
        number = bisect_right(self.sentences, place, key=lambda sentence: sentence.span.start)
        return self.sentences[number - 1] if number else None

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """List the quotations that meet a passage."""
        first = bisect_left(self.quotations, span.start, key=lambda quotation: quotation.outer.end)
        last = bisect_left(self.quotations, span.end, key=lambda quotation: quotation.outer.start)
        return tuple(quotation for quotation in self.quotations[first:last] if quotation.outer.meets(span))

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """List the names within a passage."""
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.span.start)
        return tuple(mention for mention in self.mentions[first:last] if span.holds(mention.span))

    def mentions_before(self, place: int) -> tuple[Mention, ...]:
        """List the last names before a place."""
        last = bisect_left(self.mentions, place, key=lambda mention: mention.span.start)
        return self.mentions[max(0, last - _BACK) : last]


def read_prose(article: Clean) -> Prose:
    """Read the body paragraphs of an article."""
    body = tuple(paragraph.span for paragraph in article.paragraphs if paragraph.kind == "body")
    quoted = quotations(article.text, body)
    marks = tuple(quotation.outer for quotation in quoted if _is_speech(quotation.span.of(article.text)))
    found: list[Sentence] = []
    for number, paragraph in enumerate(body):
        prose = paragraph if number else _without_dateline(article.text, paragraph)
        near = tuple(mark for mark in marks if mark.meets(prose))
        for span in sentences(article.text, prose):
            found.append(Sentence(span, tokens(article.text, span, near), len(found), number))
    named = mentions(tuple(sentence.words for sentence in found), article.text)
    return Prose(article.text, tuple(found), quoted, named)


def _is_speech(words: str) -> bool:
    """Tell a quotation that is read apart from one of a few words, which is a part of its sentence."""
    return len(words.split()) > _FEW or words[-1] in ".,!?…"


_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ ,/-]+[A-ZÀ-Þ][\w'’.-]*){0,4})[^.!?“\"]{0,40}?(?:\([^)]{2,40}\))?"
    r"\s*[-–—:]{1,2}\s+(?=\S)"
)


def _without_dateline(text: str, paragraph: Span) -> Span:
    """Begin the first paragraph behind its place and agency: *PARIS, May 3 (Wire) -*."""
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 110))
    return Span(found.end(), paragraph.end) if found else paragraph
