"""What the working folder and standard input offer, and the folder of the user's own audiences."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from briefgen import files
from briefgen.desk import folder as desk_folder
from briefgen.notices import Notice
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.theme import Theme


def project() -> Project:
    """Read the project file of this folder or of the nearest one above it, else take the defaults."""
    return desk_folder.project(Path.cwd())


def article(named: str) -> tuple[bytes, str]:
    """Read an article, `-` from standard input: its bytes, and its name as messages print it."""
    if named == "-":
        return files.limited(sys.stdin.buffer, "<stdin>"), "<stdin>"
    return files.read_bytes(Path(named)), named


def theme(project: Project, tell: Callable[[Notice], None]) -> Theme:
    """Give the looks of the project's memos; `tell` is called with what of its house style could not be followed."""
    return desk_folder.theme(project, tell)


def shelf(templates: Path | None, folder: Path) -> Shelf:
    """Read all audiences: of `templates`, of the project in `folder`, the user's own, and those that ship."""
    return desk_folder.shelf(templates, folder, Path(click.get_app_dir("briefgen")) / "templates")
