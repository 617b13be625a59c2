"""The program `briefgen`: its commands are imported only when they are called."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from briefgen import __version__
from briefgen.cli import status
from briefgen.errors import AudienceError, BriefgenError, ConfigurationError

_COMMANDS = {
    "draft": "Draft a record from an article: text, web page, Word, PDF.",
    "init": "Begin a project in a folder.",
    "make": "Make the memos of article files.",
    "schema": "Print the JSON Schema of article files.",
    "template": "List and show the audiences.",
}
_EPILOG = "Exit status: " + "; ".join(f"{code} {meaning}" for code, meaning in status.TABLE.items()) + "."


class _Lazy(click.Group):
    """Knows the commands by name and imports one when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"briefgen.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Lazy, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--project",
    "-C",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Work as if started in this folder.",
)
def cli(project: Path | None) -> None:
    """Turn article records into policy memos, one for each audience."""
    if project:
        os.chdir(project)


def main() -> None:
    """Run the program under its own name, however it was started, and end with a status of `status.TABLE`."""
    try:
        ended = cli.main(prog_name="briefgen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        ended = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        ended = status.INTERRUPTED
    except BriefgenError as error:
        click.echo(str(error), err=True)
        ended = status.USAGE if isinstance(error, (ConfigurationError, AudienceError)) else status.FAILED
    sys.exit(ended or status.DONE)
