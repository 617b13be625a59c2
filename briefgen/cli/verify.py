"""`briefgen verify`: whether a file is what briefgen made, and what the standards' own checkers find in it."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from briefgen.cli import at_hand, manual, status, telling
from briefgen.cli.origin import changed_since, judge, origin
from briefgen.notices import Notice, Place
from briefgen.standards import Checker, checkers_for


@click.command(
    "verify",
    cls=manual.Explained,
    examples={
        "All that was made": "briefgen verify out/*.pdf out/*.docx",
        "Only the Word files, for a program": "briefgen verify --json out/*.docx",
    },
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--templates",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that the memos were made with, if any was named.",
)
@manual.json_option
def command(files: tuple[Path, ...], templates: Path | None, *, as_json: bool) -> None:
    """Tell whether FILEs are what briefgen made, and which of their ingredients changed since.

    Then judge PDF and Word files by the checkers of the standards that are installed here; `briefgen doctor` tells
    which those are, and how to get the others. A PDF or Word file that none of them can judge counts as failed.
    """
    wanted: dict[Checker, list[Path]] = {}
    for file in dict.fromkeys(files):
        for checker in checkers_for(file):
            wanted.setdefault(checker, []).append(file)
    missing = [checker for checker in wanted if not checker.version()]
    origins = tuple(_origins(files, templates))
    found = {checker: checker.run(paths) for checker, paths in wanted.items() if checker not in missing}
    notices = (*origins, *(notice for told in found.values() for notice in told), *_unjudged(files, found))
    failed = any(notice.level == "error" for notice in notices)
    ended = status.FAILED if failed else status.DONE
    if as_json:
        judged = [{"checker": one.name, "version": one.version(), "files": len(wanted[one])} for one in found]
        telling.report(ended, notices, judged=judged, missing=[checker.name for checker in missing])
    else:
        _tell(notices, found, missing, wanted)
    sys.exit(ended)


def _origins(files: Iterable[Path], templates: Path | None) -> Iterator[Notice]:
    """Tell of each file where it comes from, and what would be otherwise today."""
    project = at_hand.project()
    shelf = at_hand.shelf(templates, project.folder)
    for file in files:
        found = origin(file)
        yield judge(file, found)
        if found:
            yield from changed_since(file, found, project, shelf)


def _unjudged(files: Iterable[Path], found: Mapping[Checker, object]) -> tuple[Notice, ...]:
    return tuple(
        Notice("error", "VER06", "no checker of this kind of file is installed", Place(str(file)), "briefgen doctor")
        for file in files
        if checkers_for(file) and not set(checkers_for(file)) & set(found)
    )


def _tell(
    notices: Iterable[Notice],
    found: Mapping[Checker, tuple[Notice, ...]],
    missing: Iterable[Checker],
    wanted: Mapping[Checker, list[Path]],
) -> None:
    for notice in notices:
        click.echo(str(notice))
    for checker, told in found.items():
        errors = sum(notice.level == "error" for notice in told)
        what = f"{errors} error{'s' * (errors != 1)}" if errors else "no error"
        count = f"{len(wanted[checker])} file{'s' * (len(wanted[checker]) != 1)}"
        telling.say(f"{checker.name} ({checker.package} {checker.version()}): {count}, {what}")
    for checker in missing:
        telling.say(f"{checker.name} is not installed; to get it: {checker.how_to_get}")
