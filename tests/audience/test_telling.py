"""A statement is printed with everything its reader must know of it: speaker, caution, source, date."""

from decimal import Decimal

import pytest
from markupsafe import Markup
from support.samples import SHELF

from briefgen.article.dates import parse_when
from briefgen.audience.bibliography import described
from briefgen.audience.dating import amount, dated, dated_item
from briefgen.audience.entries import entry
from briefgen.audience.phrases import cite, linked, marked
from briefgen.audience.telling import headed, judged, told
from briefgen.audience.view import Entry
from briefgen.audience.words import words
from briefgen.tongue import sentence

ENGLISH = words("en-GB", SHELF)
UNSEEN = entry("Bloomberg", id="b", container_title="Bloomberg", title="", seen=False)
SEEN = entry(
    "Gazette", id="g", container_title="The Gazette", title="Ferry", seen=True, issued=parse_when("2025-05-05")
)


def say(**fields: object) -> str:
    """Print a statement of these fields, without its sources."""
    return told(entry("statement", **fields), ENGLISH, lambda _: Markup(""))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"text": "fares are capped"}, "Fares are capped."),
        ({"text": "Fares “rise”."}, "Fares “rise”."),
        ({"summary": "They meet", "text": "ignored"}, "They meet."),
        ({"text": "Up to 30 come", "hedge": "up to"}, "Up to 30 come."),
        ({"text": "Thirty come", "hedge": "up to 30"}, "Thirty come. The source says “up to 30”."),
        ({"text": "It “may” be", "hedge": '"may" be'}, "It “may” be."),
        (
            {"text": "It is so", "attribution": entry("a", named="unnamed", said_by=("clerks",), reported_by=None)},
            "It is so. (Clerks, not named.)",
        ),
        (
            {"text": "Clerks say so", "attribution": entry("a", named="unnamed", said_by=("clerks",), reported_by="")},
            "Clerks say so. (Not named by the source.)",
        ),
        (
            {"text": "It is so", "attribution": entry("a", named="named", reported_by=UNSEEN)},
            "It is so. (Reported by Bloomberg, not seen by us.)",
        ),
        ({"text": "It is so", "attribution": entry("a", named="named", reported_by=SEEN)}, "It is so."),
        (
            {"text": "It is so", "disputed_by": (entry("d", actor="Council", text="it is not"),)},
            "It is so. Council disputes this: it is not.",
        ),
        (
            {"text": "It is so", "disputed_by": (entry("d", actor="Council", text=""),)},
            "It is so. Council disputes this.",
        ),
        (
            {"text": "", "actor": "Council", "stance": "demands", "evidence": (entry("e", exact="no more than 12"),)},
            "Council demands: “no more than 12”.",
        ),
        ({"text": "", "actor": "Port", "action": "supports", "evidence": ()}, "Port supports."),
    ],
    ids=[
        "sentence",
        "quoted end",
        "summary first",
        "hedge kept",
        "hedge lost",
        "hedge in other marks",
        "unnamed",
        "unnamed and said",
        "unseen report",
        "seen report",
        "disputed",
        "only disputed",
        "quoted for want of words",
        "nothing but an action",
    ],
)
def test_a_statement_is_told_with_what_must_not_be_lost(fields: dict[str, object], expected: str) -> None:
    assert say(**fields) == expected


def test_a_judgement_carries_its_name() -> None:
    assert judged(entry("j", text="It is likely", by="Sample desk"), ENGLISH) == "It is likely. (Sample desk)"


@pytest.mark.parametrize(("said", "expected"), [("", ""), ("why?", "Why?"), ("so:", "So:"), (" x ", "X.")])
def test_a_sentence_begins_and_ends_as_one(said: str, expected: str) -> None:
    assert sentence(said) == expected


