"""Sentences are read as demands, responses and outlook, with whose they are."""

import pytest
from support.sentences import labels

DEMANDS = {
    "Kyiv has long sought an invitation to join the alliance.": ("requests", "Ukraine"),
    "The union is demanding that the company reinstate 40 workers.": ("demands", "The union"),
    "Farmers have called for the rules to be scrapped.": ("requests", "Farmers"),
    "Doctors say they will not return to work until the contract is withdrawn.": ("conditions", "Doctors"),
    "The commission gave Hungary two months to amend the law.": ("demands", "The commission"),
    "The IMF has made further loans conditional on reform.": ("conditions", "IMF"),
    "Mexico has asked for the tariffs to be dropped.": ("requests", "Mexico"),
    "Hundreds marched through the capital demanding justice.": ("demands", "Hundreds"),
    "Truckers are blocking the motorway to demand lower fuel taxes.": ("demands", "Truckers"),
    "The group's central demand is the release of all prisoners.": ("demands", "The group"),
    "The party says it will only support the budget if child benefit is raised.": ("conditions", "The party"),
    "Paris wants the money to be spent on European weapons.": ("requests", "France"),
    "Berlin has made it clear that the pipeline will not open until safeguards are in place.": (
        "conditions",
        "Germany",
    ),
    "Residents say the company must clean up the river.": ("demands", "Residents"),
    "“Send us anything that flies,” said Mayor Ann Lee.": ("requests", "Ann Lee"),
    "Mayor Ann Lee added: “Put the offer back on the table.”": ("requests", "Ann Lee"),
    "The Green Party ruled out joining any coalition.": ("rejects", "Green Party"),
    "Doctors have given the ministry until the end of the month to reply.": ("demands", "Doctors"),
    "The union has handed the company an ultimatum.": ("demands", "The union"),
    "Truckers said they would block the port if the toll is raised.": ("conditions", "Truckers"),
    "The bank is open to a loan as long as the city pays half.": ("conditions", "The bank"),
    "The mayor told residents not to drink the water.": ("demands", "The mayor"),
    "Sweden suggested limiting the ban to five years.": ("proposes", "Sweden"),
    "The party has tabled an amendment.": ("proposes", "The party"),
    "“That is a red line for us,” said the party's leader, Ann Lee.": ("red-line", "Ann Lee"),
}
RESPONSES = {
    "The White House dismissed the offer as a stunt.": ("opposes", "United States"),
    "Germany's chancellor welcomed the announcement.": ("supports", "Germany's chancellor"),
    "The company did not immediately respond to a request for comment.": ("silent", "The company"),
    "Canada hit back with duties of its own on American steel.": ("opposes", "Canada"),
    "The Senate passed the measure by 52 votes to 48.": ("legislates", "Senate"),
    "Japan pledged $200 million for reconstruction.": ("commits", "Japan"),
    "Australia is sending two transport planes.": ("supplies", "Australia"),
    "Residents have filed a lawsuit to block the road.": ("litigates", "Residents"),
    "The Greens abstained.": ("abstains", "Greens"),
    "Norway froze the assets of twelve officials.": ("sanctions", "Norway"),
    "The EU has not welcomed the plan.": ("opposes", "European Union"),
    "Spain threw its weight behind the plan.": ("supports", "Spain"),
    "The ministry turned the offer down.": ("opposes", "The ministry"),
    "Canada has not budged.": ("opposes", "Canada"),
    "The unions are firmly against it.": ("opposes", "The unions"),
    "The ministry neither confirmed nor denied the report.": ("silent", "The ministry"),
    "The union does not oppose the plan.": ("comments", "The union"),
    "Residents are torn.": ("silent", "Residents"),
    "The company took the city to court.": ("litigates", "The company"),
    "Kenya opened its border to refugees.": ("supplies", "Kenya"),
    "The plan has the backing of the Electrical Workers Union.": ("supports", "Electrical Workers Union"),
}
OUTLOOKS = {
    "The committee meets again on 14 March.": "scheduled",
    "A decision is due by the end of the month.": "scheduled",
    "The president plans to visit the region in May.": "planned",
    "Economists expect growth of 1.2% this year.": "expected",
    "If the motion passes, an election will follow.": "if",
    "The strike may spread to other ports.": "conditional",
    "It is not clear whether the ceasefire will hold.": "uncertain",
    "The law takes effect on 1 July.": "deadline",
    "Rain is forecast until Sunday.": "expected",
    "No vote has been scheduled.": "uncertain",
    "A cap on rents would empty the shops.": "conditional",
    "The ministers are said to be considering a ban.": "planned",
    "Time is running out.": "deadline",
    "The council did not rule out a second vote.": "uncertain",
}
NOTHING = [
    "The chairman, Will Sparrow, lives in the town.",
    "The plant employs 400 people and opened in 1987.",
    "He was elected in 2019 with 54% of the vote.",
    "Demand for electricity rose by 3% in the period.",
    "The deal was signed in 2015 after two years of talks.",
    "The law requires no licence for boats under five metres.",
    "A spokesperson said the meeting lasted two hours.",
    "The two leaders met in Vienna last year.",
    "The region is home to two million people.",
]


@pytest.mark.parametrize("sentence", DEMANDS)
def test_a_demand_is_found_with_whose_it_is(sentence: str) -> None:
    assert labels(sentence).get("demand") == DEMANDS[sentence]


@pytest.mark.parametrize("sentence", RESPONSES)
def test_a_response_is_found_with_whose_it_is(sentence: str) -> None:
    assert labels(sentence).get("response") == RESPONSES[sentence]


@pytest.mark.parametrize("sentence", OUTLOOKS)
def test_an_outlook_is_found_with_its_kind(sentence: str) -> None:
    assert labels(sentence).get("outlook", ("",))[0] == OUTLOOKS[sentence]


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_plain_fact_is_neither(sentence: str) -> None:
    assert labels(sentence) == {}


def test_what_outsiders_think_is_no_response() -> None:
    said = "“This is a disgrace and a mistake,” said Ann Lee, {}."

    assert "response" in labels(said.format("leader of the opposition"))
    assert "response" not in labels(said.format("an analyst at Norbank"))


def test_a_demand_of_somebody_else_is_not_the_speakers() -> None:
    assert "demand" not in labels("Ann Lee, the mayor, said the League's demands were clear.")
