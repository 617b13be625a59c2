"""`briefgen make`: article files → memos."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from briefgen import __version__, files, pipeline
from briefgen.article.read import Record, read
from briefgen.audience.markings import Schemes, schemes
from briefgen.cli import at_hand, choice
from briefgen.cli.outcome import Outcome
from briefgen.desk import making
from briefgen.desk.gate import record_passes
from briefgen.desk.ingredients import Pantry, path_in_project
from briefgen.desk.making import Order, Piece, Settings
from briefgen.desk.stored import stored_texts
from briefgen.errors import BriefgenError, OutputError
from briefgen.output_folder import OutputFolder
from briefgen.pipeline import Job
from briefgen.project import Project
from briefgen.provenance import Ingredients, Made, digest
from briefgen.shelf import Shelf
from briefgen.writers import WRITERS

_TEXTS = frozenset({"html", "md", "txt"})
"""Formats that a terminal can show."""


def _complete_audience(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    known = (*at_hand.shelf(None, at_hand.project().folder).audiences(), "all")
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def _complete_format(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    return [CompletionItem(name) for name in WRITERS if name.startswith(incomplete)]


@click.command("make")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...", type=click.Path(allow_dash=True))
@click.option(
    "--audience",
    "-a",
    "audiences",
    metavar="NAME",
    multiple=True,
    shell_complete=_complete_audience,
    help="Whom the memos are for: the name of an audience, several with commas, or all. "
    f"[default: those of the project, else {choice.AUDIENCE}]",
)
@click.option(
    "--format",
    "-f",
    "formats",
    metavar="NAME",
    multiple=True,
    shell_complete=_complete_format,
    help=f"A format, or several with commas: {', '.join(WRITERS)}. [default: those of the project, else pdf,docx]",
)
@click.option(
    "--output",
    "-o",
    metavar="FOLDER",
    help="The folder for the memos, or - for standard output. [default: that of the project, else out]",
)
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="FIELD=VALUE",
    help="Replace a field of the records, such as status=cleared or marking.level=OFFICIAL.",
)
@click.option(
    "--since",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The record of the last edition; beside each Word file comes a -redline.docx with the changes tracked.",
)
@click.option("--draft", is_flag=True, help="Make memos in spite of failed checks; stamps DRAFT – NOT CLEARED on each.")
@click.option(
    "--templates",
    metavar="FOLDER",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with more audiences; they come before those of the project.",
)
@click.option(
    "--attach-record",
    is_flag=True,
    help="Put the article file, with its comments, into the PDFs; for audiences that may see all of it.",
)
@click.option("--no-verify", is_flag=True, help="Do not read the memos back to compare their words.")
@click.option("--overwrite", is_flag=True, help="Also replace files that were changed since briefgen wrote them.")
@click.option("--force", is_flag=True, help="Also make memos that are there already, made from the same.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON on standard output.")
@click.option("--quiet", "-q", is_flag=True, help="Print errors only.")
@click.option("--verbose", "-v", is_flag=True, help="Print which files were used, and which fields a memo lacks.")
def command(
    *,
    articles: tuple[str, ...],
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    given: tuple[str, ...],
    templates: Path | None,
    since: Path | None,
    draft: bool,
    attach_record: bool,
    no_verify: bool,
    overwrite: bool,
    force: bool,
    as_json: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Make the memos of the ARTICLE files, one for each audience, in each format.

    Without ARTICLE: of the project's articles, and where there is no project, of the built-in sample.
    The ARTICLE - is read from standard input.
    """
    if output == "-" and as_json:
        raise click.UsageError("--json and --output - would both go to standard output")
    if attach_record and given:
        raise click.UsageError("--attach-record attaches the article as it is written, which --set would belie")
    if "" in articles:
        raise click.UsageError("an ARTICLE without a name")
    project = at_hand.project()
    shelf = at_hand.shelf(templates, project.folder)
    outcome = Outcome(as_json=as_json, quiet=quiet)
    readers = choice.audiences(audiences or project.audiences, shelf, by="" if audiences else project.file)
    kinds = choice.formats(formats or project.formats, by="" if formats else project.file)
    own_kinds = {} if formats else choice.formats_for(readers, project, shelf)
    fields, epoch = choice.fields(given), choice.epoch()
    chosen = choice.articles(articles, project, outcome.say)
    if not audiences and not project.audiences:
        outcome.say(f"No audience named: writing for {', '.join(readers)}.")
    if verbose:
        _say_which_files(outcome, project, readers, shelf, chosen)
    records = _records(chosen, fields, readers, outcome, known=schemes(shelf), gate=None if draft else project)
    if since and len(chosen) > 1:
        raise click.UsageError("--since takes one ARTICLE")
    before = read(files.read_bytes(since), files.shown(since)) if since else None
    jobs = pipeline.plan(records, readers, kinds, filename=project.filename, formats_for=own_kinds)
    if attach_record and not any("pdf" in job.names for job in jobs):
        raise click.UsageError("--attach-record puts the article into PDFs, and none is made here")
    folder = _folder(output, jobs, project, overwrite=overwrite)
    settings = Settings(
        shelf,
        project,
        at_hand.theme(project, outcome.note),
        epoch,
        draft=draft,
        attach_record=attach_record,
        verify=not no_verify,
        before=before,
        tell_lacking=verbose,
    )
    maker = _Maker(settings, outcome, folder, force=force)
    interrupted = False
    try:
        for job in outcome.progress(jobs):
            maker.make(job)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        if folder:
            folder.close()
    sys.exit(outcome.end(interrupted=interrupted))


