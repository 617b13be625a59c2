"""What a folder offers for making memos: the project, its house style, and the audiences."""

from collections.abc import Callable
from pathlib import Path

from briefgen import files, resources
from briefgen.desk.house import house_style
from briefgen.notices import Notice
from briefgen.project import FILE, Project, parse_project
from briefgen.shelf import Sheet, Shelf
from briefgen.theme import Theme


def project(here: Path) -> Project:
    """Read the project file of the folder `here` or of the nearest one above it, else take the defaults."""
    for folder in (here, *here.parents):
        for name in (FILE, "pyproject.toml"):
            path = folder / name
            if not path.is_file():
                continue
            found = parse_project(files.read_text(path), files.shown(path), folder)
            if found:
                return found
    return Project()


def theme(project: Project, tell: Callable[[Notice], None]) -> Theme:
    """Give the looks of the project's memos; `tell` is called with what of its house style could not be followed."""
    made, notices = house_style(project)
    for notice in notices:
        tell(notice)
    return made


def shelf(templates: Path | None, folder: Path, own: Path) -> Shelf:
    """Read all audiences: of `templates`, of the project in `folder`, the user's `own`, and those that ship.

    An audience found first hides one of the same name found later; shared templates are replaced file by file.
    """
    folders = [folder / "templates", own, resources.templates_folder()]
    found: dict[str, Sheet] = {}
    for place in [templates, *folders] if templates else folders:
        texts = {name: Sheet(path, text) for name, path, text in files.read_texts(place)}
        texts |= {name: Sheet(path, "", data) for name, path, data in files.read_word_templates(place)}
        taken = Shelf(found).audiences()
        found |= {name: sheet for name, sheet in texts.items() if name not in found and name.split("/")[0] not in taken}
    return Shelf(found)
