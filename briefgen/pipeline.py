"""Record × audience × formats → the memo's files: read, view, fill, parse, write."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.article.read import Record
from briefgen.audience.front import created, meta
from briefgen.audience.pack import load
from briefgen.audience.phrases import filters
from briefgen.audience.sections import sections
from briefgen.audience.view import view
from briefgen.markdown import parse
from briefgen.memo import Memo
from briefgen.shelf import Shelf
from briefgen.templates import fill
from briefgen.theme import Theme
from briefgen.writers import WRITERS


@dataclass(frozen=True, slots=True)
class File:
    """A memo in one format."""

    name: str
    data: bytes


def memo_for(record: Record, audience: str, shelf: Shelf, *, organisation: str = "", epoch: str = "") -> Memo:
    """Make the memo of a record for one audience; `epoch` replaces the moment that the record stands for."""
    article, pack = record.article, load(audience, shelf)
    seen = view(article, pack.fields, audience=pack.id, cleared_only=pack.cleared_only)
    given = {"paper": pack.paper, "sections": sections(seen, pack, shelf, kind=article.kind)}
    text = fill(f"{audience}/memo.md.j2", shelf, record=seen, filters=filters(pack), given=given)
    about = meta(article, pack, organisation=organisation, created=epoch or created(article))
    return parse(text, file=f"{article.id} for {audience}, filled", meta=about, numbering=pack.numbering)


def files(record: Record, audience: str, memo: Memo, formats: Iterable[str], theme: Theme) -> tuple[File, ...]:
    """Write a memo in each of the formats, under names such as `2025-03-12-quota-minister.txt`."""
    article = record.article
    stem = f"{article.as_of.earliest}-{article.id}-{audience}"
    return tuple(File(f"{stem}.{format_}", WRITERS[format_].write(memo, theme)) for format_ in formats)
