"""Who is to get a memo is decided by what the ledger knows of them."""

from dataclasses import replace

import pytest
from support.letters import Clock, contents, letter

from briefgen.mail.addresses import Mailbox
from briefgen.mail.outbox import Delivery, State, temporary
from briefgen.mail.plan import decide, newest_of_each, recipient_of
from briefgen.mail.recipients import Recipient

JO = Recipient(Mailbox("jo@example.org"))


def delivered(state: State, content: str = "c1", edition: str = "ferry-talks@1") -> Delivery:
    outbox = temporary(Clock())
    outbox.queue([letter("jo@example.org", content=content, edition=edition)], contents)
    outbox.settle([1], state)
    return outbox.deliveries()[0]


SAME: dict[State, str] = {
    "queued": "queued",
    "deferred": "queued",
    "replaced": "queued",
    "accepted": "has it",
    "refused": "refused",
    "unknown": "unknown",
}


@pytest.mark.parametrize("state", SAME)
def test_the_same_memo_never_goes_twice(state: State) -> None:
    (item,) = decide([(JO, "c1")], [delivered(state)])

    assert item.choice == SAME[state]


@pytest.mark.parametrize("state", ["refused", "unknown"])
def test_what_failed_goes_again_when_somebody_says_so(state: State) -> None:
    (item,) = decide([(JO, "c1")], [delivered(state)], retry=(state,))

    assert item.choice == "queued"


def test_somebody_without_any_edition_gets_it() -> None:
    (item,) = decide([(JO, "c1")], [])

    assert (item.choice, item.earlier) == ("new", None)


OTHER: dict[State, str] = {
    "accepted": "replaces",
    "unknown": "replaces",
    "refused": "new",
    "queued": "new",
    "replaced": "new",
}


@pytest.mark.parametrize("state", OTHER)
def test_a_changed_memo_replaces_what_they_have_or_may_have(state: State) -> None:
    (item,) = decide([(JO, "c2")], [delivered(state)])

    assert item.choice == OTHER[state]


@pytest.mark.parametrize(
    ("update_type", "choice"), [("major", "replaces"), ("minor", "minor change"), ("republish", "minor change")]
)
def test_minor_changes_are_not_sent_again(update_type: str, choice: str) -> None:
    (item,) = decide([(JO, "c2")], [delivered("accepted")], update_type=update_type)

    assert item.choice == choice


def test_the_last_edition_that_was_accepted_counts() -> None:
    history = [
        delivered("accepted"),
        replace(delivered("accepted", "c2", "ferry-talks@2"), id=2),
        replace(delivered("refused", "c3", "ferry-talks@3"), id=3),
    ]

    assert [one.edition for one in newest_of_each(history, "")] == ["ferry-talks@2"]
    assert [one.edition for one in newest_of_each(history, "1")] == []
    assert [one.edition for one in newest_of_each(history, "2")] == ["ferry-talks@2"]


def test_who_got_a_letter_is_known_from_it() -> None:
    written = letter("jo@example.org", to=(Mailbox("jo@example.org", "Jo"),), fields=(("unit", "Ports"),))

    assert recipient_of(delivered("accepted"), written).fields == (("unit", "Ports"),)
