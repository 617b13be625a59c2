"""Whose words a quotation is, in the ways in which news writes it."""

import pytest
from support.sentences import quoted, said

CASES = {
    "said after": ("“We will stay,” said the union’s manager, Frank Duffy.", ["Frank Duffy"]),
    "name first": ("“We will stay,” Duffy told reporters. Union manager Frank Duffy spoke first.", ["Frank Duffy"]),
    "description and name": (
        '"No," Lina Khatib, an expert at U.K. think-tank Chatham House, told the AP.',
        ["Lina Khatib"],
    ),
    "colon": ("A Treasury spokesperson said: “We have accepted it in full.”", ["A Treasury spokesperson"]),
    "fragment": ("Trade Minister Tama Rewi called the plan “unfair”.", ["Tama Rewi"]),
    "participle": ("Ann Lee, the minister, left at noon, denouncing it as “a grave step”.", ["Ann Lee"]),
    "two fragments": (
        "Mayor Ann Lee said the plan was “dead”, and that reviving it would be “a waste of everybody’s time”.",
        ["Ann Lee", "Ann Lee"],
    ),
    "split": ("“One,” said Ann Lee, the mayor. “And two.”", ["Ann Lee", "Ann Lee"]),
    "next paragraph": ("Mayor Ann Lee lamented the vote.\n“This has nothing to do with us.”", ["Ann Lee"]),
    "pronoun": ("Mayor Ann Lee met the envoy.\n“It went well,” she said.", ["Ann Lee"]),
    "pronoun of the other": ("Mr Paul Berg met Ms Ann Lee.\n“It went well,” she said.", ["Ann Lee"]),
    "owner of a claim": (
        "It jars with the claim of President Donald Trump that Vladimir Putin wants it.\n“I find it hard,” he said.",
        ["Donald Trump"],
    ),
    "according to": ("Prices are “out of control”, according to the Bank of Norrey.", ["Bank of Norrey"]),
    "cited": (
        "The demands are “deliberately excessive”, Bloomberg reported, citing Western security officials.",
        ["Western security officials"],
    ),
    "taken up": (
        "It is “far too much”, the paper said, citing Western officials.\n“No sign of it at all”, said the officials.",
        ["Western officials", "Western officials"],
    ),
    "goes on": ("“One.\n“Two,” said Ann Lee, the mayor.", ["Ann Lee", "Ann Lee"]),
    "letter": ("The letter says the roads are “the only lifeline left”.", ["The letter"]),
    "office": (
        "Indiana Gov. Eric Holcomb signed the bill.\n“It is a good one,” the Republican governor said.",
        ["Eric Holcomb"],
    ),
    "last words": ("But Sefo's last words to me were: “We left our bags at the hotel.”", ["Sefo"]),
}
NOBODYS = {
    "scare quotes": "The so-called “blue line” accord would end the closure.",
    "title": "The bill would bar evictions “without just cause” during school terms.",
    "told of": "Mr Ivan Petrov has “ruled out” talks.",
    "asked for": "Ann Lee, the mayor, urged the envoy to seek a “positive outcome”.",
    "marked from afar": "Reports say that President Ivan Petrov has at last set out his three “maximalist demands”.",
}


@pytest.mark.parametrize("case", CASES)
def test_the_speaker_is_found(case: str) -> None:
    text, expected = CASES[case]

    assert [who for _, who in said(text)] == expected


@pytest.mark.parametrize("case", NOBODYS)
def test_marked_words_that_may_be_anybodys_are_nobodys(case: str) -> None:
    assert [who for _, who in said(NOBODYS[case])] == [None]


def test_a_speaker_who_only_stands_near_is_not_sure() -> None:
    told = quoted("“One,” said Ann Lee, the mayor.\n“And two more things besides.”")

    assert [(one.rule, one.is_sure) for one in told] == [("said after", True), ("nearby", False)]
