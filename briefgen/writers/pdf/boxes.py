"""Cut runs into the boxes that lines are filled with: fragments of words, shaped, with the spaces after them.

Text that runs one way is cut at its spaces alone; other text also where its level changes.
"""

import re
from collections.abc import Iterator
from itertools import compress, groupby
from typing import NamedTuple

from briefgen.writers.direction import is_right_to_left
from briefgen.writers.pdf import bidi
from briefgen.writers.pdf.font_set import FontSet
from briefgen.writers.pdf.letters import Direction, Letters, Run
from briefgen.writers.pdf.line_breaks import may_break_between, tidy
from briefgen.writers.pdf.shaping import Fragment, Words

_WORD = re.compile("([^ ]*)( *)")
_JOINS = re.compile("[\u0620-\u08ff\u200d]")
"""Letters that change their shape by their neighbours."""
_LINE_SEPARATOR = "\u2028"
_LEFT_TO_RIGHT_ISOLATE, _RIGHT_TO_LEFT_ISOLATE, _ISOLATE_END = "\u2066", "\u2067", "\u2069"


class Box(NamedTuple):
    """A fragment in its place in a paragraph, with the spaces after it; lengths are points."""

    fragment: Fragment
    letters: Letters
    level: int
    """Odd where the text runs from the right."""
    spaces: int
    width: float
    """Without the spaces."""
    gap: float
    """The width of the spaces."""
    breaks: bool
    """A line may end after it."""
    ends: bool = False
    """A line must end after it."""
    hyphen: Fragment | None = None
    """Shown after it when a line ends there and no space follows."""


class _Stretch(NamedTuple):
    """Characters of one run and one level."""

    text: str
    letters: Letters
    level: int
    before: str = ""
    """The character before it, where letters at the border change their shape."""
    after: str = ""


def boxes_of(runs: tuple[Run, ...], fonts: FontSet, direction: Direction) -> tuple[Box, ...]:
    """Shape the words of a paragraph."""
    found: list[Box] = []
    for stretch in _stretches(runs, direction):
        letters = stretch.letters
        words = fonts.words(letters.language, bold=letters.bold, italic=letters.italic, rtl=stretch.level % 2 == 1)
        if found and not found[-1].spaces and may_break_between(found[-1].fragment.text, stretch.text):
            found[-1] = found[-1]._replace(breaks=True)
        _add(found, stretch, words)
    return tuple(found)


def _stretches(runs: tuple[Run, ...], direction: Direction) -> Iterator[_Stretch]:
    texts = [tidy(run.text) for run in runs]
    whole = "".join(texts)
    if direction == "ltr" and bidi.runs_one_way(whole):
        yield from (_Stretch(text, run.letters, 0) for text, run in zip(texts, runs, strict=True) if text)
        return
    levels = _levels(texts, runs, direction)
    start = 0
    for text, run in zip(texts, runs, strict=True):
        for level, same in groupby(levels[start : start + len(text)]):
            stop = start + sum(1 for _ in same)
            before, after = _joining(whole[start - 1 : start]), _joining(whole[stop : stop + 1])
            yield _Stretch(whole[start:stop], run.letters, level, before, after)
            start = stop


def _levels(texts: list[str], runs: tuple[Run, ...], direction: Direction) -> list[int]:
    """Give the level of each character; words in a language of the other direction stand by themselves, as in HTML."""
    marked: list[str] = []
    own: list[bool] = []
    for language, together in groupby(zip(texts, runs, strict=True), key=lambda pair: pair[1].letters.language):
        text = "".join([text for text, _ in together]).replace("\n", _LINE_SEPARATOR)
        rtl = is_right_to_left(language)
        is_foreign = bool(language) and rtl != (direction == "rtl")
        start, end = (
            (_RIGHT_TO_LEFT_ISOLATE if rtl else _LEFT_TO_RIGHT_ISOLATE, _ISOLATE_END) if is_foreign else ("", "")
        )
        marked.append(f"{start}{text}{end}")
        own += [*([False] * len(start)), *([True] * len(text)), *([False] * len(end))]
    levels = bidi.levels("".join(marked), int(direction == "rtl"))
    return list(compress(levels, own))


def _joining(neighbour: str) -> str:
    return neighbour if _JOINS.match(neighbour) else ""


def _add(found: list[Box], stretch: _Stretch, words: Words) -> None:
    em = stretch.letters.size / 1000
    lines = stretch.text.split("\n")
    for number, line in enumerate(lines, 1):
        before = stretch.before if number == 1 else ""
        after = stretch.after if number == len(lines) else ""
        for fragments, spaces in _shaped(line, words, before, after):
            for fragment in fragments[:-1]:
                width = fragment.advance * em
                box = Box(
                    fragment, stretch.letters, stretch.level, 0, width, 0, fragment.breaks, hyphen=fragment.hyphen
                )
                found.append(box)
            last = fragments[-1]
            width, gap = last.advance * em, last.face.space * em * spaces
            found.append(Box(last, stretch.letters, stretch.level, spaces, width, gap, spaces > 0))
        if number < len(lines):
            _end_line(found, stretch, words, em)


def _shaped(line: str, words: Words, before: str, after: str) -> Iterator[tuple[tuple[Fragment, ...], int]]:
    """Give the words of a line, each with the number of spaces behind it."""
    if words.rtl and (before or after):
        pairs = [list(pair) for pair in _WORD.findall(line) if pair != ("", "")]
        for number, (word, spaces) in enumerate(pairs, 1):
            key = (before if number == 1 else "", word, after if number == len(pairs) and not spaces else "")
            yield (words[key] if word else (words.nothing,)), len(spaces)
        return
    for word, spaces in _WORD.findall(line):
        if word:
            yield words[word], len(spaces)
        elif spaces:
            yield (words.nothing,), len(spaces)


def _end_line(found: list[Box], stretch: _Stretch, words: Words, em: float) -> None:
    """Turn a line feed into a space after which the line ends; where nothing stands before it, the line is empty."""
    space = words.nothing.face.space * em
    if found and not found[-1].ends:
        last = found[-1]
        found[-1] = last._replace(spaces=last.spaces + 1, gap=last.gap + space, breaks=True, ends=True)
    else:
        found.append(Box(words.nothing, stretch.letters, stretch.level, 1, 0, space, breaks=True, ends=True))
