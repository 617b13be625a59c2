"""The figures that the documentation prints are true, and good enough to be of use."""

import re
from pathlib import Path

import pytest
from support.drafting import ARTICLES, HELD_OUT, ROWS, Tally, files, measure, table

pytestmark = pytest.mark.slow
PAGE = (Path(__file__).parents[2] / "docs/drafting.md").read_text(encoding="utf-8")
SETS = {"development": ARTICLES, "held out": HELD_OUT}


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, Tally]]:
    return {name: measure(files(folder)) for name, folder in SETS.items()}


def test_the_table_is_current(measured: dict[str, dict[str, Tally]]) -> None:
    assert table(measured) in PAGE


def test_the_sets_are_as_large_as_is_said() -> None:
    assert (len(files(ARTICLES)), len(files(HELD_OUT))) == (62, 6)
    assert "the 62 articles" in PAGE


@pytest.mark.parametrize("name", SETS)
def test_every_passage_stands_in_the_text(measured: dict[str, dict[str, Tally]], name: str) -> None:
    assert measured[name]["groundedness"].wrong == 0


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(
    ("row", "least"),
    [("demands", 0.75), ("responses", 0.79), ("outlook", 0.82), ("quotations", 0.97), ("boilerplate", 0.9)],
)
def test_enough_is_found_and_little_of_it_wrong(
    measured: dict[str, dict[str, Tally]], name: str, row: str, least: float
) -> None:
    assert measured[name][row].f >= least


@pytest.mark.parametrize(("name", "least"), [("development", 0.95), ("held out", 0.75)])
def test_speakers_are_mostly_right(measured: dict[str, dict[str, Tally]], name: str, least: float) -> None:
    """The articles held out have eight quotations: one more or less is an eighth."""
    assert measured[name]["speakers"].precision >= least


@pytest.mark.parametrize(("row", "least"), [("demands", 0.88), ("responses", 0.86), ("outlook", 0.89)])
def test_what_was_learnt_is_not_lost(measured: dict[str, dict[str, Tally]], row: str, least: float) -> None:
    assert measured["development"][row].f >= least


def test_every_sentence_of_the_annotations_is_one_of_the_text(measured: dict[str, dict[str, Tally]]) -> None:
    """An annotation that matches nothing would count for nothing."""
    missed = [detail for tallies in measured.values() for detail in tallies["quotations"].details]

    assert missed == []
    assert set(ROWS) == set(measured["development"])


def test_the_first_readings_are_told() -> None:
    rows = re.findall(r"^\| (\w+) (?:six|eight) .*\|$", PAGE, re.MULTILINE)

    assert rows == ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
