"""An audience is told what changed for it since the last edition, and nothing that is kept from it."""

import json

import pytest
from support import checking
from support.canaries import canaries, denied, seen_in
from support.samples import AUDIENCES, SHELF

from briefgen.article.example import full_record
from briefgen.article.read import Record, read
from briefgen.audience.entries import entries, field, text
from briefgen.markdown_escape import escape
from briefgen.pipeline import Prepared, memo_of, prepared
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import DEFAULT
from briefgen.tongue import bare, spans
from briefgen.writers import WRITERS

BASE = checking.BASE.replace("  based_on: [p1, p2, p3]\n", "").replace("to: [p2], ", "").replace("to: [p3], ", "")
"""Without references, so that anything can be taken out."""
CAP = "Outlook: The council accepts a fare cap that is indexed to prices"
OLD = read((BASE + "version: '1'\n").encode(), "old.yaml")
CASES: dict[str, tuple[str, str, list[str]]] = {
    "a demand is gone": (
        BASE[BASE.index("  - {label: Board") : BASE.index("responses:")],
        "",
        ["Key Demands: No longer listed: Board seat (Council of Norrey)"],
    ),
    "a demand is new": (
        "responses:\n",
        "  - {label: A ramp, actor: operator, stance: requests, text: It asks., exact: four crossings}\nresponses:\n",
        ["Key Demands: New: A ramp (the operator)"],
    ),
    "a demand was met": (
        "{label: Fare cap, ",
        "{label: Fare cap, status: met, ",
        ["Key Demands: Fare cap (Council of Norrey): met (before: not known)"],
    ),
    "a demand has a date": (
        "{label: Fare cap, ",
        "{label: Fare cap, deadline: 2025-06-01, ",
        ["Key Demands: Fare cap (Council of Norrey): by 1 June 2025 (before: not given)"],
    ),
    "demands are reworded": (
        "Residents are not to pay more than 12 crowns before 2027.",
        "Before 2027 nobody on the island is to pay more than 12 crowns.",
        ["Key Demands: Reworded or changed in detail: Fare cap (Council of Norrey)"],
    ),
    "a commitment is firmer": (
        "commitment: conditional",
        "commitment: pledged",
        ["Allied Response: Port of Selby (supports): commitment firmer, pledged (before: conditional)"],
    ),
    "a commitment is looser": (
        "commitment: conditional",
        "commitment: rhetorical",
        ["Allied Response: Port of Selby (supports): commitment looser, in words only (before: conditional)"],
    ),
    "a likelihood is raised": (
        "term: likely",
        "term: highly likely",
        [
            f"{CAP}: likelihood raised to “highly likely” (before: “likely”)",
        ],
    ),
    "a likelihood is lowered, and confidence with it": (
        "term: likely}\n      confidence: {level: moderate",
        "term: unlikely}\n      confidence: {level: low",
        [
            f"{CAP}: likelihood lowered to “unlikely” (before: “likely”)",
            f"{CAP}: confidence low (before: moderate)",
        ],
    ),
    "another scale": (
        "scale: phia, term: likely",
        "scale: ipcc, term: very likely",
        [
            f"{CAP}: likelihood now “very likely” (before: “likely”)",
        ],
    ),
    "an event is put off": (
        "date: 2025-05-13",
        "date: 2025-05-20",
        ["Outlook: The ministry answers the council at a meeting: 20 May 2025 (before: 13 May 2025)"],
    ),
    "an event took place": (
        "status: scheduled",
        "status: past",
        ["Outlook: The ministry answers the council at a meeting: past (before: scheduled)"],
    ),
    "a gap is closed": (
        "  - What a winter service costs.\n",
        "",
        ["What we do not know: No longer listed: What a winter service costs"],
    ),
    "the bottom line": ("winter sailings are guaranteed", "boats sail in winter", ["Bottom line: Reworded"]),
    "the title": ("sets three demands", "makes three demands", [": The title is new"]),
    "the header": ("What does the council require", "What does Norrey require", [": The header has changed"]),
    "a correction": (
        "bluf:\n",
        "corrections: [{date: 2025-05-07, was: Four demands., now: Three demands.}]\nbluf:\n",
        [": Corrected: see the correction of 7 May 2025"],
    ),
    "nothing": ("a", "a", []),
    "stamps of the edition": ("as_of: 2025-05-06\n", "as_of: 2025-05-09\nversion: '2'\nstatus: cleared\n", []),
    "ids and passages": ("label: Fare cap,", "id: p1, label: Fare cap, page: '4',", []),
}


def told(ready: Prepared) -> list[str]:
    """Give the changes, each after the heading of its section."""
    return [
        f"{text(group, 'heading')}: {bare(text(change, 'text')).rstrip('.')}".replace("\\", "")
        for group in entries(ready.record, "since.groups")
        for change in entries(group, "changes")
    ]


def compared(old: Record, new: Record, audience: str) -> Prepared:
    return prepared(new, audience, SHELF, since=prepared(old, audience, SHELF))


def edited(old: str, new: str) -> Record:
    kept = BASE.replace("status: draft\n", "") if "status: cleared" in new else BASE
    assert old in kept
    return read(kept.replace(old, new, 1).encode(), "new.yaml")


@pytest.mark.parametrize(("was", "now", "expected"), CASES.values(), ids=CASES)
def test_a_change_is_told_to_those_who_see_it(was: str, now: str, expected: list[str]) -> None:
    assert told(compared(OLD, edited(was, now), "analyst")) == expected


