"""Tables: caption, head and rows, each cell tagged with what it is the head of.

Columns share the width as in every format, but none gets less than its longest word needs;
where even that is too much, the letters are made a little smaller.
"""

from collections.abc import Iterable
from dataclasses import replace

from briefgen.marks import BESIDE
from briefgen.memo import Align as MemoAlign
from briefgen.memo import Inlines, Table
from briefgen.theme import TextStyle, Theme
from briefgen.values import dataclass
from briefgen.writers.columns import column_widths
from briefgen.writers.pdf.grid import Cell, Grid, Row, Ruling, flags
from briefgen.writers.pdf.inlines import set_inlines
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.paragraphs import Align, Prose
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.writing import Spot, Writing

_ALIGN: dict[MemoAlign, Align] = {"left": "start", "right": "end", "center": "center"}
_HEAD_OF_COLUMN = "/O /Table /Scope /Column"
_HEAD_OF_ROW = "/O /Table /Scope /Row"
_SIZES = 1.0, 0.92, 0.84
"""Of letters, tried one after the other."""
_MANY_COLUMNS = 5
_WIDEST_WORD = 0.4
"""Of the table; longer words are broken rather than starve the other columns."""

Owners = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A table with the elements of its cells."""

    content: Table
    heads: Owners
    rows: tuple[Owners, ...]


def table(content: Table, spot: Spot, writing: Writing) -> list[Leaf]:
    """Lay out a table with its caption."""
    element = spot.element.add("Table")
    caption = _caption(content.caption, spot.at(BESIDE).inside(element), writing) if content.caption else []
    grid = _fitting(_tagged(content, element), spot, writing)
    grid.before, grid.after = writing.theme.table_before, writing.theme.table_after
    return [*caption, grid]


def _caption(caption: Inlines, spot: Spot, writing: Writing) -> list[Leaf]:
    look = replace(writing.theme.table, bold=True, before=6, after=3)
    element = spot.element.add("Caption")
    prose = Prose(set_inlines(caption, look, element, writing), element, spot, writing, look=look)
    prose.kept = True
    return [prose]


def _tagged(content: Table, element: Element) -> _Tagged:
    """Make the elements of the cells; a table of nothing but a head has no `THead` (PDF/UA-1, 7.5)."""
    heads = (element.add("THead") if content.rows else element).add("TR")
    body = element.add("TBody")
    return _Tagged(
        content,
        tuple(heads.add("TH", _HEAD_OF_COLUMN) for _ in content.header),
        tuple(_row_owners(body.add("TR"), row, row_headers=content.row_headers) for row in content.rows),
    )


def _row_owners(row: Element, cells: tuple[Inlines, ...], *, row_headers: bool) -> Owners:
    first = row.add("TH", _HEAD_OF_ROW) if row_headers else row.add("TD")
    return first, *(row.add("TD") for _ in cells[1:])


def _fitting(tagged: _Tagged, spot: Spot, writing: Writing) -> Grid:
    """Set a table in the largest letters that leave its words whole."""
    width = writing.theme.column - spot.start - spot.end
    ruling = _ruling(writing.theme, len(tagged.heads))
    for scale in _SIZES:
        head, rows = _set(tagged, scale, writing)
        *others, last = _needs((head, *rows), width)
        needs = [*(need + ruling.gap for need in others), last]
        if sum(needs) <= width:
            break
    columns = _shared(column_widths(tagged.content, width), needs)
    return Grid(head, rows, columns, spot, writing, ruling=ruling, flags=flags(len(rows), spot, writing))


def _ruling(theme: Theme, columns: int) -> Ruling:
    return Ruling(theme.colours.text, theme.colours.hairline, gap=7 if columns > _MANY_COLUMNS else 10)


def _set(tagged: _Tagged, scale: float, writing: Writing) -> tuple[Row, list[Row]]:
    """Set all cells; where it is done anew, elements within cells are made anew too, and the old ones never drawn."""
    label, look = (_scaled(look, scale) for look in (writing.theme.label, writing.theme.table))
    content = tagged.content
    aligns = [_ALIGN[align] for align in content.align]
    head = _row(content.header, aligns, label, tagged.heads, writing)
    rows = zip(content.rows, tagged.rows, strict=True)
    return head, [_row(cells, aligns, look, owners, writing) for cells, owners in rows]


def _scaled(look: TextStyle, scale: float) -> TextStyle:
    return replace(look, size=look.size * scale, leading=look.leading * scale) if scale < 1 else look


def _row(cells: tuple[Inlines, ...], aligns: list[Align], look: TextStyle, owners: Owners, writing: Writing) -> Row:
    together = zip(cells, aligns, owners, strict=True)
    return tuple(_cell(cell, align, look, owner, writing) for cell, align, owner in together)


def _cell(content: Inlines, align: Align, look: TextStyle, element: Element, writing: Writing) -> Cell:
    text = set_inlines(content, look, element, writing)
    return (Prose(text, element, Spot(element, look), writing, align=align),)


def _needs(rows: Iterable[Row], width: float) -> list[float]:
    """Give what each column needs for its longest word."""
    columns = zip(*rows, strict=True)
    return [min(max(cell[0].narrowest for cell in cells), _WIDEST_WORD * width) for cells in columns]


def _shared(wanted: tuple[float, ...], needs: list[float]) -> tuple[float, ...]:
    """Give each column what it needs, and share the rest by what they want beyond that."""
    width = sum(wanted)
    spare = width - sum(needs)
    if spare <= 0:
        return tuple(width * need / sum(needs) for need in needs)
    beyond = [max(want - need, 0) for want, need in zip(wanted, needs, strict=True)]
    if not any(beyond):
        return tuple(need + spare / len(needs) for need in needs)
    return tuple(need + spare * more / sum(beyond) for need, more in zip(needs, beyond, strict=True))
