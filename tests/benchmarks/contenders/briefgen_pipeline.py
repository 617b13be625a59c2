"""briefgen in one process: what `briefgen make` does for each memo, and the same with parts of it left out."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from benchmarks.accessibility import untagged

from briefgen import files, resources
from briefgen.article.read import Record, read
from briefgen.audience.markings import schemes
from briefgen.desk.gate import record_passes
from briefgen.desk.making import Order, Settings, make
from briefgen.desk.stored import stored_texts
from briefgen.project import Project
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import DEFAULT

Make = Callable[[str, str], Mapping[str, bytes]]

_PROJECT = Project()


def _making(*formats: str, is_checked: bool = True, verify: bool = True) -> Make:
    def made(memo: str, kit: str) -> Mapping[str, bytes]:  # noqa: ARG001 - the same for all contenders
        audience = Path(memo, "audience").read_text(encoding="utf-8")
        record = _record(f"{memo}/article.yaml", is_checked=is_checked)
        return _written(record, audience, formats, is_checked=is_checked, verify=verify)

    return made


pdf, word, both = _making("pdf"), _making("docx"), _making("pdf", "docx")
pdf_unread, word_unread = _making("pdf", verify=False), _making("docx", verify=False)
pdf_unchecked, word_unchecked = _making("pdf", is_checked=False), _making("docx", is_checked=False)


def pdf_untagged(memo: str, kit: str) -> Mapping[str, bytes]:
    """Make the memo as a PDF without tags, by which it could be read back."""
    with untagged():
        return pdf_unread(memo, kit)


def all_audiences(memo: str, kit: str) -> Mapping[str, bytes]:  # noqa: ARG001 - the same for all contenders
    """Make the memos of the record for all audiences, in both formats."""
    record = _record(f"{memo}/article.yaml", is_checked=True)
    return {
        f"{audience}.{kind}": data
        for audience in _shelf().audiences()
        for kind, data in _written(record, audience, ("pdf", "docx")).items()
    }


@cache
def _shelf() -> Shelf:
    texts = files.read_texts(resources.templates_folder())
    return Shelf({name: Sheet(path, text) for name, path, text in texts})


def _record(article: str, *, is_checked: bool) -> Record:
    record = read(files.read_bytes(Path(article)), article)
    if is_checked:
        record_passes(record, stored_texts(record, article, _PROJECT), schemes(_shelf()), _PROJECT)
    return record


def _written(
    record: Record, audience: str, formats: tuple[str, ...], *, is_checked: bool = True, verify: bool = True
) -> Mapping[str, bytes]:
    """Make a memo; what is not checked is stamped as a draft, as `briefgen make --draft` does."""
    settings = Settings(_shelf(), _PROJECT, DEFAULT, draft=not is_checked, verify=verify)
    finished = make(Order(record, audience, formats, made_from=""), settings)
    for failed in (finished.failed, *(piece.failed for piece in finished.pieces)):
        if failed:
            raise failed
    return {piece.format: piece.data for piece in finished.pieces}
