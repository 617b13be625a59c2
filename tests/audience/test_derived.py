"""What is worked out from a record: who is who, what stands where, what must be said of it all."""

from dataclasses import replace

import pytest
from support.samples import SAMPLES, SHELF, record_of

from briefgen.article.envelope import Actor
from briefgen.article.scales import scale
from briefgen.audience.derived import derive
from briefgen.audience.entries import entries, entry, field, text
from briefgen.audience.markings import schemes
from briefgen.audience.places import places_of
from briefgen.audience.relation import homes, relations
from briefgen.audience.remarks import numbers_in_words, row_remarks
from briefgen.audience.view import Entry, Sight, view
from briefgen.audience.words import words

ENGLISH = words("en-GB", SHELF)
EVERYTHING = dict.fromkeys(
    (
        *("positions", "responses", "background", "timeline", "statistics", "quotes", "outlook", "gaps", "qa", "lines"),
        *("sources", "actors", "abbreviations", "glossary", "names"),
    )
)


def whole(sample: str) -> Entry:
    """Give all of a sample as a template sees it."""
    article = record_of(sample).article
    return derive(
        view(article, Sight("analyst", EVERYTHING), schemes(SHELF)).record, ENGLISH, relations(article), homes(article)
    )


def test_who_belongs_to_the_viewpoint_is_own_and_who_shares_a_group_a_partner() -> None:
    assert relations(record_of("ukraine-demands").article) == {
        "russia": "opponent",
        "putin": "opponent",
        "lavrov": "opponent",
        "ukraine": "neutral",
        "us": "partner",
        "trump": "partner",
        "uk": "own",
        "starmer": "own",
        "radakin": "own",
        "france": "partner",
        "coalition": "partner",
    }


def test_a_group_can_be_the_viewpoint() -> None:
    article = replace(record_of("fish-duty").article, viewpoint="ncu")

    found = relations(article)

    assert [found[id_] for id_ in ("ncu", "calder", "solway", "arvenia", "port")] == [
        "own",
        "own",
        "own",
        "opponent",
        "neutral",
    ]


def test_without_a_viewpoint_nobody_is_a_partner() -> None:
    assert relations(replace(record_of("fish-duty").article, viewpoint="")) == {}


def test_who_acts_against_our_positions_is_an_opponent() -> None:
    article = record_of("coastal-finance").article
    ours = replace(article.positions[0], actor="maren")

    found = relations(
        replace(article, positions=(ours, *article.positions[1:]), actors=(*article.actors, Actor(id="x", name="X")))
    )

    assert (found["producers"], found["x"]) == ("neutral", "neutral")
    hostile = replace(article.responses[0], actor="producers", action="opposes", to=(ours.id,))
    assert relations(replace(article, positions=(ours,), responses=(hostile,)))["producers"] == "opponent"


def test_partners_come_first_and_responses_are_numbered_throughout() -> None:
    sides = entries(whole("ukraine-demands"), "sides")

    assert [(str(side), text(side, "heading")) for side in sides] == [("partner", ""), ("own", "Our own part")]
    assert [field(one, "number") for side in sides for one in entries(side, "responses")] == [1, 2, 3, 4, 5, 6, 7]
    assert [str(one) for one in entries(sides[0], "actors")] == ["“Coalition of the willing”", "France"]


def test_the_ladder_of_commitment_shows_its_empty_rungs() -> None:
    rungs = entries(whole("ukraine-demands"), "ladder")

    assert [(text(rung, "commitment"), len(entries(rung, "responses"))) for rung in rungs] == [
        ("delivered", 0),
        ("pledged", 0),
        ("conditional", 2),
        ("planned", 3),
        ("in words only", 2),
        ("no commitment", 0),
    ]


def test_the_matrix_has_a_row_for_each_position_and_a_column_for_who_holds_meets_or_answers_one() -> None:
    found = field(whole("coastal-finance"), "matrix")

    assert [str(actor) for actor in entries(found, "actors")] == [
        "Low-Lying States Group",
        "Industrial Partners",
        "Maren",
        "River Basins Alliance",
        "Producers’ Forum",
    ]
    rows = [
        [f"{text(cell, 'text')}={text(cell, 'stand')}" for cell in entries(row, "cells")]
        for row in entries(found, "rows")
    ]
    assert rows[:3] == [
        ["demands=owner", "commits (conditional)=mixed", "–=silent", "supports (in words only)=for", "abstains=mixed"],
        ["demands=owner", "opposes=against", "mediates (pledged)=mixed", "–=silent", "–=silent"],
        ["–=silent", "makes it a condition=owner", "–=silent", "opposes=against", "opposes=against"],
    ]


