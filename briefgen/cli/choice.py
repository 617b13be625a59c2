"""What a command was told to work on: articles, audiences, formats and changed fields, or what is meant instead."""

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from briefgen import files, resources
from briefgen.audience.pack import load
from briefgen.errors import BriefgenError, ConfigurationError
from briefgen.file_names import composed
from briefgen.nearest import meant_or_known
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.writers import WRITERS

SAMPLE = "ukraine-demands"
"""The record that is made where there is none."""
AUDIENCE = "minister"
"""Whom a memo is for when nobody is named."""
_SCHEMA = b"briefgen/article@"
_HEAD = 4096
"""Bytes at the beginning of a record within which it names its schema."""


def audiences(wanted: Iterable[str], shelf: Shelf, *, by: str = "") -> tuple[str, ...]:
    """Give the audiences that are named, or the usual one; `all` is every one there is.

    `by` is the file that names them; empty for the command line.
    """
    known = shelf.audiences()
    names = split(wanted) or ((AUDIENCE,) if AUDIENCE in known else known[:1])
    if "all" in names:
        return known
    for name in names:
        if name not in known:
            hint = meant_or_known(name, (*known, "all"))
            raise ConfigurationError.of("CFG05", f"{_said(by)}{name!r} is no audience", hint=hint)
    return names


def formats(wanted: Iterable[str], *, by: str = "") -> tuple[str, ...]:
    """Give the formats that are named; `by` as for audiences."""
    names = split(wanted)
    for name in names:
        if name not in WRITERS:
            hint = meant_or_known(name, WRITERS)
            raise ConfigurationError.of("CFG06", f"{_said(by)}{name!r} is no format", hint=hint)
    return names


def formats_for(readers: Iterable[str], project: Project, shelf: Shelf) -> Mapping[str, tuple[str, ...]]:
    """Give the formats of those audiences for whom the project, or else their pack, names some."""
    audiences(project.formats_for, shelf, by=project.file)
    own = {reader: formats(kinds, by=project.file) for reader, kinds in project.formats_for.items()}
    found = {reader: own.get(reader) or formats(_formats_of_pack(reader, shelf)) for reader in readers}
    return {reader: kinds for reader, kinds in found.items() if kinds}


def fields(settings: Iterable[str]) -> Mapping[str, str]:
    """Take `--set` options apart: path of a field → its value."""
    found = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name.strip():
            raise click.BadParameter(f"expected FIELD=VALUE, found {setting!r}", param_hint="--set")
        found[name.strip()] = value
    return found


def articles(named: tuple[str, ...], project: Project, say: Callable[[str], None]) -> tuple[str, ...]:
    """Give the articles that are named, else those of the project, else the built-in sample, and `say` which."""
    if named:
        return tuple(dict.fromkeys(named))
    here = {files.shown(path) for pattern in project.articles for path in files.matching(project.folder, pattern)}
    if not here and project.file:
        patterns = ", ".join(project.articles)
        hint = "briefgen init writes a first one"
        raise ConfigurationError.of("CFG07", f"{project.file}: there is no article; looked for {patterns}", hint=hint)
    if here:
        what = min(here) if len(here) == 1 else f"{len(here)} articles"
        say(f"Using {what}{f' of {project.file}' if project.file else ''}.")
        return tuple(sorted(here))
    say(f"No article named and none in articles/: using the built-in sample {SAMPLE}.")
    if unused := _records_in(project.folder):
        say(f"To use what is in this folder, name it: {', '.join(unused)}")
    return (str(resources.samples_folder() / SAMPLE / "article.yaml"),)


def _records_in(folder: Path) -> tuple[str, ...]:
    """Find records that lie in the folder itself, where `briefgen draft` puts them outside a project."""
    found = (path for pattern in ("*.yaml", "*.yml", "*.json") for path in files.matching(folder, pattern))
    return tuple(files.shown(path) for path in found if _SCHEMA in files.read_bytes(path)[:_HEAD])


def epoch() -> str:
    """Give the moment of SOURCE_DATE_EPOCH, by which builds are made reproducible; empty without it."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return ""
    try:
        return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH: expected seconds since 1970, found {seconds!r}"
        raise ConfigurationError.of("CFG08", message) from error


def _formats_of_pack(reader: str, shelf: Shelf) -> tuple[str, ...]:
    """Look into the pack; what is wrong with it is told when its memo is made."""
    try:
        return load(reader, shelf).formats
    except BriefgenError:
        return ()


def split(values: Iterable[str]) -> tuple[str, ...]:
    """Part values at commas, each once."""
    parts = (composed(part.strip()) for value in values for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _said(by: str) -> str:
    return f"{by}: " if by else ""
