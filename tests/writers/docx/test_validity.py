"""Every file is valid by ISO/IEC 29500, as openxml-audit judges it."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from support.memos import gathered, memos
from support.right_to_left import ARABIC
from support.specimen import META, SPECIMEN, t

from briefgen.memo import BulletList, Callout, Decision, DecisionItem, Header, Memo, PageBreak, Paragraph, Table
from briefgen.theme import DEFAULT, LETTER, Theme
from briefgen.writers.docx import write

TABLE = Table((t("A"), t("B")), ((t("x"), ()),), ("left", "right"))
PLAIN = Memo(META, Header(t("Title")), ())


def findings(memo: Memo, folder: Path, theme: Theme = DEFAULT) -> list[str]:
    file = folder / "memo.docx"
    file.write_bytes(write(memo, theme))
    return [str(finding) for finding in OpenXmlValidator().validate(file).errors]


@pytest.mark.parametrize("memo", [pytest.param(SPECIMEN, id="specimen"), pytest.param(ARABIC, id="Arabic")])
def test_a_memo_with_every_block_is_valid(memo: Memo, tmp_path: Path) -> None:
    assert findings(memo, tmp_path) == []


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((), id="nothing"),
        pytest.param((PageBreak(),), id="a page break alone"),
        pytest.param((TABLE, TABLE, PageBreak(), TABLE), id="only tables"),
        pytest.param((BulletList(((), (TABLE,))),), id="items without words"),
        pytest.param((Callout("note", (), ()),), id="an empty callout"),
        pytest.param((Decision((DecisionItem(t("That you note."), ()),)),), id="a decision without answers"),
        pytest.param((Decision((), (t("Minister"), t("Date"), t("Place"))),), id="only lines to sign"),
        pytest.param((Paragraph((), 7),), id="a number without words"),
    ],
)
def test_the_smallest_memos_are_valid(blocks: tuple[Paragraph, ...], tmp_path: Path) -> None:
    assert findings(Memo(META, Header(t("Title")), blocks), tmp_path) == []


def test_letter_paper_and_another_family_are_valid(tmp_path: Path) -> None:
    assert findings(PLAIN, tmp_path, Theme(paper=LETTER, family="Noto Serif")) == []


def test_arbitrary_memos_are_valid(tmp_path: Path) -> None:
    assert [findings(memo, tmp_path) for memo in gathered(memos(4), 8)] == [[]] * 8


@pytest.mark.slow
def test_many_arbitrary_memos_are_valid(tmp_path: Path) -> None:
    assert [findings(memo, tmp_path) for memo in gathered(memos(), 100)] == [[]] * 100
