"""Whether every number comes from somewhere, is complete, and agrees with the others."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.article.folded import folded
from briefgen.article.statements import Quantity, Statement
from briefgen.checks.dated import Dated, dates_in, days_of
from briefgen.checks.material import Material
from briefgen.checks.numbers import Number, numbers_in
from briefgen.checks.rule import Finding, rule
from briefgen.notices import Level

_RANGE = re.compile(
    r"\bbetween (?P<low>[$£€]?\d[\d.,]*)(?: \w+)? and (?P<high>[$£€]?\d[\d.,]*\d|\d)(?: (?:million|billion|per cent))?",
    re.IGNORECASE,
)


@rule(
    "NUM01",
    "error",
    "Every number in a sourced statement stands in its evidence or in its `quantity`.",
    why="Of machine-written answers that cited the BBC, 19 % brought in wrong statements, numbers or dates.",
    source="BBC, Representation of BBC News content in AI Assistants, 2025",
    wrong="""
background:
  - {text: Up to 35 farms could lose their winter market., exact: Up to 30 farms could lose their winter market}
""",
    right="""
background:
  - {text: Up to 30 farms could lose their winter market., exact: Up to 30 farms could lose their winter market}
""",
)
def numbers_come_from_evidence(material: Material) -> Iterator[Finding]:
    """Compare the numbers and days of each statement with those of its evidence, then of its sources."""
    for said in material.statements:
        if not said.statement.evidence:
            continue
        evidence = " … ".join(one.exact for one in said.statement.evidence)
        stored = [material.texts[e.source].text for e in said.statement.evidence if e.source in material.texts]
        yield from _misdated(said.path, evidence, said.statement, material)
        yield from _halved(said.words_path, said.words, evidence)
        own = _own_numbers(said.statement)
        for text, path in ((said.words, said.words_path), (getattr(said.statement, "label", ""), f"{said.path}.label")):
            for number in numbers_in(text):
                if number.value not in own and not _has(evidence, number):
                    yield _untraced(path, number, stored)
            yield from _untraced_days(path, text, evidence, said.statement, material)


def _halved(path: str, text: str, evidence: str) -> Iterator[Finding]:
    """Find ranges of the evidence of which the statement has one end only."""
    values = {one.value for one in numbers_in(text)}
    for found in _RANGE.finditer(evidence):
        ends = {one.value for part in (found["low"], found["high"]) for one in numbers_in(part)}
        if len(ends & values) == 1 and len(ends) > 1:
            yield Finding(
                path, f"the evidence gives a range, “{found[0]}”, the statement one end of it", level="warning"
            )


def _misdated(path: str, evidence: str, statement: Statement, material: Material) -> Iterator[Finding]:
    """Compare the day of an event or response with the days that its evidence names."""
    when, near = getattr(statement, "date", None), material.article.as_of.earliest
    told = {day for one in dates_in(evidence) if near and (day := one.on(near))}
    is_day = when is not None and when.precision == "day" and not getattr(statement, "inferred", False)
    if is_day and told and not told & set(days_of(when)):
        days = " or ".join(str(day) for day in sorted(told))
        yield Finding(f"{path}.date", f"the date is {when}, in its evidence {days}", words=str(when))


def _own_numbers(statement: Statement) -> set[Decimal]:
    """Give the numbers that the statement states in fields of its own."""
    found: set[Decimal] = set()
    match getattr(statement, "quantity", None):
        case Quantity() as quantity:
            found |= {value for value in (quantity.value, quantity.low, quantity.high) if value is not None}
        case _:
            pass
    attribution = statement.attribution
    whens = [getattr(statement, name, None) for name in ("date", "deadline")] + [
        attribution.on if attribution else None
    ]
    told = attribution.said_by if attribution else ()
    found |= {one.value for words in told for one in numbers_in(words)}
    return found | {Decimal(day.year) for when in whens for day in days_of(when)}


def _has(text: str, number: Number) -> bool:
    years = {Decimal(day.year) for day in dates_in(text) if day.year}
    return number.value in years or any(number.agrees(one) for one in numbers_in(text))


def _untraced(path: str, number: Number, stored: list[str]) -> Finding:
    elsewhere = not stored or any(_has(text, number) for text in stored)
    where = "its evidence" if elsewhere else "its source"
    level: Level = "warning" if elsewhere or number.spelt else "error"
    hint = "cite the passage that has it, or give it in `quantity`" if elsewhere else ""
    return Finding(path, f"“{number.words}” is not in {where}", hint, number.words, level)


def _untraced_days(path: str, text: str, evidence: str, statement: Statement, material: Material) -> Iterator[Finding]:
    """Find days that neither the evidence has nor the record's own dates."""
    found = dates_in(text) if material.article.as_of.earliest else ()
    if not found:
        return
    attribution = statement.attribution
    fields = [getattr(statement, name, None) for name in ("date", "deadline")] + [
        attribution.on if attribution else None
    ]
    known = {(day.day, day.month) for when in fields for day in days_of(when)}
    known |= {(one.day, one.month) for one in dates_in(evidence)}
    for one in found:
        if (one.day, one.month) not in known | material.contents.days:
            yield Finding(
                path, f"the day “{one.words}” is not in its evidence", "", one.words, _gravity(one, statement, material)
            )


