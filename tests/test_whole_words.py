"""Words are found as a pattern would find them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefgen.whole_words import begins_in, stands_in

TEXTS = st.text("ab s_é.1", max_size=12)
WORDS = st.text("abé", min_size=1, max_size=2)


@given(WORDS, TEXTS)
def test_words_stand_between_others(words: str, text: str) -> None:
    whole = re.escape(words)

    assert stands_in(words, text) == bool(re.search(rf"(?<!\w){whole}(?!\w)", text))
    assert stands_in(words, text, endings=("", "s")) == bool(re.search(rf"(?<!\w){whole}s?(?!\w)", text))


@given(WORDS, TEXTS)
def test_a_stem_begins_a_word(stem: str, text: str) -> None:
    assert begins_in(stem, text) == bool(re.search(rf"\b{re.escape(stem)}", text))
