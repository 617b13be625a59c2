"""Find what ships with briefgen: templates, samples and fonts."""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file of a font family, and for a variable font the weight to take from it."""

    path: Path
    weight: int
    """As in CSS: 400 regular, 700 bold."""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The four faces that a memo uses of one family."""

    regular: FontFile
    bold: FontFile
    italic: FontFile
    bold_italic: FontFile


FONT_PACKAGES = {"Noto Sans": ("fontpkg_noto_sans", "NotoSans"), "Noto Serif": ("fontpkg_noto_serif", "NotoSerif")}
"""Family → the package that brings it under the SIL Open Font License, and the stem of its file names."""


@cache
def font_files(family: str) -> FontFiles:
    """Give the files of a family of `FONT_PACKAGES`; `KeyError` for any other."""
    package, stem = FONT_PACKAGES[family]
    folder = _folder_of(package) / "files"
    upright, italic = folder / f"{stem}[wdth,wght].ttf", folder / f"{stem}-Italic[wdth,wght].ttf"
    return FontFiles(FontFile(upright, 400), FontFile(upright, 700), FontFile(italic, 400), FontFile(italic, 700))


def templates_folder() -> Path:
    """Give the folder with the audiences that ship with briefgen."""
    return _shipped("templates")


def samples_folder() -> Path:
    """Give the folder with the samples that ship with briefgen."""
    return _shipped("samples")


def _shipped(name: str) -> Path:
    """In a wheel the folder lies inside the package; in a checkout beside it."""
    package = Path(__file__).parent
    inside = package / f"_{name}"
    return inside if inside.is_dir() else package.parent / name


def _folder_of(package: str) -> Path:
    """Find a package without importing it: an import would cost time at every start."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        message = f"the package {package} is missing; install briefgen again"
        raise ModuleNotFoundError(message, name=package)
    return Path(spec.origin).parent
