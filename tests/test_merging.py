"""Two people's changes to one text come together, or are shown side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.merging import Merged, merge

BASE = "title\none\ntwo\nthree\nfour\nend\n"
texts = st.lists(st.sampled_from("abcd"), max_size=8).map(lambda lines: "".join(f"{line}\n" for line in lines))


def merged(ours: str, theirs: str, base: str = BASE) -> Merged:
    return merge(base, ours, theirs, our_name="yours", their_name="briefgen 2")


@pytest.mark.parametrize(
    ("ours", "theirs", "result"),
    [
        pytest.param(BASE, BASE.replace("two", "2"), BASE.replace("two", "2"), id="only theirs"),
        pytest.param(BASE.replace("two", "2"), BASE, BASE.replace("two", "2"), id="only ours"),
        pytest.param(
            BASE.replace("one", "1"), BASE.replace("four", "4"), "title\n1\ntwo\nthree\n4\nend\n", id="both, apart"
        ),
        pytest.param(BASE.replace("two", "2"), BASE.replace("two", "2"), BASE.replace("two", "2"), id="both alike"),
        pytest.param(
            BASE.replace("two\n", ""),
            BASE + "more\n",
            "title\none\nthree\nfour\nend\nmore\n",
            id="a line less, one more",
        ),
        pytest.param("", BASE, "", id="all taken out"),
    ],
)
def test_changes_that_do_not_meet_are_both_kept(ours: str, theirs: str, result: str) -> None:
    assert merged(ours, theirs) == Merged(result, ())


def test_where_both_changed_the_same_line_a_person_chooses() -> None:
    result = merged(BASE.replace("two", "zwei"), BASE.replace("two", "deux"))

    assert result == Merged(
        "title\none\n<<<<<<< yours\nzwei\n=======\ndeux\n>>>>>>> briefgen 2\nthree\nfour\nend\n", (3,)
    )


def test_a_last_line_without_an_end_keeps_the_marks_on_lines_of_their_own() -> None:
    assert merged("b", "c", "a") == Merged("<<<<<<< yours\nb\n=======\nc\n>>>>>>> briefgen 2\n", (1,))


@given(texts, texts)
def test_one_side_alone_wins_whatever_it_did(base: str, changed: str) -> None:
    assert merged(changed, base, base) == merged(base, changed, base) == Merged(changed, ())


@given(texts, texts, texts)
def test_no_line_that_somebody_added_is_lost(base: str, ours: str, theirs: str) -> None:
    kept = merged(ours, theirs, base).text.splitlines()

    assert {line for line in (ours + theirs).splitlines() if line not in base.splitlines()} <= set(kept)
