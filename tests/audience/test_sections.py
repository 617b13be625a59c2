"""A memo has the sections its pack asks for, in that order, less what has nothing to say."""

import pytest
from support.packs import PLAIN, shelf_with, told
from support.samples import SHELF
from support.whole_way import memo_for

from briefgen.article.read import read
from briefgen.errors import AudienceError, BriefgenError
from briefgen.memo import Heading, Memo, Rule, plain
from briefgen.notices import Notice
from briefgen.pipeline import memo_of, prepared, theme_for
from briefgen.shelf import Shelf
from briefgen.theme import DEFAULT

RECORD = """\
schema: briefgen/article@1
id: ferry
title: The ferry
kind: {kind}
language: en-GB
as_of: 2025-05-06
status: cleared
viewpoint: ministry
sources: [{{id: gazette, title: The Gazette}}]
actors: [{{id: council, name: Council}}, {{id: ministry, name: Ministry, groups: [mainland]}}]
positions: [{{label: Fare cap, actor: council, stance: demands, text: Fares are capped}}]
distribution: {{releasable_to: [Selby], not_to: [the press], tear_line: positions}}
"""
OWN = "title: Embassy\npaper: Telegram\nfields: [title, as_of, positions, gaps, distribution, outlook, sources]\n"
TEMPLATE = '{% extends "_base.md.j2" %}\n'


def made(pack: str, kind: str = "negotiation", record: str = "", **files: str) -> Memo:
    shelf = shelf_with(embassy=pack, embassy__memo_md_j2=TEMPLATE, **files)
    return memo_for(read(RECORD.format(kind=kind).encode() + record.encode(), "ferry.yaml"), "embassy", shelf)


def headings(memo: Memo) -> list[str]:
    return [plain(block.content) for block in memo.blocks if isinstance(block, Heading)]


def test_empty_sections_are_left_out_or_said_to_be_empty() -> None:
    left_out = made(OWN + "sections: [positions, gaps, outlook]\n")
    stated = made(OWN + "sections: [positions, gaps, outlook]\nempty: {gaps: state}\n")

    assert (headings(left_out), headings(stated)) == (["Key Demands"], ["Key Demands", "What we do not know"])


def test_what_must_not_be_empty_is_an_error_with_all_that_is_missing() -> None:
    pack = OWN + "sections: [positions, gaps, outlook]\nempty: {gaps: error, outlook: error}\n"

    with pytest.raises(AudienceError) as raised:
        made(pack)

    assert told(raised.value) == [
        "error AUD05 embassy needs gaps, and the record has none",
        "error AUD05 embassy needs outlook, and the record has none",
    ]


@pytest.mark.parametrize(
    ("paths", "missing"),
    [
        ("[positions, positions.label]", []),
        ("[lines, positions.status]", ["lines"]),
        ("[positions.addressee]", ["positions.addressee"]),
    ],
    ids=["there", "no list", "not in every entry"],
)
def test_what_is_required_must_be_in_the_record(paths: str, missing: list[str]) -> None:
    pack = OWN.replace("gaps,", "gaps, lines,") + f"sections: [positions]\nrequire: {paths}\n"

    try:
        made(pack)
        found = []
    except AudienceError as error:
        found = told(error)

    assert found == [f"error AUD05 embassy needs {path}, and the record lacks it" for path in missing]


@pytest.mark.parametrize(
    ("kind", "own", "expected"),
    [
        ("negotiation", "", "Key Demands"),
        ("budget", "", "Key Measures"),
        ("climate", "", "Negotiating Positions"),
        ("generic", "", "Positions"),
        ("election", "", "Positions"),
        ("budget", "headings: {positions: What they want}\n", "What they want"),
    ],
)
def test_the_kind_of_article_gives_the_heading_unless_the_pack_has_its_own(kind: str, own: str, expected: str) -> None:
    assert headings(made(OWN + "sections: [positions]\n" + own, kind)) == [expected]


def test_a_section_of_the_house_needs_a_template_and_a_heading_only() -> None:
    pack = OWN + "sections: [positions, greeting]\nheadings: {greeting: From the embassy}\n"

    memo = made(pack, embassy__greeting_md_j2="## {{ section.heading }}\n\nGood morning.\n")

    assert headings(memo) == ["Key Demands", "From the embassy"]


def test_an_unknown_section_is_told_with_the_nearest_name() -> None:
    with pytest.raises(AudienceError) as raised:
        made(OWN + "sections: [positoins]\n")

    assert str(raised.value) == (
        "error AUD03 embassy: there is no section 'positoins'\n  hint: did you mean 'positions'?"
    )


def test_the_tear_line_stands_where_the_record_wants_it_and_never_last() -> None:
    inner = made(OWN + "sections: [positions, distribution, tear]\n")
    last = made(OWN + "sections: [distribution, positions, tear]\n")

    assert [type(block) for block in inner.blocks if isinstance(block, Heading | Rule)] == [Heading, Rule, Heading]
    assert [block for block in last.blocks if isinstance(block, Rule)] == []


def test_a_template_that_says_what_it_may_not_see_is_told_so() -> None:
    files = {"embassy__positions_md_j2": "{{ options }}\n{{ positions[0].statce }}\n{{ t('labels.form') }}\n"}

    with pytest.raises(BriefgenError) as raised:
        made(OWN + "sections: [positions]\n", **files)

    assert [line.partition("error ")[2] for line in told(raised.value)] == [
        "TPL05 the audience is not allowed to see 'options'",
        "TPL04 there is no 'statce' of Fare cap",
        "TPL06 " + str(SHELF.files["_words/en.yaml"].path) + " has no phrase 'labels.form'",
    ]


def test_what_is_marked_too_high_is_told_to_who_made_the_memo() -> None:
    record = "gaps: [{text: The price, marking: {tlp: TLP:RED}}, {text: The date}]\n"
    shelf = shelf_with(embassy=OWN + "sections: [gaps]\nceiling: {tlp: TLP:GREEN}\n", embassy__memo_md_j2=TEMPLATE)
    notices: list[Notice] = []

    generic = read(RECORD.format(kind="generic").encode() + record.encode(), "ferry.yaml")
    memo = memo_of(prepared(generic, "embassy", shelf), generic, shelf, tell=notices.append)

    assert [notice.message for notice in notices] == [
        "gaps[0] is left out: it is marked TLP:RED, above what embassy sees"
    ]
    assert "price" not in str(memo)


def test_an_audience_that_asks_for_large_type_gets_it() -> None:
    shelf = shelf_with(embassy=PLAIN + "style: {type: large}\n", paris=PLAIN)

    large, standard = theme_for("embassy", shelf, DEFAULT), theme_for("paris", shelf, DEFAULT)

    assert (large.body.size, large.headings[0].size > DEFAULT.headings[0].size) == (12, True)
    assert standard == DEFAULT


def test_the_language_of_the_pack_is_that_of_its_headings() -> None:
    shelf = Shelf(
        {
            **shelf_with(embassy=OWN + "sections: [positions]\nlanguage: de\n", embassy__memo_md_j2=TEMPLATE).files,
            "_words/de.yaml": type(SHELF.files["_words/en.yaml"])(
                "de.yaml",
                SHELF.files["_words/en.yaml"].text.replace("Key Demands", "Forderungen"),
            ),
        }
    )

    memo = memo_for(read(RECORD.format(kind="negotiation").encode(), "ferry.yaml"), "embassy", shelf)

    assert (headings(memo), memo.meta.language) == (["Forderungen"], "de")
