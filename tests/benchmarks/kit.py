"""Lay out, in a folder, what the contenders work on: each memo in the form that each of them reads."""

import json
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contenders import docxtpl_template, pandoc_markdown, python_docx_by_hand
from benchmarks.content import content_of
from benchmarks.faces import write_faces
from benchmarks.records import AUDIENCE, RECORD, Size, distinct, grown
from support.samples import SHELF
from support.whole_way import memo_for

from briefgen.article.read import read
from briefgen.memo import Memo
from briefgen.pipeline import theme_for
from briefgen.theme import DEFAULT


@dataclass(frozen=True, slots=True)
class Kit:
    """The folder, and below it a folder for each memo."""

    folder: Path

    def memo(self, name: str) -> Path:
        """Give the folder of a memo."""
        return self.folder / name.replace(" ", "-").replace(",", "")

    def read(self, name: str) -> Memo:
        """Give the memo that all contenders are to make."""
        memo: Memo = pickle.loads((self.memo(name) / "memo.pickle").read_bytes())[0]  # noqa: S301 - our own file
        return memo


def laid_out(folder: Path) -> Kit:
    """Make what all memos have in common: fonts, templates, and empty folders for results."""
    write_faces(folder / "faces")
    (folder / "converted").mkdir()
    docxtpl_template.write_template(str(folder))
    if pandoc_markdown.program():
        pandoc_markdown.write_reference(str(folder))
    return Kit(folder)


def add_serial(kit: Kit, serial: int) -> str:
    """Add one of many memos that differ in their names, and give its name."""
    name = f"memo {serial}"
    distinct(kit.memo(name), serial)
    _add_forms(kit, kit.memo(name), AUDIENCE)
    return name


def add_record(kit: Kit, serial: int) -> str:
    """Add the record alone of one of many memos, and give its file."""
    folder = kit.memo(f"record {serial}")
    distinct(folder, serial)
    return str(folder / RECORD)


def add_size(kit: Kit, size: Size) -> str:
    """Add a memo of a size, and give its name."""
    grown(kit.memo(size.name), size)
    _add_forms(kit, kit.memo(size.name), size.audience)
    return size.name


def _add_forms(kit: Kit, folder: Path, audience: str) -> None:
    """Write beside the record: its memo, the memo's content, and that as Markdown and as a Word file."""
    (folder / "audience").write_text(audience, encoding="utf-8")
    record = read((folder / RECORD).read_bytes(), RECORD)
    memo = memo_for(record, audience, SHELF)
    (folder / "memo.pickle").write_bytes(pickle.dumps((memo, theme_for(audience, SHELF, DEFAULT))))
    for name, text in _texts(memo):
        (folder / name).write_text(text, encoding="utf-8")
    made = python_docx_by_hand.word(str(folder), str(kit.folder))["docx"]
    for name in ("by-hand", folder.name):
        (folder / f"{name}.docx").write_bytes(made)


def _texts(memo: Memo) -> Iterator[tuple[str, str]]:
    content = content_of(memo)
    yield "content.json", json.dumps(content)
    yield "memo.md", pandoc_markdown.markdown(content)
