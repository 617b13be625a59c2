"""Share a table's width among its columns, the same way in every format.

A column first gets what its longest word needs, then a share of the rest by how much more it has to say: one that
has nothing but short words gets no more than these, and heads of columns may take several lines.
Widths are counted in characters: fonts differ little in this, and Word and PDF must agree.
"""

from collections.abc import Iterable

from briefgen.memo import Inlines, Table, plain

Cells = tuple[Inlines, ...]

_LONGEST_WORD = 18
"""Longer words may be broken rather than starve the other columns."""
_GAP = 2.5
"""Between columns."""


def column_widths(table: Table, width: float) -> tuple[float, ...]:
    """Divide `width` among the columns of `table`, in the unit of `width`; the parts sum to it."""
    columns = list(zip(table.header, *table.rows, strict=True))
    bodies = list(zip(*table.rows, strict=True)) or columns
    needs = [_longest_word(cells) + _GAP for cells in columns]
    spare = max(0.0, _characters(width) - sum(needs))
    wants = _wants([_longest(cells) for cells in bodies], needs)
    if sum(wants) > spare:
        wants = _wants([_typical(cells) for cells in bodies], needs)
    share = min(1.0, spare / sum(wants)) if any(wants) else 0
    given = [need + share * want for need, want in zip(needs, wants, strict=True)]
    return tuple(width * part / sum(given) for part in given)


def _characters(width: float) -> float:
    """How many characters of table text fit into `width` points."""
    return width / 4.9


def _wants(lengths: Iterable[float], needs: Iterable[float]) -> list[float]:
    """Give what each column would take beyond what it needs, to print `lengths` on one line."""
    return [max(0.0, length + _GAP - need) for length, need in zip(lengths, needs, strict=True)]


def _longest_word(cells: Cells) -> int:
    return max((min(len(word), _LONGEST_WORD) for cell in cells for word in plain(cell).split()), default=1)


def _longest(cells: Cells) -> float:
    return max(len(plain(cell)) for cell in cells)


def _typical(cells: Cells) -> float:
    """Between the mean and the longest cell: one long cell should not take the whole page."""
    return (sum(len(plain(cell)) for cell in cells) / len(cells) + _longest(cells)) / 2
