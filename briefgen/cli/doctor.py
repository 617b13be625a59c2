"""`briefgen doctor`: what is at hand on this machine, and how to get the rest."""

import platform
import shutil

import click

from briefgen import __version__
from briefgen.standards import CHECKERS

_PROGRAMS = {
    "soffice": "LibreOffice, which shows how many pages a Word file has",
}


@click.command("doctor")
def command() -> None:
    """Tell which checkers, fonts and programs are at hand, and how to get the others."""
    click.echo(f"briefgen {__version__}, Python {platform.python_version()} on {platform.system()}\n")
    click.echo("Checkers of standards")
    for checker in CHECKERS:
        version = checker.version()
        _tell(checker.name, version, f"proves {checker.proves}", checker.how_to_get)
    click.echo("\nPrograms")
    for program, purpose in _PROGRAMS.items():
        _tell(program, shutil.which(program) or "", purpose, "https://www.libreoffice.org")


def _tell(name: str, found: str, purpose: str, how_to_get: str) -> None:
    click.echo(f"  {name:<14} {found or 'missing'}: {purpose}")
    if not found:
        click.echo(f"  {'':<14} to get it: {how_to_get}")
