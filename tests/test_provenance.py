"""A fingerprint knows everything a memo is made from, and tells nothing of it."""

import re
from dataclasses import replace

import pytest

from briefgen.provenance import Difference, Group, Ingredients, differences

SOME = Ingredients("minister", {"record": Group({"file": "aa"}), "words": Group({"en.yaml": "bb", "de.yaml": "cc"})})


@pytest.mark.parametrize(
    "other",
    [
        replace(SOME, audience="press"),
        replace(SOME, groups={**SOME.groups, "record": Group({"file": "ab"})}),
        replace(SOME, groups={**SOME.groups, "words": Group({"en.yaml": "bb"})}),
        replace(SOME, groups={**SOME.groups, "options": Group({"draft": "yes"})}),
    ],
    ids=["audience", "value", "fewer", "another kind"],
)
def test_other_ingredients_have_another_fingerprint(other: Ingredients) -> None:
    assert other.fingerprint != SOME.fingerprint


def test_the_order_of_ingredients_does_not_matter() -> None:
    turned = Ingredients(
        "minister", {"words": Group({"de.yaml": "cc", "en.yaml": "bb"}), "record": Group({"file": "aa"})}
    )

    assert turned.fingerprint == SOME.fingerprint
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", SOME.fingerprint)


def test_differences_are_named() -> None:
    before = {"record": {"file": "a"}, "words": {"en": "1", "de": "2"}}
    after = {"record": {"file": "b"}, "words": {"en": "1", "fr": "3"}, "since": {"record": "c"}}

    assert differences(before, after) == (
        Difference("record", "file", "changed"),
        Difference("words", "de", "gone"),
        Difference("words", "fr", "new"),
        Difference("since", "record", "new"),
    )
