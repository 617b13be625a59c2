"""A model's reply is kept for the same question to the same model, and believed only if it is whole."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.draft.endpoint import Endpoint
from briefgen.draft.replies import Kept, keep, place, recall
from briefgen.errors import OutputError

SERVICE = Endpoint("http://localhost:11434/v1", "m-1", key="secret")


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return place(tmp_path / "replies", SERVICE, "Be brief.", "An article.")


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None)))
def test_what_was_kept_is_recalled(kept: Kept, reply: str) -> None:
    keep(kept, reply)

    assert recall(kept) == reply


def test_nothing_is_recalled_before_it_is_kept(kept: Kept) -> None:
    assert recall(kept) is None


def test_only_its_owner_may_read_a_reply_and_no_key_is_in_it(kept: Kept) -> None:
    keep(kept, "“Passage”")

    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert "secret" not in kept.path.read_text(encoding="utf-8")
    assert [path.name for path in kept.folder.iterdir()] == [kept.path.name]


@pytest.mark.parametrize(
    ("service", "words"),
    [
        (replace(SERVICE, address="http://localhost:8080/v1"), ("Be brief.", "An article.")),
        (replace(SERVICE, model="m-2"), ("Be brief.", "An article.")),
        (SERVICE, ("Be long.", "An article.")),
        (SERVICE, ("Be brief.", "An article")),
        (SERVICE, ("Be brief.An article.", "")),
    ],
    ids=["service", "model", "instructions", "article", "border"],
)
def test_another_question_has_another_place(kept: Kept, service: Endpoint, words: tuple[str, str]) -> None:
    assert place(kept.folder, service, *words).path != kept.path


@pytest.mark.parametrize(
    "service",
    [replace(SERVICE, key=""), replace(SERVICE, timeout=1.0), replace(SERVICE, address=SERVICE.address + "/")],
    ids=["key", "patience", "slash"],
)
def test_how_it_is_asked_makes_no_other_question(kept: Kept, service: Endpoint) -> None:
    assert place(kept.folder, service, "Be brief.", "An article.") == kept


WHOLE = {"reply": "{}", "sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}
DAMAGED = {
    "empty": b"",
    "cut": b'{"question": "',
    "bytes": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
    "list": b"[]",
    "foreign": json.dumps(WHOLE | {"question": "0" * 64}).encode(),
    "nameless": json.dumps(WHOLE).encode(),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_file_that_is_no_reply_counts_as_none(kept: Kept, case: str) -> None:
    kept.folder.mkdir()
    kept.path.write_bytes(DAMAGED[case])

    assert recall(kept) is None


@pytest.mark.parametrize(
    "change",
    [{"reply": "[]"}, {"reply": None}, {"sha256": "0"}, {"sha256": None}],
    ids=["other reply", "no reply", "other sum", "no sum"],
)
def test_a_reply_that_was_changed_counts_as_none(kept: Kept, change: dict[str, object]) -> None:
    kept.folder.mkdir()
    entry = WHOLE | {"question": kept.question}
    kept.path.write_text(json.dumps(entry), encoding="utf-8")

    whole = recall(kept)
    kept.path.write_text(json.dumps(entry | change), encoding="utf-8")

    assert (whole, recall(kept)) == ("{}", None)


def test_what_cannot_be_kept_is_told(kept: Kept) -> None:
    kept.folder.write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(OutputError, match="FIL02"):
        keep(kept, "{}")
    assert recall(kept) is None
