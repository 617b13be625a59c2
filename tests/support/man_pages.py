"""Write the pages for `man` in `docs/man/`, from what the commands tell of themselves.

As a program (`python tests/support/man_pages.py`) it brings them up to date; a test tells when that is needed.
They carry no date, so that they only change when a command does.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from briefgen import __version__
from briefgen.cli import manual, status
from briefgen.cli.main import cli

PAGES = Path(__file__).parents[2] / "docs/man"


def pages() -> Mapping[str, str]:
    """Give file name → page, of the program and all its commands."""
    return {f"{_called(ctx)}.1": "\n".join(_page(ctx)) + "\n" for ctx in contexts()}


def contexts() -> Iterator[click.Context]:
    """Walk over the program and all its commands."""
    return _walk(_context(cli, "briefgen"))


def options(ctx: click.Context) -> Mapping[str, list[tuple[str, str]]]:
    """Give heading → options and what they do."""
    if isinstance(ctx.command, manual.Explained):
        return ctx.command.options_by_heading(ctx)
    told = (option.get_help_record(ctx) for option in ctx.command.get_params(ctx) if isinstance(option, click.Option))
    return {"Options": [record for record in told if record]}


def _walk(ctx: click.Context) -> Iterator[click.Context]:
    yield ctx
    if isinstance(ctx.command, click.Group):
        for name in ctx.command.list_commands(ctx):
            command = ctx.command.get_command(ctx, name)
            if command:
                yield from _walk(_context(command, name, ctx))


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return command.make_context(name, [], parent=parent, resilient_parsing=True)


def _called(ctx: click.Context) -> str:
    names = [ctx.info_name or ""]
    while ctx.parent:
        ctx = ctx.parent
        names.insert(0, ctx.info_name or "")
    return "-".join(names)


def _page(ctx: click.Context) -> Iterator[str]:
    name = _called(ctx)
    first, *rest = (" ".join(part.split()) for part in (ctx.command.help or "").split("\n\n"))
    words = name.replace("-", " ")
    yield f'.TH "{name.upper()}" "1" "" "briefgen {__version__}" "briefgen"'
    yield from (".SH NAME", _text(f"{name} - {first[0].lower()}{first[1:].rstrip('.')}"))
    yield from (".SH SYNOPSIS", f".B {_text(words)}", _text(" ".join(ctx.command.collect_usage_pieces(ctx))))
    if rest:
        yield ".SH DESCRIPTION"
        for number, paragraph in enumerate(rest):
            yield from (*([".PP"] if number else []), _text(paragraph))
    yield ".SH OPTIONS"
    for heading, listed in options(ctx).items():
        yield from (*([f'.SS "{heading}"'] if heading != "Options" else []), *_list(dict(listed)))
    if isinstance(ctx.command, click.Group):
        yield from (".SH COMMANDS", *_list(_commands(ctx, ctx.command)))
    if isinstance(ctx.command, manual.Explained) and ctx.command.examples:
        yield ".SH EXAMPLES"
        for wanted, said in ctx.command.examples.items():
            yield from (".PP", f"{_text(wanted)}:", ".PP", ".RS 4", ".nf", _text(said), ".fi", ".RE")
    yield from _surroundings() if ctx.parent is None else (".SH SEE ALSO", _see_also(ctx.parent))


def _commands(ctx: click.Context, group: click.Group) -> Mapping[str, str]:
    found = {name: group.get_command(ctx, name) for name in group.list_commands(ctx)}
    return {name: (command.help or "").partition("\n\n")[0] for name, command in found.items() if command}


def _surroundings() -> Iterator[str]:
    """Write what all commands share."""
    yield from (".SH FILES", *_list(manual.FILES))
    yield from (".SH ENVIRONMENT", *_list(manual.ENVIRONMENT))
    yield from (".SH EXIT STATUS", *_list({str(code): meaning for code, meaning in status.TABLE.items()}))


def _see_also(ctx: click.Context) -> str:
    names = [_called(one) for one in (ctx, ctx.parent) if one]
    return f"{_text(', '.join(f'{name}(1)' for name in names))}: files, environment variables and exit statuses."


def _list(entries: Mapping[str, str]) -> Iterator[str]:
    for term, meaning in entries.items():
        yield from (".TP", f"\\fB{_text(term)}\\fR", _text(meaning))


def _text(text: str) -> str:
    """Give a line of text in which nothing is a command of the typesetter, in ASCII."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    plain = "".join(letter if letter.isascii() else f"\\[u{ord(letter):04X}]" for letter in line)
    return f"\\&{plain}" if plain[:1] in {".", "'"} else plain


if __name__ == "__main__":
    PAGES.mkdir(exist_ok=True)
    for path in PAGES.glob("*.1"):
        path.unlink()
    for name, page in pages().items():
        (PAGES / name).write_text(page, encoding="ascii", newline="\n")