def test_a_person_stands_in_the_column_of_whom_they_act_for() -> None:
    article = record_of("fish-duty").article
    found = field(whole("fish-duty"), "matrix")

    assert homes(article) == {"brill": "arvenia", "lorne": "calder", "osk": "ncu"}
    assert [str(actor) for actor in entries(found, "actors")] == [
        "Arvenia",
        "Calder",
        "Northern Customs Union",
        "Solway",
        "Canners’ Association",
        "Port of Selmouth",
    ]
    (rebate,) = (row for row in entries(found, "rows") if str(row) == "End of the port rebate")
    assert text(entries(rebate, "cells")[1], "text") == "opposes (in words only)"


def test_without_responses_to_positions_there_is_no_matrix() -> None:
    article = replace(record_of("ukraine-demands").article, responses=())
    seen = view(article, Sight("analyst", EVERYTHING), schemes(SHELF)).record

    assert field(derive(seen, ENGLISH, {}), "matrix") is None


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("ukraine-demands", ("The “three demands” of the source are 1 to 3; it names no speaker for them.",)),
        ("fish-duty", ("The “two conditions” of the source are 3 and 4; it reports the rest apart.",)),
        ("coastal-finance", ()),
    ],
)
def test_counts_that_do_not_match_the_list_are_explained(sample: str, expected: tuple[str, ...]) -> None:
    assert field(whole(sample), "remarks") == expected


@pytest.mark.parametrize(
    ("numbers", "expected"), [([2], "2"), ([1, 2], "1 and 2"), ([1, 2, 3], "1 to 3"), ([1, 3, 4], "1, 3 and 4")]
)
def test_numbers_in_a_row_are_a_range(numbers: list[int], expected: str) -> None:
    assert numbers_in_words(numbers, ENGLISH) == expected


def test_rows_of_figures_that_reached_us_second_hand_are_named() -> None:
    assert row_remarks(whole("fish-duty"), ENGLISH) == (
        "Rows 1 to 5: reported by Office for Statistics of Calder, not seen by us.",
    )


def test_the_source_summary_counts_what_the_memo_rests_on() -> None:
    assert field(whole("ukraine-demands"), "source_summary") == (
        "This memo rests on 2 sources, of which we have read 1.",
        "One is known only through another and was not seen (Bloomberg).",
        "No source that we have read is a primary document.",
        "4 statements of 17 reach us only through reports that we have not seen.",
        "3 statements of 17 rest on people who are not named.",
        "For 3 statements of 17 the source names nobody.",
    )


def test_grounds_are_named_by_section_and_number() -> None:
    record = whole("ukraine-demands")
    headings = {"positions": "Key Demands", "background": "Background", "responses": "Allied Response"}

    found = places_of(
        ("neutrality", "nato", "territories", "no-sign", "support", "bloomberg"), record, headings, ENGLISH
    )

    assert found == ("Background 2", "Key Demands 1 to 3", "Allied Response 4", "Bloomberg")


def test_of_the_scale_the_terms_in_use_are_marked() -> None:
    (strip,) = entries(whole("ukraine-demands"), "scales")

    used = [(text(one, "name"), text(one, "band")) for one in entries(strip, "terms") if field(one, "used")]
    assert (text(strip, "name"), used) == (
        "PHIA Probability Yardstick",
        [("highly unlikely", "10/20"), ("unlikely", "25/35"), ("likely", "55/75")],
    )


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_likelihood_of_a_sample_is_a_term_of_its_scale(sample: str) -> None:
    outlook = record_of(sample).article.outlook
    used = [one.likelihood for one in outlook.judgements]
    used += [one.likelihood for one in outlook.scenarios if one.likelihood]

    assert [likelihood for likelihood in used if scale(likelihood.scale).term(likelihood.term) is None] == []


def test_terms_and_people_are_explained_only_where_they_occur() -> None:
    record = whole("fish-duty")

    assert [text(one, "term") for one in entries(record, "terms")] == ["consultations", "customs value"]
    assert [str(one) for one in entries(record, "people")] == ["Tomas Brill", "Edda Lorne"]


def test_the_clearance_of_lines_is_that_of_the_last_and_ends_with_the_first() -> None:
    clearance = field(whole("ukraine-demands"), "clearance")

    assert isinstance(clearance, Entry)
    assert (str(field(clearance, "at")), str(field(clearance, "expires"))) == ("2025-03-12T15:30Z", "2025-03-15T12:00Z")
    assert field(derive(entry("empty"), ENGLISH, {}), "clearance") is None
