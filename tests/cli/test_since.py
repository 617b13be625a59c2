"""`make --since` as people use it: last week's record beside this week's, every audience, every format."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from support.articles import SMALL
from support.checkers import findings
from support.editions import last_edition
from support.samples import AUDIENCES, SAMPLES, folder_of

from briefgen.standards import CHECKERS
from briefgen.standards.verapdf import claims

Run = Callable[..., subprocess.CompletedProcess[str]]
FORMATS = ("pdf", "docx", "html", "txt", "md")
BAR = re.compile(rb"/Artifact BMC\n[\d. ]+ rg [\d.]+ [\d.]+ 1\.5 [\d.]+ re f")


@pytest.fixture
def editions(tmp_path: Path) -> Callable[[str], None]:
    def written(sample: str) -> None:
        for path in folder_of(sample).iterdir():
            (tmp_path / path.name).write_bytes(path.read_bytes())
        (tmp_path / "old.yaml").write_text(last_edition(sample), encoding="utf-8")

    return written


def made(folder: Path, audience: str, kind: str) -> Path:
    (path,) = folder.glob(f"out/*-{audience}.{kind}")
    return path


def settled(path: Path, drop: str) -> str:
    """Give the words of a redline with all changes of one kind taken out, as Word does."""
    body = re.sub(r"<w:tr [^>]*>|<w:tr>", "<w:tr>", _document(path))
    body = re.sub(rf"<w:tr><w:trPr>(?:(?!</w:trPr>).)*<w:{drop} (?:(?!</w:tr>).)*</w:tr>", "", body)
    body = re.sub(rf"<w:{drop} [^>]*[^/]>.*?</w:{drop}>", "", body)
    return _words(body)


def _document(path: Path) -> str:
    with ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def _words(body: str) -> str:
    return "".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<", body))


@pytest.mark.slow
@pytest.mark.parametrize("sample", SAMPLES)
def test_every_memo_tells_it_and_keeps_the_standards(
    briefgen: Run, editions: Callable[[str], None], tmp_path: Path, sample: str
) -> None:
    editions(sample)
    plain = briefgen("make", "article.yaml", "-a", "all", "-f", "docx,txt", "-o", "plain", "--json")
    old = briefgen("make", "old.yaml", "-a", "all", "-f", "docx", "-o", "old", "--draft")

    done = briefgen("make", "article.yaml", "-a", "all", "-f", ",".join(FORMATS), "--since", "old.yaml")

    assert (plain.returncode, old.returncode) == (0, 0)
    assert done.stderr.splitlines()[-1] == f"{6 * len(AUDIENCES)} memos: {6 * len(AUDIENCES)} written", done.stderr
    assert {line.split()[2] for line in done.stderr.splitlines() if ": warning " in line} <= {"LEN05"}
    for checker in CHECKERS:
        assert findings(checker, *sorted(tmp_path.glob(f"out/*.{checker.extension}"))) == []
    for audience in AUDIENCES:
        text = made(tmp_path, audience, "txt").read_text(encoding="utf-8")
        assert text.count("\nWhat has changed\n") + text.count(" What has changed\n") == 1
        assert claims(made(tmp_path, audience, "pdf").read_bytes()) == ("ua1", "2a")
        (redline,) = tmp_path.glob(f"out/*-{audience}-redline.docx")
        (before,) = tmp_path.glob(f"old/*-{audience}.docx")
        assert settled(redline, "del") == _words(_document(made(tmp_path, audience, "docx")))
        assert settled(redline, "ins") == _words(_document(before))


def test_bars_stand_in_pdfs_and_pages_and_say_what_they_mean(
    briefgen: Run, editions: Callable[[str], None], tmp_path: Path
) -> None:
    editions("fish-duty")
    done = briefgen("make", "article.yaml", "-a", "analyst", "-f", "pdf,html,txt", "--since", "old.yaml")

    legend = "Bar in the margin: new or changed since 4 June 2025. Triangle: something left out."
    page = made(tmp_path, "analyst", "html").read_text(encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert '<li class="changed">Dairy is not in the notice.' in page
    assert legend in page
    assert legend not in made(tmp_path, "analyst", "txt").read_text(encoding="utf-8")
    with pikepdf.open(made(tmp_path, "analyst", "pdf")) as pdf:
        assert sum(len(BAR.findall(page.Contents.read_bytes())) for page in pdf.pages) >= 2


def test_without_a_change_there_is_no_mark(briefgen: Run, editions: Callable[[str], None], tmp_path: Path) -> None:
    editions("fish-duty")
    done = briefgen("make", "article.yaml", "-a", "public", "-f", "html,txt", "--since", "article.yaml")

    text = made(tmp_path, "public", "txt").read_text(encoding="utf-8")
    assert "No change since the edition of 5 June 2025." in text
    assert "changed" not in made(tmp_path, "public", "html").read_text(encoding="utf-8").replace("has changed", "")
    assert done.stderr.splitlines()[0] == ("article.yaml:13:1: warning EDI03 both editions are version 2")


def test_a_last_edition_that_is_not_for_them_is_told_and_not_compared(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "old.yaml").write_text(SMALL.replace("level: OFFICIAL}", "level: SECRET}"), encoding="utf-8")
    done = briefgen("make", "a.yaml", "-a", "public", "-f", "txt", "--since", "old.yaml")

    limit = "public sees nothing above OFFICIAL"
    assert done.stderr.splitlines() == [
        f"old.yaml:9:1: note AUD07 the record is marked SECRET, and {limit}",
        "  hint: nothing tells public what changed since then",
        "1 memo: 1 written",
    ]
    assert "What has changed" not in made(tmp_path, "public", "txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", ["press", "partner", "public"])
def test_a_change_in_what_is_denied_leaves_no_trace(
    briefgen: Run, editions: Callable[[str], None], tmp_path: Path, audience: str
) -> None:
    editions("fish-duty")
    now = (tmp_path / "article.yaml").read_text(encoding="utf-8")
    was = now.replace("Fisheries would prefer option C.", "A canary prefers option D.")
    was = was.replace("shows resolve", "shows a canary").replace("term: likely", "term: very likely")
    (tmp_path / "old.yaml").write_text(was, encoding="utf-8")

    done = briefgen("make", "article.yaml", "-a", audience, "-f", "pdf,html,docx,txt,md", "--since", "old.yaml")

    assert done.returncode == 0, done.stderr
    assert "No change since the edition" in made(tmp_path, audience, "txt").read_text(encoding="utf-8")
    everything = "".join(_everything(path) for path in sorted(tmp_path.glob("out/*")))
    assert ("canary" in everything, "very likely" in everything) == (False, False)
    assert "<w:del " not in _document(next(tmp_path.glob("out/*-redline.docx")))


def _everything(path: Path) -> str:
    match path.suffix:
        case ".docx":
            with ZipFile(path) as package:
                return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
        case ".pdf":
            with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
                streams = (one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
                return repr(list(pdf.objects)) + "".join(stream.decode("latin-1") for stream in streams)
        case _:
            return path.read_text(encoding="utf-8")
