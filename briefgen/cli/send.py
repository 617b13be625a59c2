"""`briefgen send`: the memos of each audience → its recipients, each once."""

import sys
from pathlib import Path

import click

from briefgen.cli import at_hand, manual, status
from briefgen.cli.journal import Journal
from briefgen.cli.mail_run import MailRun
from briefgen.errors import MailError


class _Rate(click.ParamType[float]):
    name = "N/min"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read `30/min`, `5/s`, `500/h`, or a number of messages a minute."""
        number, _, unit = str(value).partition("/")
        try:
            return float(number) * {"": 1, "min": 1, "s": 60, "h": 1 / 60}[unit]
        except (ValueError, KeyError):
            self.fail(f"expected a rate such as 30/min, found {value!r}", param, ctx)


@click.command(
    "send",
    cls=manual.Explained,
    headings={"--audience": "What is sent", "--yes": "How it is sent", "--json": "What is told"},
    examples={
        "See the plan and the messages; nothing leaves": "briefgen send",
        "A trial: each memo to the sender alone": "briefgen send --to-self",
        "Send what is not sent yet, thirty messages a minute": "briefgen send --yes --rate 30/min",
    },
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--audience",
    "-a",
    "audiences",
    metavar="NAME",
    multiple=True,
    help="An audience, several with commas, or all. [default: those of the project, else all that have recipients]",
)
@click.option("--only", multiple=True, metavar="NAME", help="Only this audience, address or name; repeat for more.")
@click.option("--correction", is_flag=True, help="Send to those, and only those, who got another edition.")
@click.option("--retry-unknown", is_flag=True, help="Send again what may have arrived already.")
@click.option("--retry-refused", is_flag=True, help="Send again what the server has refused.")
@click.option("--resume", is_flag=True, help="Send what is left in the outbox, and make nothing anew.")
@manual.templates_option
@click.option("--yes", is_flag=True, help="Send; without it nothing leaves, and drafts are written.")
@click.option("--to-self", is_flag=True, help="Send one message of each memo to the sender, as a trial.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Send N messages at most.")
@click.option(
    "--rate",
    type=_Rate(),
    metavar="N/min",
    help="Send so many messages a minute at most; or N/s, N/h. [default: ratelimit of the project, else no limit]",
)
@manual.json_option
@manual.quiet_option
def command(
    *,
    articles: tuple[str, ...],
    audiences: tuple[str, ...],
    yes: bool,
    to_self: bool,
    limit: int | None,
    rate: float | None,
    only: tuple[str, ...],
    correction: bool,
    retry_unknown: bool,
    retry_refused: bool,
    resume: bool,
    templates: Path | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Mail the memos of the ARTICLE files to the recipients of each audience: every recipient one message, once.

    Alone it sends nothing: it shows the plan and writes drafts that Outlook opens ready to send. With --yes it
    sends; run again, it sends what is missing.
    """
    project = at_hand.project()
    journal = Journal(as_json=as_json, quiet=quiet)
    run = MailRun(project, journal, limit=limit, per_minute=project.mail.ratelimit if rate is None else rate)
    try:
        if resume:
            ended = run.resume(only, yes=yes)
        else:
            from briefgen.cli.dispatching import Wanted

            retry = ("unknown",) * retry_unknown + ("refused",) * retry_refused
            wanted = Wanted(
                articles=articles,
                audiences=audiences,
                only=only,
                retry=retry,
                is_correction=correction,
                to_self=to_self,
            )
            ended = run.compose(wanted, templates, yes=yes)
    except MailError as error:
        journal.fail(error)
        ended = journal.end("nothing was sent", status.FAILED)
    sys.exit(ended)
