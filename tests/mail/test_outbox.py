"""The ledger loses nothing: whoever kills, fills, damages or shares it."""

import os
import resource
import sqlite3
import ssl
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.letters import PDF, Clock, Posting, addresses, contents, letter
from support.mail_servers import answers, scripted

from briefgen.errors import OutputError
from briefgen.mail import ledger_schema
from briefgen.mail.outbox import FILE, looked_into, opened

ONE = "r0@example.org"


def states(folder: Path) -> dict[str, str]:
    with looked_into(folder, Clock()) as outbox:
        return {one.address: one.state for one in outbox.deliveries()} if outbox else {}


def filled(folder: Path) -> Path:
    """Make an outbox with one accepted and one queued letter."""
    with opened(folder, Clock()) as outbox:
        outbox.queue([letter(address) for address in addresses(2)], contents)
        outbox.begin([1], "envelope")
        outbox.begin([1], "data")
        outbox.settle([1], "accepted", code=250, answer="2.0.0 ok")
    return folder


def test_letters_and_files_come_back_as_they_were(tmp_path: Path) -> None:
    with opened(filled(tmp_path), Clock()) as outbox:
        kept = [outbox.letter(one.letter) for one in outbox.deliveries()]

        assert kept == [letter(address) for address in addresses(2)]
        assert outbox.contents(kept[0].enclosures[0].sha256) == PDF


def test_every_phase_is_written_before_and_after(tmp_path: Path) -> None:
    with opened(filled(tmp_path), Clock()) as outbox:
        told = [(state, phase, code) for _, state, phase, code, _ in outbox.events(1)]

    assert told == [("queued", "", 0), ("sending", "envelope", 0), ("sending", "data", 0), ("accepted", "", 250)]


def test_what_is_queued_twice_is_there_once(tmp_path: Path) -> None:
    with opened(tmp_path, Clock()) as outbox:
        counts = [outbox.queue([letter(ONE), letter(ONE.upper())], contents), outbox.queue([letter(ONE)], contents)]

    assert counts == [1, 0]


def test_a_newer_edition_takes_the_place_of_one_that_was_not_sent(tmp_path: Path) -> None:
    with opened(tmp_path, Clock()) as outbox:
        outbox.queue([letter(ONE, content="c1")], contents)
        outbox.queue([letter(ONE, content="c2")], contents)

        assert [(one.content, one.state) for one in outbox.deliveries()] == [("c1", "replaced"), ("c2", "queued")]


@pytest.mark.parametrize(("phase", "state"), [("envelope", "queued"), ("data", "unknown")])
def test_what_a_run_left_in_the_middle_is_decided_by_its_phase(phase: str, state: str, tmp_path: Path) -> None:
    with opened(tmp_path, Clock()) as outbox:
        outbox.queue([letter(ONE)], contents)
        outbox.begin([1], "envelope")
        if phase == "data":
            outbox.begin([1], "data")
    with opened(tmp_path, Clock()):
        pass

    assert states(tmp_path) == {ONE: state}


def test_either_all_letters_are_queued_or_none(tmp_path: Path) -> None:
    def failing(sha256: str) -> bytes:
        raise OSError(sha256)

    with opened(tmp_path, Clock()) as outbox, pytest.raises(OSError, match=r"[0-9a-f]{64}"):
        outbox.queue([letter(ONE, enclosures=()), letter("r1@example.org")], failing)

    assert states(tmp_path) == {}


