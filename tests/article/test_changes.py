"""What changed between two editions is told in the reader's terms."""

import pytest
from support.checking import BASE

from briefgen.article.changes import Change, changes
from briefgen.article.read import read

OUTLOOK = "outlook: The council accepts a fare cap that is indexed to prices"
CASES = {
    "a demand dropped": (
        BASE[BASE.index("  - {label: Winter") : BASE.index("  - {label: Board")],
        "",
        ["positions: Council of Norrey no longer demands Winter sailings"],
    ),
    "a demand met": (
        "{label: Fare cap, actor: council,",
        "{label: Fare cap, status: met, actor: council,",
        ["positions: Fare cap (Council of Norrey): from unknown to met"],
    ),
    "a demand softened": (
        "{label: Fare cap, actor: council, addressee: ministry, stance: demands",
        "{label: Fare cap, actor: council, addressee: ministry, stance: requests",
        ["positions: Fare cap (Council of Norrey): from demands to requests"],
    ),
    "a firmer commitment": (
        "commitment: conditional",
        "commitment: pledged",
        ["responses: Port of Selby, supports: the commitment is firmer, from conditional to pledged"],
    ),
    "a looser commitment": (
        "commitment: conditional",
        "commitment: rhetorical",
        ["responses: Port of Selby, supports: the commitment is looser, from conditional to rhetorical"],
    ),
    "a likelihood raised": (
        "likelihood: {scale: phia, term: likely}",
        "likelihood: {scale: phia, term: highly likely}",
        [f"{OUTLOOK}: likelihood raised, from likely to highly likely"],
    ),
    "a likelihood lowered": (
        "likelihood: {scale: phia, term: likely}",
        "likelihood: {scale: phia, term: unlikely}",
        [f"{OUTLOOK}: likelihood lowered, from likely to unlikely"],
    ),
    "another scale": (
        "likelihood: {scale: phia, term: likely}",
        "likelihood: {scale: ipcc, term: likely}",
        [f"{OUTLOOK}: likelihood from likely to likely, on another scale"],
    ),
    "confidence": (
        "level: moderate",
        "level: high",
        [f"{OUTLOOK}: confidence from moderate to high"],
    ),
    "a date moved": (
        "date: 2025-05-13",
        "date: 2025-05-15",
        ["timeline: The ministry answers the council at a meeting: the date is 2025-05-15, not 2025-05-13"],
    ),
    "an event that took place": (
        "status: scheduled",
        "status: past",
        ["timeline: The ministry answers the council at a meeting: was scheduled, is past"],
    ),
    "a gap closed": ("  - What a winter service costs.\n", "", ["gaps: no longer a gap: What a winter service costs"]),
    "a status": ("status: draft", "status: cleared", ["status: the record was draft and is cleared"]),
    "an item moved": (
        BASE[BASE.index("  - {label: Fare") : BASE.index("responses:")],
        "".join(reversed(BASE[BASE.index("  - {label: Fare") : BASE.index("responses:")].splitlines(keepends=True))),
        [],
    ),
    "nothing": ("status: draft", "status: draft", []),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_a_change_is_told(old: str, new: str, expected: list[str]) -> None:
    rest = [("  based_on: [p1, p2, p3]\n", ""), ("to: [p2], ", ""), ("to: [p3], ", "")]
    base = BASE
    for before, after in rest:
        base = base.replace(before, after)
    text = base.replace(old.replace("to: [p2], ", ""), new, 1)
    found = changes(read(base.encode(), "old").article, read(text.encode(), "new").article)

    assert [f"{change.section}: {change.text}" for change in found] == expected


def test_a_reworded_sentence_shows_both_wordings() -> None:
    text = BASE.replace("It needs", "It needed").replace(
        "text: The line is to run four", "text: The line must run four"
    )
    found = changes(read(BASE.encode(), "old").article, read(text.encode(), "new").article)

    assert found == (
        Change(
            "positions",
            "changed",
            "Winter sailings (Council of Norrey): reworded",
            "The line is to run four crossings a week in winter.",
            "The line must run four crossings a week in winter.",
        ),
        Change(
            "implications",
            "changed",
            "an implication: reworded",
            "It needs a figure for dredging before the meeting.",
            "It needed a figure for dredging before the meeting.",
        ),
    )
