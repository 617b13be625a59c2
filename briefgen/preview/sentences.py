"""The sentences of a memo, each with a key by which the page, the panes and the pictures mean the same one."""

import re
import unicodedata
from collections.abc import Iterable

from briefgen.checks.sections import Unit, everything_said
from briefgen.checks.sentences import sentences as cut
from briefgen.checks.sentences import word_count
from briefgen.memo import Memo, plain
from briefgen.preview.session import key_of
from briefgen.values import dataclass

_BETWEEN = " · "
"""Stands between the cells of a row."""
_SHORTEST = 3
"""Words: less is a label."""
_CITED = re.compile(r"\[\d{1,3}\]")
_SAME = str.maketrans("‘’‚‛“”„«»–—‐‑−", "'''''''''-----")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a row of a table, whose cells are told together."""

    key: str
    text: str
    parts: tuple[str, ...]
    """What stands in one piece on the page: the sentence itself, or the cells of the row."""


def sentences_of(memo: Memo) -> tuple[Sentence, ...]:
    """List what the memo says, in its order; the same words twice are one sentence."""
    title = plain(memo.header.title)
    found = (one for unit in everything_said(memo) for one in _sentences(unit))
    return tuple({one.key: one for one in (Sentence(key_of(title), title, (title,)), *found)}.values())


def _sentences(unit: Unit) -> Iterable[Sentence]:
    if _BETWEEN in unit.text:
        yield Sentence(key_of(unit.text), unit.text, tuple(part for part in unit.text.split(_BETWEEN) if part))
        return
    for text in cut(unit.text):
        if word_count(text) >= _SHORTEST:
            yield Sentence(key_of(text), text, (text,))


def squeezed(text: str) -> str:
    """Take out what a page may print otherwise: spaces, hyphens at line ends, citations, kinds of quotation marks."""
    return _CITED.sub("", "".join(map(squeezed_letter, text)))


def squeezed_letter(letter: str) -> str:
    """Squeeze a single character; nothing is left of spaces and of what no font shows."""
    if letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf", "Cn"}:
        return ""
    return unicodedata.normalize("NFKC", letter).translate(_SAME).lower().replace(" ", "")


def said_in(text: str, sentences: Iterable[Sentence]) -> Sentence | None:
    """Find the sentence that holds `text`, or that stands in it; of several the one most like it."""
    sought = squeezed(text)
    like = [(one, squeezed(one.text.replace(_BETWEEN, " "))) for one in sentences] if sought else []
    near = [(abs(len(own) - len(sought)), one) for one, own in like if own in sought or sought in own]
    return min(near, key=lambda pair: pair[0])[1] if near else None
