"""Two editions of a sequence are laid side by side, and nothing of either is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.alignment import Pair, aligned, are_alike

SENTENCES = st.lists(st.sampled_from(("a b c", "a b d", "x y", "x z", "q", "")), max_size=8)


def sides(old: list[str], new: list[str]) -> tuple[Pair[str], ...]:
    return aligned(old, new, lambda one: one, lambda one, other: are_alike(one.split(), other.split()))


def test_members_stay_change_come_and_go() -> None:
    old = ["It rains.", "The port keeps a berth.", "Nobody came."]
    new = ["It rains.", "A ship is due today.", "The port keeps two berths."]

    assert sides(old, new) == (
        Pair("It rains.", "It rains.", same=True),
        Pair(None, "A ship is due today."),
        Pair("The port keeps a berth.", "The port keeps two berths."),
        Pair("Nobody came.", None),
    )


@given(SENTENCES, SENTENCES)
@settings(max_examples=100)
def test_each_edition_can_be_read_off_in_its_order(old: list[str], new: list[str]) -> None:
    pairs = sides(old, new)

    assert [pair.was for pair in pairs if pair.was is not None] == old
    assert [pair.now for pair in pairs if pair.now is not None] == new
    assert all((pair.was == pair.now) == pair.same for pair in pairs)
