"""The guide to templates does what it says: its example is followed step by step, and its tables are complete."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support.samples import SHELF

from briefgen.audience.entries import entry
from briefgen.audience.markings import schemes
from briefgen.audience.pack import load
from briefgen.audience.pack_file import KEYS
from briefgen.audience.phrases import filters
from briefgen.audience.words import words
from briefgen.shelf import Sheet, Shelf

GUIDE = (Path(__file__).parents[1] / "docs/templates.md").read_text(encoding="utf-8")
STEP = re.compile(r"^(?:`(templates/[^`]+)`:\n\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def rows(heading: str, column: str) -> str:
    """Give the first column of a table, from the head of that column to the next empty line."""
    table = GUIDE.partition(f"## {heading}\n")[2].partition(f"| {column} |")[2].partition("\n\n")[0]
    return "\n".join(line.split(" | ")[0].replace("\\|", "|") for line in table.splitlines())


def run(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def follow(tmp_path: Path) -> Callable[[], list[str]]:
    """Follow the example in a new project: write each file that is shown, run each command; give the memos."""

    def follow() -> list[str]:
        begun = run("python -m briefgen init .", tmp_path)
        assert begun.returncode == 0, begun.stderr
        example = GUIDE.partition("## An example")[2].partition("\n## What audience.yaml says")[0]
        made = []
        for path, language, text in STEP.findall(example):
            if path:
                (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / path).write_text(text, encoding="utf-8")
            elif language == "sh":
                done = run(text.replace("briefgen ", "python -m briefgen "), tmp_path)
                assert done.returncode == 0, done.stderr + done.stdout
                made.append((tmp_path / "out/2025-05-06-ferry-talks-embassy.txt").read_text(encoding="utf-8"))
        return made

    return follow


def test_the_example_is_an_audience_after_one_file_and_its_own_after_three(follow: Callable[[], list[str]]) -> None:
    first, last = (" ".join(text.split()) for text in follow())

    gap = "What a winter service costs; the last figure is from 2019."
    assert "Telegram Island council sets two conditions" in first
    assert f"What to find out ================ 1. {gap} To close it: ask the port for its accounts." in first
    assert last == first.replace(f"1. {gap} To close it:", f"- {gap} Please:")


def test_the_tables_name_every_key_and_filter() -> None:
    pack, say = load("analyst", SHELF), words("en", SHELF)
    shipped = filters(pack, say, entry("record"), schemes(SHELF), {})

    keys, named = rows("What audience.yaml says", "key"), rows("What a template can print", "filter")

    assert [key for key in KEYS if f"`{key}`" not in keys] == []
    assert [name for name in shipped if not re.search(rf"\b{name}\b", named)] == []


def test_the_scheme_in_the_guide_can_be_read() -> None:
    text = GUIDE.partition("Yours is one more file:\n\n```yaml\n")[2].partition("```")[0]

    house = schemes(Shelf({"_markings/house.yaml": Sheet("house.yaml", text)}))["house"]

    assert (house.levels, house.portions["DESK"], house.joint) == (("OPEN", "DESK", "CABINET"), "D", "//")
