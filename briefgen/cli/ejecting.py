"""`briefgen template new | eject | diff | upgrade`: audiences of one's own, beside or in place of the shipped ones."""

import re
import sys
from pathlib import Path

import click

from briefgen import __version__, files, resources
from briefgen.cli import at_hand, manual, status
from briefgen.ejected import NOTE, Origin, changes, note, read_note, upgraded
from briefgen.errors import ConfigurationError, OutputError
from briefgen.file_names import portable
from briefgen.nearest import meant_or_known

_NAME = click.argument("name")
_NAMED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command(
    "new",
    cls=manual.Explained,
    examples={
        "In French, and else like the committee": "briefgen template new parliament --extends committee --language fr"
    },
)
@_NAME
@click.option("--extends", "base", metavar="NAME", default="public", show_default=True, help="The audience it is like.")
@click.option(
    "--language",
    metavar="TAG",
    help="Of its headings and phrases, such as fr. [default: that of each record]",
)
def new(name: str, base: str, language: str | None) -> None:
    """Begin an audience that is like another.

    Its file templates/NAME/audience.yaml says what differs, and may be all there is.
    """
    if not _NAMED.fullmatch(name) or portable(name) != name:
        found = f"a name that Windows keeps for itself: {name!r}" if _NAMED.fullmatch(name) else repr(name)
        raise click.BadParameter(f"expected small letters, digits and '-', found {found}", param_hint="NAME")
    shelf = at_hand.shelf(None, at_hand.project().folder)
    if base not in shelf.audiences():
        hint = meant_or_known(base, shelf.audiences())
        raise ConfigurationError.of("CFG05", f"{base!r} is no audience", hint=hint)
    if name in shelf.audiences():
        raise ConfigurationError.of(
            "CFG05", f"there is an audience {name!r} already", hint=f"briefgen template show {name}"
        )
    lines = [
        f"# What this audience has other than the one it extends, which briefgen template show {base} prints.",
        f"title: {name.replace('-', ' ').capitalize()}",
        f"extends: {base}",
        *([f"language: {language}"] if language else []),
    ]
    path = _folder(name) / "audience.yaml"
    files.write_atomically(path, ("\n".join(lines) + "\n").encode())
    click.echo(files.shown(path))


@click.command(
    "eject",
    cls=manual.Explained,
    examples={"To change how the minister's memo reads": "briefgen template eject minister"},
)
@_NAME
def eject(name: str) -> None:
    """Copy a shipped audience into the project, to change it there.

    Its files come into templates/NAME, with a note of what they were, by which diff and upgrade tell your changes.
    """
    folder, origin = _folder(name), _shipped(name)
    if folder.exists():
        hint = "briefgen template diff shows what it changes"
        raise OutputError.of("FIL03", f"{files.shown(folder)} is there already", hint=hint)
    for file, text in {**origin.files, NOTE: note(origin)}.items():
        files.write_atomically(folder / file, text.encode())
        if file != NOTE:
            click.echo(files.shown(folder / file))


@click.command(
    "diff",
    cls=manual.Explained,
    examples={"What this office made of the minister's memo": "briefgen template diff minister"},
)
@_NAME
def diff(name: str) -> None:
    """Show what the project changes in a shipped audience."""
    _, own = _own(name)
    click.echo(changes(_shipped(name).files, own, f"briefgen {__version__}", "yours"), nl=False)


@click.command(
    "upgrade",
    cls=manual.Explained,
    examples={"After a new version of briefgen": "briefgen template upgrade minister"},
)
@_NAME
def upgrade(name: str) -> None:
    """Bring what is new in a shipped audience into the project's copy.

    The office's changes are kept. Where both changed the same lines, both are kept between marks, for you to choose;
    the exit status is then 1.
    """
    folder, own = _own(name)
    shipped = _shipped(name)
    origin = read_note(_note_of(folder, name), files.shown(folder / NOTE))
    results = upgraded(origin, own, shipped)
    for file, merged in results.items():
        if merged.text != own.get(file):
            files.write_atomically(folder / file, merged.text.encode())
            click.echo(files.shown(folder / file))
    files.write_atomically(folder / NOTE, note(shipped).encode())
    conflicts = [
        f"{files.shown(folder / file)}:{line}" for file, merged in results.items() for line in merged.conflicts
    ]
    for place in conflicts:
        click.echo(f"{place}: choose between the lines at the marks <<<<<<< and >>>>>>>", err=True)
    click.echo(f"{name}: from briefgen {origin.version} to {shipped.version}", err=True)
    sys.exit(status.FAILED if conflicts else status.DONE)


def _folder(name: str) -> Path:
    return at_hand.project().folder / "templates" / name


def _shipped(name: str) -> Origin:
    """Give the files of a shipped audience; `ConfigurationError` names those there are."""
    folder = resources.templates_folder()
    known = sorted(path.parent.name for path in folder.glob("*/audience.yaml"))
    if name not in known:
        raise ConfigurationError.of("CFG05", f"{name!r} is no audience that ships", hint=meant_or_known(name, known))
    return Origin(__version__, _texts(folder / name))


def _own(name: str) -> tuple[Path, dict[str, str]]:
    folder = _folder(name)
    if not folder.is_dir():
        hint = f"briefgen template eject {name}"
        raise ConfigurationError.of("CFG05", f"the project has no audience {name!r} of its own", hint=hint)
    return folder, _texts(folder)


def _texts(folder: Path) -> dict[str, str]:
    """Read the files of a folder, with the line ends of Windows made alike: editors change them unasked."""
    return {name: text.replace("\r\n", "\n") for name, _, text in files.read_texts(folder)}


def _note_of(folder: Path, name: str) -> str:
    if not (folder / NOTE).is_file():
        message = f"{files.shown(folder)} has no note of what it was copied from"
        raise ConfigurationError.of("CFG05", message, hint=f"only what briefgen template eject {name} made is upgraded")
    return files.read_text(folder / NOTE)
