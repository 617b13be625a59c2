"""The log of `make` and the names of its files tell nothing of a record that its audiences may not see."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.canaries import canaries, denied, seen_in
from support.samples import AUDIENCES

from briefgen.article.example import full_record

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_report_and_the_file_names_hold_no_word_of_the_record(briefgen: Run, tmp_path: Path, audience: str) -> None:
    numbers, _ = canaries()
    record = full_record(lambda path: f"canary{numbers[path]}x", AUDIENCES)
    (tmp_path / "full.json").write_text(json.dumps(record), encoding="utf-8")

    done = briefgen("make", "full.json", "-a", audience, "-f", "txt,md,html", "--draft", "--json")

    report = json.loads(done.stdout)
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert (len(report["written"]), report["failed"]) == (3, [])
    assert denied(audience, seen_in(" ".join((done.stdout, done.stderr, *names)))) == set()
