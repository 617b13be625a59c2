"""Find what ships with briefgen: templates, samples and fonts."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file of a font family, and for a variable font the weight to take from it."""

    path: Path
    weight: int
    """As in CSS: 400 regular, 700 bold."""
    index: int = 0
    """Which of the faces of a collection (`.ttc`)."""


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The four faces that a memo uses of one family."""

    regular: FontFile
    bold: FontFile
    italic: FontFile
    bold_italic: FontFile


FAMILY_EXTRAS = {"Noto Serif": "serif"}
"""Family → the extra of briefgen that brings its package; the others come with briefgen itself."""
FONT_PACKAGES = {"Noto Sans": ("fontpkg_noto_sans", "NotoSans"), "Noto Serif": ("fontpkg_noto_serif", "NotoSerif")}
"""Family → the package that brings it under the SIL Open Font License, and the stem of its file names."""


@dataclass(frozen=True, slots=True)
class Reserve:
    """Where the characters come from that the family of a memo lacks."""

    script: str
    """As Unicode begins the names of its characters; more than one stand behind each other."""
    package: str
    file: str
    """Below the folder of `package`; `{weight}` stands for `Regular` or `Bold`."""
    extra: str = ""
    """Of briefgen, which brings the package; empty where every installation has it."""
    index: int = 0
    system: tuple[str, ...] = ()
    """Files that come with an operating system."""


_BOLD = 700
_DEBIAN = "/usr/share/fonts/truetype/noto/NotoSans"
_FEDORA = "/usr/share/fonts/google-noto/NotoSans"
_MACOS = "/System/Library/Fonts"
_WINDOWS = "C:/Windows/Fonts"

RESERVES = (
    Reserve("LATIN GREEK CYRILLIC DEVANAGARI", "fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf"),
    Reserve(
        "SYMBOLS",
        "fontpkg_source_sans_3",
        "files/SourceSans3[wght].ttf",
        system=("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", f"{_WINDOWS}/seguisym.ttf"),
    ),
    Reserve(
        "ARABIC",
        "fontpkg_ibm_plex_sans_arabic",
        "files/IBMPlexSansArabic-{weight}.ttf",
        "arabic",
        system=(
            *(f"{folder}Arabic-{{weight}}.ttf" for folder in (_DEBIAN, _FEDORA)),
            f"{_MACOS}/GeezaPro.ttc",
            f"{_WINDOWS}/segoeui.ttf",
        ),
    ),
    Reserve(
        "HEBREW",
        "fontpkg_heebo",
        "files/Heebo[wght].ttf",
        "hebrew",
        system=(
            *(f"{folder}Hebrew-{{weight}}.ttf" for folder in (_DEBIAN, _FEDORA)),
            f"{_MACOS}/Supplemental/Arial.ttf",
            f"{_WINDOWS}/segoeui.ttf",
        ),
    ),
    Reserve(
        "CJK HIRAGANA KATAKANA HANGUL IDEOGRAPHIC FULLWIDTH HALFWIDTH BOPOMOFO KATAKANA-HIRAGANA",
        "noto_cjk_sans_otc",
        "NotoSansCJK-Regular.ttc",
        "cjk",
        index=2,
        system=(
            "/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc",
            "/usr/share/fonts/google-noto-cjk/NotoSansCJK-{weight}.ttc",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-{weight}.ttc",
            f"{_MACOS}/Hiragino Sans GB.ttc",
            f"{_MACOS}/AppleSDGothicNeo.ttc",
            f"{_WINDOWS}/msyh.ttc",
            f"{_WINDOWS}/YuGothM.ttc",
            f"{_WINDOWS}/malgun.ttf",
        ),
    ),
)
"""Tried in this order; member 2 of Noto Sans CJK is Chinese, and changes shapes by the language of the text."""


@cache
def reserve_files(weight: int) -> tuple[FontFile, ...]:
    """List the files to try for what a family lacks: those of packages first, then those of the system."""
    packaged = (file for reserve in RESERVES for file in _packaged(reserve, weight))
    return (*packaged, *(file for reserve in RESERVES for file in _of_the_system(reserve, weight)))


@cache
def reserve_for(character: str, weight: int) -> FontFile | None:
    """Give the file for a character of a script that has a font of its own, if there is one."""
    script = unicodedata.name(character, "").partition(" ")[0]
    own = (one for one in RESERVES if script in one.script.split() and "LATIN" not in one.script)
    files = (file for one in own for file in (*_packaged(one, weight), *_of_the_system(one, weight)))
    return next(files, None)


def files_of(reserve: Reserve) -> tuple[Path, ...]:
    """List the files at hand for a reserve; the first is asked first."""
    return tuple(file.path for file in (*_packaged(reserve, 400), *_of_the_system(reserve, 400)))


def _packaged(reserve: Reserve, weight: int) -> Iterator[FontFile]:
    folder = package_folder(reserve.package)
    if folder:
        yield FontFile(folder / reserve.file.format(weight=_weight(weight)), weight, reserve.index)


def _of_the_system(reserve: Reserve, weight: int) -> Iterator[FontFile]:
    for path in map(Path, reserve.system):
        file = path.with_name(path.name.format(weight=_weight(weight)))
        if file.is_file():
            yield FontFile(file, weight, reserve.index if file.name.startswith("NotoSansCJK") else 0)


def _weight(weight: int) -> str:
    return "Bold" if weight >= _BOLD else "Regular"


@cache
def families() -> tuple[str, ...]:
    """List the families that are installed with briefgen."""
    return tuple(family for family, (package, _) in FONT_PACKAGES.items() if package_folder(package))


@cache
def font_files(family: str) -> FontFiles:
    """Give the files of a family of `FONT_PACKAGES`; `KeyError` for any other."""
    package, stem = FONT_PACKAGES[family]
    installed = package_folder(package)
    if installed is None:
        message = f"the package {package} is missing; install briefgen again"
        raise ModuleNotFoundError(message, name=package)
    folder = installed / "files"
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


def package_folder(package: str) -> Path | None:
    """Find a package without importing it, which would cost time at every start."""
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None
