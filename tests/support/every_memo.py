"""Every memo there is: each record for each audience in each language, and the specimens that hold every block."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from support.languages import RECORDS, record_in
from support.right_to_left import ARABIC
from support.samples import AUDIENCES, SAMPLES, SHELF, record_of
from support.scripts import memo_of_all
from support.specimen import SPECIMEN
from support.whole_way import memo_for

from briefgen import resources
from briefgen.article.read import Record
from briefgen.memo import Memo
from briefgen.pipeline import theme_for
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import DEFAULT, Theme
from briefgen.writers import WRITERS

LANGUAGES = tuple(sorted(path.stem for path in (resources.templates_folder() / "_words").glob("*.yaml")))
"""Those that the program has words for; the samples themselves are in English."""
SHIPPED = {sample: record_of(sample) for sample in SAMPLES}
OTHERS = {path.stem: record_in(path.stem) for path in sorted(RECORDS.glob("*.yaml"))}
"""Records of the tests, in languages of their own."""


@dataclass(frozen=True, slots=True)
class Made:
    """A memo and how it looks."""

    name: str
    memo: Memo
    theme: Theme = DEFAULT


@cache
def as_they_ship() -> tuple[Made, ...]:
    """Make the memos of all records, in their own language, and the specimens."""
    specimens = Made("specimen", SPECIMEN), Made("mirrored", ARABIC), Made("ten-scripts", memo_of_all())
    return (*specimens, *_memos({**SHIPPED, **OTHERS}, SHELF, AUDIENCES))


@cache
def in_other_languages() -> tuple[Made, ...]:
    """Make those of the samples with the headings and phrases of every other language that there is."""
    others = {
        f"{audience}-{language}": (audience, language)
        for audience in AUDIENCES
        for language in LANGUAGES
        if language != "en"
    }
    packs = {
        f"{name}/audience.yaml": Sheet(name, f"title: {name}\nextends: {audience}\nlanguage: {language}\n")
        for name, (audience, language) in others.items()
    }
    return tuple(_memos(SHIPPED, Shelf({**SHELF.files, **packs}), tuple(others)))


def stored(made: tuple[Made, ...], kind: str, folder: Path) -> list[Path]:
    """Write memos into a folder, as files of one format."""
    paths = [folder / f"{one.name}.{kind}" for one in made]
    for one, path in zip(made, paths, strict=True):
        path.write_bytes(WRITERS[kind].write(one.memo, one.theme))
    return paths


def _memos(records: dict[str, Record], shelf: Shelf, audiences: tuple[str, ...]) -> Iterator[Made]:
    for name, record in records.items():
        for audience in audiences:
            memo = memo_for(record, audience, shelf)
            yield Made(f"{name}-{audience}", memo, theme_for(audience, shelf, DEFAULT))
