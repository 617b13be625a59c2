"""`briefgen draft`: a raw article → the draft of a record."""

import os
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefgen import __version__, files
from briefgen.cli import at_hand, manual, status
from briefgen.draft import replies
from briefgen.draft.compose import compose
from briefgen.draft.drafted import Drafted
from briefgen.draft.endpoint import Endpoint, ask
from briefgen.draft.proposals import question, with_proposals
from briefgen.draft.reading import read_article
from briefgen.draft.write import heading, write_record
from briefgen.errors import ConfigurationError, OutputError
from briefgen.file_names import portable
from briefgen.project import Project

_DAY = click.DateTime(["%Y-%m-%d"])
KEY = "BRIEFGEN_MODEL_KEY"
"""The environment variable with the key of the model's service."""


@click.command(
    "draft",
    cls=manual.Explained,
    headings={
        "--as-of": "How the article is read",
        "--output": "Where the draft goes",
        "--propose": "What a language model is asked",
    },
    examples={
        "From a text file; the record gets its name from the title": "briefgen draft article.txt",
        "From a web page that was saved, as of the day of the article": "briefgen draft page.html --as-of 2025-03-12",
        "Only to look at": "briefgen draft article.txt -o -",
    },
)
@click.argument("article", default="-", metavar="[ARTICLE]")
@click.option(
    "--as-of", type=_DAY, metavar="YYYY-MM-DD", help="The day from which the article is read. [default: today]"
)
@click.option("--keep-all", is_flag=True, help="Leave no paragraph out as advert, link or credit.")
@click.option(
    "--output",
    "-o",
    metavar="PLACE",
    help="The record to write, the folder for it, or - for standard output. "
    "[default: articles/ of the project, else this folder]",
)
@click.option("--edit", is_flag=True, help="Open the draft in your editor.")
@click.option("--propose", is_flag=True, help="Also send the article to the model that [draft] or the options name.")
@click.option(
    "--endpoint", metavar="URL", help="Address of an OpenAI-compatible service, such as http://localhost:11434/v1."
)
@click.option("--model", metavar="NAME", help="The model to ask there.")
@click.option("--ask-again", is_flag=True, help="Ask the model even if it replied to the same question before.")
def command(
    *,
    article: str,
    output: str | None,
    as_of: datetime | None,
    keep_all: bool,
    propose: bool,
    endpoint: str | None,
    model: str | None,
    ask_again: bool,
    edit: bool,
) -> None:
    """Draft a record from ARTICLE: text, a web page, a Word document or a PDF; without it, from standard input.

    Every passage is cut from the article, whose text is stored beside the record; nothing is judged.
    No file is overwritten, and nothing leaves this machine unless --propose is given.
    """
    project = at_hand.project()
    data, name = at_hand.article(article)
    raw = read_article(data, name)
    today = as_of.date() if as_of else _today()
    drafted = compose(raw, text_file="", tool="briefgen draft", version=__version__, today=today, keep_all=keep_all)
    record, stored = _places(output, drafted.article.id, project)
    drafted = drafted.stored_in(stored.name)
    failed = False
    if propose:
        drafted, failed = _proposed(drafted, _endpoint(project, endpoint, model), ask_again=ask_again)
    text = write_record(drafted, heading=heading(name, data, stored.name))
    if record is None:
        sys.stdout.buffer.write(text.encode())
        click.echo(f"The text was not stored; give -o FILE to get it as {stored.name}.", err=True)
    else:
        files.write_atomically(stored, drafted.text.encode())
        files.write_atomically(record, text.encode())
        click.echo(f"{files.shown(record)}\n{files.shown(stored)}")
    _tell(drafted)
    if record is not None:
        click.echo(f"Next: see to each REVIEW in {files.shown(record)}, then run briefgen check on it", err=True)
    if edit and record is not None:
        click.edit(filename=str(record))
    sys.exit(status.FAILED if failed else status.DONE)


def _places(output: str | None, id_: str, project: Project) -> tuple[Path | None, Path]:
    """Say where the record and its text go; `OutputError` names what is there already."""
    folder = project.folder / "articles" if project.file else Path()
    if output == "-":
        return None, Path(f"{id_}.source.txt")
    own = portable(f"{id_}.yaml")
    record = Path(output) if output else folder / own
    if record.is_dir():
        record /= own
    stored = record.with_name(f"{record.stem}.source.txt")
    taken = [files.shown(path) for path in (record, stored) if path.exists()]
    if taken:
        hint = "move it away, or give another name with -o"
        raise OutputError.of("DRF06", f"there already: {', '.join(taken)}", hint=hint)
    return record, stored


def _endpoint(project: Project, address: str | None, model: str | None) -> Endpoint:
    address, model = address or project.endpoint, model or project.model
    if not address or not model:
        message = "--propose needs the address of a service and the name of a model"
        hint = 'give --endpoint and --model, or endpoint = "…" and model = "…" in [draft] of briefgen.toml'
        raise ConfigurationError.of("DRF23", message, hint=hint)
    return Endpoint(address, model, os.environ.get(KEY, ""), project.timeout)


def _proposed(drafted: Drafted, endpoint: Endpoint, *, ask_again: bool) -> tuple[Drafted, bool]:
    """Ask the model; whatever it does, the draft by rules stands."""
    try:
        reply = _reply(endpoint, *question(drafted), ask_again=ask_again)
    except OutputError as error:
        click.echo(str(error), err=True)
        return drafted, True
    drafted, notices = with_proposals(drafted, reply, endpoint.model)
    for notice in notices:
        click.echo(str(notice), err=True)
    return drafted, False


def _reply(endpoint: Endpoint, instructions: str, article: str, *, ask_again: bool) -> str:
    """Give the reply that is kept from an earlier run, else ask, and keep what comes."""
    kept = replies.place(Path(click.get_app_dir("briefgen")) / "replies", endpoint, instructions, article)
    known = None if ask_again else replies.recall(kept)
    if known is not None:
        click.echo(f"{endpoint.model} was asked this before: its reply is in {files.shown(kept.path)}.", err=True)
        return known
    click.echo(f"Sending the article to {endpoint.address} ({endpoint.model}).", err=True)
    reply = ask(endpoint, instructions, article)
    try:
        replies.keep(kept, reply)
    except OutputError as error:  # the reply is as good; only the next run must ask anew
        for notice in error.notices:
            click.echo(str(replace(notice, level="warning")), err=True)
    return reply


def _tell(drafted: Drafted) -> None:
    article = drafted.article
    counts = {
        "position": len(article.positions),
        "response": len(article.responses),
        "quotation": len(article.quotes),
        "event": len(article.timeline),
        "forecast": len(article.background),
        "gap": len(article.gaps),
    }
    listed = ", ".join(f"{number} {what}{'' if number == 1 else 's'}" for what, number in counts.items())
    click.echo(f"{listed}; {len(drafted.reviews)} remarks to review.", err=True)
    if article.language == "und":
        click.echo("warning DRF07 the text does not look English, the only language that is read", err=True)


def _today() -> date:
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else datetime.now(UTC).date()
