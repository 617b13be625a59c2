"""What came to nothing through no fault of its input is told with its traceback, and fails the run."""

import pytest

from briefgen.cli.outcome import Outcome
from briefgen.desk.errand import Lost, attempt


def test_a_mistake_in_briefgen_is_told_with_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    lost = attempt(lambda number: 1 / number, 0)
    assert isinstance(lost, Lost)
    outcome = Outcome(as_json=False, quiet=True)

    outcome.lose(lost, "minister of quota", "minister of quota", "minister of quota")

    told = capsys.readouterr().err
    assert told.startswith("Traceback (most recent call last):\n")
    assert told.endswith(
        "ZeroDivisionError: division by zero\n"
        "error RUN02 minister of quota: this is a mistake in briefgen: ZeroDivisionError: division by zero\n"
        "  hint: report it with the lines above\n"
    )
    assert outcome.end() == 1
    assert capsys.readouterr().err == "2 memos: 0 written, 2 failed (minister of quota)\n"


def test_a_killed_process_is_told_without_one(capsys: pytest.CaptureFixture[str]) -> None:
    Outcome(as_json=False, quiet=True).lose(Lost("RUN01", "killed", "give it memory"), "public of quota", "x")

    assert capsys.readouterr().err == "error RUN01 public of quota: killed\n  hint: give it memory\n"
