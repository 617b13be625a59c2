"""Inlines → runs of letters, with the elements of the structure tree that they belong to."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from briefgen.memo import Cite, Emphasis, Inline, Inlines, LineBreak, Link, Span, Strong, Text, plain
from briefgen.theme import TextStyle
from briefgen.writers.pdf.letters import Letters, Run
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.text import SetText, set_text
from briefgen.writers.pdf.writing import Writing


def set_inlines(content: Inlines, look: TextStyle, element: Element, writing: Writing, *, prefix: str = "") -> SetText:
    """Set inlines that belong to `element`, after a `prefix` that is not part of the memo's words."""
    letters = writing.letters(look, element)
    runs = [Run(prefix, writing.letters(look, element.inline("Lbl")))] if prefix else []
    return set_text((*runs, *_runs(content, letters, element, writing)), writing.fonts, writing.direction)


def _runs(content: Inlines, letters: Letters, element: Element, writing: Writing) -> Iterator[Run]:
    for inline in content:
        yield from _inline(inline, letters, element, writing)


def _inline(inline: Inline, letters: Letters, element: Element, writing: Writing) -> Iterator[Run]:
    match inline:
        case Text(text):
            yield Run(text, letters)
        case Strong(content):
            yield from _runs(content, replace(letters, bold=True), element, writing)
        case Emphasis(content):
            yield from _runs(content, replace(letters, italic=not letters.italic), element, writing)
        case Link(url, content):
            link = element.inline("Link", target=url, spoken=_spoken(url, content))
            linked = replace(letters, colour=writing.theme.colours.link, underline=True, tag=link)
            yield from _runs(content, linked, link, writing)
        case Cite():
            yield _cite(inline, letters, element, writing)
        case LineBreak():
            yield Run("\n", letters)
        case Span(content, language):
            span = element.inline("Span", language=language) if language else element
            yield from _runs(content, replace(letters, language=language or letters.language, tag=span), span, writing)
        case _:
            assert_never(inline)


def _cite(cite: Cite, letters: Letters, element: Element, writing: Writing) -> Run:
    """Write the number of a source; it leads to the list of sources if the memo has one."""
    words = f"[{cite.number}]"
    if cite.number not in writing.sources:
        return Run(words, letters)
    spoken = writing.labels.source.format(number=cite.number)
    link = element.inline("Reference").inline("Link", target=f"#source-{cite.number}", spoken=spoken)
    return Run(words, replace(letters, colour=writing.theme.colours.link, tag=link))


def _spoken(url: str, content: Inlines) -> str:
    words = " ".join(plain(content).split())
    return words if words in url else f"{words} ({url})"
