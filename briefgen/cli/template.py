"""`briefgen template`: which audiences there are, what they look like, and how an office makes them its own."""

import sys
from pathlib import Path

import click

from briefgen.audience.front import paper
from briefgen.audience.pack import load
from briefgen.audience.words import words
from briefgen.cli import at_hand, status
from briefgen.cli.ejecting import diff, eject, new, upgrade
from briefgen.errors import ConfigurationError
from briefgen.nearest import meant_or_known
from briefgen.shelf import Shelf

_TEMPLATES = click.option(
    "--templates", type=click.Path(path_type=Path, exists=True, file_okay=False), help="More audiences."
)


@click.group("template")
def command() -> None:
    """List and show the audiences, and make them your own."""


for _command in (new, eject, diff, upgrade):
    command.add_command(_command)


@command.command("check")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@_TEMPLATES
def check(names: tuple[str, ...], templates: Path | None) -> None:
    """Look for mistakes in the audiences NAME, or in all of them, without an article.

    Names that do not exist are found in every branch, fields that the audience may not see, unknown filters, blocks
    that nobody prints, phrases without a translation, and Markdown that a memo cannot hold. Without NAME, whether the
    words of every language are complete.
    """
    from briefgen.rehearsal import rehearse, untranslated

    shelf = _shelf(templates)
    known = shelf.audiences()
    for name in names:
        if name not in known:
            raise ConfigurationError.of("CFG05", f"{name!r} is no audience", hint=meant_or_known(name, known))
    notices = dict.fromkeys(notice for name in names or known for notice in rehearse(name, shelf))
    notices |= {} if names else dict.fromkeys(untranslated(shelf))
    for notice in notices:
        click.echo(str(notice))
    click.echo(f"{', '.join(names or known)}: {len(notices) or 'no'} mistake{'s' * (len(notices) != 1)}", err=True)
    sys.exit(status.FAILED if notices else status.DONE)


@command.command("contract")
@click.argument("name")
@_TEMPLATES
def contract_(name: str, templates: Path | None) -> None:
    """Print the fields of a record that the audience NAME needs, and those that it prints where they are given."""
    from briefgen.rehearsal import contract

    found = contract(name, _shelf(templates))
    for path in found.required:
        click.echo(f"{path} (required)")
    for path in found.used:
        if path not in found.required:
            click.echo(path)


@command.command("list")
@_TEMPLATES
def list_(templates: Path | None) -> None:
    """List the audiences: the paper each gets, its sections, and where it comes from."""
    shelf = _shelf(templates)
    for name in shelf.audiences():
        pack = load(name, shelf)
        said = words(pack.language or "en", shelf, pack.chain)
        click.echo(f"{name:<12} {pack.title}: {paper(pack, said)}")
        click.echo(f"{'':<12} {', '.join(pack.sections)}")
        click.echo(f"{'':<12} {shelf.files[f'{name}/audience.yaml'].path}\n")


@command.command("show")
@click.argument("name")
@_TEMPLATES
def show(name: str, templates: Path | None) -> None:
    """Print the files of the audience NAME, or of the shared template NAME such as _sections/positions.md.j2."""
    shelf = _shelf(templates)
    chosen = {key: sheet for key, sheet in shelf.files.items() if key == name or key.startswith(f"{name}/")}
    if not chosen:
        raise ConfigurationError.of("CFG05", f"{name!r} is no audience", hint=meant_or_known(name, shelf.audiences()))
    for key, sheet in chosen.items():
        text = sheet.text.rstrip() or "{# a Word template #}"
        click.echo(f"{{# {key}, from {sheet.path} #}}\n{text}\n")


def _shelf(templates: Path | None) -> Shelf:
    return at_hand.shelf(templates, at_hand.project().folder)
