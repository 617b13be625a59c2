"""Part a text into headline, credits, headings and paragraphs, and leave out what is no part of the article."""

import re
from typing import Literal

from briefgen.draft.boilerplate import reason_to_leave_out
from briefgen.draft.lexicon import words
from briefgen.draft.offices import FIRST_NAMES
from briefgen.draft.text import Span, canonical
from briefgen.values import dataclass

Kind = Literal["headline", "front", "heading", "body"]
"""`front` is what stands between the headline and the article: byline, date, outlet."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the stored text."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class Removed:
    """A paragraph that was left out of the stored text."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Clean:
    """The text that is stored, and what was left out of it."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removed, ...]


_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’)\]]*$")
_FULL_STOP = re.compile(r"\.['\"”’)\]]*$")
_SENTENCE = 6
"""Words of a line that is a sentence if it ends with a full stop."""
_LONGEST_QUESTION = 16
"""Words of a headline that asks."""
_CLOSED = re.compile(r"[.!?…]['\"”’)\]]*$")
_BYLINE = re.compile(
    r"^\W*(?:by|from|posted (?:on|by)|written by|words)\s+[A-Z\d]|^\W*from our\b"
    r"|\b(?:correspondent|editor|reporter|writer)s?(?:\W*$|:)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?: \d{1,2}(?:st|nd|rd|th)?,?)?(?: \d{4})?"
    r"|\b\d+ (?:hours?|minutes?|mins?|days?) ago\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    r"|\b\d{1,2}[:.]\d\d\b",
    re.IGNORECASE,
)
_CREDIT_WORDS = words("grammar", "credits")
"""Words of a line that only says when it appeared."""
_ABOUT = "about the publisher"


def clean(raw: str, *, headline: str = "", keep_all: bool = False) -> Clean:
    """Give the text to store: canonical, a blank line between paragraphs, without boilerplate.

    `headline` is the one that the file itself names; without it, the first short line is taken.
    """
    blocks = [block for block in _blocks(canonical(raw)) if block]
    if headline and not any(block.casefold() == headline.casefold() for block in blocks[:4]):
        blocks.insert(0, headline)
    first = next((n for n, block in enumerate(blocks) if _is_prose(block) and n >= _asked(blocks)), len(blocks))
    kept: list[tuple[str, Kind]] = []
    removed: list[Removed] = []
    about = False
    for number, block in enumerate(blocks):
        reason = "" if keep_all else reason_to_leave_out(block, opens=number < first)
        if number == 0 and reason == "related link" and len(block.split()) > 4:
            reason = ""  # *Analysis: …* is a headline where nothing stands before it
        if about and not reason and not keep_all:
            reason = _ABOUT
        if reason:
            removed.append(Removed(block, reason))
            about = about or (reason == _ABOUT and number > first)
        else:
            kept.append((block, "front" if number < first else "body" if _is_prose(block) else "heading"))
    if not keep_all:
        kept, trailing = _without_trailing(kept)
        removed += [Removed(text, "line after the article") for text in trailing]
    return _joined(_headlined(kept, headline), tuple(removed))


def _asked(blocks: list[str]) -> int:
    """Count the headlines that are a question and stand before all else: one or none."""
    is_headline = len(blocks) > 1 and blocks[0].endswith("?") and len(blocks[0].split()) <= _LONGEST_QUESTION
    return int(is_headline and not re.search(r"[.!?] ", blocks[0]))


def _without_trailing(kept: list[tuple[str, Kind]]) -> tuple[list[tuple[str, Kind]], list[str]]:
    """Part off headings that nothing stands under: links at the end of a page."""
    last = max((n for n, (_, kind) in enumerate(kept) if kind == "body"), default=len(kept))
    return kept[: last + 1], [text for text, _ in kept[last + 1 :]]


def _headlined(kept: list[tuple[str, Kind]], headline: str) -> list[tuple[str, Kind]]:
    """Say which line before the article is its headline: the one that is named, else the longest that is no credit."""
    front = [number for number, (_, kind) in enumerate(kept) if kind == "front"]
    lines = [n for n in front if not is_credit(kept[n][0]) and not kept[n][0].isupper()] or [
        n for n in front if not is_credit(kept[n][0])
    ]
    named = [n for n in front if kept[n][0].casefold() == headline.casefold()]
    chosen = (named or sorted(lines, key=lambda n: (-len(kept[n][0].split()) > -4, n)))[:1]
    return [(text, "headline" if n in chosen else kind) for n, (text, kind) in enumerate(kept)]


def is_credit(line: str) -> bool:
    """Tell whether a line names the writer or the date rather than the news."""
    if _BYLINE.search(line) or line.split(" ", 1)[0] in FIRST_NAMES:
        is_sentence = len(line.split()) >= _SENTENCE and _FULL_STOP.search(line)
        return len(line) < 120 and not is_sentence
    rest = [word for word in re.findall(r"[^\W\d_]+", _DATED.sub(" ", line)) if word.lower() not in _CREDIT_WORDS]
    return bool(_DATED.search(line)) and len(rest) <= 3 and not re.search(r"(?<!\b[ap]\.m)(?<=[a-z])\.$", line)


def _joined(blocks: list[tuple[str, Kind]], removed: tuple[Removed, ...]) -> Clean:
    paragraphs, at = [], 0
    for text, kind in blocks:
        paragraphs.append(Paragraph(Span(at, at + len(text)), kind))
        at += len(text) + 2
    return Clean("\n\n".join(text for text, _ in blocks) + "\n" * bool(blocks), tuple(paragraphs), removed)


def _is_prose(block: str) -> bool:
    """Tell a paragraph from a heading or a line of data: it ends as a sentence does, and has the length of one."""
    length = len(block.split())
    if is_credit(block) and length < 14:
        return False
    ends = length >= 9 and _SENTENCE_END.search(block)
    return length >= 22 or bool(
        ends or (length >= 2 and _FULL_STOP.search(block)) or (length >= 4 and _CLOSED.search(block))
    )


def _blocks(text: str) -> list[str]:
    """Part a text at blank lines; lines within are joined where they were broken to a width, else stand alone."""
    blocks: list[str] = []
    for part in re.split(r"\n[ \t]*\n+", text):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        blocks += [" ".join(lines)] if _is_wrapped(lines) else lines
    return [block.strip() for block in blocks]


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken to a width: all but the last are about as long, and few end a sentence."""
    if len(lines) < 2:
        return True
    if not any(line[0].islower() for line in lines[1:]) or any(is_credit(line) for line in lines):
        return False
    width = max(map(len, lines))
    full = [line for line in lines[:-1] if len(line) > width - 22]
    ended = [line for line in lines[:-1] if _CLOSED.search(line)]
    return 40 <= width <= 110 and len(full) >= 0.8 * (len(lines) - 1) and len(ended) <= (len(lines) - 1) / 2
