"""Messages leave at the pace that was asked for, and an interrupted run leaves nothing to guess."""

import ssl

import pytest
from support.letters import Posting, addresses, letter
from support.mail_servers import answers, office, scripted

ONE = "r0@example.org"


def test_the_rate_is_kept(post: Posting, tls: ssl.SSLContext) -> None:
    with office(tls) as server:
        sent = post(server.port, security="STARTTLS", pace={"per_minute": 30})
        sent.send(*(letter(address) for address in addresses(4)))

    assert sent.clock.slept == [2, 2, 2]


def test_one_connection_carries_all(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(answers(), tls) as server:
        post(server.port).send(*(letter(address) for address in addresses(4)))

    assert (server.connections, server.said.count("mail"), server.said[-1]) == (1, 4, "quit")


@pytest.mark.parametrize(("phase", "state"), [("mail", "deferred"), ("dot", "unknown")])
def test_an_interrupted_run_settles_what_it_was_about(
    phase: str, state: str, post: Posting, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    import smtplib

    with scripted(answers(), tls) as server:
        sent = post(server.port)
        reply = smtplib.SMTP.getreply

        def interrupted(client: smtplib.SMTP) -> tuple[int, bytes]:
            answered = reply(client)
            if server.said[-1:] == ["mail" if phase == "mail" else "data"] and answered[0] == 250:
                raise KeyboardInterrupt
            return answered

        monkeypatch.setattr(smtplib.SMTP, "getreply", interrupted)
        with pytest.raises(KeyboardInterrupt):
            sent.send(letter(ONE), letter("r1@example.org"))

    assert sent.states() == {ONE: (state, 0, "briefgen was interrupted"), "r1@example.org": ("queued", 0, "")}
