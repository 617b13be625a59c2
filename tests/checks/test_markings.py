"""The checks know the marking schemes at hand: those that ship, and a house's own."""

import pytest
from support.checking import SCHEMES, memo, record
from support.packs import shelf_with

from briefgen.audience.markings import schemes
from briefgen.checks.check import Silence, check

HOUSE = """\
name: House
levels: [OPEN, DESK, CABINET]
portions: {DESK: D}
retired: {INTERNAL: write DESK, EYES: write CABINET}
unmistakable: [EYES]
"""
WITH_HOUSE = schemes(shelf_with(_markings__house_yaml=HOUSE))
MARKINGS = Silence(select=("MRK01", "MRK02", "MRK03"))
GAP = "gaps:\n  - {text: What a winter service costs to Selby., marking: {scheme: house, level: CABINET}}\n"


def found(patch: str, markdown: str = "", *, house: bool = True) -> list[str]:
    known = WITH_HOUSE if house else SCHEMES
    notices = check(record(patch), {}, schemes=known, memos=(memo(markdown),) if markdown else (), silence=MARKINGS)
    return [f"{one.code} {one.message}{f' ({one.hint})' if one.hint else ''}" for one in notices]


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("DESK", []),
        ("DESKS", ["MRK03 house has no level “DESKS” (did you mean DESK?)"]),
        ("OFFICIAL", ["MRK03 house has no level “OFFICIAL” (it has OPEN, DESK, CABINET)"]),
        ("INTERNAL", ["MRK03 “INTERNAL” is retired (write DESK)"]),
        ("TLP:WHITE", ["MRK03 “TLP:WHITE” is retired (write TLP:CLEAR)"]),
    ],
)
def test_a_level_is_spelt_as_the_house_spells_it(level: str, told: list[str]) -> None:
    assert found(f"marking: {{scheme: house, level: '{level}'}}\n") == told


def test_a_scheme_that_nobody_has_is_told() -> None:
    marked = "marking: {scheme: house, level: DESK}\n"

    assert found(marked, house=False) == [
        "MRK03 there is no marking scheme “house” (there is eu, none, tlp, uk-gsc, us-cui)"
    ]


def test_a_level_without_a_scheme_is_anybodys_unless_it_is_surely_retired() -> None:
    assert [found(f"marking: {{level: {level}}}\n") for level in ("INTERNAL", "EYES")] == [
        [],
        ["MRK03 “EYES” is retired (write CABINET)"],
    ]


@pytest.mark.parametrize(
    "part",
    [
        "bluf: {text: The cap is asked for., marking: *}",
        "summary: [{text: The cap is asked for., marking: *}]",
        "outlook: {assumptions: [{text: The cap will pass., marking: *}]}",
        "outlook: {indicators: [{watch: The vote of the council., marking: *}]}",
        "gaps: [{text: What it costs., marking: *}]",
    ],
    ids=["bottom line", "summary", "assumption", "indicator", "gap"],
)
def test_the_marking_of_every_part_is_looked_at(part: str) -> None:
    told = found(f"{part.replace('*', '{scheme: house, level: DESKS}')}\n")

    assert told == ["MRK03 house has no level “DESKS” (did you mean DESK?)"]


def test_what_means_nothing_else_is_found_in_prose_and_other_retired_labels_are_not() -> None:
    assert found("gaps: [{text: The note is EYES only and INTERNAL., audiences: [analyst]}]\n") == [
        "MRK03 the marking “EYES” is retired (write CABINET)"
    ]


@pytest.mark.parametrize(
    ("banner", "told"),
    [
        ("CABINET", []),
        ("DESK", ["MRK02 the memo for minister prints this part of CABINET under a lower banner"]),
        ("OPEN", ["MRK01 the banner “OPEN” of the memo for minister is too low"]),
        ("", ["MRK01 the memo for minister has no banner"]),
    ],
)
def test_a_banner_is_compared_in_the_order_of_the_house(banner: str, told: list[str]) -> None:
    above = f"Banner: {banner}\n\n" if banner else ""
    markdown = f"{above}{{section=gaps}}\n## Gaps\n\nWhat a winter service costs to Selby.\n"

    notices = found(f"marking: {{scheme: house, level: DESK}}\n{GAP}", markdown)

    assert [one.partition(" (")[0] for one in notices if one.startswith(told[0][:5] if told else "MRK")] == told
