"""How commands explain themselves: options under headings, examples to copy, and once for all what lies around.

The help that a terminal shows and the pages for `man` are both made from what stands here and at each command.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from briefgen.cli import status

FILES = {
    "briefgen.toml": "The project: looked for here and in the folders above. Or [tool.briefgen] in pyproject.toml.",
    "articles/": "The project's records, with the texts of their sources, where briefgen.toml names no others.",
    "templates/": "The project's own audiences, before those of the user and those that ship.",
    "out/": "The memos, and in manifest.json what each was made from.",
    "outbox/": "Who got what: the ledger of briefgen send, and its drafts.",
    "~/.config/briefgen/templates/": "The user's own audiences. On macOS in ~/Library/Application Support/briefgen, "
    "on Windows in %APPDATA%\\briefgen.",
}
ENVIRONMENT = {
    "BRIEFGEN_CACHE": "The folder for what is kept for the next run, instead of the system's own; empty for none.",
    "BRIEFGEN_MAIL_PASSWORD": "The password for the mail server, where no keyring has it.",
    "BRIEFGEN_MODEL_KEY": "The key for the service that briefgen draft --propose asks.",
    "NO_COLOR": "If set, messages are printed without colours.",
    "SOURCE_DATE_EPOCH": "Seconds since 1970: the moment that files carry inside, and today for briefgen draft.",
    "VISUAL, EDITOR": "The editor that briefgen draft --edit opens.",
}
READ_ON = "Files, environment variables and exit statuses: briefgen --help"

_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)

templates_option = click.option(
    "--templates", metavar="FOLDER", type=_FOLDER, help="A folder with more audiences, before those of the project."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Report as JSON on standard output.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print errors only.")


class Explained(click.Command):
    """A command with examples, and with headings for its options."""

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401 - click's own arguments are passed on
        headings: Mapping[str, str] | None = None,
        examples: Mapping[str, str] | None = None,
        **named: Any,  # noqa: ANN401 - as above
    ) -> None:
        """Take what click takes.

        `headings`: an option → the heading of it and of those that follow; `examples`: what one wants → how to say it.
        """
        super().__init__(*arguments, **named)
        self.headings = headings or {}
        self.examples = examples or {}

    def options_by_heading(self, ctx: click.Context) -> Mapping[str, list[tuple[str, str]]]:
        """Give heading → how each option is written, and what it does."""
        found: dict[str, list[tuple[str, str]]] = {}
        heading = "Options"
        for option in self.get_params(ctx):
            heading = next((self.headings[name] for name in option.opts if name in self.headings), heading)
            told = option.get_help_record(ctx) if isinstance(option, click.Option) else None
            if told:
                found.setdefault(heading, []).append(told)
        return found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each group under its heading."""
        for heading, options in self.options_by_heading(ctx).items():
            with formatter.section(heading):
                formatter.write_dl(options)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the examples, and where the rest is told."""
        if self.examples:
            with formatter.section("Examples"):
                for wanted, said in self.examples.items():
                    formatter.write_text(f"{wanted}:")
                    formatter.write(f"{'':{formatter.current_indent + 2}}{said}\n")
        formatter.write_paragraph()
        formatter.write_text(READ_ON)


def write_surroundings(formatter: click.HelpFormatter) -> None:
    """Write what all commands share: files, environment, exit statuses."""
    tables = {
        "Files": FILES,
        "Environment": ENVIRONMENT,
        "Exit status": {str(code): meaning for code, meaning in status.TABLE.items()},
    }
    for heading, table in tables.items():
        with formatter.section(heading):
            formatter.write_dl(list(table.items()))
