"""Share a table's width among its columns, the same way in every format.

A column first gets what its longest word needs, then a share of the rest by how much it has to say.
Widths are counted in characters: fonts differ little in this, and Word and PDF must agree.
"""

from briefgen.memo import Inlines, Table, plain

_LONGEST_WORD = 18
"""Longer words may be broken rather than starve the other columns."""


def column_widths(table: Table, width: float) -> tuple[float, ...]:
    """Divide `width` among the columns of `table`, in the unit of `width`; the parts sum to it."""
    columns = list(zip(table.header, *table.rows, strict=True))
    needs = [_longest_word(cells) + 2.5 for cells in columns]
    wants = [_typical_length(cells) ** 0.65 for cells in columns]
    total_needs, total_wants = sum(needs), sum(wants)
    spare = max(0.0, _characters(width) - total_needs)
    counted = [need + spare * want / total_wants for need, want in zip(needs, wants, strict=True)]
    return tuple(width * part / sum(counted) for part in counted)


def _characters(width: float) -> float:
    """How many characters of table text fit into `width` points."""
    return width / 4.9


def _longest_word(cells: tuple[Inlines, ...]) -> int:
    return max((min(len(word), _LONGEST_WORD) for cell in cells for word in plain(cell).split()), default=1)


def _typical_length(cells: tuple[Inlines, ...]) -> float:
    """Between the mean and the longest cell: one long cell should not take the whole page."""
    lengths = [len(plain(cell)) for cell in cells]
    return 1 + (sum(lengths) / len(lengths) + max(lengths)) / 2
