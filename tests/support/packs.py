"""Audiences that stand in a test: their files on a shelf over the shipped words, markings and sections."""

from support.samples import SHELF

from briefgen.errors import BriefgenError
from briefgen.shelf import Sheet, Shelf

PLAIN = "title: Embassy\npaper: Telegram\nsections: [positions]\nfields: [title, as_of, positions, actors, sources]\n"
"""The least that an audience is made of."""


def shelf_with(**texts: str) -> Shelf:
    """Give the shipped shelf with more files; `__` stands for `/`, and names without an ending are packs."""
    own = {}
    for name, text in texts.items():
        path = name.replace("__", "/") + ("" if name.endswith(("_yaml", "_j2")) else "/audience.yaml")
        path = path.replace("_yaml", ".yaml").replace("_md_j2", ".md.j2")
        own[path] = Sheet(path, text)
    return Shelf({**SHELF.files, **own})


def told(error: BriefgenError) -> list[str]:
    """Give the findings of an error, each with its place and without its hint."""
    return [str(notice).partition("\n")[0] for notice in error.notices]
