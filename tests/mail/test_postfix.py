"""Once against the server that half of the world runs."""

import time

import pytest
from support.letters import PDF, Posting, letter
from support.mail_servers import House
from support.postfix import postfix

from briefgen.mail.guard import unfit

R0, R1, NOBODY = "r0@example.org", "r1@example.org", "nobody@example.org"


@pytest.mark.slow
def test_postfix_gets_everything_once(own_house: House, post: Posting) -> None:
    with postfix(own_house) as server:
        sent = post(server.port, security="STARTTLS", timeout=10, final_timeout=30)
        with sent.open() as outbox, sent.sender(outbox) as sender:
            features = sender.open().features
        written = [letter(R0), letter(NOBODY), letter(R1)]
        found = sent.send(*written)
        again = sent.send(*written)
        group = sent.send(letter(R0, R1, NOBODY, content="c2"))
        until = time.monotonic() + 20
        while (len(server.letters("r0")), len(server.letters("r1"))) != (2, 2) and time.monotonic() < until:
            time.sleep(0.1)
        boxes = [server.letters("r0"), server.letters("r1")]

    assert [(state, code) for state, code, _ in found.values()] == [
        ("accepted", 250),
        ("refused", 550),
        ("accepted", 250),
    ]
    assert found[NOBODY][2].endswith("User unknown in virtual mailbox table")
    assert again == found
    assert [len(box) for box in boxes] == [2, 2]
    assert (group[R0][0], group[NOBODY][0], features.size) == ("accepted", "refused", 200_000)
    assert [notice.code for notice in unfit([letter(R0)], features, limit=0)] == []
    assert all(PDF[:4] not in data and b"JVBERi0xLjc" in data for box in boxes for data in box)
