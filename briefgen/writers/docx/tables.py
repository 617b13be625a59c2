"""Tables that keep their widths in Word and LibreOffice, and that a screen reader can walk through."""

from itertools import accumulate, pairwise

from briefgen.memo import Align, Inlines, Table, plain
from briefgen.writers.columns import column_widths
from briefgen.writers.docx.place import Place
from briefgen.writers.docx.properties import twips
from briefgen.writers.docx.table_styles import DATA
from briefgen.writers.docx.writing import Writing, paragraph
from briefgen.writers.docx.xml import NOTHING, Xml, element, flag, join

_SIDES: dict[Align, str] = {"left": "", "right": "Right", "center": "Center"}


def table(content: Table, place: Place, writing: Writing) -> Xml:
    """Write a table under its caption."""
    caption = NOTHING
    if content.caption:
        caption = writing.paragraph("Caption", writing.words(content.caption, bold=True), **place.moved)
    apart = writing.before_table()
    widths = rounded(column_widths(content, writing.theme.column - place.left))
    name = plain(content.caption) or " · ".join(plain(cell) for cell in content.header)
    properties = table_properties(DATA, widths, name, place, writing, first_column=content.row_headers)
    rows = (row(widths, _row(content, cells, writing)) for cells in content.rows)
    head = row(widths, _cells(("TableHead",) * len(widths), content.header, content.align, writing), head=True)
    writing.after_table()
    return join(caption, apart, element("tbl", properties, grid(widths), head, *rows))


def table_properties(
    style: str, widths: tuple[int, ...], name: str, place: Place, writing: Writing, *, first_column: bool
) -> Xml:
    """Write `w:tblPr`: widths are fixed, for Word and LibreOffice guess them in different ways."""
    return element(
        "tblPr",
        element("tblStyle", val=style),
        flag("bidiVisual", when=writing.right_to_left),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblInd", w=twips(place.left), type="dxa") if place.left else NOTHING,
        element("tblLayout", type="fixed"),
        element(
            "tblLook",
            val="06A0" if first_column else "0620",
            firstRow=int(style == DATA),
            lastRow=0,
            firstColumn=int(first_column),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        element("tblCaption", val=name) if name else NOTHING,
    )


def grid(widths: tuple[int, ...]) -> Xml:
    """Write the columns of a table."""
    return element("tblGrid", *(element("gridCol", w=width) for width in widths))


def row(widths: tuple[int, ...], cells: tuple[Xml, ...], *, head: bool = False) -> Xml:
    """Write a row, which stays on one page; a `head` is repeated on each page that the table runs over."""
    places = (_place(width, last=n == len(widths)) for n, width in enumerate(widths, 1))
    inside = (element("tc", place, words) for place, words in zip(places, cells, strict=True))
    return element("tr", element("trPr", flag("cantSplit"), flag("tblHeader", when=head)), *inside)


def _place(width: int, *, last: bool) -> Xml:
    """Write the properties of a cell; the last of a row ends at the edge of the column."""
    margin = element("tcMar", element("right", w=0, type="dxa")) if last else NOTHING
    return element("tcPr", element("tcW", w=width, type="dxa"), margin)


def rounded(widths: tuple[float, ...]) -> tuple[int, ...]:
    """Round widths to twentieths of a point so that their sum stays."""
    edges = (0, *(twips(edge) for edge in accumulate(widths)))
    return tuple(max(1, right - left) for left, right in pairwise(edges))


def _row(content: Table, cells: tuple[Inlines, ...], writing: Writing) -> tuple[Xml, ...]:
    first = "TableRowHead" if content.row_headers else "TableText"
    return _cells((first, *("TableText",) * (len(cells) - 1)), cells, content.align, writing)


def _cells(
    styles: tuple[str, ...], cells: tuple[Inlines, ...], align: tuple[Align, ...], writing: Writing
) -> tuple[Xml, ...]:
    return tuple(
        paragraph(style + _SIDES[side], writing.words(content, bold=style != "TableText"))
        for style, content, side in zip(styles, cells, align, strict=True)
    )
