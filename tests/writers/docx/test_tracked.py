"""Accepting all changes of a redline gives the new memo's words, rejecting all the old one's."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from support import specimen
from support.checking import BASE
from support.whole_way import memo_for

from briefgen.article.read import read
from briefgen.cli import at_hand
from briefgen.memo import BulletList, Header, Memo, Paragraph, Table, Text
from briefgen.standards.office import run
from briefgen.theme import DEFAULT
from briefgen.writers.docx import redline, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def t(text: str) -> tuple[Text]:
    return (Text(text),)


def memo(*blocks: object) -> Memo:
    return Memo(specimen.META, Header(t("Title")), blocks)  # type: ignore[arg-type]


def table(*rows: tuple[str, ...]) -> Table:
    return Table(
        tuple(t(f"H{n}") for n in range(len(rows[0]))),
        tuple(tuple(t(cell) for cell in row) for row in rows),
        tuple("left" for _ in rows[0]),
    )


def edition(*changed: tuple[str, str]) -> Memo:
    text = BASE
    for was, now in changed:
        assert was in text
        text = text.replace(was, now)
    return memo_for(read(text.encode(), "a.yaml"), "analyst", at_hand.shelf(None, Path("nowhere")))


def body(data: bytes) -> etree._Element:
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def settled(data: bytes, *, keep: str, drop: str) -> list[str]:
    """Accept or reject all changes as Word does, and give the paragraphs that have words."""
    root = body(data)
    for row in [*root.iter(f"{W}tr")]:
        if row.find(f"{W}trPr/{W}{drop}") is not None:
            parent(row).remove(row)
    for change in [*root.iter(f"{W}{drop}")]:
        if parent(change).tag != f"{W}rPr":
            parent(change).remove(change)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    gone = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr/{W}{drop}") is not None]
    assert [words(p) for p in gone if words(p)] == []
    assert all(mark.tag in {f"{W}{keep}", f"{W}{drop}"} for mark in root.iter(f"{W}ins", f"{W}del"))
    return [words(p) for p in root.iter(f"{W}p") if words(p)]


def words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def parent(element: etree._Element) -> etree._Element:
    found = element.getparent()
    assert found is not None
    return found


def plain(one: Memo) -> list[str]:
    return [words(p) for p in body(write(one, DEFAULT)).iter(f"{W}p") if words(p)]


PAIRS: dict[str, Callable[[], tuple[Memo, Memo]]] = {
    "same": lambda: (specimen.SPECIMEN, specimen.SPECIMEN),
    "from nothing": lambda: (memo(), specimen.SPECIMEN),
    "to nothing": lambda: (specimen.SPECIMEN, memo()),
    "words": lambda: (memo(Paragraph(t("It was ten euros."))), memo(Paragraph(t("It was now twelve euros.")))),
    "paragraphs": lambda: (
        memo(*(Paragraph(t(f"{n} stands alone here.")) for n in ("One", "Two", "Three"))),
        memo(*(Paragraph(t(one)) for one in ("Zero came first.", "One stands alone here.", "Three stands alone."))),
    ),
    "items": lambda: (
        memo(BulletList(tuple((Paragraph(t(one)),) for one in ("a b c", "d e f")))),
        memo(BulletList(tuple((Paragraph(t(one)),) for one in ("a b c", "new here", "d e g")))),
    ),
    "rows": lambda: (
        memo(table(("a", "1"), ("b", "2"), ("c", "3"))),
        memo(table(("a", "1"), ("c", "4"), ("d", "much longer words than before"))),
    ),
    "columns": lambda: (memo(table(("a", "1"))), memo(table(("a", "1", "x")))),
    "records": lambda: (
        edition(),
        edition(("commitment: conditional", "commitment: pledged"), ("It needs", "It needed")),
    ),
}


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_all_accepted_is_the_new_memo_and_all_rejected_the_old(
    pair: Callable[[], tuple[Memo, Memo]], tmp_path: Path
) -> None:
    old, new = pair()
    data = redline(old, new, DEFAULT)
    file = tmp_path / "redline.docx"
    file.write_bytes(data)

    assert settled(data, keep="ins", drop="del") == plain(new)
    assert settled(data, keep="del", drop="ins") == plain(old)
    assert [str(notice) for notice in run((file,))] == []


def test_only_the_changed_words_are_marked_with_author_and_date() -> None:
    old, new = PAIRS["words"]()
    root = body(redline(old, new, DEFAULT))
    marks = [
        (one.tag.removeprefix(W), "".join(str(text) for text in one.itertext()))
        for one in root.iter(f"{W}ins", f"{W}del")
    ]

    assert marks == [("del", "ten"), ("ins", "now twelve")]
    assert {(one.get(f"{W}author"), one.get(f"{W}date")) for one in root.iter(f"{W}ins", f"{W}del")} == {
        (specimen.META.author, specimen.META.created)
    }


def test_memos_without_a_difference_have_no_changes() -> None:
    assert [*body(redline(specimen.SPECIMEN, specimen.SPECIMEN, DEFAULT)).iter(f"{W}ins", f"{W}del")] == []
