"""Whether announced counts, quantities and sums are whole and agree with what they count."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from briefgen.checks.material import Material
from briefgen.checks.numbers import numbers_in
from briefgen.checks.rule import Finding, rule
from briefgen.memo import Blocks, BulletList, Callout, Figure, OrderedList, Quote, Table, plain

_COUNTED = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?: \w+){0,2}? "
    r"(?P<noun>demands?|conditions?|requests?|proposals?|measures|positions|recommendations|options|scenarios|provisions|needs)\b",
    re.IGNORECASE,
)
_LISTS = {"recommendations": "recommendation", "options": "options", "scenarios": "scenarios"}
_BESIDE = re.compile(
    r"\b(not counted|separate(ly)?|addition(al(ly)?)?|besides?|beyond|further|fourth|fifth|sixth|also|more than|extra|"
    r"one more|another|count)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"from (?P<a>\d+(?:\.\d+)?)\s?(?:%|per cent|percent) to (?P<b>\d+(?:\.\d+)?)\s?(?:%|per cent|percent)[^.]*?"
    r"\bby (?P<by>\d+(?:\.\d+)?)\s?(?:%|per cent|percent)(?! ?points?)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"^(?:total|sum|all|together)\b", re.IGNORECASE)
_FIGURE = re.compile(r"-?\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")


@rule(
    "NUM03",
    "error",
    "An announced count is that of the list.",
    why="“Three demands” over four items, and the reader looks for the mistake instead of the news.",
    source="briefgen's sample article, which announces three and lists four",
    wrong="""
positions:
  - {label: Fare cap, actor: council, addressee: ministry, stance: demands, counted_in: three demands, exact: Residents must not pay more than 12 crowns before 2027}
  - {label: Winter sailings, actor: council, addressee: ministry, stance: demands, counted_in: three demands, exact: "four crossings a week, in January as in July"}
responses: []
bluf: {text: The council wants two things.}
""",
    right="""
positions:
  - {label: Fare cap, actor: council, addressee: ministry, stance: demands, counted_in: three demands, exact: Residents must not pay more than 12 crowns before 2027}
  - {label: Winter sailings, actor: council, addressee: ministry, stance: demands, counted_in: three demands, exact: "four crossings a week, in January as in July"}
  - {label: Board seat, actor: council, addressee: operator, stance: demands, counted_in: three demands, exact: "The third demand, a seat on the operator's board"}
responses: []
bluf: {text: The council wants three things.}
""",
)
def counts_match_lists(material: Material) -> Iterator[Finding]:
    """Compare `counted_in`, and counts in title and bottom line, with the positions there are."""
    positions = material.article.positions
    counted = Counter(position.counted_in for position in positions if position.counted_in)
    for words, there in counted.items():
        first = next(n for n, position in enumerate(positions) if position.counted_in == words)
        for number in numbers_in(words)[:1]:
            if number.value != there:
                message = f"“{words}” are announced and {there} counted"
                yield Finding(f"positions[{first}].counted_in", message, "add what is missing, or count again", words)
    yield from _unexplained(material, counted)
    for prose in material.prose:
        if prose.path in {"title", "question", "why_now", "bluf.text"}:
            yield from _miscounted(prose.path, prose.text, material, counted)


def _unexplained(material: Material, counted: Counter[str]) -> Iterator[Finding]:
    """Find items beside a count that nothing explains."""
    counting = [position for position in material.article.positions if position.counted_in]
    kinds = {(one.actor, stance) for one in counting for stance in (one.stance, "rejects", "red-line")}
    told = " ".join(
        [*(prose.text for prose in material.prose if prose.path.startswith(("gaps", "background", "positions")))]
    )
    for number, position in enumerate(material.article.positions):
        if (
            counted
            and not position.counted_in
            and (position.actor, position.stance) in kinds
            and not _BESIDE.search(told)
        ):
            message = f"“{position.label}” is listed beside {' and '.join(f'“{words}”' for words in counted)}"
            yield Finding(
                f"positions[{number}]",
                message,
                "say in its text or under `gaps` why it is not counted",
                level="warning",
            )


def _miscounted(path: str, text: str, material: Material, counted: Counter[str]) -> Iterator[Finding]:
    for found in _COUNTED.finditer(text):
        noun = found["noun"].lower().removesuffix("s") + "s"
        (number,) = numbers_in(found["number"])[:1] or (None,)
        groups = list(counted.values())
        there = groups or [_listed(noun, material)]
        if number and there[0] and number.value not in {Decimal(one) for one in there}:
            message = f"“{found[0]}” are announced and {there[0]} listed"
            yield Finding(path, message, words=found[0], level=None if groups else "warning")


def _listed(noun: str, material: Material) -> int:
    article = material.article
    match _LISTS.get(noun):
        case "recommendation":
            return len(article.recommendation)
        case "options":
            return len(article.options)
        case "scenarios":
            return len(article.outlook.scenarios)
        case _:
            return len(article.positions)


@rule(
    "NUM04",
    "warning",
    "A quantity has its unit; money has its year; a change between percentages is in percentage points.",
    why="“Rose by 3” is no statement, and 3 per cent of 10 per cent is not 3 percentage points.",
    source="statistical offices' style guides",
    wrong="""
