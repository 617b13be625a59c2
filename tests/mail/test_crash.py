"""Killed at any moment and started again: no address gets two, none is forgotten, and what is uncertain is unknown."""

import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.articles import SMALL
from support.letters import Clock, addresses, contents, letter
from support.mail_servers import House, office

from briefgen.mail.outbox import looked_into, opened

PEOPLE = addresses(50)
SETTINGS = """\
[project]
formats = ["html"]
[mail]
sender = "desk@example.org"
host = "localhost"
port = {port}
ca_file = "{ca_file}"
retry_after = []
[mail.markings]
OFFICIAL = ["example.org"]
[audience.minister]
recipients = {people}
"""


def project(folder: Path) -> Path:
    """Make a project with a record for fifty people."""
    (folder / "articles").mkdir(parents=True)
    (folder / "articles/a.yaml").write_text(SMALL, encoding="utf-8")
    return folder


def queued(folder: Path) -> Path:
    """Make a project whose outbox holds a letter for each of fifty people."""
    with opened(folder / "outbox", Clock()) as outbox:
        outbox.queue((letter(address) for address in PEOPLE), contents)
    return folder


def started(folder: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "briefgen", "-C", str(folder), "send", "--yes", "--quiet", *options]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def states(folder: Path) -> dict[str, str]:
    with looked_into(folder / "outbox", Clock()) as outbox:
        assert outbox is not None
        return {one.address: one.state for one in outbox.deliveries()}


def crashes(template: Path, house: House, kills: int, seed: int, options: tuple[str, ...]) -> list[set[str]]:
    """Kill a run of a copy of `template` and start it again, `kills` times; give who was unknown after each."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    doubtful: list[set[str]] = []
    whole = 0.0
    for number in range(kills + 1):
        folder = template.with_name(f"{template.name}-{seed}-{number}")
        shutil.copytree(template, folder)
        with office(house.server_context()) as server:
            settings = SETTINGS.format(port=server.port, ca_file=house.ca_file, people=list(PEOPLE))
            (folder / "briefgen.toml").write_text(settings, encoding="utf-8")
            begun = time.monotonic()
            running = started(folder, *options)
            if number:
                time.sleep(chance.uniform(0, whole))
                running.kill()
            running.wait()
            whole = whole or time.monotonic() - begun
            ended = started(folder, *options).wait()

            known, taken = states(folder), Counter(server.recipients())
        unknown = {address for address, state in known.items() if state == "unknown"}
        assert max(taken.values()) == 1, "an address got two"
        assert set(known) == set(PEOPLE), "an address is forgotten"
        assert set(known.values()) <= {"accepted", "unknown"}
        assert {address for address, state in known.items() if state == "accepted"} == set(taken) - unknown
        assert (len(unknown) <= 1, ended) == (True, 4 if unknown else 0)
        doubtful.append(unknown)
        shutil.rmtree(folder)
    return doubtful


@pytest.mark.slow
def test_two_hundred_runs_are_killed_at_a_random_moment_and_started_again(own_house: House, tmp_path: Path) -> None:
    template = queued(tmp_path / "queued")
    with ThreadPoolExecutor(2) as both:
        runs = [both.submit(crashes, template, own_house, 100, seed, ("--resume",)) for seed in (2025, 2026)]
        doubtful = [unknown for run in runs for unknown in run.result()]

    assert len(doubtful) == 202
    print(f"unknown after {sum(map(bool, doubtful))} of 200 kills")  # noqa: T201 - shown by `pytest -s`


@pytest.mark.slow
def test_runs_that_make_their_memos_are_killed_and_started_again(own_house: House, tmp_path: Path) -> None:
    doubtful = crashes(project(tmp_path / "made"), own_house, 12, 2027, ())

    assert len(doubtful) == 13
