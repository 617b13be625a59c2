"""A memo is the same wherever it is made: here, in a copy of this process, and in one that begins anew."""

import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from support.articles import SMALL
from support.samples import SHELF

from briefgen import resources
from briefgen.article.read import read
from briefgen.audience.markings import schemes
from briefgen.desk import folder
from briefgen.desk.errand import Errand, Making, attempt
from briefgen.desk.making import Finished, Kept, Settings
from briefgen.desk.manuscript import Reading, manuscript
from briefgen.desk.pool import Start, pooled
from briefgen.errors import BriefgenError
from briefgen.project import Project
from briefgen.provenance import digest
from briefgen.stores.disk import Disk

Where = Callable[[Making, list[Errand]], list[object]]
NAMES = {"pdf": "a.pdf", "docx": "a.docx", "html": "a.html"}


@pytest.fixture(autouse=True)
def _no_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide how the tests were started from processes that begin anew."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Those of a project with a house style, and of an earlier edition."""
    (tmp_path / "briefgen.toml").write_text(
        '[brand]\norganisation = "Sample desk"\n[brand.colours]\naccent = "#123456"\n', encoding="utf-8"
    )
    project = folder.project(tmp_path)
    shelf = folder.shelf(None, tmp_path, tmp_path / "own")
    earlier = read(SMALL.encode(), "old.yaml", {"title": "An earlier title"})
    return Settings(shelf, project, folder.theme(project, print), before=earlier, tell_lacking=True)


def errand(given: dict[str, str], names: dict[str, str]) -> Errand:
    taken = manuscript("a.yaml", "a.yaml", SMALL.encode(), given)
    return Errand(taken, "minister", tuple(names.items()), "sha256:ab")


def made(making: Making, errands: list[Errand], start: Start) -> list[object]:
    return list(pooled(making, errands, 1, start=start))


@pytest.mark.parametrize("start", ["fork", pytest.param("spawn", marks=pytest.mark.slow)])
def test_a_memo_is_the_same_wherever_it_is_made(settings: Settings, start: Start) -> None:
    errands = [
        errand({"status": "draft"}, {**NAMES, "redline": "a-redline.docx"}),
        errand({"marking.level": "SECRET"}, {"txt": "b.txt"}),
        errand({"kind": "x"}, {"txt": "c.txt"}),
    ]
    making = Making(settings)

    elsewhere = made(making, errands, start)

    here = [attempt(making, one) for one in errands]
    assert elsewhere[:2] == here[:2]
    assert [type(one) for one in elsewhere] == [type(one) for one in here]


@pytest.mark.parametrize("sample", sorted(path.name for path in resources.samples_folder().glob("[a-z]*")))
def test_what_travels_arrives_as_it_was(sample: str) -> None:
    path = resources.samples_folder() / sample / "article.yaml"
    record = read(path.read_bytes(), str(path), {"version": "9"})
    card = Reading(Project(), schemes(SHELF))(manuscript(str(path), "a.yaml", path.read_bytes(), {"version": "9"}))

    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(card)) == card  # noqa: S301 - our own


def test_errors_travel_with_their_notices() -> None:
    error = Reading(Project(), {})(manuscript("a.yaml", "a.yaml", b"titel: x", {}))

    assert isinstance(error, BriefgenError)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), again.notices) == (type(error), error.notices)


def test_with_a_store_the_bytes_stay_where_they_are_made(settings: Settings, tmp_path: Path) -> None:
    asked = errand({}, {"txt": "2025/a.txt", "md": "2025/a.md"})

    sent, kept = Making(settings)(asked), Making(settings, Disk(tmp_path / "out"))(asked)

    assert [piece.data for piece in kept.pieces] == [b"", b""]
    assert [piece.kept for piece in kept.pieces] == [Kept(digest(one.data), len(one.data)) for one in sent.pieces]
    assert [(tmp_path / "out" / name).read_bytes() for _, name in asked.files] == [one.data for one in sent.pieces]


def test_a_store_that_takes_nothing_fails_the_files_alone(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")

    finished = Making(settings, Disk(tmp_path / "out"))(errand({}, {"txt": "a.txt"}))

    assert isinstance(finished, Finished)
    assert [str(piece.failed).partition(" cannot")[0][:11] for piece in finished.pieces] == ["error FIL02"]
