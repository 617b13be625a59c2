"""`briefgen verify`: what the standards' own checkers find in a memo."""

import sys
from pathlib import Path

import click

from briefgen.cli import status
from briefgen.notices import Notice
from briefgen.standards import Checker, checkers_for


@click.command("verify")
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
def command(files: tuple[Path, ...]) -> None:
    """Judge PDF and Word FILEs by the checkers of the standards that are installed here.

    `briefgen doctor` tells which those are, and how to get the others.
    """
    unknown = [str(file) for file in files if not checkers_for(file)]
    if unknown:
        raise click.BadParameter(f"there is no checker for {', '.join(unknown)}; expected PDF or Word files")
    judged: dict[Checker, list[Path]] = {}
    for file in files:
        for checker in checkers_for(file):
            judged.setdefault(checker, []).append(file)
    notices = [notice for checker, paths in judged.items() for notice in _run(checker, paths)]
    for notice in notices:
        click.echo(str(notice))
    sys.exit(status.FAILED if any(notice.level == "error" for notice in notices) else status.DONE)


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
