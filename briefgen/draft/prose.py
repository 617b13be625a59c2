"""The body of an article as sentences of words, with its quotations and names found."""

import re
from dataclasses import dataclass

from briefgen.draft.names import Mention, mentions
from briefgen.draft.paragraphs import Clean
from briefgen.draft.sentences import Quotation, quotations, sentences
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token, tokens

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
        return next((sentence for sentence in reversed(self.sentences) if sentence.span.start <= place), None)

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """List the quotations that meet a passage."""
        return tuple(quotation for quotation in self.quotations if quotation.outer.meets(span))


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
