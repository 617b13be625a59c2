"""Weak characters, that is numbers and what goes with them: rules W1–W7.

Each rule takes the classes of one sequence and gives them anew; `before` is the direction of what stands before it.
"""

from briefgen.writers.pdf.bidi.classes import ISOLATES


def without_weak(kinds: list[str], before: str) -> list[str]:
    """Resolve marks, numbers, separators and terminators of one sequence."""
    kinds = _marks_follow_their_base(kinds, before)
    kinds = _numbers_after_arabic_letters(kinds, before)
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    kinds = _single_separators_join_numbers(kinds)
    kinds = _terminators_join_numbers(kinds)
    kinds = ["ON" if kind in {"ES", "ET", "CS"} else kind for kind in kinds]
    return _numbers_after_latin_letters(kinds, before)


def _marks_follow_their_base(kinds: list[str], before: str) -> list[str]:
    """Rule W1."""
    found: list[str] = []
    previous = before
    for kind in kinds:
        previous = ("ON" if previous in ISOLATES else previous) if kind == "NSM" else kind
        found.append(previous)
    return found


def _numbers_after_arabic_letters(kinds: list[str], before: str) -> list[str]:
    """Rule W2."""
    found: list[str] = []
    strong = before
    for kind in kinds:
        if kind in {"L", "R", "AL"}:
            strong = kind
        found.append("AN" if kind == "EN" and strong == "AL" else kind)
    return found


def _single_separators_join_numbers(kinds: list[str]) -> list[str]:
    """Rule W4."""
    found = kinds[:]
    for index in range(1, len(found) - 1):
        around = found[index - 1]
        if around != found[index + 1]:
            continue
        if (found[index] == "ES" and around == "EN") or (found[index] == "CS" and around in {"EN", "AN"}):
            found[index] = around
    return found


def _terminators_join_numbers(kinds: list[str]) -> list[str]:
    """Rule W5."""
    found = kinds[:]
    start = 0
    while start < len(found):
        stop = start
        while stop < len(found) and found[stop] == "ET":
            stop += 1
        if "EN" in (*found[start - 1 : start], *found[stop : stop + 1]):
            found[start:stop] = ["EN"] * (stop - start)
        start = max(stop, start + 1)
    return found


def _numbers_after_latin_letters(kinds: list[str], before: str) -> list[str]:
    """Rule W7."""
    found: list[str] = []
    strong = before
    for kind in kinds:
        if kind in {"L", "R"}:
            strong = kind
        found.append("L" if kind == "EN" and strong == "L" else kind)
    return found