class _Maker:
    """Makes one memo after the other; what fails is told, and does not stop the next."""

    def __init__(self, settings: Settings, outcome: Outcome, folder: OutputFolder | None, *, force: bool) -> None:
        self.settings, self.outcome, self.folder, self.force = settings, outcome, folder, force
        self.pantry = Pantry(
            settings.project,
            settings.shelf,
            settings.theme,
            settings.epoch,
            draft=settings.draft,
            attach_record=settings.attach_record,
            since=settings.before.sha256 if settings.before else "",
        )

    def make(self, job: Job) -> None:
        called = f"{job.audience} of {job.record.article.id}"
        names = making.names(job.names, redlined=self.settings.before is not None)
        try:
            ingredients = self.pantry.of(job.record, job.audience)
        except BriefgenError as error:
            self.outcome.fail(error, *[called] * len(names))
            return
        wanted = {kind: name for kind, name in names.items() if not self._is_there(name, ingredients)}
        free = tuple(kind for kind, name in wanted.items() if self._is_free(name, f"{called} as {kind}"))
        if not free:
            return
        finished = making.make(Order(job.record, job.audience, free, ingredients.fingerprint), self.settings)
        for notice in finished.notices:
            self.outcome.note(notice)
        if finished.failed:
            self.outcome.fail(finished.failed, *[called] * len(free))
        if finished.lacking:
            lacking = ", ".join(finished.lacking)
            self.outcome.say(f"Audience {job.audience} would also print, but the record lacks: {lacking}")
        for piece in finished.pieces:
            self._keep(piece, job, names[piece.format], ingredients)

    def _keep(self, piece: Piece, job: Job, name: str, ingredients: Ingredients) -> None:
        try:
            if piece.failed:
                raise piece.failed
            path = self._put(name, piece.data, self._made(job, piece, ingredients), ingredients)
            self.outcome.wrote(job, piece.format, piece.data, path)
            for notice in piece.notices:
                self.outcome.note(notice)
        except BriefgenError as error:
            self.outcome.fail(error, f"{job.audience} of {job.record.article.id} as {piece.format}")

    def _is_there(self, name: str, ingredients: Ingredients) -> bool:
        """Tell of a file that is there already as it would be made."""
        if not self.folder or self.force:
            return False
        found = self.folder.holds(name, ingredients.fingerprint, read_back=self.settings.verify)
        if found:
            self.outcome.left(self.folder.folder / name)
        return found

    def _is_free(self, name: str, called: str) -> bool:
        """Tell of a file that must not be overwritten, before the work is done."""
        try:
            if self.folder:
                self.folder.check(name)
        except BriefgenError as error:
            self.outcome.fail(error, called)
            return False
        return True

    def _made(self, job: Job, piece: Piece, ingredients: Ingredients) -> Made:
        return Made(
            digest(piece.data),
            path_in_project(job.record.file, self.settings.project),
            job.audience,
            piece.format,
            ingredients.fingerprint,
            {name: group.sha256 for name, group in ingredients.groups.items() if group.parts},
            __version__,
            read_back=self.settings.verify,
        )

    def _put(self, name: str, data: bytes, made: Made, ingredients: Ingredients) -> Path | None:
        if self.folder:
            return self.folder.write(name, data, made, ingredients)
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise OutputError.of("FIL02", f"standard output cannot be written: {reason}") from error
        return None


def _folder(output: str | None, jobs: tuple[Job, ...], project: Project, *, overwrite: bool) -> OutputFolder | None:
    """Give the folder for the memos, or None for standard output."""
    if output != "-":
        return OutputFolder(Path(output) if output else project.folder / project.output, overwrite=overwrite)
    kinds = [kind for job in jobs for kind in job.names]
    if len(kinds) > 1:
        raise click.UsageError("--output - takes one memo in one format")
    if sys.stdout.isatty() and set(kinds) - _TEXTS:
        raise click.UsageError(
            f"a terminal cannot show {kinds[0]}; write it to a file: briefgen make -o - … > memo.{kinds[0]}"
        )
    return None


def _records(
    articles: Iterable[str],
    given: Mapping[str, str],
    readers: tuple[str, ...],
    outcome: Outcome,
    *,
    known: Schemes,
    gate: Project | None,
) -> tuple[Record, ...]:
    """Read the articles that can be read and pass the `gate`, if there is one; each of the others fails alone."""
    records = []
    for article in articles:
        try:
            record = read(*at_hand.article(article), given)
            if gate:
                record_passes(record, stored_texts(record, article, gate), known, gate)
            records.append(record)
        except BriefgenError as error:
            outcome.fail(error, *(f"{reader} of {article}" for reader in readers))
    return tuple(records)


def _say_which_files(
    outcome: Outcome, project: Project, readers: tuple[str, ...], shelf: Shelf, articles: tuple[str, ...]
) -> None:
    outcome.say(f"Project file: {project.file or 'none'}")
    for article in articles:
        outcome.say(f"Article: {article}")
    for name in readers:
        outcome.say(f"Audience {name}: {shelf.files[f'{name}/audience.yaml'].path}")
