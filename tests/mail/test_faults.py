"""Whatever a server does, and whenever: nobody gets a message twice, and the ledger tells what is known."""

import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from support.letters import Posting, addresses, letter
from support.mail_servers import DROP, SILENCE, House, answers, first, office, scripted

from briefgen.errors import MailError
from briefgen.mail.connection import Credentials
from briefgen.mail.smtp import Lost

ONE = "r0@example.org"

REFUSED = {
    "at MAIL": ("mail", "550 5.7.1 no mail from you", "refused"),
    "at RCPT": ("rcpt", "550 5.1.1 no such user", "refused"),
    "at DATA": ("data", "554 5.6.0 no messages today", "refused"),
    "after the final dot": ("dot", "554 5.7.1 looks like spam", "refused"),
    "for now at MAIL": ("mail", "451 4.3.0 try later", "deferred"),
    "for now at RCPT": ("rcpt", "450 4.2.1 mailbox busy", "deferred"),
    "for now at DATA": ("data", "451 4.3.0 try later", "deferred"),
    "for now after the final dot": ("dot", "452 4.3.1 disk full here", "deferred"),
    "as too large at MAIL": ("mail", "552 5.3.4 message size exceeds limit", "refused"),
    "as too large after the final dot": ("dot", "552 5.3.4 message too big", "refused"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_a_refusal_is_kept_with_the_answer(case: tuple[str, str, str], post: Posting, tls: ssl.SSLContext) -> None:
    phase, answer, state = case

    with scripted(answers(**{phase: answer}), tls) as server:
        found = post(server.port).send(letter(ONE))

    code, _, text = answer.partition(" ")
    assert found == {ONE: (state, int(code), text)}
    assert server.taken == []


GONE, TIMED_OUT = "Connection unexpectedly closed", "Connection unexpectedly closed: The read operation timed out"
LOST = {
    "at MAIL": ("mail", DROP, "deferred", GONE),
    "at RCPT": ("rcpt", DROP, "deferred", GONE),
    "at DATA": ("data", DROP, "deferred", GONE),
    "in the middle of the content": ("content", DROP, "unknown", GONE),
    "after the final dot": ("dot", DROP, "unknown", GONE),
    "after it took the message": ("dot", f"{DROP} taken", "unknown", GONE),
    "by silence at MAIL": ("mail", SILENCE, "deferred", TIMED_OUT),
    "by silence at RCPT": ("rcpt", SILENCE, "deferred", TIMED_OUT),
    "by silence at DATA": ("data", SILENCE, "deferred", TIMED_OUT),
    "by silence after the final dot": ("dot", SILENCE, "unknown", TIMED_OUT),
    "by nonsense at RCPT": ("rcpt", "what?", "deferred", "the server spoke no SMTP"),
    "by nonsense after the final dot": ("dot", "what?", "unknown", "the server spoke no SMTP"),
    "by a yes where there is nothing to agree to": (
        "data",
        "250 ok",
        "deferred",
        "the server answered DATA with 250 ok",
    ),
}


@pytest.mark.parametrize("case", LOST.values(), ids=LOST)
def test_a_connection_is_lost(case: tuple[str, str, str, str], post: Posting, tls: ssl.SSLContext) -> None:
    phase, answer, state, why = case

    with scripted(answers(**{phase: answer}), tls) as server:
        sent = post(server.port)
        with pytest.raises(Lost):
            sent.send(letter(ONE))

    assert sent.states() == {ONE: (state, 0, why)}


def test_a_lost_message_is_not_sent_again_unless_somebody_says_so(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(first(f"{DROP} taken", "dot"), tls) as server:
        sent = post(server.port)
        with pytest.raises(Lost):
            sent.send(letter(ONE))
        again = sent.send(letter(ONE))
        told = sent.send(letter(ONE), retry=("unknown",))

    assert (again[ONE][0], told[ONE]) == ("unknown", ("accepted", 250, "2.0.0 queued"))
    assert server.recipients() == [ONE, ONE]
    one, other = ([line for line in taken.content.splitlines() if b"Message-ID" in line] for taken in server.taken)
    assert one == other


def test_what_was_deferred_is_tried_again_with_growing_patience(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(first("450 4.2.0 greylisted", "rcpt", times=2), tls) as server:
        sent = post(server.port, pace={"retry_after": (60, 300)})
        found = sent.send(letter(ONE))

    assert found == {ONE: ("accepted", 250, "2.0.0 queued")}
    assert sent.clock.slept == [60, 300]
    assert server.recipients() == [ONE]


def test_what_stays_deferred_waits_for_another_run(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(answers(rcpt="450 4.2.0 greylisted"), tls) as server:
        sent = post(server.port, pace={"retry_after": (60,)})
        found = sent.send(letter(ONE))

    with scripted(answers(), tls) as server:
        later = replace(sent, settings=replace(sent.settings, port=server.port)).send()

    assert (found[ONE], later[ONE]) == (("deferred", 450, "4.2.0 greylisted"), ("accepted", 250, "2.0.0 queued"))
    assert sent.clock.slept == [60, 60]


def test_a_clock_that_jumps_back_delays_nothing(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(first("450 4.2.0 greylisted", "rcpt", times=2), tls) as server:
        sent = post(server.port, pace={"retry_after": (60,)})
        sent.send(letter(ONE))
        sent.clock.moment -= timedelta(days=400)
        found = sent.send()

    assert found[ONE][0] == "accepted"
    assert sent.clock.slept == [60]


def test_a_busy_server_is_given_time(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(first("421 4.7.0 too many messages", "mail"), tls) as server:
        sent = post(server.port, pace={"retry_after": (60, 300)})
        found = sent.send(*(letter(address) for address in addresses(3)))

    assert {state for state, _, _ in found.values()} == {"accepted"}
    assert sorted(server.recipients()) == sorted(addresses(3))
    assert (sent.clock.slept, server.connections) == ([60, 60], 3)


def test_a_server_that_stays_busy_is_left_alone(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(answers(mail="421 4.7.0 too many messages"), tls) as server:
        sent = post(server.port)
        with pytest.raises(Lost, match="busy"):
            sent.send(*(letter(address) for address in addresses(3)))

    assert [state for state, _, _ in sent.states().values()] == ["deferred", "queued", "queued"]
    assert server.said.count("mail") == 1


def test_one_unknown_recipient_among_ten_hinders_none_of_the_others(post: Posting, tls: ssl.SSLContext) -> None:
    def answered(phase: str, said: str) -> str:
        return "550 5.1.1 no such user" if "<r4@" in said and phase == "rcpt" else answers()(phase, said)

    with scripted(answered, tls) as server:
        found = post(server.port).send(*(letter(address) for address in addresses(10)))

    assert [address for address, (state, _, _) in found.items() if state != "accepted"] == ["r4@example.org"]
    assert server.recipients() == [address for address in addresses(10) if address != "r4@example.org"]


def test_of_a_group_each_recipient_has_an_answer_of_its_own(post: Posting, tls: ssl.SSLContext) -> None:
    def answered(phase: str, said: str) -> str:
        refused = {"<r1@": "550 5.1.1 no such user", "<r2@": "450 4.2.1 mailbox busy"}
        hit = [answer for part, answer in refused.items() if part in said and phase == "rcpt"]
        return hit[0] if hit else answers()(phase, said)

    with scripted(answered, tls) as server:
        sent = post(server.port)
        first_time = sent.send(letter(*addresses(4)))
        with_time = sent.send()

    assert [state for state, _, _ in first_time.values()] == ["accepted", "refused", "deferred", "accepted"]
    assert with_time == first_time
    assert server.recipients() == ["r0@example.org", "r3@example.org"]


def test_a_slow_server_is_waited_for(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(answers(), tls, delay=0.05) as server:
        found = post(server.port).send(letter(ONE))

    assert found == {ONE: ("accepted", 250, "2.0.0 queued")}


def test_nobody_listening_leaves_all_queued(post: Posting) -> None:
    sent = post(1)

    with pytest.raises(Lost, match="localhost:1: connection refused"):
        sent.send(letter(ONE))

    assert sent.states() == {ONE: ("queued", 0, "")}


UNREACHED = {
    "that closes at once": ("greeting", DROP, "Connection unexpectedly closed"),
    "that says nothing": ("greeting", SILENCE, "timed out"),
    "that is full": ("greeting", "421 4.3.2 try later", "421 4.3.2 try later"),
    "that takes no mail": ("greeting", "554 5.3.2 no service", "554 5.3.2 no service"),
    "that leaves while saying hello": ("ehlo", DROP, "Connection unexpectedly closed"),
    "whose login is out of order": ("auth", "454 4.7.0 temporary failure", "454 4.7.0 temporary failure"),
}


@pytest.mark.parametrize("case", UNREACHED.values(), ids=UNREACHED)
def test_a_server(case: tuple[str, str, str], post: Posting, tls: ssl.SSLContext) -> None:
    phase, answer, why = case

    with scripted(answers(**{phase: answer}), tls) as server:
        sent = post(server.port, credentials=Credentials("desk", lambda: "secret"))
        with pytest.raises(Lost, match=why):
            sent.send(letter(ONE))

    assert (sent.states(), server.taken) == ({ONE: ("queued", 0, "")}, [])


def test_a_connection_that_is_lost_is_made_again_with_patience(post: Posting, tls: ssl.SSLContext) -> None:
    greetings = iter(["220 welcome", "421 4.3.2 try later", "421 4.3.2 try later"])
    ends = iter(["250 2.0.0 queued", DROP])

    def answered(phase: str, said: str) -> str:
        told = {"greeting": greetings, "mail": ends}.get(phase, iter(()))
        return next(told, answers()(phase, said))

    with scripted(answered, tls) as server:
        sent = post(server.port, pace={"retry_after": (5, 10, 20)})
        found = sent.send(*(letter(address) for address in addresses(3)))

    assert {state for state, _, _ in found.values()} == {"accepted"}
    assert (sent.clock.slept, sorted(server.recipients())) == ([5, 10, 20, 5], list(addresses(3)))


# --- whom to trust ---------------------------------------------------------------------------------


def context_of(own_house: House, fault: str) -> ssl.SSLContext:
    match fault:
        case "of a stranger":
            import trustme

            return replace(own_house, authority=trustme.CA()).server_context()
        case "that has expired":
            past = datetime.now(UTC) - timedelta(days=9)
            return own_house.server_context(not_before=past, not_after=past + timedelta(days=1))
        case "for another host":
            return own_house.server_context("mail.example.org")
        case _:
            raise ValueError(fault)


UNTRUSTED = {
    "of a stranger": "certificate verify failed|unable to get local issuer certificate",
    "that has expired": "certificate has expired",
    "for another host": "hostname mismatch",
}


@pytest.mark.parametrize("implicit", [True, False], ids=["from the start", "after STARTTLS"])
@pytest.mark.parametrize("fault", UNTRUSTED)
def test_no_message_goes_to_a_server_with_a_certificate(
    fault: str, post: Posting, own_house: House, *, implicit: bool
) -> None:
    offer = answers() if implicit else answers(ehlo="250-localhost\r\n250 STARTTLS")
    with scripted(offer, context_of(own_house, fault), implicit=implicit) as server:
        sent = post(server.port, security="SSL/TLS" if implicit else "STARTTLS")
        with pytest.raises(MailError, match=UNTRUSTED[fault]) as raised:
            sent.send(letter(ONE))

    assert raised.value.notices[0].code == "MAI22"
    assert (sent.states(), server.taken) == ({ONE: ("queued", 0, "")}, [])


def test_a_stripped_starttls_is_noticed_before_a_password_is_said(post: Posting) -> None:
    with scripted(answers(), None) as server:
        sent = post(server.port, security="STARTTLS", credentials=Credentials("desk", lambda: "secret"))
        with pytest.raises(MailError, match="localhost does not offer STARTTLS, though it should"):
            sent.send(letter(ONE))

    assert set(server.said) == {"ehlo"}


def test_a_refused_starttls_sends_nothing(post: Posting, tls: ssl.SSLContext) -> None:
    offer = answers(ehlo="250-localhost\r\n250 STARTTLS", starttls="454 4.7.0 no TLS now")
    with scripted(offer, tls, implicit=False) as server:
        sent = post(server.port, security="STARTTLS")
        with pytest.raises(Lost, match=r"454 4\.7\.0 no TLS now"):
            sent.send(letter(ONE))

    assert "mail" not in server.said


def test_a_server_that_speaks_no_tls_gets_nothing(post: Posting) -> None:
    with scripted(answers(), None) as server:
        sent = post(server.port)
        with pytest.raises(MailError, match="cannot be trusted"):
            sent.send(letter(ONE))

    assert server.taken == []


def test_unencrypted_mail_stays_on_this_machine(post: Posting) -> None:
    with scripted(answers(), None) as server:
        here = post(server.port, security="PLAIN").send(letter(ONE))
    with pytest.raises(MailError, match="unencrypted mail is for this machine alone"):
        post(25, security="PLAIN", host="smtp.example.org").send(letter("r1@example.org"))

    assert here[ONE][0] == "accepted"


def test_a_login_that_fails_in_the_middle_leaves_the_rest_queued(post: Posting, tls: ssl.SSLContext) -> None:
    given = iter(["235 2.7.0 welcome", "535 5.7.8 your password has expired"])
    dropped = iter(["250 2.0.0 queued", DROP])

    def answered(phase: str, said: str) -> str:
        match phase:
            case "auth":
                return next(given)
            case "mail":
                return next(dropped)
            case _:
                return answers()(phase, said)

    with scripted(answered, tls) as server:
        sent = post(server.port, credentials=Credentials("desk", lambda: "secret"), pace={"retry_after": (1,)})
        with pytest.raises(MailError, match=r"does not let desk in: 535 5\.7\.8 your password has expired"):
            sent.send(*(letter(address) for address in addresses(3)))

    assert [state for state, _, _ in sent.states().values()] == ["accepted", "deferred", "queued"]
    assert server.recipients() == [ONE]


# --- what is in a message ------------------------------------------------------------------------


def test_an_eight_bit_attachment_arrives_as_it_was(post: Posting, tls: ssl.SSLContext) -> None:
    from email import message_from_bytes
    from email.policy import default

    from support.letters import PDF

    with office(tls) as server:
        found = post(server.port, security="STARTTLS").send(letter(ONE))

    arrived = message_from_bytes(server.taken[0].content, policy=default)
    attached = [
        (part.get_filename(), part.get_content_type(), part.get_content()) for part in arrived.iter_attachments()
    ]
    assert (found[ONE][:2], attached) == (("accepted", 250), [("memo.pdf", "application/pdf", PDF)])
    assert all(byte < 128 for byte in server.taken[0].content)


def test_a_line_with_a_lone_dot_does_not_end_the_message(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(answers(), tls) as server:
        post(server.port).send(letter(ONE, text=".\n.\n..\nlast line\n"))

    assert b"\r\n\r\n.\r\n.\r\n..\r\nlast line\r\n" in server.taken[0].content


@pytest.mark.parametrize("offered", [True, False], ids=["with SMTPUTF8", "without SMTPUTF8"])
def test_a_local_part_outside_ascii(post: Posting, tls: ssl.SSLContext, *, offered: bool) -> None:
    from briefgen.mail.guard import unfit

    written = letter("jürgen@example.org")
    with office(tls, enable_SMTPUTF8=offered) as server:
        sent = post(server.port, security="STARTTLS")
        with sent.open() as outbox, sent.sender(outbox) as sender:
            notices = unfit([written], sender.open().features, limit=0)
        found = {} if notices else sent.send(written)

    if offered:
        assert (found["jürgen@example.org"][0], "SMTPUTF8" in server.options) == ("accepted", True)
    else:
        assert [notice.code for notice in notices] == ["SND13"]


def test_the_size_that_a_server_takes_is_known_before_anything_is_sent(post: Posting, tls: ssl.SSLContext) -> None:
    from briefgen.mail.guard import unfit

    with office(tls, data_size_limit=2000) as server:
        sent = post(server.port, security="STARTTLS")
        with sent.open() as outbox, sent.sender(outbox) as sender:
            notices = unfit([letter(ONE)], sender.open().features, limit=0)

    assert ["bytes, and the server takes 2,000" in notice.message for notice in notices] == [True]
    assert server.taken == []
