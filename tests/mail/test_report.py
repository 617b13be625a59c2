"""What is exported is read by Excel as it was, and can do nothing there."""

import csv
import io
import json

import pytest
from support.letters import Clock, contents, letter

from briefgen.mail.outbox import Delivery, temporary
from briefgen.mail.report import COLUMNS, as_csv, as_json


def refused(answer: str) -> tuple[Delivery, ...]:
    outbox = temporary(Clock())
    outbox.queue([letter("jo@example.org")], contents)
    outbox.settle([1], "refused", code=550, answer=answer)
    return outbox.deliveries()


@pytest.mark.parametrize("answer", ["=1+1", "+49", "-x", "@SUM(A1)"])
def test_an_answer_cannot_act_as_a_formula(answer: str) -> None:
    (row,) = csv.DictReader(io.StringIO(as_csv(refused(answer))))

    assert row["answer"] == f"'{answer}"


def test_both_forms_tell_the_same() -> None:
    (told,), (row,) = (
        json.loads(as_json(refused("no such, user"))),
        csv.DictReader(io.StringIO(as_csv(refused("no such, user")))),
    )

    assert tuple(told) == tuple(row) == COLUMNS
    assert {name: str(value) for name, value in told.items()} == row
