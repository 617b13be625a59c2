"""Make the files of a release in `dist/`, and refuse those that are not as they should be. Nothing is uploaded.

As a program it is what `tox run -e release` runs; docs/releasing.md tells what it does and what is left to a person.
"""

import hashlib
import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.distribution import ROOT, wrongs

DIST = ROOT / "dist"
SUMS = "SHA256SUMS"
_TOOL = (sys.executable, "-m")


def main() -> None:
    """Build, look into, try and describe a release; end with a sentence where one of these fails."""
    try:
        wheel, source = build(DIST)
        _call(*_TOOL, "twine", "check", "--strict", wheel, source)
        with tempfile.TemporaryDirectory() as name:
            described = try_and_describe(wheel, Path(name))
    except subprocess.CalledProcessError as error:
        sys.exit(f"release: {' '.join(map(str, error.cmd))} ended with {error.returncode}")
    (DIST / SUMS).write_text(sums((wheel, source, *described)), encoding="ascii", newline="\n")
    print("\n".join(path.name for path in sorted(DIST.iterdir())))  # noqa: T201 - a program that tells what it made


def build(folder: Path) -> tuple[Path, Path]:
    """Build wheel and source distribution into `folder`, from here and once more from a clone of the last commit.

    The clone has another path and none of the files that lie about here, and must give the same bytes.
    """
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    with tempfile.TemporaryDirectory() as name:
        clone, again = Path(name) / "clone", Path(name) / "again"
        _call("git", "clone", "--quiet", ROOT, clone)
        for tree, where in ((ROOT, folder), (clone, again)):
            _call(*_TOOL, "build", "--outdir", where, tree, stdout=subprocess.DEVNULL)
        differing = [path.name for path in folder.iterdir() if path.read_bytes() != (again / path.name).read_bytes()]
    (wheel,), (source,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    found = (
        *(f"{name} is not the same from a clone of the last commit" for name in sorted(differing)),
        *wrongs(wheel, source),
    )
    if found:
        sys.exit("\n".join(f"release: {wrong}" for wrong in found))
    return wheel, source


def try_and_describe(wheel: Path, room: Path) -> tuple[Path, Path]:
    """Install a wheel where nothing else is, make memos with it, and list what was installed, plain and with extras."""
    home, empty = room / "home", room / "empty"
    empty.mkdir()
    venv.create(home)
    plain = _install(home, f"{wheel}")
    _call(plain, "-m", "briefgen", "make", "--audience", "all", "--format", "pdf,docx,html,txt,md", cwd=empty)
    version = wheel.name.split("-")[1]
    bills = (DIST / f"briefgen-{version}.cdx.json", DIST / f"briefgen-{version}-all.cdx.json")
    _list_installed(home, version, bills[0])
    _install(home, f"{wheel}[all]")
    _list_installed(home, version, bills[1])
    return bills


def sums(paths: tuple[Path, ...]) -> str:
    """Give the checksums of files, as `sha256sum --check` reads them."""
    found = sorted((path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths)
    return "".join(f"{digest}  {name}\n" for name, digest in found)


def _install(home: Path, what: str) -> Path:
    """Install into an environment that has not even pip, and give its Python."""
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    _call(*_TOOL, "pip", "--python", python, "install", "--quiet", what)
    _call(*_TOOL, "pip", "--python", python, "check")
    return python


def _list_installed(home: Path, version: str, bill: Path) -> None:
    """Write the bill of materials of an environment, which its maker validates against the schema of CycloneDX."""
    about = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = home / "pyproject.toml"
    project.write_text(re.sub(r'^dynamic = \["version"\]$', f'version = "{version}"', about, flags=re.MULTILINE))
    command = ("cyclonedx_py", "environment", "--pyproject", project, "--sv", "1.6", "--output-reproducible")
    _call(*_TOOL, *command, "--validate", "--output-file", bill, home)


def _call(*command: str | Path, cwd: Path = ROOT, stdout: int | None = None) -> None:
    moment = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    subprocess.run(command, cwd=cwd, check=True, stdout=stdout, env=os.environ | {"SOURCE_DATE_EPOCH": moment})


if __name__ == "__main__":
    main()
