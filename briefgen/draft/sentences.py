"""Cut a paragraph into sentences, and find the quotations in it."""

import re

from briefgen.draft.text import Span, trimmed
from briefgen.draft.verbs import SAYING
from briefgen.values import dataclass

MOST_CHARACTERS = 1_000
"""Of a sentence."""
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+(?=\s+[\"“‘'(\[]*[A-Z0-9£$€])")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Govs?|Drs|Messrs|Gen|Lt|Col|Sgt|Capt|Adm|Rev|Hon|St|Jr|Sr|vs|etc|No|Art|Inc|Ltd|Co|Corp|approx"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fig|Mt|Ave|Maj|Cmdr|Brig|Supt|Insp|p\.m|a\.m|U\.S|U\.K|U\.N|E\.U)"
    r"|\b[A-Z]|\b(?:[a-zA-Z]\.)+[a-zA-Z])\.\Z"
)
_ENDS_ANYWAY = re.compile(r"(?:a\.m|p\.m|U\.S|U\.K|U\.N|E\.U|D\.C)\.\Z")
_NEW = re.compile(
    r"\s+[\"“‘']*(?:The|A|An|He|She|It|They|We|I|But|And|In|On|At|This|That|These|Those|His|Her|Its|Their|As|If|For"
    r"|While|When|After|However|Meanwhile|Under|Officials)\b"
)
_SAID = re.compile(r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:[a-z]+ly\s+)?([a-z]+)\b")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Cut `span`, a paragraph of `text`, into its sentences; quotations may go on from one to the next."""
    found, start = [], span.start
    for end in _END.finditer(text, span.start, span.end):
        if not _goes_on(text, start, end, span.end):
            found.append(trimmed(text, Span(start, end.end())))
            start = end.end()
    found.append(trimmed(text, Span(start, span.end)))
    return tuple(piece for sentence in found if sentence.start < sentence.end for piece in _pieces(text, sentence))


def _pieces(text: str, sentence: Span) -> list[Span]:
    """Cut what is too long for a sentence at a blank, so that no text can take forever to read."""
    found, start = [], sentence.start
    while sentence.end - start > MOST_CHARACTERS:
        blank = text.rfind(" ", start + 1, start + MOST_CHARACTERS)
        end = blank if blank > start else start + MOST_CHARACTERS
        found.append(Span(start, end))
        start = end + 1 if blank > start else end
    return [*found, Span(start, sentence.end)] if start < sentence.end else found


def _goes_on(text: str, start: int, end: re.Match[str], last: int) -> bool:
    """Tell whether the mark at `end` closes no sentence."""
    mark = end[0].rstrip("\"”’')]")
    said = _SAID.match(text, end.end(), last)
    if mark != end[0] and mark[-1] in "!?…" and said and said[1] in SAYING:
        return True
    if mark == "." and end[0] == ".":
        before = text[max(start, end.start() - 12) : end.start() + 1]
        if _ENDS_ANYWAY.search(before):
            return not _NEW.match(text, end.end(), last)
        return bool(_SHORT.search(before))
    return False


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage between quotation marks."""

    span: Span
    """The words, without the marks."""
    outer: Span
    """With the marks."""
    continued: bool = False
    """Whether it goes on from a paragraph before that did not close it."""
    closed: bool = True


_OPENING, _CLOSING = {"“": "”", "„": "“", "«": "»", '"': '"'}, '”"»'


def quotations(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Find all passages in quotation marks; one that is not closed goes on where the next paragraph opens with one."""
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        carried = bool(found) and not found[-1].closed and _begins_quoted(text, paragraph)
        own = _double(text, paragraph)
        if own and carried and own[0].outer.start == paragraph.start:
            own[0] = Quotation(own[0].span, own[0].outer, continued=True, closed=own[0].closed)
        if own and not own[-1].closed:
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            if following is None or not _begins_quoted(text, following):
                own = _mended(text, own)
        own += _single(text, paragraph, own)
        found += sorted(own, key=lambda quotation: quotation.span)
    return tuple(found)


def _begins_quoted(text: str, paragraph: Span) -> bool:
    return text[paragraph.start] in '“"„«'


def _double(text: str, paragraph: Span) -> list[Quotation]:
    found: list[Quotation] = []
    at = paragraph.start
    while at < paragraph.end:
        closing = _OPENING.get(text[at])
        before = text[at - 1] if at > paragraph.start else " "
        if closing is None or (text[at] == '"' and (before.isalnum() or text[at + 1 : at + 2] in {"", " "})):
            at += 1
            continue
        end = _end_of(text, at, closing, paragraph.end)
        inner = trimmed(text, Span(at + 1, paragraph.end if end < 0 else end))
        if inner.start < inner.end:
            found.append(Quotation(inner, Span(at, paragraph.end if end < 0 else end + 1), closed=end >= 0))
        at = (paragraph.end if end < 0 else end) + 1
    return found


def _end_of(text: str, at: int, closing: str, last: int) -> int:
    """Find the mark that closes the one at `at`; sources mix curly and straight marks."""
    closers = {closing, '"'} if closing == "”" else {closing, "”"} if closing == '"' else {closing}
    return next((n for n in range(at + 1, last) if text[n] in closers and (text[n] != '"' or text[n - 1] != " ")), -1)


def _mended(text: str, own: list[Quotation]) -> list[Quotation]:
    """Keep a quotation whose closing mark was forgotten only up to the end of its sentence."""
    lost = own[-1]
    first = sentences(text, lost.span)[0]
    return [*own[:-1], Quotation(first, Span(lost.outer.start, first.end), lost.continued, closed=True)]


_MOST_QUOTED = 2_000
"""Characters between single marks; further off, a mark is an apostrophe."""
_OPENS = re.compile(r"(?<![^\s(\[“\"—–-])['‘](?=[^\W_]|\.\.\.|…|\[)")
_CLOSES = re.compile(r"['’](?![^\W_])")


def _single(text: str, paragraph: Span, double: list[Quotation]) -> list[Quotation]:
    """Find passages in single marks, which are apostrophes too; those within double marks belong to these."""
    found: list[Quotation] = []
    at = paragraph.start
    while opening := _OPENS.search(text, at, paragraph.end):
        at = opening.end()
        if any(q.outer.holds(Span(opening.start(), at)) for q in double) or _is_omission(text, at):
            continue
        end = _single_end(text, at, paragraph.end)
        if end > 0 and text[at:end].strip():
            found.append(Quotation(Span(at, end), Span(opening.start(), end + 1)))
            at = end + 1
    return found


def _is_omission(text: str, at: int) -> bool:
    """Tell whether the mark stands for something left out: *'90s*, *'em*."""
    return bool(re.match(r"\d0s\b|em\b|tis\b|til\b|cause\b|n\b", text[at : at + 6]))


def _single_end(text: str, at: int, last: int) -> int:
    """Find the mark that closes; one behind an s may be a genitive, and closes only where none is better."""
    doubtful = -1
    for mark in _CLOSES.finditer(text, at, min(last, at + _MOST_QUOTED)):
        before = text[mark.start() - 1]
        if before == " ":
            continue
        if before in ".,?!…" or not (before == "s" and text[mark.end() : mark.end() + 1] == " "):
            return mark.start()
        if doubtful < 0:
            doubtful = mark.start()
    return doubtful
