"""Measure what tags and the comparison of words cost, in CPU time; prints the tables of docs/standards.md.

    PYTHONPATH=tests python -m benchmarks.accessibility

Each way is taken in turn with the other, many times, and the quickest of each counts: what else the machine does can
only make it slower.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import process_time
from unittest.mock import patch

import pypdfium2
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas
from support.samples import SHELF, record_of
from support.whole_way import memo_for

from briefgen.memo import Memo
from briefgen.parity import differences
from briefgen.pipeline import theme_for
from briefgen.theme import DEFAULT, Theme
from briefgen.writers import WRITERS
from briefgen.writers.pdf import canvas, furniture
from briefgen.writers.pdf.canvas import TaggedCanvas
from briefgen.writers.pdf.objects import RawObject
from briefgen.writers.pdf.shapes import backdrop
from briefgen.writers.pdf.structure import Element, Structure

ROUNDS = 60
FORMATS = ("pdf", "docx", "html", "txt")
MEMOS = tuple((sample, audience) for sample in ("fish-duty", "ukraine-demands") for audience in ("analyst", "minister"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A memo and the CPU seconds of each way to treat it."""

    name: str
    pages: int
    seconds: dict[str, float]

    def share(self, part: str, whole: str) -> float:
        """Give a part in per cent of a whole."""
        return 100 * self.seconds[part] / self.seconds[whole]

    def a_page(self, way: str) -> float:
        """Give milliseconds a page."""
        return 1000 * self.seconds[way] / self.pages


def quickest(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Take all ways in turn, `ROUNDS` times."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = process_time()
            way()
            taken[name].append(process_time() - start)
    return {name: min(times) for name, times in taken.items()}


@contextmanager
def untagged() -> Iterator[None]:
    """Make the PDF writer forget about tags: no tree, no marks, no check that there are any."""

    def bare(operators: str, *_: object) -> str:
        return operators

    def bare_content(_structure: Structure, _element: Element, _page: int, operators: str) -> str:
        return operators

    def no_tree(_structure: Structure, document: PDFDocument, _pages: tuple[str, ...]) -> RawObject:
        return RawObject(document)

    def no_child(element: Element, *_: object, **__: object) -> Element:
        return element

    def show_page(painted: TaggedCanvas) -> None:
        painted._code[:0] = [backdrop(behind, *place) for behind, place in painted._backdrops.items()]
        painted._backdrops.clear()
        Canvas.showPage(painted)

    with (
        patch.object(canvas, "marked", bare_content),
        patch.object(furniture, "marked", bare_content),
        patch.object(canvas, "artifact", bare),
        patch.object(furniture, "artifact", bare),
        patch.object(Structure, "write", no_tree),
        patch.object(Element, "add", no_child),
        patch.object(TaggedCanvas, "showPage", show_page),
    ):
        yield


def tags(memo: Memo, theme: Theme, name: str) -> Measured:
    """Measure the PDF writer with and without tags."""
    write = WRITERS["pdf"].write

    def without() -> bytes:
        with untagged():
            return write(memo, theme)

    pages = len(pypdfium2.PdfDocument(write(memo, theme)))
    assert len(without()) < len(write(memo, theme)), "tags are in both"
    seconds = quickest({"tagged": lambda: write(memo, theme), "untagged": without})
    return Measured(name, pages, seconds | {"tags": seconds["tagged"] - seconds["untagged"]})


def comparison(sample: str, audience: str, memo: Memo, theme: Theme) -> Measured:
    """Measure the comparison in a make of all formats that have one."""
    files = {kind: WRITERS[kind].write(memo, theme) for kind in FORMATS}

    def made() -> None:
        again = memo_for(record_of(sample), audience, SHELF)
        for kind in FORMATS:
            WRITERS[kind].write(again, theme)

    ways: dict[str, Callable[[], object]] = {"made": made}
    for kind, data in files.items():
        ways[kind] = lambda kind=kind, data=data: differences(memo, kind, data)  # type: ignore[misc] # mypy does not see defaults
    seconds = quickest(ways)
    seconds["compared"] = sum(seconds[kind] for kind in FORMATS)
    seconds["whole"] = seconds["made"] + seconds["compared"]
    return Measured(f"{sample} for {audience}", len(pypdfium2.PdfDocument(files["pdf"])), seconds)


def machine() -> str:
    """Say where this was measured, and with what."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("reportlab", "uharfbuzz", "pypdfium2"))
    return f"{processor()}, Python {platform.python_version()}, {packages}"


def processor() -> str:
    """Name the processor, and how many cores there are."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return f"{next(names, platform.processor())}, {os.cpu_count()} cores"


def together(all_: list[Measured]) -> Measured:
    """Add memos up."""
    seconds = {way: sum(one.seconds[way] for one in all_) for way in all_[0].seconds}
    return Measured("together", sum(one.pages for one in all_), seconds)


def row(*cells: str) -> str:
    """Write a row of a table."""
    return f"| {' | '.join(cells)} |\n"


def table(found: list[Measured], ways: dict[str, str], part: str, whole: str, called: str) -> str:
    """Write a table of memos: what a page takes in each of `ways`, and the share of a part."""
    lines = [row("memo", "pages", *(f"{head}, ms a page" for head in ways.values()), called)]
    lines.append(row("---", *["--:"] * (len(ways) + 2)))
    for one in (*found, together(found)):
        cells = (f"{one.a_page(way):.1f}" for way in ways)
        lines.append(row(one.name, str(one.pages), *cells, f"{one.share(part, whole):.0f} %"))
    return "".join(lines)


def main() -> None:
    """Print both tables."""
    made = [
        (sample, audience, memo_for(record_of(sample), audience, SHELF), theme_for(audience, SHELF, DEFAULT))
        for sample, audience in MEMOS
    ]
    tagging = [tags(memo, theme, f"{sample} for {audience}") for sample, audience, memo, theme in made]
    comparing = [comparison(*one) for one in made]
    ways = {"tagged": "tagged", "untagged": "untagged"}, {"made": "making", "compared": "comparing"}
    sys.stdout.write(
        f"{machine()}; quickest of {ROUNDS}\n\n"
        f"{table(tagging, ways[0], 'tags', 'untagged', 'tags, of the untagged')}\n"
        f"{table(comparing, ways[1], 'compared', 'whole', 'comparing, of the whole')}"
    )


if __name__ == "__main__":
    main()
