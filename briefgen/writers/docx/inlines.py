"""Inlines → runs and links."""

from dataclasses import replace
from typing import assert_never

from briefgen.memo import Cite, Emphasis, Inline, Inlines, Labels, LineBreak, Link, Span, Strong, Text
from briefgen.values import dataclass
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.docx.character_styles import style_of
from briefgen.writers.docx.relations import Relations
from briefgen.writers.docx.runs import BREAK, text_runs
from briefgen.writers.docx.xml import Xml, join, named

_FROM_THE_LEFT, _FROM_THE_RIGHT = "\u200e", "\u200f"


@dataclass(frozen=True, slots=True)
class Voice:
    """How the words around an inline are set."""

    language: str
    """Of the memo."""
    other: str = ""
    """Of these words, if it differs."""
    marks: frozenset[str] = frozenset()
    style: str = ""
    """A character style to set plain words in."""
    bold: bool = False
    """The paragraph's style is bold; Word takes bold letters in it as a wish for the opposite."""

    def marked(self, mark: str) -> "Voice":
        """Give the voice of words that have one more mark."""
        return replace(self, marks=self.marks | {mark})

    @property
    def right_to_left(self) -> bool:
        """Tell which way the words run."""
        return is_right_to_left(self.other or self.language)

    def text(self, text: str) -> Xml:
        """Write words in this voice."""
        marks = self.marks - {"Strong"} if self.bold else self.marks
        return text_runs(text, self.language, style=style_of(marks) or self.style, other=self.other)


@dataclass(frozen=True, slots=True)
class Links:
    """Where the links of a memo lead."""

    relations: Relations
    sources: frozenset[int]
    """The numbers that the memo's source list has."""
    labels: Labels


def anchor(number: int) -> str:
    """Name the bookmark at a source."""
    return f"source_{number}"


def inlines(content: Inlines, voice: Voice, links: Links) -> Xml:
    """Write inlines one after the other."""
    return join(*(_inline(inline, voice, links) for inline in content))


def _inline(inline: Inline, voice: Voice, links: Links) -> Xml:
    match inline:
        case Text(text):
            return voice.text(text)
        case Strong(content):
            return inlines(content, voice.marked("Strong"), links)
        case Emphasis(content):
            return inlines(content, voice.marked("Emphasis"), links)
        case Link(url, content):
            return _link(url, content, voice, links)
        case Cite(_, number):
            return _cite(number, voice, links)
        case LineBreak():
            return BREAK
        case Span(content, lang):
            return _span(content, replace(voice, other=_other(lang, voice)), voice, links)
        case _:
            assert_never(inline)


def _span(content: Inlines, inside: Voice, around: Voice, links: Links) -> Xml:
    """Write words in their language; where it runs the other way, marks keep them and their neighbours apart.

    Word knows no isolates: without marks a full stop or number after such words would go with them, and one at their
    end with what follows (UAX #9, N1 and W7).
    """
    words = inlines(content, inside, links)
    if inside.right_to_left == around.right_to_left:
        return words
    outer, inner = (_FROM_THE_RIGHT, _FROM_THE_LEFT) if around.right_to_left else (_FROM_THE_LEFT, _FROM_THE_RIGHT)
    return join(around.text(outer + inner), words, around.text(inner + outer))


def _other(lang: str | None, voice: Voice) -> str:
    if lang is None:
        return voice.other
    return "" if lang == voice.language else lang


def _link(url: str, content: Inlines, voice: Voice, links: Links) -> Xml:
    """Write a link; Word has none within another, so of two only the outer leads somewhere."""
    if "Hyperlink" in voice.marks:
        return inlines(content, voice, links)
    words = inlines(content, voice.marked("Hyperlink"), links)
    return named("w:hyperlink", {"r:id": links.relations.link(url), "w:history": 1}, words)


def _cite(number: int, voice: Voice, links: Links) -> Xml:
    words = replace(voice, style=voice.style or "Citation").text(f"[{number}]")
    if number not in links.sources or "Hyperlink" in voice.marks:
        return words
    told = links.labels.source.format(number=number)
    return named("w:hyperlink", {"w:anchor": anchor(number), "w:history": 1, "w:tooltip": told}, words)
