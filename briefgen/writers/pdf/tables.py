"""Tables: caption, head and rows, each cell tagged with what it is the head of."""

from dataclasses import replace

from briefgen.memo import Align as MemoAlign
from briefgen.memo import Inlines, Table
from briefgen.theme import TextStyle, Theme
from briefgen.writers.columns import column_widths
from briefgen.writers.pdf.grid import Cell, Grid, Row, Ruling
from briefgen.writers.pdf.inlines import set_inlines
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.paragraphs import Align, Prose
from briefgen.writers.pdf.structure import Element
from briefgen.writers.pdf.writing import Spot, Writing

_ALIGN: dict[MemoAlign, Align] = {"left": "start", "right": "end", "center": "center"}
_HEAD_OF_COLUMN = "/O /Table /Scope /Column"
_HEAD_OF_ROW = "/O /Table /Scope /Row"


def table(content: Table, spot: Spot, writing: Writing) -> list[Leaf]:
    """Lay out a table with its caption."""
    theme = writing.theme
    element = spot.element.add("Table")
    leaves = _caption(content.caption, spot.inside(element), writing) if content.caption else []
    heads = (element.add("THead") if content.rows else element).add("TR")
    body = element.add("TBody")
    head = tuple(
        _cell(cell, theme.label, align, heads.add("TH", _HEAD_OF_COLUMN), writing)
        for cell, align in zip(content.header, content.align, strict=True)
    )
    rows = [_row(content, row, body.add("TR"), writing) for row in content.rows]
    columns = column_widths(content, theme.column - spot.start - spot.end)
    grid = Grid(head, rows, columns, spot, writing, ruling=ruling(theme))
    grid.spaceBefore, grid.spaceAfter = theme.table_before, theme.table_after
    return [*leaves, grid]


def ruling(theme: Theme) -> Ruling:
    """Give the lines of a theme's tables."""
    return Ruling(theme.colours.text, theme.colours.hairline)


def _caption(caption: Inlines, spot: Spot, writing: Writing) -> list[Leaf]:
    look = replace(writing.theme.table, bold=True, before=6, after=3)
    element = spot.element.add("Caption")
    prose = Prose(set_inlines(caption, look, element, writing), element, spot, writing, look=look)
    prose.kept = True
    return [prose]


def _row(content: Table, row: tuple[Inlines, ...], element: Element, writing: Writing) -> Row:
    look = writing.theme.table
    cells = []
    for number, (cell, align) in enumerate(zip(row, content.align, strict=True)):
        is_head = content.row_headers and number == 0
        owner = element.add("TH", _HEAD_OF_ROW) if is_head else element.add("TD")
        cells.append(_cell(cell, look, align, owner, writing))
    return tuple(cells)


def _cell(content: Inlines, look: TextStyle, align: MemoAlign, element: Element, writing: Writing) -> Cell:
    text = set_inlines(content, look, element, writing)
    return (Prose(text, element, Spot(element, look), writing, align=_ALIGN[align]),)
