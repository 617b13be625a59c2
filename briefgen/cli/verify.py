"""`briefgen verify`: whether a file is what briefgen made, and what the standards' own checkers find in it."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from briefgen.cli import at_hand, status
from briefgen.cli.origin import changed_since, judge, origin
from briefgen.notices import Notice
from briefgen.standards import Checker, checkers_for


@click.command("verify")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--templates",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that the memos were made with, if any was named.",
)
def command(files: tuple[Path, ...], templates: Path | None) -> None:
    """Tell whether FILEs are what briefgen made, and which of their ingredients changed since.

    Then judge PDF and Word files by the checkers of the standards that are installed here; `briefgen doctor` tells
    which those are, and how to get the others.
    """
    notices = [*_origins(files, templates)]
    judged: dict[Checker, list[Path]] = {}
    for file in files:
        for checker in checkers_for(file):
            judged.setdefault(checker, []).append(file)
    for checker, paths in judged.items():
        found = _run(checker, paths)
        for notice in found:
            click.echo(str(notice))
        notices += found
    sys.exit(status.FAILED if any(notice.level == "error" for notice in notices) else status.DONE)


def _origins(files: Iterable[Path], templates: Path | None) -> Iterable[Notice]:
    """Tell of each file where it comes from, and what would be otherwise today."""
    project = at_hand.project()
    shelf = at_hand.shelf(templates, project.folder)
    for file in files:
        found = origin(file)
        notices = (judge(file, found), *(changed_since(file, found, project, shelf) if found else ()))
        for notice in notices:
            click.echo(str(notice))
        yield from notices


def _run(checker: Checker, paths: list[Path]) -> tuple[Notice, ...]:
    version = checker.version()
    if not version:
        click.echo(f"{checker.name} is not installed; to get it: {checker.how_to_get}", err=True)
        return ()
    notices = checker.run(paths)
    errors = sum(notice.level == "error" for notice in notices)
    found = f"{errors} error{'s' * (errors != 1)}" if errors else "no error"
    count = f"{len(paths)} file{'s' * (len(paths) != 1)}"
    click.echo(f"{checker.name} ({checker.package} {version}): {count}, {found}", err=True)
    return notices
