"""A model is believed only what the text bears out, and every record says that it was asked."""

import json
from datetime import date

import pytest

from briefgen.article.read import read
from briefgen.draft.compose import Raw, compose
from briefgen.draft.drafted import Drafted
from briefgen.draft.proposals import MOST_PROPOSALS, question, with_proposals
from briefgen.draft.write import write_record

TEXT = """\
Ferry talks fail

The council of Norrey demanded a fare cap.

Mayor Ann Lee of Norrey spoke next. "Winter boats," she added, nodding at the map. The sea was “rough”.

The Port of Selby has a berth to spare. Nobody else came.
"""


def drafted() -> Drafted:
    return compose(Raw(TEXT), text_file="a", tool="briefgen draft", version="1", today=date(2026, 1, 5))


def reply(*items: object) -> str:
    return json.dumps({"items": items})


def item(**changes: str) -> dict[str, str]:
    truth = {"kind": "response", "actor": "Port of Selby", "value": "commits",
             "evidence": "The Port of Selby has a berth to spare."}  # fmt: skip
    return truth | changes


def test_what_stands_in_the_text_is_taken_marked_for_review_and_cut_from_the_text() -> None:
    made, notices = with_proposals(drafted(), f"Sure!\n```json\n{reply(item())}\n```", "m-1")

    added = made.article.responses[-1]
    assert notices == ()
    assert (added.actor, added.action, added.summary) == ("port-of-selby", "commits", item()["evidence"])
    assert made.text[added.evidence[0].start : added.evidence[0].end] == added.evidence[0].exact == added.summary
    assert made.reviews[-1].text.startswith("proposed by the model m-1;")
    assert (made.article.production and made.article.production.model) == "m-1"
    assert read(write_record(made, heading=()).encode(), "a.yaml").article.responses[-1].action == "commits"


def test_quotation_marks_may_differ_in_kind_and_the_texts_own_are_kept() -> None:
    lie = item(kind="position", actor="Ann Lee", value="demands", evidence='The sea was "rough".')

    made, notices = with_proposals(drafted(), reply(lie), "m")

    assert notices == ()
    assert made.article.positions[-1].text == "The sea was “rough”."


LIES = {
    "invented": (item(evidence="The Port of Selby refuses to help."), "its evidence does not stand in the text"),
    "changed": (item(evidence="The Port of Selby has no berth to spare."), "its evidence does not stand in the text"),
    "too short": (item(evidence="a berth"), "its evidence does not stand in the text"),
    "wrong actor": (item(actor="Ivan Petrov"), "no actor of the draft is called 'Ivan Petrov'"),
    "actor elsewhere": (item(actor="council of Norrey"), "'council of Norrey' is not named near its evidence"),
    "wrong word": (item(value="conquers"), "'conquers' is not one of the words for it"),
    "known already": (
        item(kind="position", actor="council of Norrey", value="demands",
             evidence="The council of Norrey demanded a fare cap."),
        "the draft has it already",
    ),
    "judgement": (item(kind="judgement"), "it lacks a part that was asked for"),
    "no actor": ({"kind": "response", "value": "commits", "evidence": "Nobody else came."},
                 "it lacks a part that was asked for"),
    "list": ([1, 2], "it lacks a part that was asked for"),
}  # fmt: skip


@pytest.mark.parametrize("case", LIES)
def test_a_lie_is_not_taken_and_told(case: str) -> None:
    lie, reason = LIES[case]

    made, notices = with_proposals(drafted(), reply(lie), "m")

    assert (made.article.positions, made.article.responses) == (
        drafted().article.positions,
        drafted().article.responses,
    )
    assert [notice.code for notice in notices] == ["DRF22"]
    assert reason in notices[0].message


@pytest.mark.parametrize("junk", ["", "I cannot help with that.", "[]", '{"items": 3}', '{"items":' + "[" * 9000, "{}"])
def test_junk_is_told_and_the_draft_stands(junk: str) -> None:
    made, notices = with_proposals(drafted(), junk, "m")

    assert made.article.responses == drafted().article.responses
    assert [notice.code for notice in notices] == ["DRF21"]


def test_a_flood_of_proposals_is_cut() -> None:
    made, notices = with_proposals(drafted(), reply(*[item()] * (MOST_PROPOSALS + 5)), "m")

    assert len(made.article.responses) == len(drafted().article.responses) + 1
    assert any("only" in notice.message for notice in notices)


def test_the_article_cannot_close_its_own_marks() -> None:
    text = f"{'=' * 12}\nA council met.\n{'=' * 13}"
    made = compose(Raw(text), text_file="", tool="", version="", today=date(2026, 1, 5), keep_all=True)

    _, asked = question(made)

    mark = asked.split("\n", maxsplit=1)[0]
    assert (asked.count(mark), set(mark)) == (2, {"="})
