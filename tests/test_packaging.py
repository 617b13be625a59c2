"""What people install holds all it needs, and nothing else."""

import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ("briefgen", "templates", "samples")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution of this checkout, and the wheel from that; give their folder."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True, capture_output=True)
    return folder


def _files(folder: str) -> set[str]:
    """Name the files below a folder of the checkout, without what Python leaves behind."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in paths}


def _in_wheel(name: str) -> str:
    top, _, rest = name.partition("/")
    return name if top == "briefgen" else f"briefgen/_{top}/{rest}"


def test_the_wheel_holds_the_package_its_templates_and_samples(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert names == {_in_wheel(name) for folder in SOURCES for name in _files(folder)}
    assert {name for name in names if name.endswith("py.typed")} == {"briefgen/py.typed"}


def test_the_wheel_tells_its_licence_and_its_command(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        told = {name.partition(".dist-info/")[2] for name in archive.namelist() if ".dist-info/" in name}

    assert told == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}


def test_the_source_distribution_holds_what_a_packager_needs(built: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {name.partition("/")[0] for name in names} == {
        *SOURCES,
        *("docs", "tests"),
        *(".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"),
    }
    assert {name for folder in SOURCES for name in _files(folder)} <= names


def test_an_installed_briefgen_makes_the_sample_memo_in_an_empty_folder(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    home, empty = tmp_path / "venv", tmp_path / "empty"
    empty.mkdir()
    venv.create(home, with_pip=True)
    subprocess.run([home / "bin/pip", "install", "--quiet", wheel], check=True, capture_output=True)

    made = subprocess.run([home / "bin/briefgen", "make", "--format", "pdf"], cwd=empty, check=False)

    assert made.returncode == 0
    (memo,) = empty.rglob("*.pdf")
    assert memo.read_bytes().startswith(b"%PDF-")
