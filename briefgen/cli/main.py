"""The program `briefgen`: its commands are imported only when they are called."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from briefgen import __version__
from briefgen.cli import manual, status, telling
from briefgen.errors import AudienceError, BriefgenError, ConfigurationError
from briefgen.nearest import meant
from briefgen.notices import Notice

_COMMANDS = {
    "check": "Ask of records what an editor would ask.",
    "diff": "Tell what changed from one edition of a record to the next.",
    "doctor": "Tell which checkers, fonts and programs are at hand.",
    "draft": "Draft a record from an article: text, web page, Word, PDF.",
    "init": "Begin a project in a folder.",
    "make": "Make the memos of article files.",
    "preview": "See the memo while you write it, in the browser.",
    "schema": "Print the JSON Schema of article files.",
    "send": "Mail the memos to the recipients of each audience, once.",
    "status": "Show who got what, when, and what the mail server said.",
    "template": "List, show and change the audiences.",
    "verify": "Tell whether files are as they were made, and judge them by the standards.",
}
_MODULES = {"status": "deliveries"}
"""Where a command is not called like its module."""
_NEW_OBJECTS = 50_000
"""After which garbage is looked for: after 700, as Python does, nearly all that is looked at are modules, for life."""


class _Lazy(click.Group):
    """Knows the commands by name and imports one when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"briefgen.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; where there is none of that name, say which was meant."""
        hint = "" if args[0] in _COMMANDS else meant(args[0], _COMMANDS)
        if hint and not ctx.resilient_parsing:  # which is so while a shell completes a line
            ctx.fail(f"No such command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        manual.write_surroundings(formatter)


@click.group(cls=_Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option(
    "--project",
    "-C",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Work as if started in this folder.",
)
@click.pass_context
def cli(ctx: click.Context, project: Path | None) -> None:
    """Turn article records into policy memos, one for each audience.

    A record is a YAML file with the facts of an article, each with its source. Begin with briefgen init, or make the
    memo of the built-in sample: briefgen make --format pdf
    """
    if project:
        os.chdir(project)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        return
    from briefgen import cache
    from briefgen.cli import caching

    cache.keep_in(caching.folder())
    ctx.call_on_close(cache.keep_answers)


def main() -> None:
    """Run the program under its own name, however it was started, and end with a status of `status.TABLE`."""
    gc.set_threshold(_NEW_OBJECTS)
    telling.speak_utf_8()
    try:
        ended = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at its end
        ended = status.FAILED
    except OSError as error:
        if error.filename is not None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        telling.say(f"error FIL02 standard output cannot be written: {(error.strerror or str(error)).lower()}")
        ended = status.FAILED
    sys.exit(ended)


def _run() -> int:
    as_json = "--json" in sys.argv
    try:
        return cli.main(prog_name="briefgen", standalone_mode=False) or status.DONE
    except SystemExit as ended:
        return int(ended.code or status.DONE)
    except click.ClickException as error:
        if as_json:
            context = error.ctx if isinstance(error, click.UsageError) else None
            hint = f"{context.command_path if context else 'briefgen'} --help"
            telling.report(error.exit_code, (Notice("error", "CLI01", error.format_message(), hint=hint),))
        else:
            error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        telling.say("interrupted")
        return status.INTERRUPTED
    except BriefgenError as error:
        ended_with = status.USAGE if isinstance(error, (ConfigurationError, AudienceError)) else status.FAILED
        if as_json:
            telling.report(ended_with, error.notices)
        else:
            telling.tell(error)
        return ended_with