statistics:
  - {label: Farms at risk, quantity: {high: 30}, text: Up to 30 farms could lose their winter market., exact: Up to 30 farms could lose their winter market}
""",
    right="""
statistics:
  - {label: Farms at risk, quantity: {high: 30, unit: farms}, text: Up to 30 farms could lose their winter market., exact: Up to 30 farms could lose their winter market}
""",
)
def quantities_are_complete(material: Material) -> Iterator[Finding]:
    """Ask for unit and price basis, and look for percentages of percentages."""
    for said in material.statements:
        quantity = getattr(said.statement, "quantity", None)
        if quantity is None:
            continue
        path = f"{said.path}.quantity"
        if not (quantity.unit or quantity.currency or quantity.denominator):
            yield Finding(path, "the quantity has no unit", "add `unit` or `currency`")
        is_money = quantity.currency and material.article.kind == "budget"
        if is_money and not (quantity.price_basis or quantity.as_of or quantity.baseline):
            yield Finding(path, "nothing says of which year's prices the amount is", "add `price_basis` or `as_of`")
    for prose in material.prose:
        for found in _POINTS.finditer(prose.text):
            if abs(Decimal(found["b"]) - Decimal(found["a"])) == Decimal(found["by"]):
                yield Finding(prose.path, f"“{found[0]}” means percentage points", words=found[0])


@rule(
    "NUM05",
    "error",
    "Sums in a table add up, or the memo says that figures are rounded.",
    why="It is the first thing that a hostile reader tries.",
    source="practice of statistical offices",
    wrong="""
{section=positions}
## Key Measures

| Measure | Cost |
|---|--:|
| Dredging | 120 |
| Subsidy | 340 |
| Total | 560 |
""",
    right="""
{section=positions}
## Key Measures

| Measure | Cost |
|---|--:|
| Dredging | 120 |
| Subsidy | 340 |
| Total | 460 |
""",
    example="memo",
)
def sums_add_up(material: Material) -> Iterator[Finding]:
    """Add each column above a row that is called a total."""
    for filled in material.memos:
        is_rounded = any("round" in piece.lower() for piece in filled.pieces)
        for table in _tables(filled.memo.blocks) if not is_rounded else ():
            for label, there, added in _wrong_sums(table):
                message = f"the memo for {filled.audience} has a total of {there} where the rows add up to {added}"
                yield Finding("", message, f"mend the row “{label}”, or say that figures are rounded")


def _tables(blocks: Blocks) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case Figure(table=table):
                yield table
            case Quote(inner) | Callout(_, _, inner):
                yield from _tables(inner)
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from _tables(item)
            case _:
                pass


def _wrong_sums(table: Table) -> Iterator[tuple[str, str, str]]:
    rows = [[plain(cell).strip() for cell in row] for row in table.rows]
    start = 0
    for place, row in enumerate(rows):
        if not _TOTAL.match(row[0]):
            continue
        for column in range(1, len(row)):
            figures = [_figure(other[column]) for other in rows[start:place]]
            total = _figure(row[column])
            if total is not None and len(figures) > 1 and None not in figures:
                added = sum((figure for figure in figures if figure is not None), Decimal(0))
                if added != total:
                    yield row[0], f"{total:,}", f"{added:,}"
        start = place + 1


def _figure(cell: str) -> Decimal | None:
    found = _FIGURE.findall(cell.replace("−", "-"))
    return Decimal(re.sub(r"[^\d.-]", "", found[0])) if len(found) == 1 else None