def test_what_the_new_edition_says_is_cited_and_what_is_gone_is_not() -> None:
    fare, sailings = (BASE[BASE.index(f"  - {{label: {name}") :].split("\n")[0] for name in ("Fare", "Winter"))
    without = read(BASE.replace(f"{sailings}\n", "").encode(), "old.yaml")
    ready = compared(without, read(BASE.replace(f"{fare}\n", "").encode(), "new.yaml"), "analyst")
    text_of = WRITERS["txt"].write(memo_of(ready, OLD, SHELF), DEFAULT).decode()

    assert "- Key Demands: New: Winter sailings (Council of Norrey). [1] No longer\n  listed: Fare cap" in text_of


@pytest.mark.parametrize("audience", AUDIENCES)
def test_that_nothing_changed_is_said(audience: str) -> None:
    memo = memo_of(compared(OLD, OLD, audience), OLD, SHELF)
    shown = WRITERS["txt"].write(memo, DEFAULT).decode()

    edition = "6 May 2025." if audience == "public" else "6 May 2025, version 1."
    assert f"\nNo change since the edition of {edition}\n" in shown


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("commitment: conditional", "commitment: pledged"),
        ("term: likely", "term: highly likely"),
        ("{label: Fare cap,", "{label: Fare cap, status: met,"),
        ("What a winter service costs.", "What the winter boat would cost."),
        ("It needs a figure", "It wants a figure"),
        ("with prices.", "with wages."),
    ],
    ids=["commitment", "likelihood", "status", "gap", "implication", "judgement that is not cleared"],
)
def test_a_field_that_is_denied_has_not_changed(was: str, now: str) -> None:
    ready = compared(OLD, edited(was, now), "partner")

    assert (told(ready), field(ready.record, "since") is None) == ([], False)


MARKED = """\
schema: briefgen/article@1
id: ferry
title: The ferry
language: en
as_of: 2025-05-06
sources: [The Gazette]
positions:
  - {label: A cap on fares, actor: council, stance: demands, text: It wants a cap., exact: a cap%s}
  - {label: Boats in winter, actor: council, stance: demands, text: It wants boats., exact: boats}
"""


@pytest.mark.parametrize(
    "kept_back",
    [", marking: {scheme: uk-gsc, level: SECRET}", ", audiences: [minister]"],
    ids=["marked above the ceiling", "meant for others"],
)
def test_an_item_that_is_kept_from_them_now_is_passed_over(kept_back: str) -> None:
    old, new = (read((MARKED % more).encode(), "a.yaml") for more in ("", kept_back))
    ready = compared(old, new, "partner")
    other = compared(old, read((MARKED % kept_back).replace("boats.", "ships.").encode(), "a.yaml"), "partner")

    assert field(ready.record, "since") is None
    assert [notice.code for notice in ready.seen.notices if notice.code == "AUD11"] == ["AUD11"]
    assert told(other) == ["Positions: Reworded or changed in detail: Boats in winter (council)"]


def test_an_item_that_they_may_see_now_is_new() -> None:
    old, new = (read((MARKED % more).encode(), "a.yaml") for more in (", audiences: [minister]", ""))

    assert told(compared(old, new, "partner")) == ["Positions: New: A cap on fares (council)"]


def test_the_marking_covers_what_is_told_of_the_last_edition() -> None:
    secret = read((MARKED % ", marking: {scheme: uk-gsc, level: SECRET}").encode(), "old.yaml")
    (line,) = (one for one in MARKED.splitlines(keepends=True) if "A cap" in one)

    ready = compared(secret, read(MARKED.replace(line, "").encode(), "new.yaml"), "minister")

    assert told(ready) == ["Positions: No longer listed: A cap on fares (council)"]
    assert ready.seen.marking.level == "SECRET"


def test_editions_in_two_languages_are_not_compared() -> None:
    german = read(BASE.replace("language: en-GB", "language: de").encode(), "old.yaml")

    assert field(compared(german, OLD, "analyst").record, "since") is None


def test_values_of_the_last_edition_are_no_markup() -> None:
    hostile = BASE.replace("label: Board seat", "label: '*Board* [x](http://e.org)'")
    new = edited(BASE[BASE.index("  - {label: Board") : BASE.index("responses:")], "")
    memo = memo_of(compared(read(hostile.encode(), "old.yaml"), new, "analyst"), new, SHELF)

    assert "*Board* [x](http://e.org)" in WRITERS["txt"].write(memo, DEFAULT).decode()
    assert escape("*") in WRITERS["md"].write(memo, DEFAULT).decode()


_EARLIER = 1000


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_word_of_either_edition_reaches_those_it_is_denied(audience: str) -> None:
    numbers, new = canaries()
    written = full_record(lambda path: f"canary{numbers[path] + _EARLIER}x", AUDIENCES)
    memo = memo_of(compared(read(json.dumps(written).encode(), "old.json"), new, audience), new, SHELF)
    found = seen_in(WRITERS["txt"].write(memo, DEFAULT).decode())

    before = {number - _EARLIER for number in found if number >= _EARLIER}
    assert denied(audience, before | found) == set()
    assert before, "the test must see words of the last edition"


def test_a_full_stop_after_words_in_another_language_is_ours() -> None:
    packs = {"desk/audience.yaml": Sheet("desk", "title: Desk\nextends: analyst\nlanguage: ar\n")}
    shelf = Shelf({**SHELF.files, **packs})
    without = read(BASE.replace("  - What a winter service costs.\n", "").encode(), "new.yaml")
    ready = prepared(without, "desk", shelf, since=prepared(OLD, "desk", shelf))
    (change,) = (one for group in entries(ready.record, "since.groups") for one in entries(group, "changes"))

    assert spans(text(change, "text"))[1:] == (("What a winter service costs", "en-GB"), (".", ""))
