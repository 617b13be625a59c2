"""Who makes the memo: how each contender is started, where its files are, and what it needs."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import assert_never

from benchmarks.contenders import briefgen_command, libreoffice_conversion, pandoc_markdown

import briefgen


@dataclass(frozen=True, slots=True)
class InPython:
    """A function of a module beside this one, called in a new process."""

    module: str
    function: str


@dataclass(frozen=True, slots=True)
class Program:
    """A program that is no module of Python: its command for one memo, and for many in one process."""

    one: Callable[[str, str], list[str]]
    many: Callable[[tuple[str, ...], str], list[str]] | None = None


Way = InPython | Program


@dataclass(frozen=True, slots=True)
class Package:
    """A Python package that a contender needs."""

    name: str
    install: str = "pip install --group benchmarks"

    def version(self) -> str:
        """Give its version; empty where it is missing."""
        try:
            return version(self.name)
        except PackageNotFoundError:
            return ""


@dataclass(frozen=True, slots=True)
class Own:
    """briefgen itself, which is there."""

    name: str = "briefgen"
    install: str = ""

    def version(self) -> str:
        """Give its version."""
        return briefgen.__version__


@dataclass(frozen=True, slots=True)
class System:
    """A program that a contender needs."""

    name: str
    path: Callable[[], str]
    install: str

    def version(self) -> str:
        """Give its version; empty where it is missing."""
        if not self.path():
            return ""
        said = subprocess.run([self.path(), "--version"], capture_output=True, text=True, check=True).stdout.split()
        return next((word for word in said if word[0].isdigit()), "of no version")


Need = Own | Package | System


@dataclass(frozen=True, slots=True)
class Contender:
    """One way to make the memo."""

    name: str
    makes: tuple[str, ...]
    """Formats; none for a program that only starts."""
    cold: Way | None
    warm: Way | None
    files: str
    """Where it writes, as a pattern below the folder of the memo."""
    need: Need
    grows: bool = True
    """Whether it stands in the curves."""

    @property
    def is_missing(self) -> bool:
        """Whether what it needs is not installed."""
        return not self.need.version()


def command(way: Way, memo: str, kit: str) -> list[str]:
    """Give the command for one memo."""
    match way:
        case InPython(module, function):
            return _python("cold", module, function, kit, memo)
        case Program(one):
            return one(memo, kit)
        case _:
            assert_never(way)


def command_for_many(way: Way, memos: tuple[str, ...], kit: str) -> list[str]:
    """Give the command for many memos in one process; `ValueError` for a program that makes one at a time."""
    match way:
        case InPython(module, function):
            return _python("warm", module, function, kit, *memos)
        case Program(_, many):
            if many is None:
                raise ValueError("it makes one memo at a time")
            return many(memos, kit)
        case _:
            assert_never(way)


def _python(how: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", f"from benchmarks.child import {how}; {how}()", *arguments]


_BRIEFGEN = Own()
_PANDOC = System("pandoc", pandoc_markdown.program, "pip install --group benchmarks, or apt install pandoc")
OFFICE = System("LibreOffice", libreoffice_conversion.program, "apt install libreoffice-writer-nogui")
_REPORTLAB, _DOCX, _DOCXTPL = Package("reportlab"), Package("python-docx"), Package("docxtpl")
_TYPST, _WEASYPRINT = Package("typst"), Package("weasyprint")


def _by(name: str, kind: str, module: str, function: str, need: Need) -> Contender:
    way = InPython(module, function)
    return Contender(name, (kind,), way, way, f"{module}-{function}.{kind}", need)


def _ours(name: str, makes: tuple[str, ...], function: str, *, cold: bool = True) -> Contender:
    one = Program(briefgen_command.made(",".join(makes))) if cold else None
    return Contender(
        name, makes, one, InPython("briefgen_pipeline", function), "out/*.*", _BRIEFGEN, grows=len(makes) == 1 and cold
    )


def _starting(name: str, one: Callable[[str, str], list[str]]) -> Contender:
    return Contender(name, (), Program(one), None, "", _BRIEFGEN, grows=False)


def _bare(memo: str, kit: str) -> list[str]:  # noqa: ARG001 - the same for all contenders
    return [sys.executable, "-c", "pass"]


BARE = _starting("bare Python", _bare)
HELP = _starting("briefgen --help", briefgen_command.started("--help"))
VERSION = _starting("briefgen --version", briefgen_command.started("--version"))
PDF = _ours("briefgen, PDF", ("pdf",), "pdf")
WORD = _ours("briefgen, Word", ("docx",), "word")
BOTH = _ours("briefgen, both", ("pdf", "docx"), "both")
ALL_AUDIENCES = _ours("briefgen, both for all audiences", ("pdf", "docx"), "all_audiences", cold=False)
PDF_WRITING = _by("briefgen, PDF, writing alone", "pdf", "briefgen_writing", "pdf", _BRIEFGEN)
WORD_WRITING = _by("briefgen, Word, writing alone", "docx", "briefgen_writing", "word", _BRIEFGEN)
REPORTLAB = _by("ReportLab by hand", "pdf", "reportlab_by_hand", "pdf", _REPORTLAB)
PYTHON_DOCX = _by("python-docx by hand", "docx", "python_docx_by_hand", "word", _DOCX)
TYPST_TAGGED = _by("Typst, PDF/UA-1", "pdf", "typst_markup", "tagged", _TYPST)

PEERS = (
    REPORTLAB,
    _by("Typst", "pdf", "typst_markup", "pdf", _TYPST),
    TYPST_TAGGED,
    _by("WeasyPrint", "pdf", "weasyprint_page", "pdf", _WEASYPRINT),
    _by("WeasyPrint, PDF/UA-1", "pdf", "weasyprint_page", "tagged", _WEASYPRINT),
    Contender(
        "LibreOffice, from Word",
        ("pdf",),
        Program(libreoffice_conversion.one),
        Program(libreoffice_conversion.one, libreoffice_conversion.many),
        "by-hand.pdf",
        OFFICE,
    ),
    PYTHON_DOCX,
    _by("docxtpl", "docx", "docxtpl_template", "word", _DOCXTPL),
    Contender(
        "pandoc, from Markdown",
        ("docx",),
        Program(pandoc_markdown.one),
        Program(pandoc_markdown.one, pandoc_markdown.many),
        "pandoc.docx",
        _PANDOC,
    ),
)
PDF_UNTAGGED = _ours("briefgen, PDF without tags, nor reading back", ("pdf",), "pdf_untagged", cold=False)
PDF_UNREAD = _ours("briefgen, PDF without reading back", ("pdf",), "pdf_unread", cold=False)
PDF_UNCHECKED = _ours("briefgen, PDF without checks", ("pdf",), "pdf_unchecked", cold=False)
WORD_UNREAD = _ours("briefgen, Word without reading back", ("docx",), "word_unread", cold=False)
WORD_UNCHECKED = _ours("briefgen, Word without checks", ("docx",), "word_unchecked", cold=False)
WITHOUT = (PDF_UNTAGGED, PDF_UNREAD, PDF_UNCHECKED, WORD_UNREAD, WORD_UNCHECKED)
"""briefgen with one of its duties left out."""
WRITING = (PDF_WRITING, WORD_WRITING)
CONTENDERS = (BARE, HELP, VERSION, PDF, WORD, BOTH, ALL_AUDIENCES, *WITHOUT, *WRITING, *PEERS)
