"""A record is read as it was written, or every mistake in it is told with its place."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.article.read import read
from briefgen.errors import RecordError

SMALL = """\
schema: briefgen/article@1
id: tariff
title: Aland raises tariffs
kind: trade
language: en-GB
as_of: 2025-03-12
sources:
  - {id: s1, title: null, issued: null, text: article.txt}
positions:
  - {label: Steel, actor: Aland, addressee: Beland, stance: demands, exact: "a quota on steel"}
  - label: Grain
    actor: Aland
    stance: rejects
    exact: no grain at all
responses:
  - {actor: Beland, action: opposes, to: p1, date_text: Saturday, exact: "we will not accept it"}
outlook: []
"""


def faults(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(RecordError) as caught:
        read(data, "a.yaml")
    return [str(notice) for notice in caught.value.notices]


def test_a_short_record_is_lifted_to_its_full_form() -> None:
    article = read(SMALL.encode(), "a.yaml").article

    assert [actor.name for actor in article.actors] == ["Aland", "Beland"]
    assert [(p.id, p.actor, p.addressee) for p in article.positions] == [
        ("p1", "aland", ("beland",)),
        ("p2", "aland", ()),
    ]
    assert article.positions[1].evidence[0].exact == "no grain at all"
    assert {p.evidence[0].source for p in article.positions} == {"s1"}
    assert article.responses[0].to == ("p1",)


@pytest.mark.parametrize("text", ["NO", "on", "12:30", "3.10", "08", "2025-03-07", "yes", "0x1F", "1e3", "~tilde"])
def test_text_stays_the_text_that_was_written(text: str) -> None:
    article = read(SMALL.replace("Aland raises tariffs", text).encode(), "a.yaml").article

    assert article.title == text


def test_six_faults_are_told_in_one_run_with_their_places() -> None:
    text = (
        SMALL.replace("kind: trade", "knd: trade")
        .replace("title: Aland", "titel: Aland")
        .replace("as_of: 2025-03-12", "as_of: 12 March")
        .replace("stance: rejects", "stance: reject")
        .replace("to: p1", "to: p9")
    )

    assert faults(text) == [
        "a.yaml:1:1: error REC05 the field 'title' is missing",
        "a.yaml:3:1: error REC03 titel: unknown field\n  hint: did you mean 'title'?",
        "a.yaml:4:1: error REC03 knd: unknown field\n  hint: did you mean 'kind'?",
        "a.yaml:6:8: error REC09 as_of: '12 March' is not a date: a date is written 2025, 2025-03 or 2025-03-12",
        (
            "a.yaml:13:13: error REC06 positions[1].stance: 'reject' is not one of the words for it\n"
            "  hint: did you mean 'rejects'?"
        ),
        "a.yaml:16:42: error REC08 responses[0].to[0]: no positions is called 'p9'\n  hint: there is p1, p2",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "a.yaml: error REC01 the file is empty", id="empty"),
        pytest.param(b"a: 1\na: 2", "a.yaml:2:1: error REC02 'a' stands twice, first in line 1", id="twice"),
        pytest.param(b"a:\n\t- x", "a.yaml:2:1: error REC02 a tab at the start of a line", id="tab"),
        pytest.param(b"a: &x 1", "a.yaml:1:4: error REC02 an anchor, &x", id="anchor"),
        pytest.param(b"a: !!python/x 1", "a.yaml:1:4: error REC02 a tag, tag:yaml.org,2002:python/x", id="tag"),
        pytest.param(b"a: 1\n---\nb: 1", "a.yaml:2:1: error REC02 a second document begins here", id="two documents"),
        pytest.param(b"[" * 99, "a.yaml:1:61: error REC02 more than 60 lists or fields in each other", id="deep"),
        pytest.param(
            b"[" * 9999, "a.yaml:1:1001: error REC02 more than 60 lists or fields in each other", id="very deep"
        ),
        pytest.param(b"a: \xff", "a.yaml:1: error REC01 the file is not UTF-8", id="not UTF-8"),
        pytest.param(b"\xff\xfea", "a.yaml:1: error REC01 the file is UTF-16", id="UTF-16"),
        pytest.param(b"a: \x07", "a.yaml:1:4: error REC01 a control character, U+0007", id="control character"),
        pytest.param(b"#" * 5_000_001, "a.yaml: error REC01 the file has 5,000,001 bytes", id="too large"),
        pytest.param(b"- 1", "a.yaml:1:1: error REC04 the record: expected fields, found a list", id="a list"),
    ],
)
def test_what_is_no_record_is_told_clearly(data: bytes, told: str) -> None:
    assert faults(data)[0].startswith(told)


def test_a_byte_order_mark_is_accepted() -> None:
    assert read(b"\xef\xbb\xbf" + SMALL.encode(), "a.yaml").article.id == "tariff"


def test_json_is_read_like_yaml() -> None:
    record = {
        "schema": "briefgen/article@1",
        "id": "j",
        "title": "Smile \U0001f600",
        "language": "fr",
        "as_of": "2025-03-12",
        "sources": ["A report"],
    }

    article = read(json.dumps(record, indent="\t").encode(), "a.json").article

    assert (article.title, article.sources[0].title, article.sources[0].id) == ("Smile \U0001f600", "A report", "s1")


@given(st.binary(max_size=300))
def test_arbitrary_bytes_give_nothing_but_a_record_error(data: bytes) -> None:
    assert faults(data)


@given(st.integers(0, len(SMALL) - 1), st.text(max_size=3))
def test_a_damaged_record_is_read_or_refused(position: int, damage: str) -> None:
    data = (SMALL[:position] + damage + SMALL[position + 1 :]).encode("utf-8", "surrogatepass")

    with suppress(RecordError):
        read(data, "a.yaml")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text == text.strip()))
def test_a_text_arrives_as_it_was_written(text: str) -> None:
    article = read(SMALL.encode(), "a.yaml").article
    written = SMALL.replace("Aland raises tariffs", json.dumps(text, ensure_ascii=False))

    assert read(written.encode(), "a.yaml").article == replace(article, title=text)
