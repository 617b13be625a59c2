"""A list of demands may go on over sentences that no longer say whose they are."""

from datetime import date

import pytest

from briefgen.draft.compose import Raw, compose

ANNOUNCED = "The council of Norrey set two conditions on Monday. "


def demands(text: str) -> list[tuple[str, str]]:
    made = compose(Raw(text), text_file="a", tool="t", version="1", today=date(2026, 1, 5)).article
    return [(position.actor, position.text) for position in made.positions]


def test_each_sentence_of_a_list_is_a_demand_of_who_announced_it() -> None:
    first, second = "First, the hospital must keep both wards open.", "Second, no nurse may be moved without agreement."

    assert demands(f"{ANNOUNCED}{first} {second}")[1:] == [
        ("council-of-norrey", first),
        ("council-of-norrey", second),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The hospital must keep both wards open.",
        "The river rose on Monday. Boats must keep to the left.",
        f"{ANNOUNCED}The hospital has two wards.",
        f"{ANNOUNCED}The town said that the hospital must close.",
    ],
    ids=["alone", "nothing demanded", "no duty", "another's"],
)
def test_a_duty_that_nobody_announced_is_no_demand(text: str) -> None:
    assert [words for _, words in demands(text) if "set two conditions" not in words] == []
