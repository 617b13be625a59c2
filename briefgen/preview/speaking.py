"""Audiences in another language than their own, as if their packs said so."""

import re
from dataclasses import replace

from briefgen.audience.translations import languages
from briefgen.preview.session import Named
from briefgen.shelf import Shelf

_SAID = re.compile(r"^language:.*$", re.MULTILINE)
_OWN_NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "en-US": "English (United States)",
    "es": "Español",
    "fr": "Français",
    "uk": "Українська",
}
"""What the languages that ship call themselves; others go by their tag."""


def spoken(shelf: Shelf) -> tuple[Named, ...]:
    """List the languages that memos can be in."""
    return tuple(Named(tag, _OWN_NAMES.get(tag, tag)) for tag in ("en", *languages(shelf)))


def in_language(shelf: Shelf, audience: str, language: str) -> Shelf:
    """Give the shelf with the pack of an audience saying `language`; its other lines keep their numbers."""
    name = f"{audience}/audience.yaml"
    sheet = shelf.files.get(name)
    if not language or sheet is None:
        return shelf
    said = f"language: {language}"
    text = _SAID.sub(said, sheet.text) if _SAID.search(sheet.text) else f"{sheet.text.rstrip()}\n{said}\n"
    return Shelf({**shelf.files, name: replace(sheet, text=text)})
