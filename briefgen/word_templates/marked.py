"""Whether every page of a Word file says what it must: the marking above and below, the stamp above."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.memo import Meta
from briefgen.notices import Notice, Place
from briefgen.word_templates.reading import letters_in

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _Footer, _Header


def unmarked(document: "Document", meta: Meta, file: str) -> Iterator[Notice]:
    """Tell of headers and footers that do not print `{{ marking }}` or `{{ stamp }}`, where a memo has them."""
    marking = meta.banner.text if meta.banner else ""
    even = document.settings.odd_and_even_pages_header_footer
    for number, section in enumerate(document.sections, 1):
        for pages, header, footer in _pages(section, even=even):
            where = f"section {number}{pages}"
            yield from _lacking("marking", marking, header, f"the header of {where}", file)
            yield from _lacking("marking", marking, footer, f"the footer of {where}", file)
            yield from _lacking("stamp", meta.stamp, header, f"the header of {where}", file)


def _pages(section: "Section", *, even: bool) -> Iterator[tuple[str, "_Header", "_Footer"]]:
    yield "", section.header, section.footer
    if section.different_first_page_header_footer:
        yield ", first page", section.first_page_header, section.first_page_footer
    if even:
        yield ", even pages", section.even_page_header, section.even_page_footer


def _lacking(tag: str, wanted: str, part: "_Header | _Footer", where: str, file: str) -> Iterator[Notice]:
    if "".join(wanted.split()) not in letters_in(part.part.element):
        hint = f"write {{{{ {tag} }}}} there, on its own line; it prints nothing for memos that have none"
        yield Notice("error", "WRD04", f"{where} does not print {wanted!r}", Place(file), hint)