@pytest.mark.parametrize(
    ("how", "expected"),
    [("numbers", " [@g]"), ("words", " (The Gazette, 5 May 2025)"), ("none", "")],
)
def test_sources_are_cited_as_the_audience_wants(how: str, expected: str) -> None:
    item = entry("s", evidence=(entry("e", source=SEEN), entry("e", source=SEEN), entry("e", source="")))
    ways = {"numbers": "numbers", "words": "words", "none": "none"}

    assert cite(item, how=ways[how], words=ENGLISH) == expected  # type: ignore[arg-type] # one of the words for it


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2025-03-07", "en-GB", "7 March 2025"),
        ("2025-03-07", "en-US", "March 7, 2025"),
        ("2025-03", "en-GB", "March 2025"),
        ("2025", "en-GB", "2025"),
        ("2025-03-07~", "en-GB", "about 7 March 2025"),
        ("2025-03-07?", "en-GB", "7 March 2025 \\(uncertain)".replace("\\", "")),
        ("2025-03-07T14:30+01:00", "en-GB", "7 March 2025, 14:30 UTC+01:00"),
        ("2025-03-07T14:30Z", "en-GB", "7 March 2025, 14:30 UTC"),
        ("2025-03-08/2025-03-14", "en-GB", "8 March 2025 to 14 March 2025"),
        ("2025-03-08/..", "en-GB", "from 8 March 2025"),
        ("../2025-03-08", "en-GB", "until 8 March 2025"),
    ],
)
def test_dates_are_printed_in_words_with_their_machine_form(text: str, language: str, expected: str) -> None:
    assert dated(parse_when(text), words(language, SHELF)) == f'[{expected}]{{value="{text}"}}'


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"date": parse_when("2025-03-15")}, '[Saturday 15 March 2025]{value="2025-03-15"}'),
        (
            {"date": parse_when("2025-03-15"), "inferred": True},
            '[Saturday 15 March 2025]{value="2025-03-15"} (date inferred)',
        ),
        ({"date": None, "date_text": "Saturday"}, "Saturday"),
        ({"date": None, "date_text": ""}, "Date not given"),
    ],
    ids=["day", "inferred", "in the source's words", "unknown"],
)
def test_an_event_is_dated_as_far_as_it_can_be(fields: dict[str, object], expected: str) -> None:
    assert dated_item(entry("event", **fields), ENGLISH) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": Decimal(180000), "unit": "cubic metres"}, "180,000 cubic metres"),
        ({"value": Decimal("18.40"), "currency": "EUR"}, "€18.40"),
        ({"low": Decimal(40), "high": Decimal(55), "unit": "million crowns"}, "40 to 55 million crowns"),
        ({"high": Decimal(30), "unit": "countries", "approx": "up-to"}, "up to 30 countries"),
        ({"value": Decimal(3), "denominator": "per 100,000 people"}, "3 per 100,000 people"),
        ({}, ""),
    ],
    ids=["thousands", "currency", "range", "bound", "rate", "nothing"],
)
def test_quantities_are_printed_whole(fields: dict[str, object], expected: str) -> None:
    assert amount(entry("quantity", **fields), ENGLISH) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            entry(
                "s",
                type="article-newspaper",
                author=(entry("a", literal="", given="Ines", family="Marlow"), entry("a", literal="News desk")),
                title="Fish and timber",
                container_title="The Ledger",
                issued=parse_when("2025-06-04"),
                url="https://example.org/a_b",
            ),
            "Ines Marlow and News desk. “Fish and timber”. The Ledger, 4 June 2025. "
            r"[https\://example.org/a\_b](<https\://example.org/a\_b>)".replace(r"\:", ":"),
        ),
        (
            entry(
                "s",
                type="article-newspaper",
                title="",
                seen=True,
                issued=None,
                issued_range=entry("r", earliest=parse_when("2025-03-08"), latest=parse_when("2025-03-12")),
            ),
            "Newspaper article without title, author or outlet. Undated; inferred: 8 March 2025 to 12 March 2025.",
        ),
        (
            entry("s", type="article", title="", container_title="Bloomberg", seen=False, issued=None),
            "Article. Bloomberg. Known only through another source; not seen by us.",
        ),
        (
            entry("s", type="webpage", title="", publisher="Office", seen=True),
            "Web page without title or author. Office.",
        ),
    ],
    ids=["whole", "nameless", "unseen", "page"],
)
def test_a_source_is_described_with_what_is_not_known_of_it(source: Entry, expected: str) -> None:
    assert described(source, ENGLISH) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("desk@example.org", "[desk@example.org](<mailto:desk@example.org>)"),
        ("desk at example", "desk at example"),
        ("a<b>@example.org", r"a\<b>@example.org"),
    ],
)
def test_only_an_address_becomes_a_link(address: str, expected: str) -> None:
    assert linked(address) == expected


def test_a_mark_for_machines_holds_no_markup() -> None:
    assert marked("opposes", '55/75"}') == '[opposes]{value="55/75"}'


@pytest.mark.parametrize(
    ("label", "said", "others", "expected"),
    [
        ("guarantee of jobs", "1,200 jobs are kept", ("Port",), "**Guarantee of jobs** (Harbour Union)."),
        ("Guarantee of jobs", "1,200 jobs are kept", ("Harbour Union",), "**Guarantee of jobs.**"),
        ("Guarantee of jobs", "the union wants 1,200 jobs kept", ("Port",), "**Guarantee of jobs.**"),
        ("Jobs of the Harbour Union", "1,200", ("Port",), "**Jobs of the Harbour Union.**"),
    ],
    ids=["several-actors", "one-actor", "named-in-the-text", "named-in-the-label"],
)
def test_a_position_says_whose_it_is_where_the_list_is_of_several(
    label: str, said: str, others: tuple[str, ...], expected: str
) -> None:
    own = Entry({"label": label, "text": said, "actor": entry("Harbour Union")}, frozenset(), "p")
    items = (own, *(entry("p", actor=entry(name)) for name in others))

    assert headed(own, items, ENGLISH) == expected
