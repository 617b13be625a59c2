"""`briefgen diff`: what changed from one edition of a record to the next."""

import json
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from briefgen import files
from briefgen.article.changes import Change, changes
from briefgen.article.model import Article
from briefgen.article.read import read
from briefgen.cli import manual

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_HEADINGS = {
    "title": "Title",
    "bluf": "Bottom line",
    "status": "Status",
    "marking": "Marking",
    "corrections": "Corrections",
    "recommendation": "Recommendations",
    "positions": "Demands and positions",
    "responses": "Responses",
    "outlook": "Outlook",
    "timeline": "Timeline",
    "statistics": "Figures",
    "background": "Background",
    "options": "Options",
    "implications": "Implications",
    "gaps": "What we do not know",
    "lines": "Lines to take",
    "sources": "Sources",
}


@click.command(
    "diff",
    cls=manual.Explained,
    examples={"Between last week's record and today's": "briefgen diff old.yaml articles/first.yaml"},
)
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def command(old: Path, new: Path, *, as_json: bool) -> None:
    """Print what changed from the record OLD to the record NEW, in the reader's terms."""
    found = changes(_article(old), _article(new))
    if as_json:
        click.echo(json.dumps([asdict(change) for change in found], indent=2, ensure_ascii=False))
        return
    click.echo(_shown(found), nl=False)
    click.echo(f"{len(found)} change{'s' * (len(found) != 1)}", err=True)


def _article(path: Path) -> Article:
    return read(files.read_bytes(path), files.shown(path)).article


def _shown(found: tuple[Change, ...]) -> str:
    lines = []
    for section, group in groupby(found, key=lambda change: change.section):
        lines.append(_HEADINGS[section])
        for change in group:
            lines.append(f"  - {change.text[:1].upper()}{change.text[1:]}.")
            if change.was:
                lines.append(f"    was: {change.was}")
            if change.now:
                lines.append(f"    now: {change.now}")
    return "".join(f"{line}\n" for line in lines)
