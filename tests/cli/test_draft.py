"""A raw article becomes the draft of a record, beside the text it points into; nothing is overwritten."""

import hashlib
import json
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from support.article_files import document

from briefgen.article.read import read

Run = Callable[..., subprocess.CompletedProcess[str]]
ARTICLE = """\
Council sets a condition
Norrey Gazette
5 May 2025

The council of Norrey demanded a fare cap on Monday.

Advertisement
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return "a.txt"


def test_a_draft_is_written_beside_its_text(briefgen: Run, article: str, tmp_path: Path) -> None:
    done = briefgen("draft", article)

    record, stored = tmp_path / "council-sets-a-condition.yaml", tmp_path / "council-sets-a-condition.source.txt"
    assert (done.returncode, done.stdout.split()) == (0, [record.name, stored.name])
    assert done.stderr == (
        "1 position, 0 responses, 0 quotations, 0 events, 0 forecasts, 1 gap; 5 remarks to review.\n"
        "Next: see to each REVIEW in council-sets-a-condition.yaml, then run briefgen check on it\n"
    )
    source = read(record.read_bytes(), record.name).article.sources[0]
    assert (source.text, source.sha256) == (stored.name, hashlib.sha256(stored.read_bytes()).hexdigest())
    assert record.read_text(encoding="utf-8").splitlines()[0] == (
        f"# Drafted by briefgen 0.1.0 from a.txt (sha256 {hashlib.sha256(ARTICLE.encode()).hexdigest()})."
    )


def test_nothing_is_overwritten(briefgen: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "b.source.txt").write_text("mine", encoding="utf-8")

    done = briefgen("draft", article, "-o", "b.yaml")

    assert (done.returncode, (tmp_path / "b.source.txt").read_text(encoding="utf-8")) == (1, "mine")
    assert "error DRF06 there already: b.source.txt" in done.stderr
    assert not (tmp_path / "b.yaml").exists()


def test_in_a_project_drafts_go_to_its_articles(briefgen: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "briefgen.toml").write_text("[project]\n", encoding="utf-8")

    briefgen("draft", article)

    assert sorted(path.name for path in (tmp_path / "articles").iterdir()) == [
        "council-sets-a-condition.source.txt",
        "council-sets-a-condition.yaml",
    ]


def test_standard_input_goes_to_standard_output(briefgen: Run, tmp_path: Path) -> None:
    done = briefgen("draft", "-o", "-", stdin=ARTICLE)

    assert (done.returncode, done.stdout.split("\n")[4]) == (0, "")
    assert "schema: briefgen/article@1" in done.stdout
    assert "The text was not stored; give -o FILE" in done.stderr
    assert list(tmp_path.glob("*.*")) == []


def test_a_draft_makes_memos_that_say_so(briefgen: Run, article: str) -> None:
    briefgen("draft", article, "-o", "a.yaml")

    made = briefgen("make", "a.yaml", "-f", "txt", "-o", "-")
    unchecked = briefgen("make", "a.yaml", "-f", "txt", "-o", "-", "--draft")

    assert (made.returncode, made.stdout.splitlines()[0]) == (0, "DRAFT")
    assert unchecked.stdout.splitlines()[0] == "DRAFT – NOT CLEARED"


def test_word_documents_are_read(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(document("Council sets a condition", ARTICLE.split("\n")[1:]))

    assert briefgen("draft", "a.docx").returncode == 0


def test_the_day_of_reading_can_be_given(briefgen: Run) -> None:
    text = "The council of Norrey will vote on a fare cap."

    given = briefgen("draft", "-o", "-", "--as-of", "2025-05-06", stdin=text)
    built = briefgen("draft", "-o", "-", stdin=text, SOURCE_DATE_EPOCH="1700000000")

    assert "as_of: 2025-05-06" in given.stdout
    assert "as_of: 2023-11-14" in built.stdout


WRONG = {
    "missing": (["missing.txt"], "error FIL01 missing.txt: no such file or directory", 1),
    "empty": (["empty.txt"], "empty.txt: error DRF02 the file holds no text", 1),
    "no model": (["a.txt", "--propose"], "error DRF23 --propose needs the address of a service and the name of a", 2),
    "day": (["a.txt", "--as-of", "soon"], "Invalid value for '--as-of'", 2),
}


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_done_is_explained(briefgen: Run, tmp_path: Path, case: str) -> None:
    arguments, message, status = WRONG[case]
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")

    done = briefgen("draft", *arguments)

    assert message in done.stderr
    assert (done.returncode, "Traceback" in done.stderr) == (status, False)


def test_another_language_is_warned_of(briefgen: Run) -> None:
    text = "Der Rat von Norrey hat am Montag eine Obergrenze gefordert, und das Ministerium hat sie abgelehnt. " * 6

    done = briefgen("draft", "-o", "-", stdin=text)

    assert "warning DRF07 the text does not look English" in done.stderr


@dataclass(slots=True)
class Liar:
    """A model's service that gives one true item and one invented one."""

    address: str
    asked: int = 0

    def settings(self) -> str:
        return f'[draft]\nendpoint = "{self.address}"\nmodel = "m-1"\n'


