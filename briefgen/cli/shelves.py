"""Where audiences are looked for: `--templates`, `templates/` here, the user's own, those that ship."""

from pathlib import Path

import click

from briefgen import files, resources
from briefgen.shelf import Sheet, Shelf


def shelf(templates: Path | None) -> Shelf:
    """Read all audiences; a folder found first replaces one of the same name found later, file by file if shared."""
    folders = [Path("templates"), Path(click.get_app_dir("briefgen")) / "templates", resources.templates_folder()]
    found: dict[str, Sheet] = {}
    for folder in [templates, *folders] if templates else folders:
        own = {name: Sheet(path, text) for name, path, text in files.read_texts(folder)}
        taken = Shelf(found).audiences()
        found |= {name: sheet for name, sheet in own.items() if name not in found and name.split("/")[0] not in taken}
    return Shelf(found)
