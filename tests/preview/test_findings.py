"""Findings lead to the sentences they are about, to their line, and to the passages under them."""

import re

import pypdfium2
import pytest
from support.previewing import desk

from briefgen.notices import Place
from briefgen.preview.budgets import Bar
from briefgen.preview.excerpts import Excerpt, excerpt
from briefgen.preview.findings import path_at
from briefgen.preview.rendering import Rendering
from briefgen.preview.session import Choice
from briefgen.preview.workbench import Places, Workbench

PLACES = {
    "title": Place("a.yaml", 2, 8),
    "positions": Place("a.yaml", 4, 3),
    "positions[0]": Place("a.yaml", 4, 5),
    "positions[0].text": Place("a.yaml", 4, 11),
    "positions[1]": Place("a.yaml", 6, 5),
    "positions[1].id": Place("a.yaml", 6, 5),
}


@pytest.mark.parametrize(
    ("place", "path"),
    [
        pytest.param(Place("a.yaml", 2, 8), "title", id="where it begins"),
        pytest.param(Place("a.yaml", 4, 30), "positions[0].text", id="within it"),
        pytest.param(Place("a.yaml", 5, 12), "positions[0].text", id="on its next line"),
        pytest.param(Place("a.yaml", 6, 5), "positions[1]", id="an item as a whole"),
        pytest.param(Place("a.yaml"), "", id="the file"),
        pytest.param(Place("b.yaml", 4, 30), "", id="another file"),
        pytest.param(None, "", id="nowhere"),
    ],
)
def test_the_part_of_a_record_at_a_place_is_found(place: Place | None, path: str) -> None:
    assert path_at(place, PLACES) == path


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Rendering:
    """A memo in which a demand says less carefully what its source says, and the title miscounts."""
    folder = desk(tmp_path_factory.mktemp("spoilt"), "ukraine-demands")
    path = folder / "articles/ukraine-demands/article.yaml"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("French officials have hinted that up to 30", "French officials have hinted that up to 40")
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    bench = Workbench(Places(folder, folder / "home"))
    made = bench.look(Choice(next(iter(bench.articles())), "minister"), "minister").memo
    assert made is not None
    return made


def test_a_finding_shows_its_sentence_its_line_and_its_evidence(spoilt: Rendering) -> None:
    found = next(one for one in spoilt.findings if one.notice.code == "SRC01")
    told = {one.key: one.text for one in spoilt.sentences}

    assert found.path == "responses[4].evidence[0]"
    assert [told[key] for key in found.sentences] == [
        "France: French officials have hinted that up to 40 countries could take part in Paris."
    ]
    assert found.excerpt is not None
    assert found.excerpt.line.startswith("    exact: French officials have hinted")
    assert [(ground.passage, ground.missing) for ground in found.grounds] == [
        (
            "French officials have hinted that up to 30 countries could take part.",
            "the nearest passage: the record’s is not there",
        )
    ]


def test_a_memo_with_errors_is_made_with_a_stamp_and_said_to_be_refused(spoilt: Rendering, memo: Rendering) -> None:
    stamps = [_stamps(one) for one in (spoilt, memo)]

    assert [spoilt.is_refused, memo.is_refused] == [True, False]
    assert stamps == [["DRAFT – NOT CLEARED"] * 2, []]


def _stamps(memo: Rendering) -> list[str]:
    with pypdfium2.PdfDocument(memo.pieces["pdf"].data) as pdf:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    return re.findall("DRAFT – NOT CLEARED", text)


def test_room_is_measured_against_the_budget(memo: Rendering) -> None:
    bars = {bar.name: bar for bar in memo.bars}

    assert bars["Words"].most == 700
    assert bars["Pages"] == Bar("Pages", 2, 2, "pages")
    assert (bars["Key Demands"].most, bars["Key Demands"].part) == (0, 0)
    assert [bar.name for bar in memo.bars if bar.is_over] == []


@pytest.mark.parametrize(
    ("bar", "is_over", "part"),
    [
        pytest.param(Bar("Words", 350, 700, "words"), False, 50, id="half"),
        pytest.param(Bar("Words", 700, 700, "words"), False, 100, id="full"),
        pytest.param(Bar("Words", 800, 700, "words"), True, 100, id="over"),
        pytest.param(Bar("Words", 800, 0, "words"), False, 0, id="no limit"),
    ],
)
def test_a_bar_is_as_long_as_it_should_be(bar: Bar, *, is_over: bool, part: int) -> None:
    assert (bar.is_over, bar.part) == (is_over, part)


TEXTS = {"a.yaml": "schema: x\ntitle: A title\n\tkind: y\n" + "word " * 60}


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        pytest.param(Place("a.yaml", 2, 8), Excerpt(2, "schema: x", "title: A title", 7), id="a line"),
        pytest.param(Place("a.yaml", 1), Excerpt(1, "", "schema: x", -1), id="the first, as a whole"),
        pytest.param(Place("a.yaml", 3, 2), Excerpt(3, "title: A title", " kind: y", 1), id="a tab"),
        pytest.param(Place("a.yaml", 9, 1), None, id="behind the end"),
        pytest.param(Place("b.yaml", 1, 1), None, id="a file that is not at hand"),
        pytest.param(Place("a.docx", 1, 1, "body"), None, id="a Word file"),
        pytest.param(None, None, id="nowhere"),
    ],
)
def test_a_line_is_shown_with_its_caret(place: Place | None, shown: Excerpt | None) -> None:
    assert excerpt(place, TEXTS) == shown


@pytest.mark.parametrize("column", [1, 31, 150, 300])
def test_the_caret_stays_under_its_letter_in_a_line_that_is_cut(column: int) -> None:
    found = excerpt(Place("a.yaml", 4, column), TEXTS, widest=40)

    assert found is not None
    assert found.line[found.caret : found.caret + 1] == TEXTS["a.yaml"].splitlines()[3][column - 1]
    assert len(found.line) <= 42
