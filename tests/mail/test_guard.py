"""Nothing leaves before everything is in order for everybody, and each reason is named."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from support.letters import Clock, addresses, contents, letter

from briefgen.mail.addresses import Mailbox
from briefgen.mail.dispatch import Dispatch
from briefgen.mail.guard import refusals, unfit
from briefgen.mail.outbox import temporary
from briefgen.mail.recipients import Recipient
from briefgen.mail.smtp import Features
from briefgen.notices import Notice, Place

NOW = datetime(2025, 5, 6, 9, tzinfo=UTC)
MARKINGS = {"OFFICIAL": ("example.org",)}
JO = Recipient(Mailbox("jo@example.org", "Jo Öst"), fields=(("unit", "Ports"),), place=Place("list.csv", 2))
FINE = Dispatch(
    record="ferry-talks",
    edition="ferry-talks@1",
    audience="minister",
    status="cleared",
    marking=("OFFICIAL",),
    enclosed=(("memo.pdf", 1000),),
    recipients=(JO,),
)


def codes(*dispatches: Dispatch, **others: Any) -> list[str]:
    values: dict[str, Any] = {"markings": MARKINGS, "words": 120, "now": NOW}
    return [notice.code for notice in refusals(dispatches, **(values | others))]


def with_(address: str, **fields: Any) -> tuple[Recipient, ...]:
    return (JO, Recipient(Mailbox(address), **fields))


def test_what_is_in_order_may_go() -> None:
    assert codes(FINE) == []


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "a draft": ({"status": "draft"}, "SND01"),
    "a record that was withdrawn": ({"status": "withdrawn"}, "SND01"),
    "a record that was superseded": ({"status": "superseded"}, "SND01"),
    "nothing attached": ({"enclosed": ()}, "SND03"),
    "an empty file": ({"enclosed": (("memo.pdf", 0),)}, "SND03"),
    "nobody to send to": ({"recipients": ()}, "SND04"),
    "a copy to somebody in a message for each": ({"recipients": with_("a@example.org", kind="cc")}, "SND05"),
    "files of their own in a message to a group": (
        {"bundling": "group", "recipients": with_("a@example.org", enclosures=("a.pdf",))},
        "SND05",
    ),
    "an address twice": ({"recipients": with_("JO@Example.org")}, "SND06"),
    "a domain outside those of the audience": ({"domains": ("desk.example.org",)}, "SND07"),
    "a domain it is not releasable to": ({"releasable_to": ("partner.example",)}, "SND08"),
    "an address it must not go to": ({"not_to": ("JO@example.org",)}, "SND09"),
    "a domain it must not go to": ({"not_to": ("example.org",)}, "SND09"),
    "a person it must not go to": ({"not_to": ("jo öst",)}, "SND09"),
    "an organisation it must not go to": ({"not_to": ("ports",)}, "SND09"),
    "an embargo": ({"embargo": NOW + timedelta(hours=1)}, "SND10"),
    "a marking with a caveat that nothing permits": ({"marking": ("OFFICIAL LEGAL",)}, "SND11"),
    "a second marking that nothing permits": ({"marking": ("OFFICIAL", "TLP:RED")}, "SND11"),
    "a marking that may not go to the domain": ({"recipients": with_("a@elsewhere.example")}, "SND11"),
    "too many words": ({"words": 121}, "SND14"),
    "a domain that looks like another": ({"recipients": with_("a@xn--exmple-4nf.org"), "marking": ()}, "MAI02"),
}


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN)
def test_it_is_stopped_by(case: tuple[dict[str, Any], str]) -> None:
    changed, code = case

    assert codes(replace(FINE, **changed)) == [code]


PERMITTED: dict[str, dict[str, Any]] = {
    "an issued record": {"status": "issued"},
    "no marking": {"marking": ()},
    "TLP:CLEAR": {"marking": ("TLP:CLEAR",)},
    "a domain below a permitted one": {"recipients": with_("a@ports.example.org")},
    "an embargo that is over": {"embargo": NOW - timedelta(hours=1)},
    "an audience that may have it under embargo": {"embargo": NOW + timedelta(hours=1), "under_embargo": True},
    "countries it is releasable to": {"releasable_to": ("NOR", "FIN")},
    "warnings": {"findings": (Notice("warning", "SRC01", "a source is old"),)},
}


@pytest.mark.parametrize("changed", PERMITTED.values(), ids=PERMITTED)
def test_it_is_not_stopped_by(changed: dict[str, Any]) -> None:
    assert codes(replace(FINE, **changed)) == []


def test_errors_of_checks_stop_it_and_are_all_named() -> None:
    findings = (Notice("error", "QUO01", "not in the source"), Notice("error", "UA01", "no title"))

    assert codes(replace(FINE, findings=findings)) == ["QUO01", "UA01", "SND02"]


def test_all_reasons_of_all_dispatches_come_at_once() -> None:
    other = replace(FINE, record="quota", edition="quota@1", status="draft", enclosed=())

    assert codes(replace(FINE, words=300), other) == ["SND14", "SND01", "SND03"]


def test_many_recipients_are_one_reason() -> None:
    many = tuple(Recipient(Mailbox(f"a{number}@elsewhere.example")) for number in range(10_000))
    (notice,) = refusals([replace(FINE, recipients=many)], markings=MARKINGS, words=120, now=NOW)

    assert notice.message == (
        "minister of ferry-talks@1: OFFICIAL may not go to: a0@elsewhere.example, a1@elsewhere.example, "
        "a2@elsewhere.example, a3@elsewhere.example, a4@elsewhere.example and 9,995 more"
    )


def test_nobody_gets_two_versions_of_different_marking() -> None:
    public = replace(FINE, audience="public", marking=())

    assert codes(FINE, public) == ["SND15"]
    assert codes(FINE, replace(public, marking=FINE.marking)) == []
    assert codes(FINE, replace(public, recipients=(Recipient(Mailbox("lee@example.org")),))) == []


def test_nor_one_today_and_the_other_tomorrow() -> None:
    outbox = temporary(Clock())
    outbox.queue([letter("jo@example.org")], contents)
    outbox.settle([1], "accepted", code=250)

    assert codes(replace(FINE, audience="public", marking=()), history=outbox.deliveries()) == ["SND15"]
    assert codes(FINE, history=outbox.deliveries()) == []
    assert codes(replace(FINE, marking=()), history=outbox.deliveries()) == []


LETTERS = [letter(address) for address in addresses(3)]


@pytest.mark.parametrize(
    ("features", "limit", "count"),
    [
        pytest.param(Features(0, utf8=False), 0, 0, id="no limit"),
        pytest.param(Features(100_000, utf8=False), 0, 0, id="within the server's limit"),
        pytest.param(Features(1000, utf8=False), 0, 3, id="beyond the server's limit"),
        pytest.param(Features(0, utf8=False), 1000, 3, id="beyond our own limit"),
        pytest.param(Features(100_000, utf8=False), 1000, 3, id="beyond the smaller of both"),
    ],
)
def test_letters_fit_the_server(features: Features, limit: int, count: int) -> None:
    assert [notice.code for notice in unfit(LETTERS, features, limit=limit)] == ["SND12"] * count
