"""Find the passage of a source that a record cites, word for word.

A passage is found as it is written or with other quotation marks, dashes, spaces and the like (`folded`), and at the
borders of words.
A quotation may also differ in its first capital, in the stop at its end, and in cuts that it declares.
Likeness never passes a passage: it only finds the nearest one, to show what differs.
"""

import re
from functools import cached_property

from briefgen.article.folded import Folded, fold, folded
from briefgen.values import dataclass

MOST_BETWEEN = 600
"""Characters of the source that a declared cut may leave out."""
_LIKE = 55.0
"""Below this likeness, of 100, a passage is not shown as the nearest."""
_MARKS = "'.,;:!?-()"
"""What may stand around a passage, as it is folded, and is none of its words."""
_CUT = re.compile(r"\[[^\[\]]*\]|\.\.\.")


@dataclass(frozen=True)
class Stored:
    """The stored text of a source, ready to be searched."""

    source: str
    """The id of the source."""
    text: str
    digest: str = ""
    """SHA-256 of the file it was read from."""

    @cached_property
    def foldings(self) -> tuple[Folded, ...]:
        """The text as it stands and, where lines end in hyphens, with its broken words made whole."""
        plain = fold(self.text)
        whole = fold(self.text, joined=True)
        return (plain,) if plain.text == whole.text else (plain, whole)


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a stored text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Near:
    """The passage that comes nearest to words that were not found, and both with their differences in brackets."""

    passage: Passage
    source: str
    """The passage, what the words lack or have otherwise in [brackets]."""
    words: str
    """The words that were sought, what the source has not in [brackets]."""


def passages(stored: Stored, exact: str) -> tuple[Passage, ...]:
    """Find every place where `exact` stands."""
    sought = folded(exact)
    for text in stored.foldings:
        if found := _occurrences(text, sought):
            return found
    return ()


def chosen(stored: Stored, found: tuple[Passage, ...], *, prefix: str = "", suffix: str = "") -> tuple[Passage, ...]:
    """Keep the passages that stand between `prefix` and `suffix`."""
    before, after = folded(prefix), folded(suffix)
    return tuple(
        passage
        for passage in found
        if folded(stored.text[max(0, passage.start - 4 * len(prefix) - 40) : passage.start]).endswith(before)
        and folded(stored.text[passage.end : passage.end + 4 * len(suffix) + 40]).startswith(after)
    )


def quoted(stored: Stored, words: str) -> Passage | None:
    """Find a quotation: as `passages`, or with what quoting may change."""
    direct = passages(stored, words)
    if direct:
        return direct[0]
    sought = folded(words).strip("' ")
    for text in stored.foldings:
        for variant in _variants(sought):
            if found := _occurrences(text, variant):
                return found[0]
        if found_cut := _cut(text, sought):
            return found_cut
    return None


def nearest(stored: Stored, words: str) -> Near | None:
    """Find the passage most like `words`, or nothing where none is like it."""
    from rapidfuzz import fuzz

    text, sought = stored.foldings[0], folded(words)
    like = fuzz.partial_ratio_alignment(sought, text.text, score_cutoff=_LIKE)
    if like is None or like.dest_end <= like.dest_start:
        return None
    start, end = _to_words(text.text, like.dest_start, like.dest_end)
    there, here = _differences(_with_edges_of(sought, text.text[start:end].strip()), sought)
    return Near(Passage(*text.span(start, end)), there, here)


def _with_edges_of(sought: str, passage: str) -> str:
    """Leave out the marks around the passage where `sought` has none: they are no difference in the words."""
    if sought[:1].isalnum():
        passage = passage.lstrip(_MARKS)
    return passage.rstrip(_MARKS) if sought[-1:].isalnum() else passage


def _occurrences(text: Folded, sought: str) -> tuple[Passage, ...]:
    found, place = [], text.text.find(sought) if sought else -1
    while place >= 0:
        if _is_whole(text.text, place, place + len(sought)):
            found.append(Passage(*text.span(place, place + len(sought))))
        place = text.text.find(sought, place + 1)
    return tuple(found)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether no word, and no number, is cut at either end."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = not (before.isalnum() and text[start].isalnum())
    number = text[end - 1].isdigit() and after in {".", ","} and text[end + 1 : end + 2].isdigit()
    return opens and not (after.isalnum() and text[end - 1].isalnum()) and not number


def _variants(sought: str) -> tuple[str, ...]:
    """List the forms that a quotation may have in its source, those with fewer changes first."""
    bare = sought.rstrip(".,;:!?")
    forms = [sought, bare] if len(bare) > 1 else [sought]
    return tuple(dict.fromkeys(form for one in forms for form in (one, *_other_case(one))))


def _other_case(words: str) -> tuple[str, ...]:
    """Swap the case of the first letter, unless it begins a name in capitals."""
    first, rest = words[:1], words[1:]
    return (first.swapcase() + rest,) if first.isalpha() and not rest[:1].isupper() else ()


def _cut(text: Folded, sought: str) -> Passage | None:
    """Find the parts between [brackets] and ellipses, one after the other and not far apart."""
    parts = [part.strip(" ,;:") for part in _CUT.split(sought)]
    parts = [part for part in parts if any(c.isalnum() for c in part)]
    if not _CUT.search(sought) or not parts:
        return None
    for first in (parts[0], *_variants(parts[0])):
        last = parts[-1].rstrip(".!?") if len(parts) > 1 else first
        place = text.text.find(first)
        while place >= 0:
            if end := _follow(text.text, place, [first, *parts[1:-1], last] if len(parts) > 1 else [first]):
                return Passage(*text.span(place, end))
            place = text.text.find(first, place + 1)
    return None


def _follow(text: str, start: int, parts: list[str]) -> int:
    """Give where the last of `parts` ends if all follow from `start` on, else 0."""
    end = start
    for number, part in enumerate(parts):
        place = text.find(part, end, end + MOST_BETWEEN + len(part)) if number else start
        while place >= 0 and not _is_whole(text, place, place + len(part)):
            place = text.find(part, place + 1, end + MOST_BETWEEN + len(part)) if number else -1
        if place < 0:
            return 0
        end = place + len(part)
    return end


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range to whole words."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _differences(there: str, here: str) -> tuple[str, str]:
    """Put in brackets the words in which two texts differ."""
    from difflib import SequenceMatcher

    left, right = there.split(), here.split()
    marked: tuple[list[str], list[str]] = ([], [])
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        for side, words in zip(marked, (left[a:b], right[c:d]), strict=True):
            if words:
                side.append(" ".join(words) if kind == "equal" else f"[{' '.join(words)}]")
    return " ".join(marked[0]), " ".join(marked[1])
