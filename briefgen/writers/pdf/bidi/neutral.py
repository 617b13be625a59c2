"""Brackets and other neutral characters, and the levels that follow from all: rules N0–N2 and I1–I2."""

from briefgen.writers.pdf.bidi.classes import DIRECTIONS, NEUTRALS, direction_of
from briefgen.writers.pdf.bidi.sequences import Sequence

_PAIRS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b"
    "\u2329\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6"
    "\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a"
    "\u298b\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db"
    "\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c"
    "\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b"
    "\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
_CLOSERS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_SAME = {"\u232a": "\u3009"}
"""Closing brackets that Unicode takes for the same as another."""
_MOST_OPEN = 63


def without_neutrals(kinds: list[str], sequence: Sequence, text: str, classes: list[str]) -> list[str]:
    """Give every neutral character of one sequence a direction, brackets in pairs first."""
    kinds = _paired_brackets(kinds, sequence, text, classes)
    own = direction_of(sequence.level)
    found = kinds[:]
    start = 0
    while start < len(found):
        stop = start
        while stop < len(found) and found[stop] in NEUTRALS:
            stop += 1
        left = DIRECTIONS[found[start - 1]] if start else sequence.before
        right = DIRECTIONS[found[stop]] if stop < len(found) else sequence.after
        found[start:stop] = [left if left == right else own] * (stop - start)
        start = max(stop, start + 1)
    return found


def implicit_levels(kinds: list[str], level: int) -> list[int]:
    """Raise the level of what runs against it, and of numbers (I1, I2)."""
    raised = {"R": 0, "L": 1, "EN": 1, "AN": 1} if level & 1 else {"L": 0, "R": 1, "EN": 2, "AN": 2}
    return [level + raised[kind] for kind in kinds]


def _paired_brackets(kinds: list[str], sequence: Sequence, text: str, classes: list[str]) -> list[str]:
    """Turn each pair of brackets the way of what it holds, or of what stands before it (N0)."""
    found = kinds[:]
    own = direction_of(sequence.level)
    for opener, closer in _bracket_pairs(kinds, sequence.indices, text):
        inside = {DIRECTIONS.get(kind) for kind in found[opener + 1 : closer]} - {None}
        if not inside:
            continue
        direction = own if own in inside else _direction_before(found, opener, sequence.before)
        for bracket in (opener, closer):
            found[bracket] = direction
            _turn_marks(found, bracket + 1, direction, sequence.indices, classes)
    return found


def _direction_before(kinds: list[str], index: int, before: str) -> str:
    return next((DIRECTIONS[kind] for kind in reversed(kinds[:index]) if kind in DIRECTIONS), before)


def _turn_marks(kinds: list[str], start: int, direction: str, indices: tuple[int, ...], classes: list[str]) -> None:
    """Let the combining marks on a bracket go its way."""
    for position in range(start, len(kinds)):
        if classes[indices[position]] != "NSM":
            return
        kinds[position] = direction


def _bracket_pairs(kinds: list[str], indices: tuple[int, ...], text: str) -> list[tuple[int, int]]:
    """Find the pairs in the order of their opening brackets, as positions in the sequence (BD16)."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for position, kind in enumerate(kinds):
        character = text[indices[position]]
        if kind != "ON" or (character not in _CLOSERS and character not in _OPENERS):
            continue
        if character in _CLOSERS:
            if len(waiting) == _MOST_OPEN:
                return []
            waiting.append((_same(_CLOSERS[character]), position))
            continue
        match = next((index for index in reversed(range(len(waiting))) if waiting[index][0] == _same(character)), None)
        if match is not None:
            pairs.append((waiting[match][1], position))
            del waiting[match:]
    return sorted(pairs)


def _same(closer: str) -> str:
    return _SAME.get(closer, closer)
