"""What people install holds all it needs, and nothing else."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from support.distribution import ROOT, wrongs

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution of this checkout, and the wheel from that; give their folder."""
    return _build(tmp_path_factory.mktemp("dist"))


def _build(folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "build", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1750000000"},
    )
    return folder


def test_what_is_built_holds_what_it_should_and_nothing_else(built: Path) -> None:
    (wheel,), (source,) = built.glob("*.whl"), built.glob("*.tar.gz")

    assert wrongs(wheel, source) == ()


def test_what_is_missing_from_a_wheel_or_too_much_in_it_is_named(built: Path, tmp_path: Path) -> None:
    (wheel,), (source,) = built.glob("*.whl"), built.glob("*.tar.gz")
    spoilt = tmp_path / wheel.name
    with zipfile.ZipFile(wheel) as archive, zipfile.ZipFile(spoilt, "w") as other:
        for name in set(archive.namelist()) - {"briefgen/py.typed"}:
            other.writestr(name, b"")
        other.writestr("briefgen/.DS_Store", b"")

    assert wrongs(spoilt, source) == (
        "wheel: briefgen/py.typed is missing",
        "wheel: briefgen/.DS_Store should not be in it",
        "wheel: briefgen/.DS_Store is of no kind that we ship",
    )


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = _build(tmp_path)

    assert {path.name for path in built.iterdir() if path.read_bytes() != (again / path.name).read_bytes()} == set()


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
