"""`briefgen template`: which audiences there are, what they look like, and how an office makes them its own."""

import sys
from pathlib import Path

import click

from briefgen.audience.front import paper
from briefgen.audience.pack import load
from briefgen.audience.words import words
from briefgen.cli import at_hand, manual, status
from briefgen.cli.ejecting import diff, eject, new, upgrade
from briefgen.errors import ConfigurationError
from briefgen.nearest import meant_or_known
from briefgen.shelf import Shelf


@click.group("template")
def command() -> None:
    """List and show the audiences, and make them your own.

    An audience is a folder: audience.yaml says what it may see, and memo.md.j2 how its memo reads.
    """


for _command in (new, eject, diff, upgrade):
    command.add_command(_command)


@command.command(
    "check",
    cls=manual.Explained,
    examples={
        "All audiences, and the words of all languages": "briefgen template check",
        "Those of a stranger, before they are used": "briefgen template check parliament --templates theirs",
    },
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@manual.templates_option
def check(names: tuple[str, ...], templates: Path | None) -> None:
    """Look for mistakes in audiences, without an article.

    Names that do not exist are found in every branch, fields that the audience may not see, unknown filters, blocks
    that nobody prints, phrases without a translation, and Markdown that a memo cannot hold. Without NAME, all
    audiences are looked at, and whether the words of every language are complete.
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


@command.command(
    "contract",
    cls=manual.Explained,
    examples={"What a record for the minister must have": "briefgen template contract minister"},
)
@click.argument("name")
@manual.templates_option
def contract_(name: str, templates: Path | None) -> None:
    """Print the fields of a record that an audience needs.

    Those without which there is no memo are marked as required; the others are printed where they are given.
    """
    from briefgen.rehearsal import contract

    found = contract(name, _shelf(templates))
    for path in found.required:
        click.echo(f"{path} (required)")
    for path in found.used:
        if path not in found.required:
            click.echo(path)


@command.command(
    "list",
    cls=manual.Explained,
    examples={"All audiences": "briefgen template list"},
)
@manual.templates_option
def list_(templates: Path | None) -> None:
    """List the audiences: paper, sections, and where each comes from."""
    shelf = _shelf(templates)
    for name in shelf.audiences():
        pack = load(name, shelf)
        said = words(pack.language or "en", shelf, pack.chain)
        click.echo(f"{name:<12} {pack.title}: {paper(pack, said)}")
        click.echo(f"{'':<12} {', '.join(pack.sections)}")
        click.echo(f"{'':<12} {shelf.files[f'{name}/audience.yaml'].path}\n")


@command.command(
    "show",
    cls=manual.Explained,
    examples={
        "All files of an audience": "briefgen template show minister",
        "One that all audiences share": "briefgen template show _sections/positions.md.j2",
    },
)
@click.argument("name")
@manual.templates_option
def show(name: str, templates: Path | None) -> None:
    """Print the files of an audience, or a shared template.

    Each begins with the place that it comes from: --templates, the project, the user's own, or briefgen.
    """
    shelf = _shelf(templates)
    chosen = {key: sheet for key, sheet in shelf.files.items() if key == name or key.startswith(f"{name}/")}
    if not chosen:
        raise ConfigurationError.of("CFG05", f"{name!r} is no audience", hint=meant_or_known(name, shelf.audiences()))
    for key, sheet in chosen.items():
        text = sheet.text.rstrip() or "{# a Word template #}"
        origin = f"{key}, from {sheet.path}"
        remark = f"# {origin}" if key.endswith(".yaml") else f"{{# {origin} #}}"
        click.echo(f"{remark}\n{text}\n")


def _shelf(templates: Path | None) -> Shelf:
    return at_hand.shelf(templates, at_hand.project().folder)
