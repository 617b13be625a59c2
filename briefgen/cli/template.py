"""`briefgen template`: which audiences there are, and what they look like."""

import click

from briefgen.audience.pack import load
from briefgen.cli import status
from briefgen.cli.shelves import shelf
from briefgen.errors import BriefgenError


@click.group("template")
def command() -> None:
    """List and show the audiences."""


@command.command("list")
def list_() -> None:
    """List the audiences, where each comes from, and what sort of paper it gets."""
    at_hand = shelf(None)
    for name in at_hand.audiences():
        pack = load(name, at_hand)
        click.echo(f"{name:12} {pack.title}: {pack.paper} ({at_hand.files[f'{name}/audience.yaml'].path})")


@command.command("show")
@click.argument("name")
@click.pass_context
def show(context: click.Context, name: str) -> None:
    """Print the pack and the templates of the audience NAME."""
    at_hand = shelf(None)
    try:
        load(name, at_hand)
    except BriefgenError as error:
        click.echo(str(error), err=True)
        context.exit(status.USAGE)
    for key, sheet in at_hand.files.items():
        if key.startswith(f"{name}/"):
            click.echo(f"# {sheet.path}\n{sheet.text}")
