"""Make one memo: the whole way from its record to the bytes of its files, with the checks in between.

Nothing is read from a folder or written into one here, so that memos can be made anywhere: in this process, in others.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from briefgen import pipeline
from briefgen.article.read import Record
from briefgen.checks.material import Filled
from briefgen.desk.filled import filled
from briefgen.desk.gate import file_passes, memo_passes
from briefgen.desk.measuring import files_of, over_budget
from briefgen.errors import BriefgenError
from briefgen.memo import Memo
from briefgen.notices import Notice
from briefgen.pipeline import Prepared
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.theme import Theme

REDLINE = "redline"
"""A Word file in which the changes since an earlier edition are tracked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How all memos of a run are made."""

    shelf: Shelf
    project: Project
    theme: Theme
    epoch: str = ""
    draft: bool = False
    """Stamp the memos as not cleared, and make them in spite of failed checks."""
    attach_record: bool = False
    verify: bool = True
    """Read every file back."""
    before: Record | None = None
    """The last edition, with which redlines compare."""
    tell_lacking: bool = False
    """Say which fields the audience would also print."""


@dataclass(frozen=True, slots=True)
class Order:
    """One memo to make."""

    record: Record
    audience: str
    formats: tuple[str, ...]
    made_from: str
    """The fingerprint that its files carry."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What became of a memo in one format: its bytes, or why there are none."""

    format: str
    data: bytes
    notices: tuple[Notice, ...]
    failed: BriefgenError | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of an order: either a piece for each format, or why it could not be begun."""

    pieces: tuple[Piece, ...]
    notices: tuple[Notice, ...] = ()
    lacking: tuple[str, ...] = ()
    failed: BriefgenError | None = None


def make(order: Order, settings: Settings) -> Finished:
    """Make a memo in the formats that are ordered; what the user can mend is told in the result, not raised."""
    notices: list[Notice] = []
    try:
        ready = pipeline.prepared(order.record, order.audience, settings.shelf)
        memo = _memo(ready, order.record, order.made_from, settings, notices.append)
        measured = filled(ready, memo)
        if not settings.draft:
            memo_passes(order.record, measured, ready.schemes, settings.project)
        theme = pipeline.theme_for(order.audience, settings.shelf, settings.theme)
    except BriefgenError as error:
        return Finished((), tuple(notices), failed=error)
    lacking = _lacking(ready, settings.shelf) if settings.tell_lacking else ()
    work = _Work(order, settings, ready, measured, theme)
    return Finished(tuple(_piece(work, kind) for kind in order.formats), tuple(notices), lacking)


@dataclass(frozen=True, slots=True)
class _Work:
    """A filled memo on its way into the formats."""

    order: Order
    settings: Settings
    ready: Prepared
    filled: Filled
    theme: Theme


def _piece(work: _Work, kind: str) -> Piece:
    try:
        return _redline(work) if kind == REDLINE else _file(work, kind)
    except BriefgenError as error:
        return Piece(kind, b"", (), error)


def _file(work: _Work, kind: str) -> Piece:
    """Write the memo in a format, and check the file."""
    settings, record, notices = work.settings, work.order.record, list[Notice]()
    data = pipeline.file_of(work.ready, work.filled.memo, settings.shelf, work.theme, kind, verify=settings.verify)
    if settings.verify and not settings.draft:
        found = replace(work.filled, files=files_of({kind: data}))
        file_passes(record, found, work.ready.schemes, settings.project, notices.append)
    notices += over_budget(record, work.filled, {kind: data}, settings.project)
    return Piece(kind, data, tuple(notices))


def _redline(work: _Work) -> Piece:
    """Write the Word file in which the changes since the last edition are tracked."""
    before = work.settings.before
    if before is None:
        message = "a redline needs an earlier edition"
        raise ValueError(message)
    earlier = pipeline.prepared(before, work.order.audience, work.settings.shelf)
    old = _memo(earlier, before, "", work.settings, lambda _: None)
    return Piece(REDLINE, pipeline.redlined(old, work.filled.memo, work.theme), ())


def _memo(ready: Prepared, record: Record, made_from: str, settings: Settings, tell: Callable[[Notice], None]) -> Memo:
    project = settings.project
    return pipeline.memo_of(
        ready,
        record,
        settings.shelf,
        organisation=project.organisation,
        numbering=project.brand.numbering,
        epoch=settings.epoch,
        unchecked=settings.draft,
        made_from=made_from,
        attach_record=settings.attach_record,
        tell=tell,
    )


def _lacking(ready: Prepared, shelf: Shelf) -> tuple[str, ...]:
    from briefgen.rehearsal import lacking

    return tuple(lacking(ready, shelf))


def names(formats: Mapping[str, str], *, redlined: bool) -> Mapping[str, str]:
    """Give the files of a job by format, and when `redlined` that of the redline beside the Word file."""
    word = formats.get("docx")
    if not word or not redlined:
        return formats
    return {**formats, REDLINE: f"{word.removesuffix('.docx')}-redline.docx"}
