"""Cores are those that this process may use."""

import os
from pathlib import Path

import pytest

from briefgen.desk.cores import cores

BOUND = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@pytest.mark.parametrize(
    ("granted", "expected"),
    [
        (None, BOUND),
        ("max 100000", BOUND),
        ("100000 100000", 1),
        ("50000 100000", 1),
        ("99900000 100000", BOUND),
        ("", BOUND),
    ],
    ids=["no container", "no limit", "one core", "half a core", "more than there are", "nothing readable"],
)
def test_a_container_may_grant_fewer(tmp_path: Path, granted: str | None, expected: int) -> None:
    path = tmp_path / "cpu.max"
    if granted is not None:
        path.write_text(granted, encoding="ascii")

    assert cores(path) == expected
