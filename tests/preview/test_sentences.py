"""Sentences are told apart by their words, and found again as pages print them."""

import pytest

from briefgen.preview.rendering import Rendering
from briefgen.preview.sentences import said_in, sentences_of, squeezed


def test_a_memo_is_cut_into_its_title_sentences_and_rows(memo: Rendering) -> None:
    found = sentences_of(memo.filled.memo)

    assert found[0].text == memo.record.article.title
    assert "Ukraine is to commit itself formally to neutrality." in {one.text for one in found}
    assert [one.parts[:2] for one in found if one.text.startswith("C. Wait")] == [
        ("C. Wait for Paris: Say nothing new until that meeting has ended.", "Rests on what the military advise")
    ]
    assert len({one.key for one in found}) == len(found)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        pytest.param("a  line\r\nends", "a line ends", id="spaces"),
        pytest.param("He said “no”. [1] [12]", "He said 'no'.", id="marks and citations"),
        pytest.param("ﬁve\u00ad fi\ufffeve", "five five", id="ligatures and hyphens"),
        pytest.param("5–20 %", "5-20\u00a0%", id="dashes"),
    ],
)
def test_what_a_page_prints_otherwise_is_the_same(printed: str, written: str) -> None:
    assert squeezed(printed) == squeezed(written)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param(
            "to commit itself formally to", "Ukraine is to commit itself formally to neutrality.", id="a part"
        ),
        pytest.param(
            "No NATO membership. Ukraine is to give up any aspiration to join NATO. [1]",
            "Ukraine is to give up any aspiration to join NATO.",
            id="more than it",
        ),
        pytest.param("nobody says this", "", id="nothing"),
        pytest.param("", "", id="no words"),
    ],
)
def test_a_sentence_is_found_by_words_that_were_clicked(words: str, found: str, memo: Rendering) -> None:
    sentence = said_in(words, memo.sentences)

    assert (sentence.text if sentence else "") == found
