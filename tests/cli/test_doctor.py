"""`doctor` tells which checkers and programs are here, and how to get the others."""

import subprocess
from collections.abc import Callable

import pytest

from briefgen import __version__
from briefgen.standards import CHECKERS, VERAPDF

Run = Callable[..., subprocess.CompletedProcess[str]]


def checkers(told: str) -> list[str]:
    """Give the lines about checkers."""
    return told.partition("Checkers of standards\n")[2].partition("\n\n")[0].splitlines()


def test_every_checker_is_named_with_its_version_or_the_way_to_it(briefgen: Run) -> None:
    done = briefgen("doctor")

    expected = []
    for checker in CHECKERS:
        expected.append(f"  {checker.name:<14} {checker.version() or 'missing'}: proves {checker.proves}")
        if not checker.version():
            expected.append(f"  {'':<14} to get it: {checker.how_to_get}")
    assert (done.returncode, done.stderr, checkers(done.stdout)) == (0, "", expected)
    assert done.stdout.startswith(f"briefgen {__version__}, Python ")


def test_without_java_vera_pdf_is_of_no_use(briefgen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    told = briefgen("doctor").stdout

    assert checkers(told)[:2] == [
        "  veraPDF        missing: proves the PDF standards that a file claims: PDF/UA and PDF/A",
        f"                 to get it: {VERAPDF.how_to_get}",
    ]
    assert "  soffice        missing: LibreOffice, which counts the pages of a Word file and makes PDFs from" in told
