"""`briefgen init`: the first files of a project."""

import json
from pathlib import Path

import click

from briefgen import files, resources
from briefgen.cli import manual
from briefgen.errors import OutputError

_STARTER = "_starter"
_SCHEMA = "articles/article.schema.json"


@click.command(
    "init",
    cls=manual.Explained,
    examples={
        "Here": "briefgen init",
        "In a new folder, and its first memos": "briefgen init my-desk && briefgen -C my-desk make",
    },
)
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Begin a project in FOLDER: a first article to edit, its schema for editors, and briefgen.toml.

    Files that are there already are kept as they are.
    """
    from briefgen.article.schema import schema

    starter = resources.samples_folder() / _STARTER
    sheets = {path.relative_to(starter): path.read_bytes() for path in sorted(starter.rglob("*")) if path.is_file()}
    sheets[Path(_SCHEMA)] = (json.dumps(schema(), indent=1, ensure_ascii=False) + "\n").encode()
    kept = [folder / name for name, data in sheets.items() if _differs(folder / name, data)]
    for name, data in sheets.items():
        if folder / name not in kept:
            files.write_atomically(folder / name, data)
            click.echo(files.shown(folder / name))
    if kept:
        raise OutputError.of("FIL05", f"kept as they are: {', '.join(files.shown(path) for path in kept)}")
    where = "" if folder == Path() else f" -C {folder}"
    click.echo(f"Next: edit articles/first.yaml, then run briefgen{where} make", err=True)


def _differs(path: Path, data: bytes) -> bool:
    return path.exists() and files.read_bytes(path) != data
