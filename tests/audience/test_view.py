"""An audience sees what its pack allows, and of that what is meant for it and marked low enough."""

from dataclasses import replace

import pytest
from support.samples import SHELF

from briefgen.article.envelope import Marking
from briefgen.article.model import Article
from briefgen.article.read import Record, read
from briefgen.audience.entries import entries, field
from briefgen.audience.markings import schemes
from briefgen.audience.view import Sight, is_denied, names_in, view
from briefgen.errors import AudienceError

RECORD = """\
schema: briefgen/article@1
id: ferry
title: The ferry
language: en-GB
as_of: 2025-05-06
marking: {scheme: uk-gsc, level: OFFICIAL}
sources: [{id: gazette, title: The Gazette}]
actors: [{id: council, name: Council, role: The island's own}]
positions:
  - {label: Fare cap, actor: council, stance: demands, attribution: {said_by: council, named: named}}
  - {label: Winter, actor: council, stance: demands, attribution: {said_by: clerks, named: unnamed}}
  - {label: Berth, actor: council, stance: requests}
lines:
  - {text: For all}
  - {text: For the press, audiences: [press]}
  - {text: Not to be said, tier: do-not-use}
options:
  - {label: Give in, marking: {scheme: uk-gsc, level: OFFICIAL-SENSITIVE}}
  - {label: Wait, marking: {scheme: uk-gsc, level: OFFICIAL}}
"""
SCHEMES = schemes(SHELF)
EVERYTHING = {"positions": None, "lines": None, "options": None, "actors": None}


def record(text: str = RECORD) -> Record:
    return read(text.encode(), "ferry.yaml")


def article() -> Article:
    return record().article


def labels(sight: Sight, name: str) -> list[str]:
    return [str(item) for item in entries(view(article(), sight, SCHEMES).record, name)]


def test_what_is_not_allowed_is_not_there_and_known_to_be_denied() -> None:
    seen = view(article(), Sight("press", {"positions": {"label": None}}), SCHEMES).record

    (first, *_) = entries(seen, "positions")
    assert (names_in(seen), names_in(first)) == (("positions",), ("label",))
    assert (is_denied(seen, "options"), is_denied(first, "stance"), is_denied(first, "stace")) == (True, True, False)
    with pytest.raises(AttributeError):
        _ = first.stance


def test_a_reference_shows_who_is_meant_and_no_more_than_the_pack_allows() -> None:
    bare = view(article(), Sight("press", {"positions": {"actor": None}}), SCHEMES).record
    more = view(article(), Sight("press", {"positions": {"actor": None}, "actors": {"role": None}}), SCHEMES).record

    assert field(entries(bare, "positions")[0], "actor.name") == "Council"
    assert field(entries(bare, "positions")[0], "actor.role") is None
    assert field(entries(more, "positions")[0], "actor.role") == "The island's own"


def test_items_for_other_audiences_are_left_out() -> None:
    assert labels(Sight("press", EVERYTHING), "lines") == ["For all", "For the press", "Not to be said"]
    assert labels(Sight("public", EVERYTHING), "lines") == ["For all", "Not to be said"]


@pytest.mark.parametrize(
    ("only", "name", "expected"),
    [
        ({"lines.tier": ("top",)}, "lines", ["For all", "For the press"]),
        ({"lines.audiences": ("press",)}, "lines", ["For the press"]),
        ({"positions.attribution.named": ("named",)}, "positions", ["Fare cap"]),
        ({"positions.attribution.named": ("named", "")}, "positions", ["Fare cap", "Berth"]),
        ({"positions.stance": ("requests",), "lines.tier": ()}, "positions", ["Berth"]),
    ],
    ids=["a word", "a list", "a field within", "or none", "two lists"],
)
def test_filters_choose_the_entries_of_a_list(only: dict[str, tuple[str, ...]], name: str, expected: list[str]) -> None:
    assert labels(Sight("press", EVERYTHING, only), name) == expected


def test_what_filters_leave_out_is_told_apart_from_what_the_record_keeps_back() -> None:
    seen = view(article(), Sight("public", EVERYTHING, {"lines.tier": ("top",)}), SCHEMES)

    assert (seen.passed_over, seen.withheld) == (("lines[2]",), ("lines[1]",))


def test_an_item_above_the_ceiling_is_left_out_with_a_notice_at_its_marking() -> None:
    read_record = record()

    seen = view(
        read_record.article, Sight("press", EVERYTHING, ceiling={"uk-gsc": "OFFICIAL"}), SCHEMES, read_record.places
    )

    assert [str(item) for item in entries(seen.record, "options")] == ["Wait"]
    assert [str(notice) for notice in seen.notices] == [
        "ferry.yaml:18:22: note AUD08 options[0] is left out: it is marked OFFICIAL-SENSITIVE, above what press sees"
    ]
    assert seen.marking == Marking(scheme="uk-gsc", level="OFFICIAL")


def test_the_marking_covers_all_that_is_seen() -> None:
    whole = view(article(), Sight("minister", EVERYTHING), SCHEMES)
    part = view(article(), Sight("minister", {"positions": None}), SCHEMES)

    assert (whole.marking.level, part.marking.level) == ("OFFICIAL-SENSITIVE", "OFFICIAL")


@pytest.mark.parametrize(
    ("marking", "ceiling", "message"),
    [
        (Marking(scheme="uk-gsc", level="SECRET"), {"uk-gsc": "OFFICIAL"}, "the record is marked SECRET"),
        (Marking(tlp="TLP:AMBER"), {"tlp": "TLP:GREEN"}, "the record is marked TLP:AMBER"),
        (Marking(scheme="us-cui", level="CUI"), {"uk-gsc": "OFFICIAL"}, "the record is marked CUI"),
        (Marking(level="CONFIDENTIAL"), {"uk-gsc": "OFFICIAL"}, "the record is marked CONFIDENTIAL"),
        (Marking(scheme="uk-gsc", level="RESTRICTED"), {"uk-gsc": "OFFICIAL"}, "the record is marked RESTRICTED"),
        (Marking(scheme="uk-gsc", level="OFFICIALS"), {"uk-gsc": "OFFICIAL"}, "the record is marked OFFICIALS"),
        (Marking(scheme="uk", level="OFFICIAL"), {"uk-gsc": "OFFICIAL"}, "the record is marked OFFICIAL"),
    ],
    ids=["level", "label", "other scheme", "no scheme", "retired", "misspelt", "unknown scheme"],
)
def test_a_record_marked_too_high_or_not_comparably_is_refused(
    marking: Marking, ceiling: dict[str, str], message: str
) -> None:
    marked = replace(article(), marking=marking, options=())

    with pytest.raises(AudienceError) as raised:
        view(marked, Sight("press", EVERYTHING, ceiling=ceiling), SCHEMES)

    assert message in str(raised.value)
