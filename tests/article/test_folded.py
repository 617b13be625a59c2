"""What is folded quickly is folded as what knows its places is."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.article.folded import fold, folded, folded_lines

TEXTS = st.text("aé.'\"“’‘-‐–—… \n\t\u00a0\u00ad\u200bﬁ`", max_size=20)


@given(TEXTS)
def test_places_make_no_difference(text: str) -> None:
    assert folded(text) == fold(text).text.strip()


@settings(max_examples=200)
@example(["` \u200b", "`"])
@given(st.lists(TEXTS, max_size=4))
def test_lines_fold_as_the_text_that_they_make(lines: list[str]) -> None:
    assert folded_lines(lines) == folded("\n".join(lines))
