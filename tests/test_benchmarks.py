"""The benchmarks do not rot: their arithmetic is right, their page is current, and each part of them runs."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from benchmarks import __main__ as benchmarks
from benchmarks import measuring
from benchmarks.contenders import table
from benchmarks.contenders.table import CONTENDERS, Contender
from benchmarks.content import content_of, lost
from benchmarks.curves import Panel, Scale, drawn
from benchmarks.kit import laid_out
from benchmarks.page import drawings, page, ratio, rows, tenfold
from benchmarks.plain import Block, Content
from benchmarks.process import Failed, run
from benchmarks.records import RECORD, SIZES, Size, distinct, grown
from benchmarks.taken import NOTHING, Results, Spread, Taken, parsed, spread, written
from benchmarks.targets import TARGETS, Goal, amount
from support.samples import AUDIENCES, SAMPLES, memo_of

FOLDER = Path(__file__).parent / "benchmarks"
MODULES = sorted(
    ".".join(path.relative_to(FOLDER.parent).with_suffix("").parts)
    for path in FOLDER.rglob("*.py")
    if path.stem != "__main__"
)
SMALL_SIZES = [size for size in SIZES if max(size.times, size.rows, size.sources) < 100]
OF_THE_GROUP = {"typst", "weasyprint"}
"""Packages that only the benchmarks need."""


def is_needless(module: str) -> bool:
    """Tell of a contender's module whose package is not installed, which the tests can do without."""
    package = module.partition("_")[0]
    return package in OF_THE_GROUP and find_spec(package) is None


def taken(contender: str, round_: int, cpu: float, part: str = "cold", case: str = "2 pages") -> Taken:
    return Taken(part, contender, case, round_, cpu, cpu * 2, 30, 1.5, 1000, 2)


def results(*runs: Taken, **about: str) -> Results:
    return Results({part: {"machine": "a machine", **about} for part in dict.fromkeys(run.part for run in runs)}, runs)


@pytest.mark.parametrize("module", MODULES)
def test_every_module_imports(module: str) -> None:
    if is_needless(module.rpartition(".")[2]):
        with pytest.raises(ModuleNotFoundError):
            import_module(module)
    else:
        assert import_module(module).__name__ == module


@pytest.mark.parametrize("contender", CONTENDERS, ids=lambda one: one.name)
def test_every_contender_is_there_or_says_how_to_get_it(contender: Contender) -> None:
    assert contender.need.version() or contender.need.install


@pytest.mark.parametrize(
    "way",
    [way for one in CONTENDERS for way in (one.cold, one.warm) if isinstance(way, table.InPython)],
    ids=lambda way: f"{way.module}-{way.function}",
)
def test_the_function_of_a_contender_is_there(way: table.InPython) -> None:
    if not is_needless(way.module):
        assert callable(getattr(import_module(f"benchmarks.contenders.{way.module}"), way.function))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([3.0], Spread(3, 3, 3), id="one"),
        pytest.param([4.0, 1.0, 2.0], Spread(1, 2, 4), id="an odd number"),
        pytest.param([4.0, 1.0, 2.0, 3.0], Spread(1, 2.5, 4), id="an even number"),
    ],
)
def test_a_spread_is_least_middle_and_most(values: list[float], expected: Spread) -> None:
    assert spread(values) == expected


def test_a_ratio_is_that_of_two_runs_of_the_same_round_and_case() -> None:
    found = results(
        *(taken("a", 0, 2), taken("a", 1, 9), taken("a", 2, 5)),
        *(taken("b", 1, 3), taken("b", 0, 1), taken("b", 3, 7), taken("b", 0, 1, case="1 page")),
        taken("a", 0, 8, case="1 page"),
    )

    ratios = {
        "all": found.ratio("cold", "a", "b"),
        "2 pages": found.ratio("cold", "a", "b", "2 pages"),
        "another part": found.ratio("warm", "a", "b"),
    }

    assert ratios == {"all": Spread(2, 3, 8), "2 pages": Spread(2, 2.5, 3), "another part": None}


def test_results_are_read_as_they_were_written() -> None:
    found = results(taken("a", 0, 0.12345, part="warm"), taken("a", 0, 1.5, part="cold"))

    assert parsed(written(found)) == found


def test_a_part_measured_anew_replaces_what_was_there() -> None:
    old = results(taken("a", 0, 1), taken("b", 0, 1), taken("a", 0, 1, part="warm"))

    new = old.with_part("cold", {"machine": "another"}, [taken("a", 0, 7)])

    assert new == Results(
        {"cold": {"machine": "another"}, "warm": {"machine": "a machine"}},
        (taken("a", 0, 1, part="warm"), taken("a", 0, 7)),
    )


def test_rounds_begin_with_another_each_and_go_both_ways() -> None:
    assert [measuring.in_turn("abc", round_) for round_ in range(4)] == [
        ("a", "b", "c"),
        ("a", "c", "b"),
        ("c", "a", "b"),
        ("c", "b", "a"),
    ]


