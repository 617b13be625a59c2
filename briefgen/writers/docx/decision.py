"""The decision: what is recommended, beside each recommendation the answers to tick, and the lines to sign."""

from briefgen.memo import Decision, DecisionItem, Inlines, plain
from briefgen.writers.docx.fonts import TICK_BOX_FONT
from briefgen.writers.docx.place import Place
from briefgen.writers.docx.properties import run_properties
from briefgen.writers.docx.runs import TAB, run
from briefgen.writers.docx.table_styles import DECISION
from briefgen.writers.docx.tables import grid, rounded, row, table_properties
from briefgen.writers.docx.writing import Writing, paragraph
from briefgen.writers.docx.xml import NOTHING, Xml, element, join, named

_SPACE = run(" ")
_OPEN, _TICKED = "☐", "☒"


def decision(content: Decision, place: Place, writing: Writing) -> Xml:
    """Write a decision, all of it on one page."""
    answers = _answers(content, place, writing) if content.items else NOTHING
    return join(answers, _signature(content.signature, place, writing))


def _answers(content: Decision, place: Place, writing: Writing) -> Xml:
    apart = writing.before_table()
    column = writing.theme.column - place.left
    widths = rounded((column - writing.theme.decision_width, writing.theme.decision_width))
    name = plain(writing.memo.header.kind) or writing.memo.meta.title
    properties = table_properties(DECISION, widths, name, place, writing, first_column=True)
    numbering = writing.numbering.ordered(0, 0, 1)
    free = 0 if content.signature else len(content.items)
    rows = (_row(item, widths, numbering, writing, kept=n != free) for n, item in enumerate(content.items, 1))
    table = element("tbl", properties, grid(widths), *rows)
    writing.after_table()
    return join(apart, table)


def _row(item: DecisionItem, widths: tuple[int, ...], numbering: int, writing: Writing, *, kept: bool) -> Xml:
    recommended = paragraph("Recommendation", writing.words(item.content), numbering=(numbering, 0), keep_next=kept)
    answers = tuple(_answer(choice, writing, kept=kept) for choice in item.choices)
    nothing = () if answers else (paragraph("Answer", NOTHING, keep_next=kept),)
    return row(widths, (recommended, join(*answers, *nothing)))


def _answer(choice: Inlines, writing: Writing, *, kept: bool) -> Xml:
    words = join(_tick_box(plain(choice), writing.next_id()), TAB, writing.words(choice))
    return paragraph("Answer", words, keep_next=kept)


def _tick_box(name: str, identity: int) -> Xml:
    """Write a box that Word ticks at a click, and others show as a character; `name` is what it is called aloud."""
    return element(
        "sdt",
        element(
            "sdtPr",
            element("alias", val=name[:64]),
            element("id", val=identity),
            named(
                "w14:checkbox", {}, _state("checked", "0"), _box("checkedState", _TICKED), _box("uncheckedState", _OPEN)
            ),
        ),
        element("sdtContent", run(_OPEN, run_properties(style="TickBox"))),
    )


def _state(name: str, value: str) -> Xml:
    return named(f"w14:{name}", {"w14:val": value})


def _box(name: str, character: str) -> Xml:
    return named(f"w14:{name}", {"w14:val": f"{ord(character):04X}", "w14:font": TICK_BOX_FONT})


def _signature(labels: tuple[Inlines, ...], place: Place, writing: Writing) -> Xml:
    """Write the lines to sign, two blanks on each; the style draws them."""
    pairs = (labels[n : n + 2] for n in range(0, len(labels), 2))
    return join(*(writing.paragraph("SignatureLine", _blanks(pair, writing), **place.moved) for pair in pairs))


def _blanks(labels: tuple[Inlines, ...], writing: Writing) -> Xml:
    first, *others = (join(writing.words(label), _SPACE, TAB) for label in labels)
    return join(first, *(join(TAB, other) for other in others))