def test_two_processes_cannot_both_send(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from briefgen.mail.outbox import opened\n"
        "with opened(Path(sys.argv[1]), None): print('in', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "in\n"
        with pytest.raises(OutputError, match=r"error MAI10 .*another briefgen is sending"), opened(tmp_path, Clock()):
            pass
        seen = states(tmp_path)
        other.communicate("")

    assert (seen, other.returncode) == ({}, 0)
    with opened(tmp_path, Clock()):
        pass


# --- damage ----------------------------------------------------------------------------------------


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def scribbled_over(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:4596] = b"\xff" * 500
    path.write_bytes(data)


def of_another_kind(path: Path) -> None:
    path.write_text("recipients: see Excel\n" * 200, encoding="utf-8")


def of_another_program(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE letter (id)")
    connection.commit()
    connection.close()


def test_a_letter_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    connection = sqlite3.connect(filled(tmp_path) / FILE)
    connection.execute("UPDATE letter SET kept = '{}'")
    connection.commit()
    connection.close()

    with pytest.raises(OutputError, match="error MAI12 ") as raised, looked_into(tmp_path, Clock()) as known:
        known.letter(1)  # type: ignore[union-attr] # there is one

    assert "letter 1 cannot be read" in str(raised.value)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders private by other means")
def test_the_outbox_is_its_owners_alone(tmp_path: Path) -> None:
    folder = filled(tmp_path / "outbox")

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [cut, emptied, scribbled_over, of_another_kind, of_another_program])
def test_a_damaged_ledger_is_an_error_and_stays_as_it_is(damage: Callable[[Path], None], tmp_path: Path) -> None:
    path = filled(tmp_path) / FILE
    damage(path)
    before = path.read_bytes()

    for _ in range(2):
        with pytest.raises(OutputError, match="error MAI12 ") as raised, opened(tmp_path, Clock()):
            pass
        with pytest.raises(OutputError, match="error MAI12 "), looked_into(tmp_path, Clock()):
            pass

    assert "nothing was changed in it" in raised.value.notices[0].hint
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = filled(tmp_path) / FILE
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    with pytest.raises(OutputError, match=r"error MAI13 .*written by a newer briefgen"), opened(tmp_path, Clock()):
        pass


def test_a_ledger_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / FILE
    connection = sqlite3.connect(path)
    connection.executescript(  # the first version, as it was
        f"{ledger_schema.STEPS[0]} PRAGMA user_version = 1; PRAGMA application_id = {ledger_schema.APPLICATION};"  # noqa: S608 - ours
        "INSERT INTO letter VALUES (1, '<a@example.org>', 'ferry-talks', 'ferry-talks@1', 'minister', 'c1', '{}');"
        "INSERT INTO delivery (letter, edition, audience, address, content, state, code, answer, changed) VALUES"
        " (1, 'ferry-talks@1', 'minister', 'r0@example.org', 'c1', 'accepted', 250, 'ok', '2025-05-06T09:00:00Z');"
    )
    connection.close()

    only_read = states(tmp_path)
    with opened(tmp_path, Clock()) as outbox:
        count = outbox.queue([letter(ONE), letter("r1@example.org")], contents)
        told = outbox.events(1)

    assert (only_read, count) == ({ONE: "accepted"}, 1)
    assert told == (("2025-05-06T09:00:00Z", "accepted", "", 250, "ok"),)


def test_a_read_only_ledger_sends_nothing(tmp_path: Path, post: Posting) -> None:
    path = filled(tmp_path / "outbox") / FILE
    data = bytearray(path.read_bytes())
    data[18] = 3  # a write version that SQLite does not know makes the file read-only, even for root
    path.write_bytes(data)

    with pytest.raises(OutputError, match=r"error MAI11 .*(readonly|locked|unable)"):
        post(1).send(letter(ONE))


def test_a_full_disk_stops_before_a_message_is_begun(post: Posting, tls: ssl.SSLContext) -> None:
    with scripted(answers(), tls) as server:
        sent = post(server.port)
        with sent.open() as outbox:
            outbox.queue([letter(address) for address in addresses(40)], contents)
        room = resource.getrlimit(resource.RLIMIT_FSIZE)
        log = (sent.folder / FILE).stat().st_size + 40_000
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (log, room[1]))
            with pytest.raises(OutputError, match="error MAI11 ") as raised:
                sent.send()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, room)

    found = [state for state, _, _ in sent.states().values()]
    accepted, unknown = found.count("accepted"), found.count("unknown")
    assert "nothing is sent twice" in raised.value.notices[0].hint
    assert 0 < accepted < 40
    assert (len(server.taken) - accepted, found.count("queued")) == (unknown, 40 - accepted - unknown)
    assert unknown <= 1
