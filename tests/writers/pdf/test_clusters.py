"""What a reader takes for one character stays together."""

import pytest

from briefgen.writers.pdf.clusters import clusters

CASES = {
    "letters": "a|b",
    "a letter with marks": "e\u0301\u0323|x",
    "a conjunct of hindi": "क्ष|त्रि",
    "vowel signs of hindi": "हि|न्दी",
    "points of hebrew": "שָׁ|ל|וֹ",
    "a joined picture": "👩\u200d👧|a",
    "a variation selector": "☑\ufe0f|a",
    "a joiner of persian": "م|ی\u200c|خ",
    "a mark without a letter": "\u0301|a",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_text_is_cut_between_clusters(marked: str) -> None:
    assert clusters(marked.replace("|", "")) == tuple(marked.split("|"))
