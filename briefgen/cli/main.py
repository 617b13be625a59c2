"""The program `briefgen`: its commands are imported only when they are called."""

from importlib import import_module

import click

from briefgen import __version__
from briefgen.cli import status

_COMMANDS = {
    "make": "Make the memos of article files.",
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
def cli() -> None:
    """Turn article records into policy memos, one for each audience."""


def main() -> None:
    """Run the program under its own name, however it was started."""
    cli(prog_name="briefgen")
