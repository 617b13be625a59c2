"""`briefgen doctor`: what is at hand on this machine, and how to get the rest."""

import platform

import click

from briefgen import __version__, cache, resources
from briefgen.cli import caching, manual
from briefgen.standards import CHECKERS, libreoffice

_OFFICE = "LibreOffice, which counts the pages of a Word file and makes PDFs from Word templates"
_LETTERS = {
    "LATIN": ("European", "Latin, Greek, Cyrillic and Devanagari letters"),
    "SYMBOLS": ("Symbols", "arrows, boxes and signs"),
    "CJK": ("East Asian", "Chinese, Japanese and Korean characters"),
}
"""Names and purposes of reserves, by the first of their scripts; others are called after that."""


@click.command(
    "doctor",
    cls=manual.Explained,
    examples={"Before the first memo in Arabic, or the first proof of PDF/UA": "briefgen doctor"},
)
def command() -> None:
    """Tell which checkers, fonts and programs are at hand, and how to get the others."""
    click.echo(f"briefgen {__version__}, Python {platform.python_version()} on {platform.system()}\n")
    click.echo("Checkers of standards")
    for checker in CHECKERS:
        version = checker.version()
        _tell(checker.name, version, f"proves {checker.proves}", checker.how_to_get)
    click.echo("\nPrograms")
    _tell(libreoffice.PROGRAM, libreoffice.program(), _OFFICE, "https://www.libreoffice.org")
    _tell_cache()
    _tell_fonts()


def _tell_fonts() -> None:
    click.echo("\nFonts that a house style can name")
    for family in resources.FONT_PACKAGES:
        extra = resources.FAMILY_EXTRAS.get(family, "")
        _tell(
            family, "installed" * (family in resources.families()), "Latin, Greek and Cyrillic letters", _extra(extra)
        )
    click.echo("\nFonts for what that font lacks")
    for reserve in resources.RESERVES:
        script = reserve.script.split()[0]
        name, purpose = _LETTERS.get(script, (script.capitalize(), f"{script.capitalize()} letters"))
        found = resources.files_of(reserve)
        _tell(name, found[0].name if found else "", purpose, _extra(reserve.extra))


def _tell_cache() -> None:
    click.echo("\nCache, which may be deleted at any time")
    place, meant = cache.folder(), caching.folder()
    if place:
        number, size = cache.size()
        click.echo(f"  {place}: {number} files, {size / 1024:.0f} KiB")
    elif meant and meant.exists():
        click.echo(f"  {meant}: not used, because others can write into it, or it is not a folder of yours")
    elif meant:
        click.echo(f"  {meant}: empty so far")
    else:
        click.echo(f"  none: {caching.VARIABLE} is empty")


def _extra(name: str) -> str:
    return f'pip install "briefgen[{name}]"' if name else "install briefgen again"


def _tell(name: str, found: str, purpose: str, how_to_get: str) -> None:
    click.echo(f"  {name:<14} {found or 'missing'}: {purpose}")
    if not found:
        click.echo(f"  {'':<14} to get it: {how_to_get}")
