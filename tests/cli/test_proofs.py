"""Files are judged before they are mailed, by the checkers that are here."""

import hashlib

import pytest
from support.specimen import SPECIMEN

from briefgen.cli.proofs import judged
from briefgen.mail.letter import Enclosure
from briefgen.standards import OPENXML_AUDIT
from briefgen.theme import Theme
from briefgen.writers import WRITERS

WORD = WRITERS["docx"].write(SPECIMEN, Theme())
FILES = {hashlib.sha256(data).hexdigest(): data for data in (WORD, b"PK no Word file")}
FINE, BROKEN = FILES


def named(name: str, sha256: str) -> Enclosure:
    return Enclosure(name, "application/octet-stream", sha256, len(FILES[sha256]))


@pytest.mark.skipif(not OPENXML_AUDIT.version(), reason=f"needs openxml-audit: {OPENXML_AUDIT.how_to_get}")
def test_each_file_is_told_apart_though_they_have_one_name() -> None:
    found = judged([named("memo.docx", FINE), named("memo.docx", BROKEN)], FILES.__getitem__)

    assert {sha256 for sha256, _ in found} == {BROKEN}
    assert {(str(notice.place), notice.level) for _, notice in found} == {("memo.docx", "error")}


def test_what_nothing_judges_is_not_judged() -> None:
    assert judged([named("memo.txt", BROKEN)], FILES.__getitem__) == ()


def test_a_checker_that_is_not_installed_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = judged([named("memo.pdf", BROKEN)], FILES.__getitem__)

    assert [(notice.level, notice.code) for _, notice in found][:1] == [("note", "SND18")]
