"""`briefgen preview`: a page of this machine that shows the memo while it is written."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from briefgen import files
from briefgen.cli import at_hand, choice, manual, status
from briefgen.extras import needs


@click.command(
    "preview",
    cls=manual.Explained,
    headings={"--audience": "What is shown", "--port": "Where it is shown"},
    examples={
        "The articles of the project": "briefgen preview",
        "One article, as the press office gets it": "briefgen preview articles/first.yaml --audience press",
        "On a machine without a browser, for an address to copy": "briefgen preview --no-open --port 8477",
    },
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--audience",
    "-a",
    metavar="NAME",
    help=f"Whose memo is shown first. [default: the first of the project, else {choice.AUDIENCE}]",
)
@manual.templates_option
@click.option("--port", metavar="NUMBER", type=click.IntRange(0, 65535), default=0, help="0 for any that is free.")
@click.option("--no-open", is_flag=True, help="Print the address, and do not open a browser.")
def command(
    *, articles: tuple[Path, ...], audience: str | None, templates: Path | None, port: int, no_open: bool
) -> None:
    """Show the memo of ARTICLE, and what the checks say of it, on a page that follows every save.

    Without ARTICLE: the project's articles; where there is none, drop one on the page and get its draft.
    The page is for this machine and this run alone; Ctrl-C ends it.
    """
    with needs("preview", "PRV01"):
        from briefgen.preview.app import application
        from briefgen.preview.guard import new_secret
        from briefgen.preview.server import HOST, listening, serve
        from briefgen.preview.studio import Studio
        from briefgen.preview.watching import Watch
        from briefgen.preview.workbench import Places, Workbench

    for path in articles:
        files.read_bytes(path)
    project = at_hand.project()
    shelf = at_hand.shelf(templates, project.folder)
    (first, *_) = choice.audiences([audience] if audience else project.audiences, shelf)
    own = Path(click.get_app_dir("briefgen")) / "templates"
    bench = Workbench(Places(Path.cwd(), own, templates, articles, choice.epoch()))
    watch, token, listener = Watch(bench.watched), new_secret(), listening(port)
    port = listener.getsockname()[1]
    app = application(Studio(bench, first), watch, token=token, form_key=new_secret(), port=port)
    serve(app, listener, _told(f"http://{HOST}:{port}/{token}/", no_open=no_open), watch.end)
    sys.exit(status.DONE)


def _told(address: str, *, no_open: bool) -> Callable[[], None]:
    """Give what says that the page can be opened, and opens it."""

    def tell() -> None:
        click.echo(address)
        sys.stdout.flush()
        click.echo("The page is for you alone: its address is the key to it. Ctrl-C ends it.", err=True)
        if not no_open:
            click.launch(address)

    return tell
