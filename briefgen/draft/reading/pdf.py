"""Read a PDF."""

import re
from collections import Counter
from typing import Any

from briefgen.draft.compose import Raw
from briefgen.draft.front import Facts, Told
from briefgen.draft.reading.extras import needed
from briefgen.errors import RecordError
from briefgen.notices import Place

MOST_PAGES = 120
_ENDS = re.compile(r"[.!?…:][”\"’')\]]*$")
_HYPHEN = re.compile(r"(\w+)[-\u00ad\u2010\ufffe]$")
_PAGE_NUMBER = re.compile(r"^\W*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?\W*$", re.IGNORECASE)


def read_pdf(data: bytes, name: str) -> Raw:
    """Read the text; paragraphs are rebuilt from the lines, what stands on every page is dropped."""
    with needed("pypdfium2", name, "a PDF"):
        import pypdfium2
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        message = "the PDF is locked with a password" if locked else f"the PDF cannot be read: {str(error).lower()}"
        raise RecordError.of("DRF04", message, place=Place(name)) from error
    try:
        if len(document) > MOST_PAGES:
            message = f"{len(document):,} pages, more than the {MOST_PAGES} that an article may have"
            raise RecordError.of("DRF01", message, place=Place(name))
        pages = [_lines(document[number]) for number in range(len(document))]
        title = str(document.get_metadata_dict().get("Title", "")).strip()
    finally:
        document.close()
    text = "\n\n".join(_paragraphs(_without_running(pages)))
    found = bool(title) and title.casefold() in text.casefold()
    return Raw(text, Facts(titles=(Told(title, "the PDF's title"),) if found else ()))


def _lines(page: Any) -> list[str]:  # noqa: ANN401 - pypdfium2 has no types
    """Give the lines of a page, blank ones too."""
    sheet = page.get_textpage()
    try:
        text: str = sheet.get_text_bounded()
    finally:
        sheet.close()
        page.close()
    return [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _without_running(pages: list[list[str]]) -> list[str]:
    """Drop page numbers, and heads and feet that stand on most pages."""
    edges = Counter(line for page in pages for line in {*_edge(page, 0), *_edge(page, -1)})
    running = {line for line, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    return [line for page in pages for line in page if line not in running and not _PAGE_NUMBER.match(line or "x")]


def _edge(page: list[str], at: int) -> list[str]:
    filled = [line for line in page if line.strip()]
    return filled[at:][:1] if filled else []


def _paragraphs(lines: list[str]) -> list[str]:
    """Join lines to paragraphs: one ends at a blank line, or at a short line that ends a sentence."""
    filled = [line for line in lines if line.strip()]
    width = sorted(map(len, filled))[int(len(filled) * 0.9)] if filled else 0
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", "\n".join(filled).lower()))
    paragraphs, current = [], ""
    for line in [*lines, ""]:
        if not line.strip():
            if current and (_ENDS.search(current) or len(current) < 0.6 * width):
                paragraphs.append(current)
                current = ""
            continue
        current = _continued(current, line.strip(), words)
        if len(line) < 0.8 * width and (_ENDS.search(line) or len(current) < 0.8 * width):
            paragraphs.append(current)
            current = ""
    return [*paragraphs, current] if current else paragraphs


def _continued(current: str, line: str, words: Counter[str]) -> str:
    """Add a line; a word broken at its end is joined if the whole occurs elsewhere, or its first half does not."""
    broken = _HYPHEN.search(current)
    if not broken or not line[:1].islower():
        return f"{current} {line}".strip()
    first, second = broken[1].lower(), re.match(r"\w*", line)
    whole = first + (second[0].lower() if second else "")
    hyphened = f"{first}-{second[0].lower() if second else ''}"
    if words[whole] or (not words[hyphened] and not words[first] > 1):
        return current[: broken.end(1)] + line
    return current + line
