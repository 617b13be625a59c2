"""What was measured: one row for each run, and what follows from many of them; nothing here measures anything."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run of a contender took."""

    part: str
    """`cold`, `warm`, `growth`, `workers` or `again`."""
    contender: str
    case: str
    """The memo, or how many of them."""
    round: int
    """Runs of one round stand beside each other in time, so that they may be compared."""
    cpu: float
    """Seconds; for many memos in one process, of one of them."""
    wall: float
    """Seconds, likewise."""
    peak: float = 0
    """MiB."""
    growth: float = 0
    """MiB, from the tenth memo to the last."""
    size: int = 0
    """Of the files, in bytes."""
    pages: int = 0
    """Of the PDF."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The least, the middle and the most of some values."""

    least: float
    middle: float
    most: float


def spread(values: Iterable[float]) -> Spread:
    """Give the spread of values, of which there must be one at least."""
    found = sorted(values)
    return Spread(found[0], median(found), found[-1])


@dataclass(frozen=True, slots=True)
class Results:
    """All that was measured, and where."""

    about: Mapping[str, Mapping[str, str]]
    """Part → what it was measured with: machine, date, versions, and the names of those missing."""
    taken: tuple[Taken, ...]

    def of(self, part: str, contender: str, case: str = "") -> tuple[Taken, ...]:
        """List the runs of a contender, in the order of their rounds; of all cases if none is named."""
        found = (one for one in self.taken if one.part == part and one.contender == contender)
        return tuple(sorted((one for one in found if case in ("", one.case)), key=lambda one: one.round))

    def cases(self, part: str, contender: str) -> tuple[str, ...]:
        """List the cases in which a contender was measured, in the order of their measurement."""
        return tuple(dict.fromkeys(one.case for one in self.taken if (one.part, one.contender) == (part, contender)))

    def ratio(self, part: str, contender: str, anchor: str, case: str = "") -> Spread | None:
        """Give the spread of the CPU time of a contender over that of the `anchor` in the same round."""
        beside = {(one.case, one.round): one.cpu for one in self.of(part, anchor, case)}
        runs = self.of(part, contender, case)
        ratios = [one.cpu / beside[one.case, one.round] for one in runs if beside.get((one.case, one.round))]
        return spread(ratios) if ratios else None

    def with_part(self, part: str, about: Mapping[str, str], taken: Iterable[Taken]) -> "Results":
        """Put what was measured anew in the place of what was there."""
        kept = (one for one in self.taken if one.part != part)
        return Results({**self.about, part: about}, (*kept, *taken))


NOTHING = Results({}, ())


def written(results: Results) -> str:
    """Write results as JSON, a run in a line, so that a comparison of two editions can be read."""
    rows = ",\n".join(json.dumps({name: _short(value) for name, value in asdict(one).items()}) for one in results.taken)
    return f'{{"about": {json.dumps(results.about, indent=1)},\n"taken": [\n{rows}\n]}}\n'


def parsed(text: str) -> Results:
    """Read what `written` wrote."""
    found = json.loads(text)
    return Results(found["about"], tuple(Taken(**one) for one in found["taken"]))


def _short(value: str | float) -> str | float:
    return round(value, 5) if isinstance(value, float) else value
