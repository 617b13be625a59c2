"""The samples that ship, and their memos as text; run as a program, it writes the golden files anew."""

from functools import cache
from pathlib import Path

from support.whole_way import memo_for

from briefgen import files, resources
from briefgen.article.read import Record, read
from briefgen.memo import Memo
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

GOLDEN = Path(__file__).parents[1] / "golden"
SHELF = Shelf({name: Sheet(path, text) for name, path, text in files.read_texts(resources.templates_folder())})
AUDIENCES = SHELF.audiences()
SAMPLES = tuple(sorted(path.parent.name for path in resources.samples_folder().glob("*/article.yaml")))


def folder_of(sample: str) -> Path:
    """Give the folder of a sample."""
    return resources.samples_folder() / sample


@cache
def record_of(sample: str) -> Record:
    """Read the record of a sample."""
    return read((folder_of(sample) / "article.yaml").read_bytes(), f"{sample}/article.yaml")


@cache
def memo_of(sample: str, audience: str) -> Memo:
    """Make the memo of a sample for one audience."""
    return memo_for(record_of(sample), audience, SHELF)


def text_of(sample: str, audience: str) -> str:
    """Give that memo as plain text."""
    return WRITERS["txt"].write(memo_of(sample, audience), DEFAULT).decode()


if __name__ == "__main__":
    for sample in SAMPLES:
        for audience in AUDIENCES:
            (GOLDEN / f"{sample}-{audience}.txt").write_text(text_of(sample, audience), encoding="utf-8")
