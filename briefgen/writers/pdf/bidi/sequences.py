"""Isolating run sequences: the stretches in which weak and neutral characters are resolved, rules X9 and X10."""

from briefgen.values import dataclass
from briefgen.writers.pdf.bidi.classes import INITIATORS, REMOVED, direction_of


@dataclass(frozen=True, slots=True)
class Sequence:
    """Characters of one level that belong together, over the isolates between them."""

    indices: tuple[int, ...]
    level: int
    before: str
    """The direction, L or R, of what stands before (*sos*)."""
    after: str
    """The direction of what stands after (*eos*)."""


def isolating_sequences(
    classes: list[str], ends: dict[int, int], embedded: list[int], base: int
) -> tuple[Sequence, ...]:
    """Join the level runs of a paragraph where an isolate interrupts them."""
    kept = [index for index, kind in enumerate(classes) if kind not in REMOVED]
    runs = _level_runs(kept, embedded)
    by_start = {run[0]: run for run in runs}
    continued = set(ends.values())
    place = {index: position for position, index in enumerate(kept)}
    sequences = []
    for run in runs:
        if run[0] in continued:
            continue
        indices = list(run)
        while classes[indices[-1]] in INITIATORS and ends.get(indices[-1]) in by_start:
            indices += by_start[ends[indices[-1]]]
        first, last = place[indices[0]], place[indices[-1]]
        level = embedded[indices[0]]
        earlier = embedded[kept[first - 1]] if first else base
        is_open = classes[indices[-1]] in INITIATORS and indices[-1] not in ends
        later = base if is_open or last + 1 == len(kept) else embedded[kept[last + 1]]
        sequences.append(
            Sequence(tuple(indices), level, direction_of(max(earlier, level)), direction_of(max(later, level)))
        )
    return tuple(sequences)


def _level_runs(kept: list[int], embedded: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in kept:
        if runs and embedded[runs[-1][-1]] == embedded[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
