"""Audiences that have their headings in other languages, and the words of a memo by their language."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from support.samples import SHELF, record_of
from support.whole_way import memo_for

from briefgen.article.read import Record, read
from briefgen.memo import Memo, Meta, Span, Text
from briefgen.shelf import Sheet, Shelf

LANGUAGES = ("fr", "de", "es", "uk", "ar")
"""Those with words of their own, besides English."""
RECORDS = Path(__file__).parents[1] / "records"


def shelf_with(*languages: str, audiences: tuple[str, ...] = ("minister", "public")) -> Shelf:
    """Add, for every language, audiences such as `minister-fr`, which are those that ship in that language."""
    packs = {
        f"{audience}-{language}/audience.yaml": Sheet(
            f"templates/{audience}-{language}/audience.yaml",
            f"title: {audience}\nextends: {audience}\nlanguage: {language}\n",
        )
        for audience in audiences
        for language in languages
    }
    return Shelf({**SHELF.files, **packs})


@cache
def record_in(language: str) -> Record:
    """Read the record of the tests in a language, `french` or `arabic`."""
    path = RECORDS / f"{language}.yaml"
    return read(path.read_bytes(), f"tests/records/{path.name}")


@cache
def memo_in(language: str, audience: str, sample: str) -> Memo:
    """Make the memo of a sample, which is in English, for an audience that reads another language."""
    return memo_for(record_of(sample), f"{audience}-{language}", shelf_with(language, audiences=(audience,)))


def own_words(value: object) -> Iterator[str]:
    """Give the words of a memo that are in its own language, piece by piece."""
    match value:
        case Text(text):
            yield text
        case Span(_, lang) if lang:
            return
        case Meta(subject=subject, status=status, stamp=stamp, labels=labels):
            yield from (subject, status, stamp, labels.page, labels.source, labels.marking)
        case tuple():
            for item in value:
                yield from own_words(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from own_words(getattr(value, field.name))
        case _:
            return
