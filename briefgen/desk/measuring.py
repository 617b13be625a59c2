"""How many pages a memo has once it is made: counted in the PDF, and in Word as LibreOffice lays it out."""

from collections.abc import Mapping
from dataclasses import replace

from briefgen import pipeline
from briefgen.article.read import Record
from briefgen.checks.check import Silence, check
from briefgen.checks.material import Filled
from briefgen.checks.rendered import Rendered, rendered
from briefgen.checks.rules.budgets import pages_are_few
from briefgen.notices import Notice
from briefgen.pipeline import Prepared
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.theme import Theme


def measured(ready: Prepared, filled: Filled, shelf: Shelf, theme: Theme) -> Filled:
    """Make the PDF and the Word file of a memo, and count the pages of both, of Word where LibreOffice is installed.

    Of a Word template there is only the Word file.
    """
    from briefgen.pdf_file import count_pages
    from briefgen.standards import libreoffice

    kinds = ("docx",) if ready.is_word else ("pdf", "docx")
    made = {kind: pipeline.file_of(ready, filled.memo, shelf, theme, kind, verify=False) for kind in kinds}
    pages = {"pdf": count_pages(made["pdf"])} if "pdf" in made else {}
    if libreoffice.is_there():
        pages["docx"] = count_pages(libreoffice.laid_out(made["docx"]))
    return replace(filled, pages=pages, files=files_of(made))


def files_of(made: Mapping[str, bytes]) -> tuple[Rendered, ...]:
    """Read the files `made`, by format, for what only they show."""
    return tuple(file for kind, data in made.items() if (file := rendered(kind, data)))


def over_budget(record: Record, filled: Filled, made: Mapping[str, bytes], project: Project) -> tuple[Notice, ...]:
    """Tell whether the PDF among the files `made` has more pages than its audience's pack allows."""
    if "pdf" not in made or not filled.limits.pages:
        return ()
    counted = replace(filled, pages={"pdf": _pages(filled, made["pdf"])})
    return check(
        record, {}, schemes={}, memos=(counted,), silence=Silence(reasons=project.ignore), rules=(pages_are_few,)
    )


def _pages(filled: Filled, data: bytes) -> int:
    """Count the pages of a PDF, which may have been read already."""
    from briefgen.pdf_file import count_pages

    known = next((len(file.pages) for file in filled.files if file.kind == "pdf"), 0)
    return known or count_pages(data)
