"""`briefgen make`: article files → memos."""

import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from briefgen import files, pipeline, resources
from briefgen.article.read import Record, read
from briefgen.cli import status
from briefgen.cli.shelves import shelf
from briefgen.errors import BriefgenError
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

SAMPLE = "ukraine-demands"


@click.command("make")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--audience", "-a", "audiences", multiple=True, help="An audience, several with commas, or all.")
@click.option("--format", "-f", "formats", multiple=True, help=f"A format or several: {', '.join(WRITERS)}.")
@click.option("--output", "-o", default="out", type=click.Path(path_type=Path, file_okay=False), help="Default: out.")
@click.option("--templates", type=click.Path(path_type=Path, exists=True, file_okay=False), help="More audiences.")
@click.option("--overwrite", is_flag=True, help="Also replace files that were changed since.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors and the summary.")
def command(
    articles: tuple[str, ...],
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path,
    templates: Path | None,
    *,
    overwrite: bool,
    quiet: bool,
) -> None:
    """Make the memos of the ARTICLE files, or those of articles/ here, or else of the built-in sample.

    `-` reads an article from standard input.
    """
    at_hand = shelf(templates)
    wanted = _split(audiences) or at_hand.audiences()[:1]
    chosen = at_hand.audiences() if "all" in wanted else wanted
    kinds = _split(formats) or tuple(WRITERS)
    for unknown in sorted(set(kinds) - set(WRITERS)):
        raise click.BadParameter(f"{unknown!r} is no format; there is {', '.join(WRITERS)}", param_hint="--format")
    for unknown in sorted(set(chosen) - set(at_hand.audiences())):
        known = ", ".join(at_hand.audiences())
        raise click.BadParameter(f"{unknown!r} is no audience; there is {known}", param_hint="--audience")
    folder = files.OutputFolder(output, overwrite=overwrite)
    made, failed = 0, []
    for article in articles or _found(quiet=quiet):
        record = _record(article)
        for audience in chosen:
            try:
                if record is None:
                    raise BriefgenError
                memo = pipeline.memo_for(record, audience, at_hand, epoch=_epoch())
                for file in pipeline.files(record, audience, memo, kinds, DEFAULT):
                    path = folder.write(file.name, file.data)
                    made += 1
                    if not quiet:
                        click.echo(path)
            except BriefgenError as error:
                failed.append(f"{audience} of {article}")
                _tell(error)
    click.echo(_summary(made, failed), err=True)
    sys.exit(status.FAILED if failed else status.DONE)


def _split(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for value in values for part in value.split(",") if part.strip()))


def _found(*, quiet: bool) -> tuple[str, ...]:
    """Find the articles of this folder, or take the built-in sample and say so."""
    here = tuple(str(path) for path in sorted(Path("articles").rglob("*.yaml")))
    if here:
        return here
    if not quiet:
        click.echo(f"no articles/ here: using the built-in sample {SAMPLE}", err=True)
    return (str(resources.samples_folder() / SAMPLE / "article.yaml"),)


def _record(article: str) -> Record | None:
    try:
        data = sys.stdin.buffer.read() if article == "-" else files.read_bytes(Path(article))
        return read(data, "<stdin>" if article == "-" else article)
    except BriefgenError as error:
        _tell(error)
        return None


def _epoch() -> str:
    """Give the moment of SOURCE_DATE_EPOCH, for reproducible builds."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%dT%H:%M:%SZ}" if seconds.isdecimal() else ""


def _tell(error: BriefgenError) -> None:
    for notice in error.notices:
        click.echo(str(notice), err=True)


def _summary(made: int, failed: list[str]) -> str:
    files_ = f"{made} file{'s' * (made != 1)} written"
    return f"{files_}, {len(failed)} memos failed ({'; '.join(failed)})" if failed else files_
