"""What a wheel and a source distribution of this checkout must hold, and what they do hold."""

import subprocess
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHIPPED = ("briefgen", "templates", "samples")
"""Folders that reach people who install the wheel."""
SOURCES = (*SHIPPED, "docs", "tests", ".ci")
PAPERS = ("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "pyproject.toml")
MAN = "docs/man"
"""The pages for `man`, which a wheel puts where `man` and pipx look for them."""
KINDS = frozenset({".1", ".j2", ".java", ".py", ".toml", ".txt", ".typed", ".yaml"})
"""Endings of what a wheel may hold: code, and words that are data. A picture, a font or a cache would be a mistake."""
PROMISED = frozenset(
    {
        "briefgen/py.typed",
        "briefgen/draft/words/verbs.txt",
        "briefgen/standards/Validate.java",
        *(f"briefgen/_templates/{name}/audience.yaml" for name in ("analyst", "committee", "minister")),
        *(f"briefgen/_templates/{name}/memo.md.j2" for name in ("partner", "press", "public")),
        *(f"briefgen/_templates/_words/{language}.yaml" for language in ("ar", "de", "en", "en-US", "es", "fr", "uk")),
        *(f"briefgen/_templates/_markings/{scheme}.yaml" for scheme in ("eu", "none", "tlp", "uk-gsc", "us-cui")),
        *(f"briefgen/_samples/{name}/article.yaml" for name in ("coastal-finance", "fish-duty", "ukraine-demands")),
        "share/man/man1/briefgen-make.1",
        "briefgen/_samples/_starter/briefgen.toml",
        "briefgen/_templates/_mail/message.md.j2",
    }
)
"""What must be in a wheel whatever git says: a few of each sort, written down by hand."""
_ABOUT = frozenset({"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"})


def wheel_should_hold() -> frozenset[str]:
    """Name each file of the wheel but those that tell about it: what git tracks, at its place."""
    return frozenset(_in_wheel(name) for name in _tracked(*SHIPPED, MAN))


def source_should_hold() -> frozenset[str]:
    """Name each file of the source distribution; the builder adds its own two."""
    return _tracked(*SOURCES, *PAPERS) | {"PKG-INFO", ".gitignore"}


def wheel_holds(wheel: Path) -> frozenset[str]:
    """Name the files of a wheel as they are installed, without those that tell about it."""
    return frozenset(name.partition(".data/data/")[2] or name for name in _members(wheel) if ".dist-info/" not in name)


def wheel_tells(wheel: Path) -> frozenset[str]:
    """Name the files of a wheel that tell about it."""
    return frozenset(name.partition(".dist-info/")[2] for name in _members(wheel) if ".dist-info/" in name)


def source_holds(source: Path) -> frozenset[str]:
    """Name the files of a source distribution."""
    with tarfile.open(source) as archive:
        return frozenset(member.name.partition("/")[2] for member in archive.getmembers() if member.isfile())


def wrongs(wheel: Path, source: Path) -> tuple[str, ...]:
    """Tell what is missing from a wheel and a source distribution, and what has no business there."""
    held = wheel_holds(wheel)
    return (
        *_differences("wheel", wheel_should_hold() | PROMISED, held),
        *_differences("wheel, about it", _ABOUT, wheel_tells(wheel)),
        *_differences("source distribution", source_should_hold(), source_holds(source)),
        *(f"wheel: {name} is of no kind that we ship" for name in sorted(held) if Path(name).suffix not in KINDS),
    )


def _differences(what: str, wanted: frozenset[str], found: frozenset[str]) -> tuple[str, ...]:
    return (
        *(f"{what}: {name} is missing" for name in sorted(wanted - found)),
        *(f"{what}: {name} should not be in it" for name in sorted(found - wanted)),
    )


def _tracked(*names: str) -> frozenset[str]:
    """Name what git tracks; in an unpacked source distribution, which has no history, what is there."""
    if (ROOT / ".git").exists():
        told = subprocess.run(["git", "ls-files", "-z", *names], cwd=ROOT, check=True, capture_output=True, text=True)
        return frozenset(told.stdout.split("\0")) - {""}
    paths = (path for name in names for path in (ROOT / name, *(ROOT / name).rglob("*")) if path.is_file())
    return frozenset(path.relative_to(ROOT).as_posix() for path in paths if "__pycache__" not in path.parts)


def _in_wheel(name: str) -> str:
    if name.startswith(f"{MAN}/"):
        return f"share/man/man1/{Path(name).name}"
    top, _, rest = name.partition("/")
    return name if top == "briefgen" else f"briefgen/_{top}/{rest}"


def _members(wheel: Path) -> tuple[str, ...]:
    with zipfile.ZipFile(wheel) as archive:
        return tuple(archive.namelist())
