"""Positions, responses, events, forecasts and gaps are made of what was found, and say what they rest on."""

from datetime import date

import pytest

from briefgen.article.model import Article
from briefgen.draft.compose import Raw, compose
from briefgen.draft.drafted import Drafted

SEED = """\
Reports say that President Ivan Petrov of Orland has set out three “maximalist demands” for talks.

The demands are "deliberately excessive", Bloomberg reported, citing Western security officials.

On the list are Tarsia's formal neutrality, an end to any plans to join the alliance, recognition of Orland’s claims \
and a ban on foreign troops.

UK Prime Minister Sir Paul Berg has urged Mr Petrov to keep the ceasefire.

Military leaders of a proposed "coalition of the willing" will meet in Paris. \
French officials have hinted that up to 30 countries could take part.

"I’m finding it more difficult, frankly, to deal with Tarsia," Mr Petrov told the press on Friday (March 7).

On Saturday, Berg will lead a call with his allies, Bloomberg reports.
"""


@pytest.fixture(scope="module")
def drafted() -> Drafted:
    return compose(Raw(SEED), text_file="a.txt", tool="briefgen draft", version="1", today=date(2026, 1, 5))


@pytest.fixture(scope="module")
def article(drafted: Drafted) -> Article:
    return drafted.article


def test_a_list_gives_a_position_for_each_item_with_its_announcement_as_evidence(article: Article) -> None:
    listed = [one for one in article.positions if one.counted_in]

    assert [(one.label, one.actor, one.stance) for one in listed] == [
        ("Tarsia's formal neutrality", "ivan-petrov", "demands"),
        ("end to any plans to join", "ivan-petrov", "demands"),
        ("recognition of Orland’s claims", "ivan-petrov", "demands"),
        ("ban on foreign troops", "ivan-petrov", "demands"),
    ]
    assert {one.evidence[1].exact for one in listed} == {SEED.split("\n", maxsplit=1)[0]}
    assert {one.attribution is not None and one.attribution.implicit for one in listed} == {True}


def test_a_count_that_does_not_match_the_list_is_a_gap(article: Article) -> None:
    assert [gap.text for gap in article.gaps if "announces" in gap.text] == [
        "The text announces 'three “maximalist demands', and its list has 4."
    ]


def test_a_request_names_its_addressee_and_is_a_response_too(article: Article) -> None:
    (asked,) = [one for one in article.positions if one.stance == "requests"]
    (urged,) = [one for one in article.responses if one.action == "urges"]

    assert (asked.actor, asked.addressee, asked.label) == ("paul-berg", ("ivan-petrov",), "keep the ceasefire")
    assert (urged.actor, urged.to) == ("paul-berg", ())


@pytest.mark.parametrize(
    ("answer", "to"),
    [
        ("The port authority rejected the first demand.", ("p1",)),
        ("The port authority rejected all the demands.", ("p1", "p2")),
        ("The port authority offered to guarantee 900 jobs.", ("p2",)),
        ("The port authority criticised the strike.", ()),
    ],
)
def test_a_response_answers_the_demands_that_its_own_words_take_up(answer: str, to: tuple[str, ...]) -> None:
    demand = "The union set two demands: a halt to automation until 2028, and a guarantee of 1,200 jobs."
    raw = Raw(f"Talks at the port\n\n14 October 2026\n\n{demand}\n\n{answer}\n")
    made = compose(raw, text_file="a.txt", tool="briefgen draft", version="1", today=date(2026, 11, 5)).article

    assert [response.to for response in made.responses] == [to]


@pytest.mark.parametrize(
    ("demand", "label"),
    [
        ("The union demanded back pay for overtime worked since March.", "back pay for overtime"),
        (
            "The union said it would not accept anything that puts a date on dismissals.",
            "would not accept anything that puts a date on dismissals",
        ),
    ],
)
def test_a_label_ends_where_a_phrase_ends(demand: str, label: str) -> None:
    raw = Raw(f"Talks at the port\n\n14 October 2026\n\n{demand}\n")
    made = compose(raw, text_file="a.txt", tool="briefgen draft", version="1", today=date(2026, 11, 5)).article

    assert [position.label for position in made.positions] == [label]


def test_a_report_that_is_relayed_is_a_source_that_nobody_read(article: Article) -> None:
    own, relayed = article.sources

    assert (own.id, own.derived_from, own.role, own.seen) == ("s1", ("s2",), "secondary", True)
    assert (relayed.container_title, relayed.seen) == ("Bloomberg", False)
    call = next(event for event in article.timeline if "call" in event.text)
    assert call.attribution is not None
    assert (call.attribution.reported_by, call.attribution.via) == ("s2", "s1")


