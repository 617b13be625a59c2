"""Words are found in the texts that hold them, as one by one."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.article.folded import folded
from briefgen.checks.printed import Printed

WORDS = st.text("ab “’\n-", max_size=4)


@given(st.lists(WORDS, max_size=6), WORDS)
def test_they_are_found_as_one_by_one(texts: list[str], sought: str) -> None:
    words = folded(sought).lower()

    found = Printed(texts).holding(words)

    assert found == tuple(number for number, text in enumerate(texts) if words in folded(text).lower())


def test_where_nothing_is_printed_nothing_is_found() -> None:
    assert (Printed([]).holding(""), Printed([]).holding("a"), Printed(["", ""]).holding("")) == ((), (), (0, 1))
