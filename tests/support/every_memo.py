"""Every memo that ships: each sample for each audience in each language, and the specimens that hold every block."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from support.right_to_left import ARABIC
from support.samples import AUDIENCES, SAMPLES, SHELF, record_of
from support.specimen import SPECIMEN

from briefgen import resources
from briefgen.memo import Memo
from briefgen.pipeline import memo_for, theme_for
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import DEFAULT, Theme
from briefgen.writers import WRITERS

LANGUAGES = tuple(sorted(path.stem for path in (resources.templates_folder() / "_words").glob("*.yaml")))
"""Those that the program has words for; the samples themselves are in English."""


@dataclass(frozen=True, slots=True)
class Made:
    """A memo and how it looks."""

    name: str
    memo: Memo
    theme: Theme = DEFAULT


@cache
def as_they_ship() -> tuple[Made, ...]:
    """Make the memos of the samples, in their own language, and the specimens."""
    return (Made("specimen", SPECIMEN), Made("arabic", ARABIC), *_samples(SHELF, AUDIENCES))


@cache
def in_other_languages() -> tuple[Made, ...]:
    """Make them with the headings and phrases of every other language that there is."""
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
    return tuple(_samples(Shelf({**SHELF.files, **packs}), tuple(others)))


def stored(made: tuple[Made, ...], kind: str, folder: Path) -> list[Path]:
    """Write memos into a folder, as files of one format."""
    paths = [folder / f"{one.name}.{kind}" for one in made]
    for one, path in zip(made, paths, strict=True):
        path.write_bytes(WRITERS[kind].write(one.memo, one.theme))
    return paths


def _samples(shelf: Shelf, audiences: tuple[str, ...]) -> Iterator[Made]:
    for sample in SAMPLES:
        for audience in audiences:
            memo = memo_for(record_of(sample), audience, shelf)
            yield Made(f"{sample}-{audience}", memo, theme_for(audience, shelf, DEFAULT))
