"""A record is read as it was written, or every mistake in it is told with its place."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefgen import resources
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
        "a.yaml:16:42: error REC08 responses[0].to[0]: no position is called 'p9'\n  hint: there is p1, p2",
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
        pytest.param(b"words", "a.yaml:1:1: error REC04 the record: expected fields, found 'words'", id="words"),
        pytest.param(
            b"%PDF-1.7\n%\xe2\xe3",
            "a.yaml: error REC01 the file is a PDF, and no record\n"
            "  hint: if this is the article itself, begin with briefgen draft and its name",
            id="a PDF",
        ),
        pytest.param(
            b"PK\x03\x04\x14\x00\xdf",
            "a.yaml: error REC01 the file is a Word document or another archive, and no record\n"
            "  hint: if this is the article itself, begin with briefgen draft and its name",
            id="a Word document",
        ),
        pytest.param(
            b"\n<!DOCTYPE html><title>Fares: the answer</title>",
            "a.yaml: error REC01 the file is a web page, and no record\n"
            "  hint: if this is the article itself, begin with briefgen draft and its name",
            id="a web page",
        ),
        pytest.param(
            b"Council sets a condition\n\nThe council of Norrey demanded a fare cap, and the mayor, Ann Lee, agreed.",
            "a.yaml:1:1: error REC04 the record: expected fields, found "
            "'Council sets a condition\\nThe council of Norrey demanded a f…'\n"
            "  hint: if this is the article itself, begin with briefgen draft and its name",
            id="the article itself",
        ),
        pytest.param(b"---\n", "a.yaml:2:1: error REC04 the record: expected fields, found nothing", id="nothing"),
        pytest.param(b"# only\n", "a.yaml: error REC01 the file is empty", id="a comment"),
        pytest.param(
            b'a: 1\nb: "c\nd: e', "a.yaml:2:4: error REC02 a quotation mark that is never closed", id="quotation"
        ),
        pytest.param(b"a: b: c", "a.yaml:1:5: error REC02 a second colon in this line", id="second colon"),
        pytest.param(
            b"a: [b\nc: d",
            "a.yaml:2:2: error REC02 a list that begins with a bracket in line 1 is not closed",
            id="open list",
        ),
        pytest.param(
            b'{"a": 1', "a.yaml:2:1: error REC02 a group of fields that begins with a bracket in line 1", id="open JSON"
        ),
        pytest.param(b"a: @b", "a.yaml:1:4: error REC02 a text cannot begin with '@'", id="at sign"),
        pytest.param(b'a: "\\ud800"', "a.yaml:1:7: error REC02 an escape that means no character", id="escape"),
        pytest.param(b"? [a]\n: b", "a.yaml:1:3: error REC02 a field name is a word, not a list", id="list as name"),
        pytest.param(b"a: [*x, *x]", "a.yaml:1:5: error REC02 an alias, *x\n  hint: write the value out", id="alias"),
        pytest.param(
            SMALL.encode("utf-16-le"), "a.yaml:1:2: error REC01 a control character, U+0000", id="UTF-16 bare"
        ),
        pytest.param(b"a: 1\n" * 12_000_000, "a.yaml: error REC01 the file has 60,000,000 bytes", id="60 MB"),
        pytest.param(b"- 1\n" * 200_001, "a.yaml:200001:3: error REC02 more than 200,000 values", id="many values"),
    ],
)
def test_what_is_no_record_is_told_clearly(data: bytes, told: str) -> None:
    assert faults(data)[0].startswith(told)


TWO_SOURCES = SMALL.replace("positions:\n", "  - {id: s2, title: Radio}\npositions:\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            SMALL.replace("title: Aland raises tariffs", "title:"),
            "a.yaml:3:7: error REC05 title: it is empty",
            id="empty",
        ),
        pytest.param(
            SMALL.replace("as_of: 2025-03-12", "as_of: 2025-03"),
            "a.yaml:6:8: error REC09 as_of: expected a day such as 2025-03-12, or a time with its zone, "
            "found '2025-03'",
            id="too vague a date",
        ),
        pytest.param(
            SMALL.replace("language: en-GB", "language: english"),
            "a.yaml:5:11: error REC07 language: expected a language tag of BCP 47, such as en-GB, found 'english'",
            id="pattern",
        ),
        pytest.param(
            SMALL.replace("title: null", "url: https://example.org"),
            "a.yaml:8:14: error REC03 sources[0].url: unknown field\n  hint: did you mean 'URL'?",
            id="capital letters",
        ),
        pytest.param(
            SMALL.replace("title: null", "title: a, b and c"),
            "a.yaml:8:24: error REC03 sources[0].b and c: unknown field\n"
            "  hint: a comma within { } begins a new field: put the words in quotation marks",
            id="a comma",
        ),
        pytest.param(
            SMALL.replace("title: null", "title: null, seen: yes"),
            "a.yaml:8:33: error REC04 sources[0].seen: expected true or false, found 'yes'\n  hint: write true",
            id="yes",
        ),
        pytest.param(
            SMALL.replace("text: article.txt", "text: [a]"),
            "a.yaml:8:47: error REC04 sources[0].text: expected text, found a list",
            id="a list for a text",
        ),
        pytest.param(
            SMALL.replace("    exact: no grain at all", "    exact: no grain at all\n    rank: 0"),
            "a.yaml:15:11: error REC04 positions[1].rank: expected a number, 1 or more, found 0",
            id="too small",
        ),
        pytest.param(
            SMALL.replace("    exact: no grain at all", "    exact: no grain at all\n    rank: first"),
            "a.yaml:15:11: error REC04 positions[1].rank: expected a whole number, found 'first'",
            id="no number",
        ),
        pytest.param(
            SMALL.replace("{label: Steel", "{id: p2, label: Steel"),
            "a.yaml:11:5: error REC10 positions: the id 'p2' was given before, in line 10\n"
            "  hint: every item needs an id of its own; those without one are counted",
            id="an id twice",
        ),
        pytest.param(
            TWO_SOURCES.replace("exact: no grain", "source: s1\n    exact: no grain").replace(
                'exact: "a quota on steel"', 'source: s3, exact: "a quota on steel"'
            ),
            "a.yaml:11:78: error REC08 positions[0].evidence[0].source: no source is called 's3'\n"
            "  hint: there is s1, s2",
            id="an unknown source",
        ),
        pytest.param(
            SMALL.replace("sources:\n", "actors: [Aland, Beland]\nsources:\n").replace(
                "actor: Beland", "actor: Beeland"
            ),
            "a.yaml:17:13: error REC08 responses[0].actor: no actor is called 'Beeland'\n"
            "  hint: did you mean 'beland'?",
            id="an unknown actor",
        ),
        pytest.param(
            SMALL.replace("sources:\n  - {id: s1, title: null, issued: null, text: article.txt}\n", "sources: []\n"),
            "a.yaml:7:1: error REC05 sources: at least one source is needed",
            id="no source",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_how_to_mend_it(text: str, told: str) -> None:
    assert faults(text)[0] == told


def test_evidence_must_name_its_source_where_there_are_several() -> None:
    assert [line.splitlines() for line in faults(TWO_SOURCES)] == [
        [
            f"a.yaml:{place}: error REC05 {what}: it does not say which of 2 sources",
            "  hint: write source: and one of s1, s2",
        ]
        for place, what in (
            ("11:70", "positions[0].evidence[0]"),
            ("15:5", "positions[1].evidence[0]"),
            ("17:67", "responses[0].evidence[0]"),
        )
    ]


def test_actors_that_are_only_named_are_told_apart_by_their_names() -> None:
    text = SMALL.replace("addressee: Beland", 'addressee: ["A & B", A-B, a-b, "!?", "…"]')

    actors = read(text.encode(), "a.yaml").article.actors

    assert [(actor.id, actor.name) for actor in actors] == [
        ("aland", "Aland"),
        ("a-b", "A & B"),
        ("a-b-2", "A-B"),
        ("actor", "!?"),
        ("actor-2", "…"),
        ("beland", "Beland"),
    ]


def test_a_name_that_two_actors_share_names_neither() -> None:
    actors = "actors:\n  - {id: a, name: Aland}\n  - {id: b, name: Aland}\n  - {id: beland, name: Beland}\n"

    assert "no actor is called 'Aland'" in faults(SMALL.replace("sources:\n", f"{actors}sources:\n"))[0]


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        ("title", "Talks: the last # round", "Talks: the last # round"),
        ("keywords", "[a, b]", ("a", "b")),
        ("keywords", "a, b", ("a, b",)),
        ("positions.1.label", "Wheat", "Wheat"),
        ("marking.level", "OFFICIAL", "OFFICIAL"),
        ("question", "", ""),
    ],
)
def test_a_field_can_be_replaced_from_outside(path: str, value: str, found: object) -> None:
    article: object = read(SMALL.encode(), "a.yaml", {path: value}).article

    for part in path.split("."):
        article = article[int(part)] if isinstance(article, tuple) else getattr(article, part)
    assert article == found


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("status", "done", "--set status: error REC06 status: 'done' is not one of the words for it"),
        ("positions.2.label", "x", "--set positions.2.label: error REC11 '2' is no item of this list"),
        ("positions.first.label", "x", "--set positions.first.label: error REC11 'first' is no item of this list"),
        ("titel", "x", "--set titel: error REC03 titel: unknown field\n  hint: did you mean 'title'?"),
        ("keywords", "[a", "--set keywords:2:1: error REC02 a list that begins with a bracket"),
    ],
)
def test_a_wrong_replacement_is_told_by_its_path(path: str, value: str, told: str) -> None:
    with pytest.raises(RecordError) as caught:
        read(SMALL.encode(), "a.yaml", {path: value})

    assert str(caught.value).startswith(told)


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


def places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the keys and numbers that lead to every part of a record."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield (*path, key)
        yield from places(part, (*path, key))


STARTER = (resources.samples_folder() / "_starter/articles/first.yaml").read_bytes()
RECORD = json.dumps(yaml.safe_load(STARTER), default=str)
PLACES = tuple(places(json.loads(RECORD)))
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["p1", "2025-03"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=4,
)


@given(st.sampled_from(PLACES), anything)
def test_any_value_in_any_field_is_read_or_refused(place: tuple[str | int, ...], value: object) -> None:
    record = json.loads(RECORD)
    inner = record
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = value

    with suppress(RecordError):
        read(json.dumps(record).encode(), "a.json")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text == text.strip()))
def test_a_text_arrives_as_it_was_written(text: str) -> None:
    article = read(SMALL.encode(), "a.yaml").article
    written = SMALL.replace("Aland raises tariffs", json.dumps(text, ensure_ascii=False))

    assert read(written.encode(), "a.yaml").article == replace(article, title=text)
