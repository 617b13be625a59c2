"""Checks are selected, left out and silenced with a reason; errors are never silenced."""

import pytest
from support.checking import GAZETTE, ask, record

from briefgen.checks.check import Silence, check
from briefgen.checks.registry import RULES

HEDGED = "bluf: {text: The operator could potentially move.}\n"


def codes(patch: str, silence: Silence) -> list[str]:
    return [one.code for one in check(record(patch), {"gazette": GAZETTE}, schemes={}, silence=silence)]


CHOICES = {
    "all": (Silence(), ["EST04"]),
    "one": (Silence(select=("EST04",)), ["EST04"]),
    "a family": (Silence(select=("EST",)), ["EST04"]),
    "another": (Silence(select=("SRC",)), []),
    "left out": (Silence(ignore=("EST04",)), []),
    "a family left out": (Silence(ignore=("EST",)), []),
    "by the project": (Silence(reasons={"EST04": "house style"}), []),
    "by the project, without a reason": (Silence(reasons={"EST04": ""}), ["EST04"]),
    "an unknown one": (Silence(reasons={"EST99": "why"}), ["CHK01", "EST04"]),
}


@pytest.mark.parametrize(("silence", "expected"), CHOICES.values(), ids=CHOICES)
def test_checks_are_chosen(silence: Silence, expected: list[str]) -> None:
    assert codes(HEDGED, silence) == expected


IGNORED = {
    "with a reason": ("ignore: [{check: EST04, reason: the mayor's own words}]\n", []),
    "an unknown check": ("ignore: [{check: EST44, reason: why}]\n", ["EST04", "CHK01"]),
}


@pytest.mark.parametrize(("patch", "expected"), IGNORED.values(), ids=IGNORED)
def test_a_record_silences_a_warning_with_a_reason(patch: str, expected: list[str]) -> None:
    assert codes(HEDGED + patch, Silence()) == expected


def test_no_reason_silences_an_error() -> None:
    patch = "quotes: [{speaker: lund, text: We will never sign a thing}]\nignore: [{check: SRC03, reason: trust me}]\n"

    assert codes(patch, Silence()) == ["SRC03"]


def test_codes_are_unique_and_well_formed() -> None:
    found = [rule.code for rule in RULES]

    assert len(found) == len(set(found))
    assert all(code[:3].isalpha() and code[:3].isupper() and code[3:].isdigit() for code in found)


def test_every_rule_says_what_why_and_whence() -> None:
    assert all(rule.says.endswith(".") and rule.why.endswith(".") and rule.source for rule in RULES)


def test_findings_stand_in_the_order_of_the_file() -> None:
    found = ask(HEDGED + "implications: [{text: It is very clear that the port waits.}]\n")
    lines = [one.place.line for one in found if one.place]

    assert lines == sorted(lines)