def _gravity(one: Dated, statement: Statement, material: Material) -> Level:
    stored = [material.texts[e.source].text for e in statement.evidence if e.source in material.texts]
    is_told = not stored or any((one.day, one.month) == (d.day, d.month) for text in stored for d in dates_in(text))
    return "warning" if is_told else "error"


@rule(
    "NUM02",
    "error",
    "One quantity has one value, in a sentence and in its fields, and everywhere in the record.",
    why="Two figures for one thing make the reader doubt both; where sources differ, that is said and not averaged.",
    source="ICD 203, standard 6",
    wrong="""
statistics:
  - {label: Farms at risk, quantity: {high: 35, unit: farms, approx: up-to}, text: Up to 30 farms could lose their winter market., exact: Up to 30 farms could lose their winter market}
""",
    right="""
statistics:
  - {label: Farms at risk, quantity: {high: 30, unit: farms, approx: up-to}, text: Up to 30 farms could lose their winter market., exact: Up to 30 farms could lose their winter market}
""",
)
def quantities_agree(material: Material) -> Iterator[Finding]:
    """Compare each quantity with its sentence, and statistics of one label with each other."""
    seen: dict[tuple[str, str, str], tuple[Decimal | None, ...]] = {}
    for said in material.statements:
        quantity = getattr(said.statement, "quantity", None)
        if quantity is None:
            continue
        values = (quantity.value, quantity.low, quantity.high)
        numbers = {one.value for one in numbers_in(said.words)}
        if numbers and not _in_units(values, numbers):
            message = f"the sentence does not have the number of its `quantity`, {_shown(values)}"
            yield Finding(f"{said.path}.quantity", message)
        label = getattr(said.statement, "label", "")
        key = (folded(label).lower(), quantity.unit, str(quantity.as_of or ""))
        if label and seen.setdefault(key, values) != values and not said.statement.disputed_by:
            message = f"“{label}” is {_shown(values)} here and {_shown(seen[key])} above"
            yield Finding(f"{said.path}.quantity", message, "say in `disputed_by` that sources differ")


def _in_units(values: tuple[Decimal | None, ...], numbers: set[Decimal]) -> bool:
    """Tell whether a value stands in the sentence, if only in thousands, millions or billions."""
    scales = (Decimal(1), Decimal(1000), Decimal(10**6), Decimal(10**9))
    return any(
        value * scale in numbers or value / scale in numbers
        for value in values
        if value is not None
        for scale in scales
    )


def _shown(values: tuple[Decimal | None, ...]) -> str:
    return " to ".join(f"{value.normalize():f}" for value in dict.fromkeys(values) if value is not None)