def test_an_undated_article_is_dated_by_its_bounds_and_weekdays_by_those(article: Article) -> None:
    source = article.sources[0]
    call = next(event for event in article.timeline if "call" in event.text)

    assert source.issued_range is not None
    assert (str(source.issued_range.earliest), str(source.issued_range.latest)) == ("2025-03-08", "2025-03-14")
    assert (str(call.date), call.date_text, call.inferred, call.status) == ("2025-03-15", "Saturday", True, "scheduled")


def test_words_of_caution_are_kept_as_they_are(article: Article) -> None:
    (forecast,) = article.background

    assert (forecast.kind, forecast.hedge) == ("source-judgement", "have hinted")
    assert forecast.attribution is not None
    assert (forecast.attribution.said_by, forecast.attribution.named) == (("french-officials",), "unnamed")


def test_quotations_keep_their_marks_apart_and_their_speakers(article: Article) -> None:
    assert [(quote.text, quote.speaker, quote.extent) for quote in article.quotes] == [
        ("maximalist demands", None, "fragment"),
        ("deliberately excessive", "western-security-officials", "fragment"),
        ("coalition of the willing", None, "fragment"),
        ("I’m finding it more difficult, frankly, to deal with Tarsia", "ivan-petrov", "full"),
    ]


def test_gaps_are_named(article: Article) -> None:
    texts = [gap.text for gap in article.gaps]

    assert texts[0].startswith(
        "The article gives no date of publication. It must lie between 2025-03-08 and 2025-03-14"
    )
    assert [text for text in texts[1:] if "announces" not in text] == [
        "The article names no outlet.",
        "All statements rest on a single article.",
        "Bloomberg is relayed and was not read.",
        "Some who speak are not named: Western security officials.",
        "Whose words some quotations are is not stated: q1, q3.",
        "Some events to come have no date: t1.",
    ]


def test_what_was_unsure_is_for_review(drafted: Drafted) -> None:
    remarks = {review.path: review.text for review in drafted.reviews}

    assert remarks["positions[0]"] == "whose demand it is was told from the sentence that announces the list"
    assert remarks["quotes[0]"] == "the text does not say whose words these are"
    assert remarks["timeline[1]"].startswith("2025-03-15 was worked out")


def test_a_promise_says_how_firm_it_is() -> None:
    text = (
        "The council of Norrey demanded more ferries.\n\n"
        "Japan pledged $2 million. Spain is sending two ships. Italy has delivered three ships. "
        "France will help only if the port is mended, and has offered ten boats if it is."
    )
    made = compose(Raw(text), text_file="a", tool="t", version="1", today=date(2026, 1, 5)).article

    assert [(one.actor, one.action, one.commitment) for one in made.responses] == [
        ("japan", "commits", "pledged"),
        ("spain", "supplies", "planned"),
        ("italy", "supplies", "delivered"),
        ("france", "commits", "conditional"),
    ]


def test_a_quotation_of_the_same_speaker_is_further_evidence() -> None:
    text = "Mayor Ann Lee welcomed the plan.\n\n“We have waited for it since the spring of last year,” Lee said."

    made = compose(Raw(text), text_file="a", tool="t", version="1", today=date(2026, 1, 5)).article

    assert [[one.exact for one in response.evidence] for response in made.responses] == [text.split("\n\n")]


@pytest.mark.parametrize(
    ("sentence", "date_text"),
    [
        ("Mediator Ilse Faro said talks would resume on 19 October.", "19 October"),
        ("A court is due to rule on 23 October on the request.", "23 October"),
        ("The council is to announce on 23 October whether it opens the port.", "23 October"),
        ("Faro said in a statement on Monday that talks will resume.", ""),
    ],
)
def test_an_event_takes_its_own_date_and_not_that_of_who_said_so(sentence: str, date_text: str) -> None:
    raw = Raw(f"Talks at the port\n\n14 October 2026\n\nThe port is shut.\n\n{sentence}\n")
    made = compose(raw, text_file="a.txt", tool="briefgen draft", version="1", today=date(2026, 11, 5)).article

    assert [event.date_text for event in made.timeline] == [date_text]


@pytest.mark.parametrize(
    "sentence",
    [
        "A court is due to rule on 23 October on the mayor's request to declare the strike unlawful.",
        "Orland, whose exporters ship a third of their goods through the port, is watching.",
    ],
    ids=["a demand whose owner nobody knows", "what people are"],
)
def test_nobody_is_made_to_demand_or_answer(sentence: str) -> None:
    raw = Raw(f"Talks at the port\n\n14 October 2026\n\nThe port is shut.\n\n{sentence}\n")
    made = compose(raw, text_file="a.txt", tool="briefgen draft", version="1", today=date(2026, 11, 5)).article

    assert ([one.text for one in made.positions], [one.summary for one in made.responses]) == ([], [])
