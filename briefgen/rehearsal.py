"""Try an audience without anybody's article: its pack, its templates, and what they make of an example.

Two records are tried: one in which every field is filled, and one with nothing but what every record has.
"""

import json
from collections.abc import Iterable
from dataclasses import replace

from briefgen.article.example import full_record
from briefgen.article.read import Record, read
from briefgen.audience.pack import load
from briefgen.audience.translations import cut_short, languages, missing
from briefgen.errors import BriefgenError
from briefgen.memo import Banner, Meta
from briefgen.notices import Notice, in_file_order
from briefgen.pipeline import Prepared, file_of, for_word, memo_of, prepared
from briefgen.shelf import Shelf
from briefgen.templates.lint import Linted, lint
from briefgen.theme import Theme
from briefgen.values import dataclass

_NEEDS = "AUD05"
"""The code of what an audience requires and a record lacks: no fault of a template."""
_ABOUT = Meta("A title", "en", "2025-01-01T00:00:00Z", stamp="A STAMP", banner=Banner("A MARKING"))
"""A memo that has all that a Word template must print on every page."""
_BARE = {
    "schema": "briefgen/article@1",
    "id": "bare",
    "title": "A title",
    "language": "en",
    "as_of": "2025-01-01",
    "sources": ["A source"],
}


@dataclass(frozen=True, slots=True)
class Contract:
    """What an audience asks of a record."""

    required: tuple[str, ...]
    """Paths without which no memo is made."""
    used: tuple[str, ...]
    """Paths that its templates print, where the record has them."""


def rehearse(audience: str, shelf: Shelf) -> tuple[Notice, ...]:
    """Tell all that is wrong with an audience, in the order of its files."""
    try:
        language = load(audience, shelf).language
        if language and (untold := missing(language, shelf)):
            return untold
        ready = _ready(audience, shelf)
    except BriefgenError as error:
        return in_file_order(error.notices)
    found = _linted(ready, shelf).notices
    told = found or tuple(_played(audience, shelf))
    return in_file_order(tuple(dict.fromkeys(told)))


def untranslated(shelf: Shelf) -> tuple[Notice, ...]:
    """Tell what the words of every language lack."""
    return cut_short(shelf) or tuple(notice for language in languages(shelf) for notice in missing(language, shelf))


def contract(audience: str, shelf: Shelf) -> Contract:
    """Say what an audience asks of a record; `BriefgenError` if its pack or templates cannot be read."""
    ready = _ready(audience, shelf)
    fields = set(ready.pack.sight.fields)
    used = (path for path in _linted(ready, shelf).used if path.partition(".")[0] in fields)
    return Contract(ready.pack.require, tuple(used))


def lacking(ready: Prepared, shelf: Shelf) -> tuple[str, ...]:
    """List the fields that an audience's templates print and that a record leaves empty."""
    asked = {path.partition(".")[0] for path in contract(ready.audience, shelf).used}
    return tuple(sorted(name for name in asked if not getattr(ready.seen.record, name)))


def _ready(audience: str, shelf: Shelf) -> Prepared:
    return prepared(_full(shelf), audience, shelf)


def _full(shelf: Shelf) -> Record:
    record = full_record(lambda path: f"Words of {path}", shelf.audiences())
    return read(json.dumps(record).encode(), "an example of a record")


def _linted(ready: Prepared, shelf: Shelf) -> Linted:
    if ready.is_word:
        return _linted_word(ready, shelf)
    return lint(
        ready.template, shelf, record=ready.record, filters=ready.filters, given=ready.given, says=ready.words.has_any
    )


def _linted_word(ready: Prepared, shelf: Shelf) -> Linted:
    from briefgen.word_templates import linted

    about = replace(_ABOUT, banner=_ABOUT.banner if ready.pack.marked else None)
    return linted(
        shelf.files[ready.template],
        record=ready.record,
        filters=ready.filters,
        given=for_word(ready, about).names,
        says=ready.words.has_any,
    )


def _played(audience: str, shelf: Shelf) -> Iterable[Notice]:
    """Make a memo of each example, and give what stands in the way."""
    for record in (_full(shelf), read(json.dumps(_BARE).encode(), "a bare record")):
        try:
            ready = prepared(record, audience, shelf)
            memo = memo_of(ready, record, shelf)
            if ready.is_word:
                stamped = replace(memo.meta, stamp=_ABOUT.stamp, banner=_ABOUT.banner if ready.pack.marked else None)
                file_of(ready, replace(memo, meta=stamped), shelf, Theme(), "docx")
        except BriefgenError as error:
            yield from (notice for notice in error.notices if notice.code != _NEEDS)
