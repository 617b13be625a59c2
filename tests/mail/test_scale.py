"""Ten thousand recipients: what is enclosed is kept once, and memory does not grow with it."""

import os
import ssl
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.articles import SMALL
from support.letters import Clock
from support.mail_servers import House, answers, office, scripted

from briefgen.mail.outbox import FILE, looked_into

COUNT, SENT = 10_000, 300
SETTINGS = """\
[project]
formats = ["html"]
[mail]
sender = "desk@example.org"
host = "localhost"
port = {port}
security = "{security}"
ca_file = "{ca_file}"
retry_after = []
[mail.markings]
OFFICIAL = ["example.org"]
[audience.minister]
recipients = ["list.csv"]
"""


MEASURED = """\
import atexit, re, sys
from pathlib import Path
from briefgen.cli.main import main
most = lambda: re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]
atexit.register(lambda: print(most(), file=sys.stderr))
main()
"""
"""The most memory since the program began: what `wait4` tells counts what the test itself had before."""


def run(folder: Path, *options: str) -> tuple[int, float, int]:
    """Run `briefgen send`; tell its status, the seconds it took and the bytes it needed at most."""
    command = [sys.executable, "-c", MEASURED, "-C", str(folder), "send", "--yes", "--quiet", *options]
    begun = time.monotonic()
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    return done.returncode, time.monotonic() - begun, int(done.stderr.splitlines()[-1]) * 1024


@pytest.mark.slow
def test_ten_thousand_are_queued_at_once_and_sent_one_by_one(
    own_house: House, tls: ssl.SSLContext, tmp_path: Path
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "annex.pdf").write_bytes(os.urandom(100_000))
    rows = (f"r{number}@example.org;Person {number};annex.pdf\r\n" for number in range(COUNT))
    (tmp_path / "list.csv").write_text("\ufeffE-mail; Name;Attachments\r\n" + "".join(rows), encoding="utf-8")

    def settle(port: int, security: str) -> None:
        settings = SETTINGS.format(port=port, security=security, ca_file=own_house.ca_file)
        (tmp_path / "briefgen.toml").write_text(settings, encoding="utf-8")

    with scripted(answers(mail="421 4.7.0 not now"), tls) as busy:
        settle(busy.port, "SSL/TLS")
        queued, seconds, most = run(tmp_path)
    with office(own_house.server_context()) as server:
        settle(server.port, "STARTTLS")
        sent, sending, most_sending = run(tmp_path, "--resume", "--limit", str(SENT))

    with looked_into(tmp_path / "outbox", Clock()) as outbox:
        assert outbox is not None
        states = [one.state for one in outbox.deliveries()]
    assert (queued, sent, len(states)) == (3, 0, COUNT)
    assert (states.count("accepted"), len(server.taken)) == (SENT, SENT)
    assert max(most, most_sending) < 200_000_000, "the annexes alone are a thousand million bytes"
    assert (tmp_path / "outbox" / FILE).stat().st_size < 100_000_000
    print(f"queued in {seconds:.1f} s, sent {SENT / sending:.0f}/s, {max(most, most_sending) / 1e6:.0f} MB")  # noqa: T201
