"""What a command was told to work on: audiences, articles and changed fields, as their options name them."""

from collections.abc import Callable, Iterable, Mapping

import click

from briefgen import files, resources
from briefgen.cli import at_hand
from briefgen.errors import ConfigurationError
from briefgen.project import Project
from briefgen.shelf import Shelf

SAMPLE = "ukraine-demands"
_AUDIENCE = "minister"
"""Whom a memo is for when nobody is named."""


def audiences(wanted: Iterable[str], shelf: Shelf) -> tuple[str, ...]:
    """Give the audiences that are named, or the usual one; `all` is every one there is."""
    known = shelf.audiences()
    names = split(wanted) or ((_AUDIENCE,) if _AUDIENCE in known else known[:1])
    if "all" in names:
        return known
    for name in names:
        if name not in known:
            hint = at_hand.nearest(name, known)
            raise ConfigurationError.of("CFG05", f"{name!r} is no audience", hint=hint)
    return names


def articles(named: tuple[str, ...], project: Project, say: Callable[[str], None]) -> tuple[str, ...]:
    """Give the articles that are named, else those of the project, else the built-in sample and `say` so."""
    here = {files.shown(path) for pattern in project.articles for path in project.folder.glob(pattern)}
    if named or here:
        return tuple(dict.fromkeys(named)) or tuple(sorted(here))
    if project.file:
        patterns = ", ".join(project.articles)
        raise ConfigurationError.of("CFG07", f"{project.file}: there is no article; looked for {patterns}")
    say(f"No article named and none in articles/: using the built-in sample {SAMPLE}.")
    return (str(resources.samples_folder() / SAMPLE / "article.yaml"),)


def fields(settings: Iterable[str]) -> Mapping[str, str]:
    """Read the fields that `--set` replaces."""
    found = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name.strip():
            raise click.BadParameter(f"expected FIELD=VALUE, found {setting!r}", param_hint="--set")
        found[name.strip()] = value
    return found


def split(values: Iterable[str]) -> tuple[str, ...]:
    """Part values at commas, each once."""
    return tuple(dict.fromkeys(part.strip() for value in values for part in value.split(",") if part.strip()))
