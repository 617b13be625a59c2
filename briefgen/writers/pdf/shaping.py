"""Turn words into glyphs, and remember what each word became.

A word is shaped once per process, face, language and direction, whatever its size:
memos of one desk share most of their words.
"""

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from briefgen.values import dataclass
from briefgen.writers.pdf.faces import Face, PlacedGlyph
from briefgen.writers.pdf.fallback import Chain
from briefgen.writers.pdf.line_breaks import SOFT_HYPHEN, parts

_PLACEHOLDER = "\u200b"
"""The text of a glyph without a character of its own: the second glyph of a letter drawn in two."""
_REMEMBERED = 5_000
"""Words kept per face, language and direction, about 5 MB at most."""


class Move(NamedTuple):
    """Where the pen does not go on by itself; lengths are thousandths of the size."""

    place: int
    """Of the glyph, in its fragment, before which the pen moves."""
    back: float
    """To the left, as in a TJ of PDF."""
    up: float
    """For this glyph alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """A part of a word in one face: what is moved as a whole when lines are filled."""

    text: str
    face: Face
    glyphs: tuple[tuple[int, str], ...]
    """Glyphs of the face and what they stand for, from left to right; marks without a text of their own come last."""
    moves: tuple[Move, ...]
    back: float
    """How far the pen moves to the left after the last glyph, to stand at the end of the fragment."""
    advance: float
    """Width in thousandths of the size."""
    rtl: bool
    exact: bool
    """The texts of the glyphs, from left to right, make up `text`."""
    breaks: bool = False
    """A line may end after it."""
    hyphen: "Fragment | None" = None
    """Shown after it when a line ends there."""


Neighbours = tuple[str, str, str]
"""The last character before a word, the word, and the first after it, where no space stands between."""


class Words(dict[str | Neighbours, tuple[Fragment, ...]]):
    """The words shaped so far with one chain of faces, in one language and direction; asking for another shapes it."""

    def __init__(self, chain: Chain, language: str, *, rtl: bool) -> None:
        super().__init__()
        self.chain, self.language, self.rtl = chain, language, rtl
        self.nothing = Fragment("", chain.main, (), (), 0, 0, rtl, exact=True)

    def __missing__(self, key: str | Neighbours) -> tuple[Fragment, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        before, word, after = ("", key, "") if isinstance(key, str) else key
        self[key] = shaped = self._shape(before, word, after)
        return shaped

    def part_of(self, fragment: Fragment, start: int, stop: int) -> Fragment:
        """Shape a part of a fragment that is too long for a line; a line may end after it."""
        return self._fragment(fragment.text, start, stop, fragment.face, breaks=True, hyphen=None)

    def _shape(self, before: str, word: str, after: str) -> tuple[Fragment, ...]:
        context = f"{before}{word.replace(SOFT_HYPHEN, '')}{after}"
        start, end = len(before), len(context) - len(after)
        found: list[Fragment] = []
        for part in parts(word):
            stretches = self.chain.stretches(part.replace(SOFT_HYPHEN, ""), self.language)
            for number, (text, face) in enumerate(stretches, 1):
                stop = start + len(text)
                breaks = number == len(stretches) and stop < end
                hyphen = self._hyphen(face) if breaks and part.endswith(SOFT_HYPHEN) else None
                found.append(self._fragment(context, start, stop, face, breaks=breaks, hyphen=hyphen))
                start = stop
        return tuple(found) or (self.nothing,)

    def _fragment(
        self, context: str, start: int, stop: int, face: Face, *, breaks: bool, hyphen: Fragment | None
    ) -> Fragment:
        text = context[start:stop]
        placed = face.shape(context, start, stop, self.language, rtl=self.rtl)
        texts, exact = _texts(placed, text, rtl=self.rtl)
        if _PLACEHOLDER in texts:
            placed, texts = _with_marks_last(placed, texts)
        glyphs = tuple(zip([glyph[0] for glyph in placed], texts, strict=True))
        moves, back, advance = _moves(placed, face)
        return Fragment(text, face, glyphs, moves, back, advance, self.rtl, exact, breaks, hyphen)

    def _hyphen(self, face: Face) -> Fragment:
        """Make a hyphen that stands for a soft one, so that a search finds the whole word."""
        drawn = self._fragment("-", 0, 1, face, breaks=True, hyphen=None)
        glyphs = tuple((index, SOFT_HYPHEN) for index, _ in drawn.glyphs)
        return replace(drawn, text=SOFT_HYPHEN, glyphs=glyphs)


def _with_marks_last(placed: list[PlacedGlyph], texts: list[str]) -> tuple[list[PlacedGlyph], list[str]]:
    """Put glyphs that have no text of their own behind the others, drawn where they were.

    Readers that extract text take the letters of a word together only when nothing is drawn between them.
    """
    standing = []
    origin = 0
    for glyph, text in zip(placed, texts, strict=True):
        standing.append((glyph, text, origin + glyph[3]))
        origin += glyph[2]
    standing.sort(key=lambda stands: stands[1] == _PLACEHOLDER)
    pen = 0
    found: list[PlacedGlyph] = []
    for (index, cluster, advance, _, up), text, x in standing:
        found.append((index, cluster, 0 if text == _PLACEHOLDER else advance, x - pen, up))
        pen += found[-1][2]
    index, cluster, advance, right, up = found[-1]
    found[-1] = (index, cluster, advance + origin - pen, right, up)
    return found, [text for _, text, _ in standing]


def _moves(placed: list[PlacedGlyph], face: Face) -> tuple[tuple[Move, ...], float, float]:
    """Say how the pen moves between glyphs; give also the last move, and the advance of all."""
    advances, scale = face.advances, face.scale
    found: list[Move] = []
    total = ahead = 0
    for place, (index, _, advance, right, up) in enumerate(placed):
        if right != ahead or up:
            found.append(Move(place, (ahead - right) * scale, up * scale))
        ahead = right + advances[index] - advance
        total += advance
    return tuple(found), ahead * scale, total * scale


def _texts(placed: list[PlacedGlyph], text: str, *, rtl: bool) -> tuple[list[str], bool]:
    """Share the characters of each cluster among its glyphs; tell whether the texts in this order make up `text`."""
    counts = Counter(glyph[1] for glyph in placed)
    starts = sorted(counts)
    if not rtl and len(starts) == len(placed) == len(text):
        return list(text), True
    ends = dict(zip(starts, (*starts[1:], len(text)), strict=True))
    found: list[str] = []
    for start in reversed(starts) if rtl else starts:
        shares = _shared(text[start : ends[start]], counts[start])
        found += reversed(shares) if rtl else shares
    return found, "".join(found) == text


def _shared(text: str, count: int) -> list[str]:
    """Give each of `count` glyphs a character and the last all the rest, or a placeholder where there are too few."""
    shares = [*text[: count - 1], text[count - 1 :]]
    return [share or _PLACEHOLDER for share in (*shares, *[""] * (count - len(shares)))]
