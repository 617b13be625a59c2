"""`briefgen status`: who got what, when, and what the server said."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

import click

from briefgen import files
from briefgen.cli import at_hand, manual, status
from briefgen.cli.mail_run import now
from briefgen.mail import report
from briefgen.mail.outbox import Delivery, State, looked_into

_PATH = click.Path(path_type=Path, dir_okay=False)
_STATES = get_args(State)
_MARK_OF_EXCEL = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""


@click.command(
    "status",
    cls=manual.Explained,
    headings={"--audience": "What is shown", "--export": "How it is shown"},
    examples={
        "All messages": "briefgen status",
        "Those of which nobody knows whether they arrived": "briefgen status --state unknown",
        "For Excel": "briefgen status --export log.csv",
    },
)
@click.option("--audience", "-a", metavar="NAME", help="Only this audience.")
@click.option("--record", metavar="ID", help="Only this record, by its id.")
@click.option("--state", type=click.Choice(_STATES), help="Only what is in this state.")
@click.option("--export", metavar="FILE", type=_PATH, help="Write a file instead: .csv or .json.")
@click.option("--csv", "as_csv", is_flag=True, help="Print as CSV.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def command(
    *, audience: str | None, record: str | None, state: str | None, export: Path | None, as_csv: bool, as_json: bool
) -> None:
    """Show who got which memo, when, and with what answer of the mail server.

    Ends with 4 while whether a message arrived is unknown, and with 3 while some are refused or waiting.
    """
    project = at_hand.project()
    wanted = {"audience": audience, "record": record, "state": state}
    with looked_into(project.folder / project.mail.outbox, now) as outbox:
        named = {name: value for name, value in wanted.items() if value}
        deliveries = outbox.deliveries(**named) if outbox else ()
    if export:
        _export(export, deliveries)
    elif as_csv or as_json:
        click.echo((report.as_csv if as_csv else report.as_json)(deliveries), nl=False)
    else:
        _show(deliveries)
    sys.exit(_ended(deliveries))


def _export(path: Path, deliveries: Sequence[Delivery]) -> None:
    match path.suffix.lower():
        case ".csv":
            text = _MARK_OF_EXCEL + report.as_csv(deliveries)
        case ".json":
            text = report.as_json(deliveries)
        case other:
            raise click.BadParameter(
                f"expected a name that ends in .csv or .json, found {other!r}", param_hint="--export"
            )
    files.write_atomically(path, text.encode())
    click.echo(files.shown(path))


def _show(deliveries: Sequence[Delivery]) -> None:
    dispatches: dict[str, list[Delivery]] = {}
    for one in deliveries:
        dispatches.setdefault(f"{one.audience} of {one.edition}", []).append(one)
    for called, own in dispatches.items():
        click.echo(called)
        for one in own:
            answer = f"{one.code or ''} {one.answer}".strip()
            click.echo(f"  {one.state:<10} {one.changed}  {one.address}{f': {answer}' if answer else ''}")
    counted = Counter(one.state for one in deliveries)
    told = ", ".join(f"{counted[state]} {state}" for state in _STATES if counted[state])
    click.echo(f"{len(deliveries)} message{'s' * (len(deliveries) != 1)}: {told or 'nothing was sent yet'}")


def _ended(deliveries: Sequence[Delivery]) -> int:
    states = {one.state for one in deliveries}
    if "unknown" in states or "sending" in states:
        return status.UNKNOWN
    return status.REFUSED if states & {"refused", "deferred", "queued"} else status.DONE
