"""Read a Word template without filling it, and tell all that would go wrong, each with its paragraph.

First docxtpl-lint looks for what docxtpl loses or cannot read; then every tag is looked at as in our other templates.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from briefgen.audience.view import Entry
from briefgen.errors import TemplateError
from briefgen.extras import needs
from briefgen.notices import Notice, Place
from briefgen.shelf import Sheet, Shelf
from briefgen.templates.lint import Linted, lint
from briefgen.word_templates.reach import reaching_out
from briefgen.word_templates.reading import Part, filled_parts, opened, unfilled_parts
from briefgen.word_templates.tags import ENDS, refused, told

_END = re.compile(f"{ENDS}[0-9]")
_OURS = ("DTL005", "DTL104", "DTL105")
"""What we tell ourselves, with what was meant: filters and tests; and comments to docxtpl-lint."""


def linted(
    sheet: Sheet,
    *,
    record: Entry,
    filters: Mapping[str, Callable[..., object]],
    given: Mapping[str, object],
    says: Callable[[str], bool],
) -> Linted:
    """Look at the Word template in `sheet`; the options are those of `templates.lint`."""
    try:
        parts = readable(sheet)
    except TemplateError as error:
        return Linted(error.notices, ())
    found = [
        lint(part.name, shelf_of(part, sheet.path), record=record, filters=filters, given=given, says=says)
        for part in parts
    ]
    notices = tuple(notice for one in found for notice in placed(one.notices, parts, sheet.path))
    return Linted(notices, tuple(sorted({path for one in found for path in one.used})))


def readable(sheet: Sheet) -> tuple[Part, ...]:
    """Read the parts of a template; `TemplateError` names all for which docxtpl cannot be trusted with it."""
    document = opened(sheet.data, sheet.path)
    parts = filled_parts(document)
    notices = [
        *reaching_out(document, sheet.path),
        *_out_of_place(unfilled_parts(document), sheet.path),
        *_of_docxtpl_lint(sheet),
        *(notice for part in parts for notice in refused(part, sheet.path)),
    ]
    if notices:
        raise TemplateError(*notices)
    return parts


def shelf_of(part: Part, file: str) -> Shelf:
    """Put a part alone on a shelf: a Word template includes no other."""
    return Shelf({part.name: told(part, file)})


def placed(notices: tuple[Notice, ...], parts: tuple[Part, ...], file: str) -> tuple[Notice, ...]:
    """Write the lines of parts as paragraphs of the file."""
    names = {f"{file}:{part.name}": part.name for part in parts}
    return tuple(
        replace(
            notice,
            message=_END.sub("", notice.message),
            place=Place(file, notice.place.line, notice.place.column, names[notice.place.file]),
        )
        if notice.place and notice.place.file in names
        else notice
        for notice in notices
    )


def _of_docxtpl_lint(sheet: Sheet) -> Iterator[Notice]:
    with needs("word", "WRD05", "a Word template"):
        from docxtpl_lint import lint as lint_word

    for issue in lint_word(sheet.data, autoescape=True, ignore=_OURS).issues:
        at = issue.location
        message = issue.message.partition(" (use --")[0].partition("; rendering raises")[0]
        yield Notice("error", "WRD01", f"{issue.rule}: {message}", Place(sheet.path, at.paragraph, at.column, at.part))


def _out_of_place(parts: tuple[Part, ...], file: str) -> Iterator[Notice]:
    for part in parts:
        if part.name == "comments" and part.letters:
            message = "the template has comments, which would stand in every memo"
            yield Notice("error", "WRD02", message, Place(file), "delete them in Word")
        for number, text in enumerate(part.paragraphs, 1):
            if "{{" in text or "{%" in text:
                place = Place(file, number, 0, part.name)
                yield Notice("error", "WRD02", f"tags in {part.name} are not filled", place, "use a footnote")
