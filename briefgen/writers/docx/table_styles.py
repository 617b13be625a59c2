"""The looks of tables: data and decisions, both ruled above and below, neither with verticals."""

from briefgen.writers.docx.properties import Border, border, colour, twips
from briefgen.writers.docx.style_elements import House
from briefgen.writers.docx.xml import NOTHING, Xml, element, flag

DATA, DECISION = "MemoTable", "MemoDecision"

CELL_GAP = 8.0
"""Between the words of a cell and the next column; words begin at the edge of their column."""


def table_styles(house: House) -> tuple[Xml, ...]:
    """Write the table styles."""
    colours = house.theme.colours
    fine = element("insideH", val="single", sz=3, space=0, color=colour(colours.hairline))
    rules = (border(Border("top", 0.75, colours.text)), border(Border("bottom", 0.75, colours.text)), fine)
    head = element("tcBorders", border(Border("bottom", 0.375, colours.rule)))
    sides = (CELL_GAP / 2, CELL_GAP / 2) if house.right_to_left else (0.0, CELL_GAP)
    return (
        _style("TableNormal", "Normal Table", (), _margins(0, (0, 0))),
        _style(DATA, "Memo Table", rules, _margins(2.5, sides), _first_row(head)),
        _style(DECISION, "Memo Decision", rules, _margins(5, sides)),
    )


def _style(identity: str, name: str, borders: tuple[Xml, ...], margins: Xml, *parts: Xml) -> Xml:
    normal = identity == "TableNormal"
    return element(
        "style",
        element("name", val=name),
        NOTHING if normal else element("basedOn", val="TableNormal"),
        element("uiPriority", val=99),
        flag("semiHidden", when=normal),
        flag("unhideWhenUsed", when=normal),
        element("tblPr", element("tblBorders", *borders) if borders else NOTHING, margins),
        *parts,
        type="table",
        default=1 if normal else None,
        customStyle=None if normal else 1,
        styleId=identity,
    )


def _margins(vertical: float, sides: tuple[float, float]) -> Xml:
    """Write the white space in cells; where tables are turned round, programs differ on which side is left."""
    left, right = sides
    margins = (("top", vertical), ("left", left), ("bottom", vertical), ("right", right))
    return element("tblCellMar", *(element(name, w=twips(width), type="dxa") for name, width in margins))


def _first_row(properties: Xml) -> Xml:
    return element("tblStylePr", element("tcPr", properties), type="firstRow")
