"""People, bodies and countries are told apart, each under one name and with the office the text gives."""

import pytest
from support.sentences import prose

from briefgen.draft.names import Entity


def entities(text: str) -> dict[str, Entity]:
    return {mention.entity.name: mention.entity for mention in prose(text).mentions}


def named(text: str) -> list[tuple[str, str]]:
    return [(entity.name, entity.kind) for entity in entities(text).values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UK Defence Chief Admiral Sir Tony Radakin spoke.", [("United Kingdom", "state"), ("Tony Radakin", "person")]),
        ("Russian foreign minister Sergey Lavrov spoke.", [("Russia", "state"), ("Sergey Lavrov", "person")]),
        ("The World Health Organization (WHO) met.", [("World Health Organization", "organisation")]),
        ("The Bank of England met.", [("Bank of England", "organisation")]),
        ("The Farmers' League met.", [("Farmers' League", "organisation")]),
        ("The Transport and General Workers' League met.", [("Transport and General Workers' League", "organisation")]),
        ("A deal with New Zealand failed.", [("New Zealand", "state")]),
        ("President Bashar al-Assad left.", [("Bashar al-Assad", "person")]),
        ("Mayor of Pont-Sorel Elise Martin spoke.", [("Elise Martin", "person")]),
        ("Gunnar Strömmer, the minister, spoke.", [("Gunnar Strömmer", "person")]),
        ("“We’ll see,” they said.", []),
        ("On Friday in May the talks began.", []),
        ("Ministers met in Kesh.", []),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_names_are_found_with_their_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Prime Minister Micheál Martin spoke.", "Prime Minister"),
        ("Micheál Martin, the leader of Fianna Fáil, spoke.", "leader of Fianna Fáil"),
        ("Bobby Lee, a former ambassador to the U.K. and EU, spoke.", "former ambassador to the U.K. and EU"),
        ("Foreign Minister Ann Lee invited two foreign ministers to her foreign office.", "Foreign Minister"),
        ("Ms Ann Lee spoke.", ""),
        ("Ann Lee, 58, spoke.", ""),
    ],
)
def test_the_office_is_cut_out_of_the_text(text: str, role: str) -> None:
    assert next(entity.role for entity in entities(text).values() if entity.kind == "person") == role


def test_a_surname_means_the_person_named_before() -> None:
    read = prose("Prime Minister Jonas Berg spoke. Berg left. Mr Berg came back.")

    assert [mention.entity.name for mention in read.mentions] == ["Jonas Berg"] * 3


def test_an_abbreviation_means_the_body_named_before() -> None:
    read = prose("The World Health Organization (WHO) met. The WHO agreed.")

    assert {mention.entity.name for mention in read.mentions} == {"World Health Organization"}


def test_a_capital_is_its_country_only_where_it_acts() -> None:
    assert named("Paris rejected the plan.") == [("France", "state")]
    assert named("They met in Paris.") == []
