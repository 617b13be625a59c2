"""Read a PDF: its lines with their places, from which paragraphs are rebuilt."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from briefgen.draft.compose import Raw
from briefgen.draft.front import Facts, Told
from briefgen.draft.lexicon import words as listed
from briefgen.draft.text import MOST_CHARACTERS
from briefgen.errors import RecordError
from briefgen.extras import needs
from briefgen.notices import Place
from briefgen.values import dataclass

MOST_PAGES = 120
_ENDS = re.compile(r"[.!?…][”\"’')\]]*$")
_LINE = re.compile(r"(?<![^\r\n])[^\S\r\n]*+\S[^\r\n]*")
"""A line with something on it."""
_LONGEST_WORD = 100
_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u00ad\u2010]$")
_BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\ufffe\s?([^\W\d_]+)")
"""PDFium writes this mark where it joins two lines at a hyphen."""
_PAGE_NUMBER = re.compile(r"^\W*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print; places are in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def read_pdf(data: bytes, name: str) -> Raw:
    """Read the text; what stands on every page, such as a running head, is dropped."""
    with needs("draft", "DRF05", "reading a PDF", place=Place(name)):
        import pypdfium2
    try:
        pages, title = _read(pypdfium2.PdfDocument(data), name)
    except (pypdfium2.PdfiumError, IndexError) as error:
        locked = "password" in str(error).lower()
        message = "the PDF is locked with a password" if locked else f"the PDF cannot be read: {str(error).lower()}"
        raise RecordError.of("DRF04", message, place=Place(name)) from error
    text = "\n\n".join(paragraphs(_without_running(pages)))
    is_there = bool(title) and " ".join(title.split()).casefold() in " ".join(text.split()).casefold()
    return Raw(text, Facts(titles=(Told(title, "the PDF's title"),) if is_there else ()))


def _read(document: Any, name: str) -> tuple[list[list[Line]], str]:  # noqa: ANN401 - pypdfium2 has no types
    try:
        if len(document) > MOST_PAGES:
            message = f"{len(document):,} pages, more than the {MOST_PAGES} that an article may have"
            raise RecordError.of("DRF01", message, place=Place(name))
        pages = [_lines(document[number], name) for number in range(len(document))]
        return pages, str(document.get_metadata_dict().get("Title", "")).strip()
    finally:
        document.close()


def _lines(page: Any, name: str) -> list[Line]:  # noqa: ANN401 - pypdfium2 has no types
    """Read the lines of a page in the order of the file, each with the box from its first to its last letter."""
    sheet = page.get_textpage()
    try:
        if sheet.count_chars() > MOST_CHARACTERS:
            raise RecordError.of("DRF01", "more characters on a page than an article may have", place=Place(name))
        text: str = sheet.get_text_range()
        return [_line(sheet, match) for match in _LINE.finditer(text)]
    finally:
        sheet.close()
        page.close()


def _line(sheet: Any, match: re.Match[str]) -> Line:  # noqa: ANN401 - as above
    first = match.start() + len(match[0]) - len(match[0].lstrip())
    last = match.start() + len(match[0].rstrip()) - 1
    left, bottom, _, top = sheet.get_charbox(first, loose=True)
    _, _, right, _ = sheet.get_charbox(last, loose=True)
    return Line(" ".join(match[0].split()), left, right, bottom, top)


def _without_running(pages: list[list[Line]]) -> list[Line]:
    """Drop page numbers, and heads and feet that stand on most pages."""
    edges = Counter(line.text for page in pages for line in {*page[:1], *page[-1:]})
    running = {text for text, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    return [line for page in pages for line in page if line.text not in running and not _PAGE_NUMBER.match(line.text)]


def paragraphs(lines: list[Line]) -> list[str]:
    """Join lines to paragraphs: a wider gap, another size of type, or a short line that ends a sentence parts two."""
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(line.text for line in lines).lower()))
    steps = sorted(above.bottom - below.bottom for above, below in pairwise(lines) if above.bottom > below.bottom)
    usual = steps[len(steps) // 4] if steps else 0.0  # within paragraphs, even where most have but two lines
    margin = max((one.right for one in lines), default=0.0)
    made: list[str] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None or _begins(before, line, usual, margin):
            made.append(line.text)
        else:
            made[-1] = _continued(made[-1], line.text, words)
    return [_BROKEN.sub(lambda match: _mended(match[1], match[2], words), paragraph) for paragraph in made]


def _begins(before: Line, line: Line, usual: float, margin: float) -> bool:
    """Tell whether a paragraph begins with `line`."""
    step = before.bottom - line.bottom
    sizes = (line.top - line.bottom) / max(before.top - before.bottom, 0.1)
    is_short = before.right < line.left + 0.88 * (margin - line.left)
    if step <= 0:  # a new column or page
        return bool(_ENDS.search(before.text)) and is_short
    is_apart = step > 1.35 * max(usual, min(line.top - line.bottom, before.top - before.bottom))
    return is_apart or not 0.75 < sizes < 1.35 or (is_short and bool(_ENDS.search(before.text)))


def _continued(current: str, line: str, words: Counter[str]) -> str:
    """Add a line to a paragraph, and mend a word that was broken at the end of the one before."""
    broken = _HYPHEN.search(current, max(0, len(current) - _LONGEST_WORD))
    second = re.match(r"[^\W\d_]+", line)
    if not broken or not second or not line[0].islower():
        return f"{current} {line}".strip()
    return current[: broken.start()] + _mended(broken[1], second[0], words) + line[second.end() :]


def _mended(first: str, second: str, words: Counter[str]) -> str:
    """Join a broken word if the whole occurs elsewhere, or nothing speaks for its hyphen."""
    whole, hyphened = f"{first}{second}".lower(), f"{first}-{second}".lower()
    stands_alone = words[first.lower()] > 1 or first.lower() in listed("grammar", "hyphened")
    is_whole = words[whole] or not (words[hyphened] or stands_alone)
    return f"{first}{second}" if is_whole else f"{first}-{second}"
