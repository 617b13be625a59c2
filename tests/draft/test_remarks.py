"""What a party says of the matter is an answer, and where it names no side the draft asks which it is."""

from datetime import date

import pytest

from briefgen.draft.compose import Raw, compose
from briefgen.draft.drafted import Drafted

DEMAND = "The council of Norrey demanded more ferries.\n\n"


def drafted(text: str) -> Drafted:
    return compose(Raw(text), text_file="a", tool="t", version="1", today=date(2026, 1, 5))


def comments(text: str) -> list[tuple[str, str]]:
    return [(one.actor, one.action) for one in drafted(text).article.responses]


@pytest.mark.parametrize(
    "remark",
    [
        "“Ferries are what this coast was built on,” said Transport Minister Ann Lee.",
        "Transport Minister Ann Lee said the ministry had listened.",
    ],
    ids=["quoted", "reported"],
)
def test_a_remark_whose_side_is_not_named_is_a_comment_to_be_reviewed(remark: str) -> None:
    made = drafted(DEMAND + remark)

    assert [(one.actor, one.action, one.summary) for one in made.article.responses] == [("ann-lee", "comments", remark)]
    assert [review.text for review in made.reviews if review.path == "responses[0]"] == [
        "the text does not name the side it takes; is it an answer, and which?"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The town has two ferries.\n\n“Ferries are what this coast was built on,” said Minister Ann Lee.",
        DEMAND + "“Ferries are what this coast was built on,” said Ann Lee, a historian.",
        DEMAND + "“We came by boat and left by bus that day,” said Ann Lee, a resident.",
        DEMAND + "Transport Minister Ann Lee said the port had 40 berths.",
        DEMAND + "“Ferries are what this coast was built on,” the council of Norrey said.",
    ],
    ids=["nothing demanded", "from outside", "the public", "a fact", "who demanded it"],
)
def test_what_is_no_answer_is_no_comment(text: str) -> None:
    assert comments(text) == []


def test_a_paper_that_speaks_is_to_be_replaced_by_whose_it_is() -> None:
    made = drafted(DEMAND + "The letter, sent on Monday, calls for a cap on fares.")

    papers = {f"actors[{n}]" for n, actor in enumerate(made.article.actors) if actor.name == "letter"}
    assert papers == {
        review.path
        for review in made.reviews
        if review.text == "a paper, and nobody who acts; name whose it is in its place"
    }
    assert len(papers) == 1
