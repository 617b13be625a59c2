"""An article becomes a record in the project, and nothing else is touched."""

from datetime import date
from pathlib import Path

import pytest

from briefgen import resources
from briefgen.article.read import read
from briefgen.errors import OutputError, RecordError
from briefgen.preview.drafting import Draft, draft, place_in, save
from briefgen.project import Project

TODAY = date(2025, 6, 5)
ARTICLE = resources.samples_folder() / "fish-duty/article.txt"


@pytest.fixture(scope="module")
def made() -> Draft:
    return draft(ARTICLE.read_bytes(), "article.txt", TODAY)


def test_a_draft_says_what_was_found(made: Draft) -> None:
    counts = dict(made.counts)

    assert counts["positions"] == len(made.drafted.article.positions) > 0
    assert counts["remarks to review"] == made.written("x.txt").count("REVIEW: ")


def test_a_draft_is_saved_with_its_text_beside_it(made: Draft, tmp_path: Path) -> None:
    path = save(made, "articles/new/talks.yaml", Project(folder=tmp_path))

    record = read(path.read_bytes(), str(path))
    assert path == tmp_path / "articles/new/talks.yaml"
    assert record.article.sources[0].text == "talks.source.txt"
    assert (path.parent / "talks.source.txt").read_text(encoding="utf-8") == made.drafted.text
    assert len(list(path.parent.iterdir())) == 2


@pytest.mark.parametrize("taken", ["talks.yaml", "talks.source.txt"])
def test_nothing_is_overwritten(taken: str, made: Draft, tmp_path: Path) -> None:
    (tmp_path / taken).write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError) as error:
        save(made, "talks.yaml", Project(folder=tmp_path))

    assert [notice.code for notice in error.value.notices] == ["PRV03"]
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["mine"]


def test_a_link_that_leads_nowhere_is_not_followed(made: Draft, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/talks.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    with pytest.raises(OutputError):
        save(made, "talks.yaml", Project(folder=tmp_path / "desk"))

    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_link_within_the_project_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert place_in(tmp_path, "link/talks.yaml") == tmp_path / "real/talks.yaml"


def test_what_is_no_article_is_told() -> None:
    with pytest.raises(RecordError) as error:
        draft(b"\x00\x01\x02", "picture.png", TODAY)

    assert [notice.code for notice in error.value.notices] == ["DRF03"]
