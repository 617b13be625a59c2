"""`briefgen make`: article files → memos."""

import sys
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from briefgen import files
from briefgen.article.read import read
from briefgen.cli import at_hand, choice, manual
from briefgen.cli.make_run import Wanted, run
from briefgen.cli.outcome import Outcome
from briefgen.cli.workforce import Workforce
from briefgen.desk.making import Settings
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.writers import WRITERS


def _complete_audience(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    known = (*at_hand.shelf(None, at_hand.project().folder).audiences(), "all")
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


def _complete_format(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's signature
    return [CompletionItem(name) for name in WRITERS if name.startswith(incomplete)]


@click.command(
    "make",
    cls=manual.Explained,
    headings={
        "--audience": "What is made",
        "--output": "Where it goes",
        "--jobs": "Where it is made",
        "--draft": "What is let through",
        "--json": "What is told",
    },
    examples={
        "All memos of the project, for its audiences and in its formats": "briefgen make",
        "One record as PDF for two audiences": "briefgen make articles/first.yaml -a minister,press -f pdf",
        "To be looked at before it is in order": "briefgen make --draft",
        "The text for one audience, to be read here": "briefgen make articles/first.yaml -a public -f txt -o -",
    },
)
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
    help="The record of the last edition: memos say what changed, PDFs and pages mark it in the margin, "
    "and beside each Word file comes a -redline.docx with the changes tracked.",
)
@manual.templates_option
@click.option(
    "--attach-record",
    is_flag=True,
    help="Put the article file, with its comments, into the PDFs; for audiences that may see all of it.",
)
@click.option(
    "--output",
    "-o",
    metavar="FOLDER",
    help="The folder for the memos, the URL of one on shared storage, or - for standard output. "
    "[default: that of the project, else out]",
)
@click.option("--overwrite", is_flag=True, help="Also replace files that were changed since briefgen wrote them.")
@click.option("--force", is_flag=True, help="Also make memos that are there already, made from the same.")
@click.option(
    "--jobs",
    "-j",
    metavar="N",
    type=click.IntRange(min=1),
    help="Make memos in so many processes at once. [default: as many as there are cores, for many memos]",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    default="",
    help="Make the memos on the cluster of this dask scheduler, such as tcp://10.0.0.1:8786.",
)
@click.option("--draft", is_flag=True, help="Make memos in spite of failed checks; stamps DRAFT – NOT CLEARED on each.")
@click.option("--no-verify", is_flag=True, help="Do not read the memos back to compare their words.")
@manual.json_option
@manual.quiet_option
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
    jobs: int | None,
    scheduler: str,
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
    if since and len(chosen) > 1:
        raise click.UsageError("--since takes one ARTICLE")
    before = read(files.read_bytes(since), files.shown(since)) if since else None
    theme = at_hand.theme(project, outcome.note)
    settings = Settings(
        shelf,
        project,
        theme,
        epoch,
        draft=draft,
        attach_record=attach_record,
        verify=not no_verify,
        before=before,
        tell_lacking=verbose,
    )
    wanted = Wanted(chosen, readers, kinds, own_kinds, fields, output, overwrite=overwrite, force=force)
    sys.exit(run(wanted, settings, outcome, Workforce(jobs, scheduler)))


def _say_which_files(
    outcome: Outcome, project: Project, readers: tuple[str, ...], shelf: Shelf, articles: tuple[str, ...]
) -> None:
    outcome.say(f"Project file: {project.file or 'none'}")
    for article in articles:
        outcome.say(f"Article: {article}")
    for name in readers:
        outcome.say(f"Audience {name}: {shelf.files[f'{name}/audience.yaml'].path}")
