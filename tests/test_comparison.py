"""A memo is marked where its words are new or changed, and where something was left out."""

import pytest
from support import specimen
from support.specimen import SPECIMEN

from briefgen.comparison import marks
from briefgen.marks import UNMARKED, Marks, Path
from briefgen.memo import (
    Block,
    BulletList,
    Callout,
    Cite,
    Decision,
    DecisionItem,
    Figure,
    Header,
    Heading,
    Inlines,
    Memo,
    Paragraph,
    Quote,
    SourceEntry,
    SourceList,
    Strong,
    Table,
    Text,
)


def t(text: str) -> Inlines:
    return (Text(text),)


def p(text: str) -> Paragraph:
    return Paragraph(t(text))


def table(*rows: str, caption: str = "") -> Table:
    return Table((t("Name"),), tuple((t(row),) for row in rows), ("left",), caption=t(caption))


A, B, C, D = p("The port keeps a berth free."), p("Fares rise in June."), p("Nobody answered."), p("It rains.")
A2 = p("The port keeps two berths free.")
CASES: dict[str, tuple[tuple[Block, ...], tuple[Block, ...], set[Path], set[Path]]] = {
    "nothing": ((A, B), (A, B), set(), set()),
    "a paragraph is new": ((A, C), (A, B, C), {(1,)}, set()),
    "a paragraph is reworded": ((A, B), (A2, B), {(0,)}, set()),
    "a paragraph is gone": ((A, B, C), (A, C), set(), {(1,)}),
    "one stands in place of another": ((A, B, C), (A, D, C), {(1,)}, set()),
    "an item of a list": (
        (BulletList(((A,), (B,), (C,))),),
        (BulletList(((A2,), (B,), (C, D))),),
        {(0, 0, 0), (0, 2, 1)},
        set(),
    ),
    "rows of a table": ((table("a", "b", "c"),), (table("a", "c", "d"),), {(0, 2)}, {(0, 1)}),
    "the caption of a table": ((table("a", caption="One"),), (table("a", caption="Two"),), {(0, -1)}, set()),
    "a row of a figure, and with it the drawing": (
        (Figure("timeline", "alt", table("a", "b")),),
        (Figure("timeline", "alt", table("a", "b", "c")),),
        {(0,), (0, 0, 2)},
        set(),
    ),
    "what a callout holds, without its title": (
        (Callout("note", t("Note"), (A, B)),),
        (Callout("note", t("Note"), (A, B, D)),),
        {(0, 2)},
        set(),
    ),
    "the title of a callout": ((Callout("note", t("Note"), (A,)),), (Callout("note", t("See"), (A,)),), {(0,)}, set()),
    "whose words they are": ((Quote((A,), t("Jo")),), (Quote((A,), t("Al")),), {(0, -1)}, set()),
    "an answer to a recommendation": (
        (Decision((DecisionItem(t("That you agree"), (t("Yes"), t("No"))),)),),
        (Decision((DecisionItem(t("That you agree"), (t("Yes"), t("Never"))),)),),
        {(0, 0)},
        set(),
    ),
    "a source": (
        (SourceList((SourceEntry("s", 1, t("The Gazette")),)),),
        (SourceList((SourceEntry("n", 1, t("A notice")), SourceEntry("s", 2, t("The Gazette")))),),
        {(0, 0)},
        set(),
    ),
    "not how something is counted or set": (
        (Paragraph((Text("So it is. "), Cite("s", 1)), 3), Heading(2, t("Facts"), number="2")),
        (Paragraph((Strong(t("So it is. ")), Cite("s", 2)), 4), Heading(2, t("Facts"), number="3")),
        set(),
        set(),
    ),
    "not the section that tells of it, but what follows": (
        (Heading(2, t("Facts")), A),
        (Heading(2, t("What has changed"), "changes"), B, Heading(3, t("More")), C, Heading(2, t("Facts")), A2),
        {(5,)},
        set(),
    ),
}


@pytest.mark.parametrize(("old", "new", "changed", "cut"), CASES.values(), ids=CASES)
def test_what_is_otherwise_is_marked(
    old: tuple[Block, ...], new: tuple[Block, ...], changed: set[Path], cut: set[Path]
) -> None:
    was, now = (Memo(specimen.META, Header(t("Title")), blocks) for blocks in (old, new))

    expected = Marks(frozenset(changed), frozenset(cut), "A legend") if changed or cut else UNMARKED
    assert marks(was, now, "A legend") == expected


def test_every_block_is_marked_where_nothing_was() -> None:
    nothing = Memo(specimen.META, SPECIMEN.header, ())

    changed = marks(nothing, SPECIMEN, "A legend").changed

    marked_blocks = {path[0] for path in changed}
    silent = {n for n, block in enumerate(SPECIMEN.blocks) if type(block).__name__ in {"PageBreak", "Rule"}}
    assert marked_blocks | silent == set(range(len(SPECIMEN.blocks)))
