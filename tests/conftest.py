"""What every test shares: in CI a test that would be skipped fails, for nothing may be left out in silence."""

import os
from collections.abc import Generator
from typing import TypeVar

import pytest
from hypothesis import settings

os.environ["BRIEFGEN_CACHE"] = ""  # tests leave nothing in the folder of whoever runs them
settings.register_profile("briefgen", deadline=None)  # a busy machine is no fault of the example
settings.load_profile("briefgen")

R = TypeVar("R", pytest.CollectReport, pytest.TestReport)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _nothing_skipped_in_ci((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _nothing_skipped_in_ci((yield))


def _nothing_skipped_in_ci(report: R) -> R:
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"
    return report
