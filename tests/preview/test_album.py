"""Pages are kept by their looks, and every sentence is found on them."""

import pypdfium2
import pytest

from briefgen.preview.album import Album
from briefgen.preview.rendering import Rendering
from briefgen.preview.sentences import squeezed
from briefgen.preview.session import Choice
from briefgen.preview.workbench import Workbench


@pytest.mark.parametrize(
    ("audience", "language"),
    [("analyst", ""), ("minister", ""), ("press", "fr"), ("public", "ar")],
    ids=["tables", "decisions", "another language", "from right to left"],
)
def test_every_sentence_of_a_memo_stands_on_a_page(
    audience: str, language: str, bench: Workbench, ukraine: str
) -> None:
    made = bench.look(Choice(ukraine, audience, language=language), audience).memo
    assert made is not None

    sheets = Album().sheets(made.pieces["pdf"].data, made.sentences)

    found = {key for sheet in sheets for key in sheet.boxes}
    lost = [one.text for one in made.sentences if one.key not in found]
    most = len(made.sentences) // 2 if language == "ar" else 0  # shaped letters are printed in another order
    assert len(lost) <= most, lost


def test_a_box_holds_the_words_of_its_sentence(memo: Rendering) -> None:
    (sentence,) = (one for one in memo.sentences if one.text.startswith("Ukraine is to commit"))
    sheet = Album().sheets(memo.pieces["pdf"].data, memo.sentences)[0]
    (box,) = sheet.boxes[sentence.key]

    with pypdfium2.PdfDocument(memo.pieces["pdf"].data) as pdf:
        bottom = sheet.height - box.top - box.height
        edges = (box.left - 1, bottom - 1, box.left + box.width + 1, bottom + box.height + 1)
        said = pdf[0].get_textpage().get_text_bounded(*edges)
    assert squeezed(said) == squeezed(sentence.text)


def test_a_page_that_looks_the_same_keeps_its_key(memo: Rendering, bench: Workbench, ukraine: str) -> None:
    album = Album()
    once = album.sheets(memo.pieces["pdf"].data, memo.sentences)
    again = album.sheets(memo.pieces["pdf"].data, ())
    other = bench.look(Choice(ukraine, "press"), "press").memo
    assert other is not None

    assert [sheet.key for sheet in once] == [sheet.key for sheet in again]
    assert {sheet.key for sheet in once}.isdisjoint(sheet.key for sheet in album.sheets(other.pieces["pdf"].data, ()))
    assert len({sheet.key for sheet in once}) == len(once) == 2


def test_only_pages_that_were_shown_are_drawn(memo: Rendering) -> None:
    album = Album()
    (first, *_) = album.sheets(memo.pieces["pdf"].data, ())

    drawn = [album.picture(first.key, 1.0), album.picture(first.key, 1.0), album.picture(first.key, 7.0)]

    assert drawn[0] is drawn[1]
    assert [bool(one) for one in drawn] == [True, True, False]
    assert album.picture("0" * 16, 1.0) is None