@pytest.fixture
def liar() -> Iterator[Liar]:
    items = [
        {"kind": "response", "actor": "council of Norrey", "value": "urges",
         "evidence": "The council of Norrey demanded a fare cap on Monday."},
        {"kind": "response", "actor": "council of Norrey", "value": "opposes", "evidence": "It opposes everything."},
    ]  # fmt: skip
    reply = json.dumps({"choices": [{"message": {"content": json.dumps({"items": items})}}]}).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            made.asked += 1
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(reply)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    made = Liar(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_model_is_asked_only_on_request_and_believed_only_as_far_as_the_text_goes(
    briefgen: Run, article: str, tmp_path: Path, liar: Liar
) -> None:
    (tmp_path / "briefgen.toml").write_text(liar.settings(), encoding="utf-8")

    alone = briefgen("draft", article, "-o", "alone.yaml")
    asked = briefgen("draft", article, "-o", "asked.yaml", "--propose")

    assert "Sending" not in alone.stderr
    assert f"Sending the article to {liar.address} (m-1)." in asked.stderr
    assert "its evidence does not stand in the text: 'It opposes everything.'" in asked.stderr
    record = read((tmp_path / "asked.yaml").read_bytes(), "asked.yaml").article
    assert [(one.actor, one.action) for one in record.responses] == [("council-of-norrey", "urges")]
    assert record.production is not None
    assert (record.production.model, asked.returncode) == ("m-1", 0)


def test_the_same_question_is_put_once_and_gives_the_same_draft(
    briefgen: Run, article: str, tmp_path: Path, liar: Liar
) -> None:
    (tmp_path / "briefgen.toml").write_text(liar.settings(), encoding="utf-8")
    arguments = ("draft", article, "-o", "-", "--propose", "--as-of", "2026-01-05")

    first = briefgen(*arguments)
    second = briefgen(*arguments)
    asked = liar.asked
    third = briefgen(*arguments, "--ask-again")

    assert second.stdout == third.stdout == first.stdout
    assert (asked, liar.asked) == (1, 2)
    assert "m-1 was asked this before: its reply is in home" in second.stderr
    assert "Sending" not in second.stderr


def test_a_reply_that_cannot_be_kept_is_used_all_the_same(
    briefgen: Run, article: str, tmp_path: Path, liar: Liar
) -> None:
    (tmp_path / "briefgen.toml").write_text(liar.settings(), encoding="utf-8")
    (tmp_path / "home").write_text("a file where the folder should be", encoding="utf-8")

    done = briefgen("draft", article, "-o", "-", "--propose")

    assert "warning FIL02 home" in done.stderr
    assert (done.returncode, "model: m-1" in done.stdout) == (0, True)


def test_without_its_model_the_draft_by_rules_is_written(briefgen: Run, article: str, tmp_path: Path) -> None:
    done = briefgen(
        "draft", article, "-o", "a.yaml", "--propose", "--endpoint", "http://127.0.0.1:9/v1", "--model", "m"
    )

    assert "error DRF24 the model at http://127.0.0.1:9/v1 was of no help" in done.stderr
    assert (done.returncode, (tmp_path / "a.yaml").exists()) == (1, True)


def test_the_key_is_never_shown(briefgen: Run, article: str) -> None:
    done = briefgen(
        "draft",
        article,
        "--propose",
        "--endpoint",
        "http://example.org/v1",
        "--model",
        "m",
        BRIEFGEN_MODEL_KEY="s3cret",
    )

    assert "error DRF23 the key would travel unencrypted to example.org" in done.stderr
    assert "s3cret" not in done.stderr + done.stdout
