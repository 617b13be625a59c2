"""Fill a Word template, twice: as plain words, which say what must stand in the file, and by docxtpl as the file.

What docxtpl makes is read back and compared with the plain words, paragraph after paragraph of every part.
So a value that would have cost a paragraph is an error and not a memo with a hole.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, cast

from briefgen.audience.entries import entries, text
from briefgen.audience.view import Entry
from briefgen.errors import TemplateError
from briefgen.extras import needs
from briefgen.memo import Header as Head
from briefgen.memo import Heading, Memo, Meta, Paragraph, Text
from briefgen.notices import Notice, Place
from briefgen.shelf import Sheet, Shelf
from briefgen.templates import BROKEN, fill, values_of
from briefgen.templates.sandbox import Sandbox
from briefgen.values import dataclass
from briefgen.word_templates.marked import unmarked
from briefgen.word_templates.mistakes import placed, readable, shelf_of
from briefgen.word_templates.package import packed
from briefgen.word_templates.printing import as_xml, plainly
from briefgen.word_templates.reading import filled_parts, opened
from briefgen.word_templates.tags import ENDS, paragraphs

if TYPE_CHECKING:
    from docx.document import Document

_SHOWN = 40
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Filling:
    """What a Word template is filled with."""

    record: Entry
    filters: Mapping[str, Callable[..., object]]
    given: Mapping[str, object]
    """What else the template may print, next to what `meta` says."""
    meta: Meta

    @property
    def names(self) -> dict[str, object]:
        """All that is given beside the record: the marking and the stamp of every page, too."""
        meta = self.meta
        own = {"marking": meta.banner.text if meta.banner else "", "stamp": meta.stamp, "title": meta.title}
        return dict(self.given) | own | {"organisation": meta.organisation, "status_line": meta.status}

    @property
    def numbers(self) -> dict[str, int]:
        """The sources by the number that stands for them: their place in `used_sources`."""
        return {text(source, "id"): number for number, source in enumerate(entries(self.record, "used_sources"), 1)}


def word_memo(sheet: Sheet, filling: Filling) -> Memo:
    """Give the words of the body as a memo of headings and paragraphs, for checks and for whoever reads no Word."""
    body = _words(sheet, filling)["body"]
    blocks = tuple(
        Heading(min(level + 1, _DEEPEST), (Text(words),)) if level else Paragraph((Text(words),))
        for words, level in paragraphs(body)
        if words
    )
    return Memo(filling.meta, Head((Text(filling.meta.title),)), blocks)


def word_file(sheet: Sheet, filling: Filling) -> bytes:
    """Fill the template in `sheet`; `TemplateError` if a word is lost, or a page is without its marking."""
    wanted = _words(sheet, filling)
    document = _filled_by_docxtpl(sheet, filling)
    data = packed(document, filling.meta)
    made = opened(data, sheet.path)
    notices = (*_lost(wanted, made, sheet.path), *unmarked(made, filling.meta, sheet.path))
    if notices:
        raise TemplateError(*notices)
    return data


def _words(sheet: Sheet, filling: Filling) -> dict[str, str]:
    """Fill each part as plain words; `TemplateError` names all that cannot be, by paragraph."""
    parts = readable(sheet)
    words: dict[str, str] = {}
    notices: list[Notice] = []
    for part in parts:
        shelf = shelf_of(part, sheet.path)
        try:
            words[part.name] = fill(
                part.name,
                shelf,
                record=filling.record,
                filters=filling.filters,
                given=filling.names,
                prints=plainly(filling.numbers),
            )
        except TemplateError as error:
            notices += placed(error.notices, parts, sheet.path)
    if notices:
        raise TemplateError(*notices)
    return words


def _filled_by_docxtpl(sheet: Sheet, filling: Filling) -> "Document":
    with needs("word", "WRD05", "a Word template"):
        from docxtpl import DocxTemplate

    names = filling.names
    sandbox = Sandbox(Shelf({}), filling.record, filling.filters, frozenset(names), prints=as_xml(filling.numbers))
    template = DocxTemplate(BytesIO(sheet.data))
    properties = template.get_docx().core_properties
    for name in ("author", "comments", "identifier", "language", "subject", "title"):
        setattr(properties, name, "")  # docxtpl would fill them as XML
    try:
        template.render(values_of(filling.record, names), sandbox)
    except (*BROKEN, SyntaxError) as error:
        message = f"docxtpl cannot fill the template: {error}"
        raise TemplateError.of("WRD03", message, place=Place(sheet.path)) from error
    if sandbox.notices:
        raise TemplateError(*(replace(notice, place=Place(sheet.path)) for notice in sandbox.notices))
    return cast("Document", template.docx)  # `get_docx` would read the template again


def _lost(wanted: Mapping[str, str], document: "Document", file: str) -> tuple[Notice, ...]:
    """Compare what stands in each part with the words that should."""
    notices: list[Notice] = []
    for part in filled_parts(document):
        words = "".join("".join(words.split()) for words, _ in paragraphs(wanted.get(part.name, ENDS)))
        if words != part.letters:
            alike = next((n for n, (a, b) in enumerate(zip(words, part.letters, strict=False)) if a != b), None)
            start = min(len(words), len(part.letters)) if alike is None else alike
            message = (
                f"the {part.name} does not hold the words of the template: "
                f"expected {words[start : start + _SHOWN]!r}, found {part.letters[start : start + _SHOWN]!r}"
            )
            hint = "write the tags there anew, each in one go and without formatting inside"
            notices.append(Notice("error", "WRD03", message, Place(file), hint))
    return tuple(notices)
