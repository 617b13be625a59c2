"""Make one memo: the whole way from its record to the bytes of its files, with the checks in between.

Nothing is read from a folder or written into one here, so that memos can be made anywhere: in this process, in others.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from briefgen import pipeline
from briefgen.article.read import Record
from briefgen.checks.material import Filled
from briefgen.desk.filled import filled
from briefgen.desk.gate import file_passes, memo_passes
from briefgen.desk.measuring import files_of, over_budget
from briefgen.errors import BriefgenError, WriteError
from briefgen.memo import Memo
from briefgen.notices import Notice
from briefgen.pipeline import Prepared
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.theme import Theme
from briefgen.values import dataclass

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
class Kept:
    """What is known of a file whose bytes are elsewhere."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What became of a memo in one format: its bytes, or why there are none."""

    format: str
    data: bytes
    notices: tuple[Notice, ...]
    failed: BriefgenError | None = None
    kept: Kept | None = None
    """Set when `data` was put into a store and is empty here."""


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
        last = _last(order, settings, notices.append)
        ready = pipeline.prepared(order.record, order.audience, settings.shelf, since=last)
        memo = _memo(ready, order.record, order.made_from, settings, notices.append)
        old = _old_memo(last, settings)
        if last and old:
            memo = pipeline.marked(old, memo, last, ready)
        checkable = filled(ready, memo)
        if not settings.draft:
            memo_passes(order.record, checkable, ready.schemes, settings.project)
        theme = pipeline.theme_for(order.audience, settings.shelf, settings.theme)
    except BriefgenError as error:
        return Finished((), tuple(notices), failed=error)
    lacking = _lacking(ready, settings.shelf) if settings.tell_lacking else ()
    work = _Work(order, settings, ready, checkable, theme, last, old)
    return Finished(tuple(_piece(work, kind) for kind in order.formats), tuple(notices), lacking)


@dataclass(frozen=True, slots=True)
class _Work:
    """A filled memo on its way into the formats."""

    order: Order
    settings: Settings
    ready: Prepared
    filled: Filled
    theme: Theme
    last: Prepared | None = None
    """The last edition, where there is one, and its memo."""
    old: Memo | None = None


def _last(order: Order, settings: Settings, tell: Callable[[Notice], None]) -> Prepared | None:
    """Take the audience's view of the last edition; None, and why, where there is none."""
    if settings.before is None:
        return None
    try:
        return pipeline.prepared(settings.before, order.audience, settings.shelf)
    except BriefgenError as error:
        for notice in error.notices:
            tell(replace(notice, level="note", hint=f"nothing tells {order.audience} what changed since then"))
        return None


def _piece(work: _Work, kind: str) -> Piece:
    try:
        return _redline(work) if kind == REDLINE else _file(work, kind)
    except BriefgenError as error:
        return Piece(kind, b"", (), error)


def _file(work: _Work, kind: str) -> Piece:
    """Write the memo in a format, and check the file."""
    settings, record, notices = work.settings, work.order.record, list[Notice]()
    data = pipeline.file_of(work.ready, work.filled.memo, settings.shelf, work.theme, kind, verify=settings.verify)
    found = work.filled
    if settings.verify and not settings.draft:
        found = replace(found, files=files_of({kind: data}))
        file_passes(record, found, work.ready.schemes, settings.project, notices.append)
    notices += over_budget(record, found, {kind: data}, settings.project)
    return Piece(kind, data, tuple(notices))


def _redline(work: _Work) -> Piece:
    """Write the Word file in which the changes since the last edition are tracked."""
    if work.last is None or work.old is None:
        raise WriteError.of("RED01", f"{work.order.audience} has no earlier edition to compare with")
    return Piece(REDLINE, pipeline.redlined(work.old, work.filled.memo, work.last, work.ready, work.theme), ())


def _old_memo(last: Prepared | None, settings: Settings) -> Memo | None:
    if last is None or settings.before is None:
        return None
    return _memo(last, settings.before, "", settings, lambda _: None)


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