@pytest.mark.parametrize(
    ("limit", "found", "expected"),
    [
        pytest.param(Goal(80, "ms", lambda _: 40.0), "≤ 80 ms", "40 ms: met, 0.50 of it", id="met"),
        pytest.param(Goal(0.45, "×", lambda _: 0.9), "≤ 0.45 ×", "0.9 ×: **not met**, 2.00 of it", id="not met"),
        pytest.param(Goal(1.8, "×", lambda _: 1.9, is_least=True), "≥ 1.8 ×", "1.9 ×: met, 1.06 of it", id="at least"),
        pytest.param(
            Goal(1.8, "×", lambda _: 1.7, is_least=True), "≥ 1.8 ×", "1.7 ×: **not met**, 0.94 of it", id="less"
        ),
        pytest.param(Goal(1, "s", lambda _: None), "≤ 1 s", "not measured", id="not measured"),
    ],
)
def test_a_verdict_says_what_was_measured_and_by_how_much(limit: Goal, found: str, expected: str) -> None:
    assert (limit.said(), limit.verdict(NOTHING)) == (found, expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.1234, "0.12 s"), (0.5, "0.5 s"), (12.34, "12.3 s"), (20.0, "20 s"), (1234.5, "1234 s"), (100.0, "100 s")],
)
def test_an_amount_has_as_many_digits_as_say_something(value: float, expected: str) -> None:
    assert amount(value, "s") == expected


def test_targets_take_the_figures_they_name() -> None:
    found = results(
        *(taken("briefgen --version", round_, cpu) for round_, cpu in enumerate((0.09, 0.04))),
        *(taken("briefgen, PDF", 0, 0.3), taken("ReportLab by hand", 0, 0.2)),
        *(
            taken("briefgen, PDF", 0, 0.03, part="warm"),
            taken("briefgen, PDF without reading back", 0, 0.02, part="warm"),
        ),
        *(taken("briefgen, both", 0, 4, "workers", "--jobs 1"), taken("briefgen, both", 0, 2, "workers", "--jobs 2")),
    )

    values = {one.name: one.must.measure(found) for one in TARGETS}

    assert {name: round(value, 3) for name, value in values.items() if value is not None} == {
        "`briefgen --version`": 40,
        "one PDF, new process": 1.5,
        "two workers, of one": 2,
        "reading a PDF back, on top": 50,
        "peak memory, new process": 30,
        "growth from memo 10 to the last": 1.5,
        "size of the PDF": 1,
    }


def test_a_table_has_a_line_for_each_row_or_says_that_nothing_was_measured() -> None:
    assert (rows(("", "ms"), [("a", "1")]), rows(("", "ms"), [])) == (
        "|  | ms |\n| --- | --: |\n| a | 1 |\n",
        "Not measured.\n",
    )


def test_cases_are_compared_with_those_that_have_a_tenth_of_the_same() -> None:
    assert tenfold([size.name for size in SIZES]) == (
        ("10 pages", "100 pages"),
        ("50 rows", "500 rows"),
        ("500 rows", "5,000 rows"),
        ("50 sources", "500 sources"),
    )


def test_a_ratio_is_shown_with_its_spread() -> None:
    assert (ratio(Spread(0.5, 1, 2.25)), ratio(None)) == ("**1.00** (0.50–2.25)", "–")


def test_the_page_shows_who_took_part_and_names_who_is_missing() -> None:
    found = results(taken("ReportLab by hand", 0, 0.2), taken("briefgen, PDF", 0, 0.3), without="Typst; WeasyPrint")

    said = page(found).partition("## One memo, one new process")[2].partition("## Many memos")[0]

    lines = [line for line in said.splitlines() if "Typst" in line or "ReportLab" in line or "briefgen, PDF |" in line]
    assert lines == [
        "| briefgen, PDF | 300.0 (300.0) | 600.0 (600.0) | **1.50** (1.50–1.50) | 30 | 1,000 | 2 |",
        "| ReportLab by hand | 200.0 (200.0) | 400.0 (400.0) | **1.00** (1.00–1.00) | 30 | 1,000 | 2 |",
        "| Typst | missing: pip install --group benchmarks | – | – | – | – | – |",
        "| Typst, PDF/UA-1 | not measured | – | – | – | – | – |",
    ]


def test_the_page_and_its_drawings_are_current() -> None:
    found = parsed(benchmarks.RESULTS.read_text(encoding="utf-8"))
    folder = benchmarks.ROOT / "docs/images"

    assert benchmarks.PAGE.read_text(encoding="utf-8") == page(found)
    for name, drawing in drawings(found).items():
        assert (folder / name).read_text(encoding="utf-8") == drawing


