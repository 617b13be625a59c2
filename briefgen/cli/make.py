"""`briefgen make`: article files → memos."""

import os
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from briefgen import files, pipeline
from briefgen.article.read import Record, read
from briefgen.cli import at_hand, choice, status
from briefgen.cli.filled import filled
from briefgen.cli.gate import memo_passes, record_passes
from briefgen.cli.outcome import Outcome
from briefgen.cli.stored import stored_texts
from briefgen.errors import BriefgenError, ConfigurationError
from briefgen.pipeline import Job
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.theme import PAPERS, Theme
from briefgen.writers import WRITERS


@click.command("make")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--audience", "-a", "audiences", multiple=True, help="An audience, several with commas, or all.")
@click.option("--format", "-f", "formats", multiple=True, help=f"A format, or several: {', '.join(WRITERS)}.")
@click.option("--output", "-o", help="The folder for the memos (out, if not said), or - for standard output.")
@click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help="Replace a field of the records.")
@click.option("--draft", is_flag=True, help="Stamp DRAFT – NOT CLEARED on every page.")
@click.option("--templates", type=click.Path(path_type=Path, exists=True, file_okay=False), help="More audiences.")
@click.option("--overwrite", is_flag=True, help="Also replace files that were changed since briefgen wrote them.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on standard output.")
@click.option("--quiet", "-q", is_flag=True, help="Print errors only.")
@click.option("--verbose", "-v", is_flag=True, help="Print which files were used, too.")
def command(
    *,
    articles: tuple[str, ...],
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    given: tuple[str, ...],
    templates: Path | None,
    draft: bool,
    overwrite: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Make the memos of the ARTICLE files, one for each audience, in each format.

    Without ARTICLE: of the project's articles, and where there is no project, of the built-in sample.
    The ARTICLE - is read from standard input.
    """
    project = at_hand.project()
    shelf = at_hand.shelf(templates, project.folder)
    outcome = Outcome(as_json=as_json, quiet=quiet)
    readers = choice.audiences(audiences or project.audiences, shelf)
    if verbose:
        _say_what_is_used(outcome, project, readers, shelf)
    chosen = choice.articles(articles, project, outcome.say)
    records = _records(chosen, choice.fields(given), readers, outcome, None if draft else project)
    jobs = pipeline.plan(
        records,
        readers,
        _formats(formats or project.formats),
        filename=project.filename,
        formats_for={} if formats else {name: _formats(own) for name, own in project.formats_for.items()},
    )
    folder = None
    if output != "-":
        folder = files.OutputFolder(Path(output) if output else project.folder / project.output, overwrite=overwrite)
    elif sum(len(job.names) for job in jobs) > 1:
        raise click.UsageError("--output - takes one memo in one format")
    maker = _Maker(shelf, project, outcome, folder, _epoch(), draft=draft)
    for job in outcome.progress(jobs):
        maker.make(job)
    outcome.end()
    sys.exit(status.FAILED if outcome.failed else status.DONE)


class _Maker:
    """Makes one memo after the other; what fails is told, and does not stop the next."""

    def __init__(
        self,
        shelf: Shelf,
        project: Project,
        outcome: Outcome,
        folder: files.OutputFolder | None,
        epoch: str,
        *,
        draft: bool,
    ) -> None:
        self.shelf, self.project, self.outcome = shelf, project, outcome
        self.folder, self.epoch, self.draft = folder, epoch, draft
        self.theme = Theme(paper=PAPERS[project.paper])

    def make(self, job: Job) -> None:
        called = f"{job.audience} of {job.record.article.id}"
        try:
            memo = pipeline.memo_for(
                job.record,
                job.audience,
                self.shelf,
                organisation=self.project.organisation,
                epoch=self.epoch,
                unchecked=self.draft,
            )
            if not self.draft:
                memo_passes(job.record, filled(job.record, job.audience, memo, self.shelf), self.project)
        except BriefgenError as error:
            self.outcome.fail(error, *[called] * len(job.names))
            return
        for kind, name in job.names.items():
            try:
                if self.folder:
                    self.folder.check(name)
                data = WRITERS[kind].write(memo, self.theme)
                self.outcome.wrote(job, kind, data, self._put(name, data))
            except BriefgenError as error:
                self.outcome.fail(error, f"{called} as {kind}")

    def _put(self, name: str, data: bytes) -> Path | None:
        if self.folder:
            return self.folder.write(name, data)
        sys.stdout.buffer.write(data)
        return None


def _formats(wanted: Iterable[str]) -> tuple[str, ...]:
    names = choice.split(wanted)
    for name in names:
        if name not in WRITERS:
            raise ConfigurationError.of("CFG06", f"{name!r} is no format", hint=at_hand.nearest(name, tuple(WRITERS)))
    return names


def _records(
    articles: Iterable[str],
    given: Mapping[str, str],
    readers: tuple[str, ...],
    outcome: Outcome,
    gate: Project | None,
) -> tuple[Record, ...]:
    """Read the articles that can be read and pass the `gate`, if there is one; each of the others fails alone."""
    records = []
    for article in articles:
        try:
            data = sys.stdin.buffer.read() if article == "-" else files.read_bytes(Path(article))
            record = read(data, "<stdin>" if article == "-" else article, given)
            if gate:
                record_passes(record, stored_texts(record, article), gate)
            records.append(record)
        except BriefgenError as error:
            outcome.fail(error, *(f"{reader} of {article}" for reader in readers))
    return tuple(records)


def _epoch() -> str:
    """Give the moment of SOURCE_DATE_EPOCH, by which builds are made reproducible."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return ""
    try:
        return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%dT%H:%M:%SZ}"
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH: expected seconds since 1970, found {seconds!r}"
        raise ConfigurationError.of("CFG08", message) from error


def _say_what_is_used(outcome: Outcome, project: Project, readers: tuple[str, ...], shelf: Shelf) -> None:
    outcome.say(f"Project file: {project.file or 'none'}")
    for name in readers:
        outcome.say(f"Audience {name}: {shelf.files[f'{name}/audience.yaml'].path}")
