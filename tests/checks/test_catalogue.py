"""Planted faults are found, and clean records are left alone."""

from pathlib import Path

import pytest
from support.catalogue import CLEAN, Fault, checked, faults

FAULTS = faults()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: f"{one.base}-{one.number}-{one.what.replace(' ', '-')}")
def test_a_planted_fault_is_found_by_the_check_that_should(fault: Fault) -> None:
    assert fault.expected in (fault.found or ("nothing",))


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_clean_record_has_no_finding(path: Path) -> None:
    assert checked(path) == ()


def test_the_catalogue_is_large_enough() -> None:
    assert (len(FAULTS) >= 60, len({fault.base for fault in FAULTS}) >= 3, len(CLEAN) >= 10) == (True, True, True)
