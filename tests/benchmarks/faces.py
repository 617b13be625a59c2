"""The four faces that all peers are given: those of briefgen's own family, as files that every program can read.

A variable font is pinned and cut to the letters of Europe, without hints, as somebody would who wants small files.
"""

from pathlib import Path

import uharfbuzz

from briefgen.resources import FontFile, font_files
from briefgen.theme import DEFAULT

_LETTERS = (
    *range(0x20, 0x250),  # Latin
    *range(0x370, 0x530),  # Greek, Cyrillic
    *range(0x2000, 0x2070),
    *range(0x20A0, 0x20D0),
    *range(0x2100, 0x2200),
    *range(0x25A0, 0x2600),
)
_NAMES = {"Bold": ("NotoSans-Regular", "NotoSans-Boldest"), "BoldItalic": ("NotoSans-Italic", "NotoSans-BoldIt")}
"""What a face pinned to bold is still called, and a name of its own, as long, by which ReportLab tells them apart."""


def write_faces(folder: Path) -> None:
    """Write `NotoSans-Regular.ttf` and its three sisters."""
    family = font_files(DEFAULT.family)
    stem = DEFAULT.family.replace(" ", "")
    folder.mkdir(parents=True)
    files = {"Regular": family.regular, "Bold": family.bold, "Italic": family.italic, "BoldItalic": family.bold_italic}
    for look, file in files.items():
        (folder / f"{stem}-{look}.ttf").write_bytes(_renamed(_pinned(file), look))


def _pinned(file: FontFile) -> bytes:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file.path)))
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(_LETTERS)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    for axis in face.axis_infos:
        wanted.pin_axis_location(face, axis.tag, file.weight if axis.tag == "wght" else axis.default_value)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def _renamed(face: bytes, look: str) -> bytes:
    old, new = _NAMES.get(look, ("", ""))
    return face.replace(old.encode("utf-16-be"), new.encode("utf-16-be")) if old else face
