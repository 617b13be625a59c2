"""What the working folder offers: the project, its house style, and the audiences in the order they are looked for."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from briefgen import files, resources
from briefgen.cli.house import house_style
from briefgen.notices import Notice
from briefgen.project import FILE, Project, parse_project
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import Theme


def project() -> Project:
    """Read the project file of this folder or of the nearest one above it, else take the defaults."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in (FILE, "pyproject.toml"):
            path = folder / name
            if not path.is_file():
                continue
            found = parse_project(files.read_text(path), files.shown(path), folder)
            if found:
                return found
    return Project()


def article(named: str) -> tuple[bytes, str]:
    """Read an article, `-` from standard input: its bytes, and its name as messages print it."""
    return (sys.stdin.buffer.read(), "<stdin>") if named == "-" else (files.read_bytes(Path(named)), named)


def theme(project: Project, tell: Callable[[Notice], None]) -> Theme:
    """Give the looks of the project's memos; `tell` is called with what of its house style could not be followed."""
    made, notices = house_style(project)
    for notice in notices:
        tell(notice)
    return made


def shelf(templates: Path | None, folder: Path) -> Shelf:
    """Read all audiences: of `templates`, of the project in `folder`, the user's own, and those that ship.

    An audience found first hides one of the same name found later; shared templates are replaced file by file.
    """
    folders = [folder / "templates", Path(click.get_app_dir("briefgen")) / "templates", resources.templates_folder()]
    found: dict[str, Sheet] = {}
    for place in [templates, *folders] if templates else folders:
        own = {name: Sheet(path, text) for name, path, text in files.read_texts(place)}
        own |= {name: Sheet(path, "", data) for name, path, data in files.read_word_templates(place)}
        taken = Shelf(found).audiences()
        found |= {name: sheet for name, sheet in own.items() if name not in found and name.split("/")[0] not in taken}
    return Shelf(found)