def test_a_scale_is_logarithmic_and_marked_by_powers_of_ten() -> None:
    scale = Scale(0.1, 100, 300)

    assert ([round(scale.place(value)) for value in (0.1, 1, 10, 100)], scale.marks()) == (
        [0, 100, 200, 300],
        (0.1, 1.0, 10.0, 100.0),
    )


def test_a_drawing_has_a_line_for_each_contender_of_each_panel() -> None:
    panels = (
        Panel("pages", {"a & b": [(1, 0.1), (10, 1)], "c": [(1, 0.2)]}),
        Panel("rows", {"c": [(50, 2), (500, 20)]}),
    )

    drawing = ET.fromstring(drawn(panels, "CPU seconds <of memos>", "s"))  # noqa: S314 - our own

    space = "{http://www.w3.org/2000/svg}"
    lines = [path for path in drawing.iter(f"{space}path") if path.get("fill") == "none"]
    assert drawing.findtext(f"{space}title") == "CPU seconds <of memos>"
    assert [path.get("d") for path in lines] == [
        f"M60.0 {height_of(0.1)}L360.0 {height_of(1)}",
        f"M60.0 {height_of(0.2)}",
        f"M420.0 {height_of(2)}L720.0 {height_of(20)}",
    ]


def height_of(value: float) -> str:
    """Give how far down a value stands between 0.1 and 100."""
    return f"{300 - Scale(0.1, 100, 260).place(value):.1f}"


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_content_for_the_peers_has_all_words_of_the_memo(sample: str, audience: str) -> None:
    memo = memo_of(sample, audience)

    assert lost(memo, said(content_of(memo))) == ()


def test_a_lost_word_is_found_as_often_as_it_is_lost() -> None:
    memo = memo_of("fish-duty", "minister")
    text = said(content_of(memo))

    assert lost(memo, text.replace("Solway", "").replace("Nothing", "")) == ("nothing", "solway", "solway")


def said(content: Content) -> str:
    """Give the words of a content."""
    fields = [word for label, runs in content["fields"] for word in (label, *(run["text"] for run in runs))]
    blocks = [text for block in content["blocks"] for text in texts(block)]
    return " ".join((content["title"], content["kind"], *fields, *blocks))


def texts(block: Block) -> list[str]:
    """Give the texts of a block, runs that touch in one piece."""
    cells = [cell for row in block["rows"] for cell in row]
    return ["".join(run["text"] for run in runs) for runs in (block["runs"], *block["items"], *cells)]


@pytest.mark.parametrize("size", SMALL_SIZES, ids=lambda size: size.name)
def test_a_grown_record_has_ids_of_its_own_and_the_size_it_is_named_by(size: Size, tmp_path: Path) -> None:
    grown(tmp_path / "memo", size)

    record = yaml.load((tmp_path / "memo" / RECORD).read_bytes(), yaml.CBaseLoader)  # noqa: S506 - texts only
    ids = [item["id"] for name in ("positions", "responses", "statistics", "sources") for item in record[name]]
    assert len(set(ids)) == len(ids)
    assert len(record["statistics"]) == (size.rows or 7)
    assert len(record["sources"]) == 4 + size.sources


def test_memos_of_one_run_differ_in_every_name(tmp_path: Path) -> None:
    for serial in (0, 1, 2):
        distinct(tmp_path / str(serial), serial)

    first, *others = ((tmp_path / str(serial) / RECORD).read_text(encoding="utf-8") for serial in (0, 1, 2))
    assert "Arvenia" in first
    assert not any(name in text for text in others for name in ("Arvenia", "Calder", "Selmouth", "Solway", "Lorne"))
    assert others[0] != others[1]


@pytest.mark.slow
def test_a_failing_program_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no such thing"):
        run(["python3", "-c", "raise SystemExit('no such thing')"], tmp_path)


@pytest.mark.slow
def test_each_part_measures_and_compares_the_words(tmp_path: Path) -> None:
    able = [one for one in benchmarks.there() if one.need.name not in OF_THE_GROUP]
    folders = [tmp_path / part for part in benchmarks.PARTS]
    for folder in folders:
        folder.mkdir()
    cold, warm, growth, workers, again = map(laid_out, folders)
    told: list[str] = []

    found = (
        *measuring.cold(cold, able, 1, told.append),
        *measuring.warm(warm, able, 1, 11, told.append),
        *measuring.growth(growth, able, 1, (Size("5 sources", sources=5),), told.append),
        *measuring.workers(workers, 2, 1, told.append),
        *measuring.again(again, 2, 1, told.append),
    )

    made = {(one.part, one.contender) for one in found}
    assert [line for line in told if "failed" in line] == []
    assert made >= {("cold", one.name) for one in able if one.cold}
    assert made >= {("warm", one.name) for one in able if one.warm}
    assert made >= {("growth", one.name) for one in able if one.cold and one.grows}
    assert ("again", table.WORD.name) in made
    assert all(one.peak > 5 for one in found)
    assert all(one.cpu > 0 and one.wall > 0 for one in found if one.part != "warm")  # there a difference of two runs
