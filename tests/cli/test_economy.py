"""What many memos have in common is read, compiled and made once; a warm start compiles no template."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.articles import SMALL

from briefgen import resources

WATCHED = """
import atexit, json, os, sys
from collections import Counter

opened, compiled = Counter(), Counter()

def watch(event, about):
    if event == "open" and isinstance(about[0], (str, bytes)):
        opened[os.fsdecode(about[0])] += 1
    elif event == "compile" and str(about[1]).endswith(".j2"):
        compiled[str(about[1])] += 1

def tell():
    from briefgen.audience.catalogue import read_catalogue
    from briefgen.audience.pack_file import _read_pack
    from briefgen.writers.docx.package import _shared
    once = {"packs": _read_pack, "words": read_catalogue, "word parts": _shared}
    missed = {name: one.cache_info().misses for name, one in once.items()}
    print(json.dumps({"opened": opened, "compiled": compiled, "missed": missed}), file=sys.stderr)

sys.addaudithook(watch)
from briefgen.cli.main import main
atexit.register(tell)
sys.argv = ["briefgen", "make", "--format", "pdf,docx", "--audience", "minister,press", "--jobs", "1", "--quiet"]
main()
"""
MEMOS = 3


def watched(folder: Path, cache: str = "") -> dict[str, Any]:
    """Make memos in a process that tells what it opened, compiled, and had to make."""
    command = [sys.executable, "-c", WATCHED]
    environment = {"PATH": "", "HOME": str(folder), "BRIEFGEN_CACHE": cache, "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stderr.splitlines()[-1])
    return told


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for number in range(MEMOS):
        record = SMALL.replace("id: ", f"id: number-{number}-", 1)
        (tmp_path / "articles" / f"{number}.yaml").write_text(record, encoding="utf-8")
    return tmp_path


def test_templates_fonts_packs_and_word_parts_are_read_once_for_all_memos(project: Path) -> None:
    told = watched(project)

    shipped = str(resources.templates_folder())
    templates = {path: count for path, count in told["opened"].items() if path.startswith(shipped)}
    fonts = {path: count for path, count in told["opened"].items() if path.endswith((".ttf", ".otf", ".ttc"))}
    assert len(list((project / "out").glob("*.pdf"))) == len(list((project / "out").glob("*.docx"))) == 2 * MEMOS
    assert (set(templates.values()), set(told["compiled"].values())) == ({1}, {1})
    assert set(fonts.values()) == {1}
    assert told["missed"] == {"packs": 2, "words": 1, "word parts": 2}


def test_a_second_run_compiles_no_template_and_hashes_no_font(project: Path) -> None:
    folder = project / "cache"
    watched(project, str(folder))
    for made in (project / "out").iterdir():
        made.unlink()

    told = watched(project, str(folder))

    fonts = {path: count for path, count in told["opened"].items() if path.endswith((".ttf", ".otf", ".ttc"))}
    assert len(list((project / "out").glob("*.pdf"))) == 2 * MEMOS
    assert told["compiled"] == {}
    assert fonts == {}, "HarfBuzz maps them itself; it is the hash that reads them whole"
