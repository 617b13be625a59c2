"""The samples that ship are clean, for every audience, and so is what `init` writes."""

import hashlib
from pathlib import Path

import pytest
from support.samples import AUDIENCES, SAMPLES, SHELF, folder_of, memo_of, record_of

from briefgen import pipeline, resources
from briefgen.article.passages import Stored
from briefgen.article.read import Record, read
from briefgen.checks.check import check
from briefgen.desk.filled import filled
from briefgen.notices import Notice

STARTER = resources.samples_folder() / "_starter/articles/first.yaml"


def found(record: Record, folder: Path, audience: str) -> tuple[Notice, ...]:
    files = {source.id: folder / source.text for source in record.article.sources if source.text}
    texts = {id_: Stored(id_, path.read_text("utf-8"), _digest(path)) for id_, path in files.items()}
    ready = pipeline.prepared(record, audience, SHELF)
    memo = pipeline.memo_of(ready, record, SHELF)
    return check(record, texts, schemes=ready.schemes, memos=(filled(ready, memo),))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_has_no_finding(sample: str, audience: str) -> None:
    assert memo_of(sample, audience).blocks
    assert found(record_of(sample), folder_of(sample), audience) == ()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_first_article_of_a_project_has_no_finding(audience: str) -> None:
    record = read(STARTER.read_bytes(), "first.yaml")

    assert found(record, STARTER.parent, audience) == ()
