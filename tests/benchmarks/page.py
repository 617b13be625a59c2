"""Results → `docs/performance.md`; the page says nothing that was not measured."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from string import Template

from benchmarks.contenders import table
from benchmarks.contenders.table import CONTENDERS, PEERS, WITHOUT, WRITING, Contender
from benchmarks.curves import Panel, drawn
from benchmarks.taken import Results, Spread, Taken, spread
from benchmarks.targets import TARGETS

DRAWINGS = {"pdf": "growth-pdf.svg", "docx": "growth-docx.svg"}
"""Format → its curves, in `docs/images`."""

_TEXT = Template(Path(__file__).with_name("page.txt").read_text(encoding="utf-8"))
_NOTHING = "Not measured.\n"

_WHOLES = {
    table.PDF_UNTAGGED.name: table.PDF_UNREAD,
    table.PDF_UNREAD.name: table.PDF,
    table.PDF_UNCHECKED.name: table.PDF,
    table.WORD_UNREAD.name: table.WORD,
    table.WORD_UNCHECKED.name: table.WORD,
}
"""What is compared with that which lacks a duty."""

Cell = Callable[[Contender, tuple[Taken, ...]], str]


def page(results: Results) -> str:
    """Write the page."""
    return _TEXT.substitute(
        about=_about(results),
        targets=_targets(results),
        cold=_of_part(results, "cold", _cold_columns(results)),
        warm=_of_part(results, "warm", _warm_columns(results)),
        duties=_duties(results),
        growth="\n".join(_growth(results)),
        many=_many(results),
    )


def drawings(results: Results) -> dict[str, str]:
    """Draw the curves: file name → SVG."""
    return {
        name: drawn(_panels(results, kind), f"CPU seconds of memos as {kind.upper()} as they grow", "CPU seconds")
        for kind, name in DRAWINGS.items()
        if "growth" in results.about
    }


def rows(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Write a table: names at the left, figures at the right; without lines, say that there are none."""
    measured = list(lines)
    if not measured:
        return _NOTHING
    found = [head, ["---", *["--:"] * (len(head) - 1)], *measured]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in found)


def ratio(found: Spread | None) -> str:
    """Write a ratio with its spread."""
    return f"**{found.middle:.2f}** ({found.least:.2f}–{found.most:.2f})" if found else "–"


def _about(results: Results) -> str:
    """Say of each part where it was measured; parts measured together stand together."""
    together: dict[str, list[str]] = {}
    for part, about in results.about.items():
        said = ", ".join(value for name, value in about.items() if name != "without")
        missing = f"; missing were {about['without']}" if "without" in about else ""
        together.setdefault(f"{said}{missing}", []).append(part)
    return "".join(f"- {', '.join(parts)}: {said}.\n" for said, parts in together.items())


def _targets(results: Results) -> str:
    lines = (
        (one.name, one.must.said(), one.must.verdict(results), one.aim.said(), one.aim.verdict(results))
        for one in TARGETS
    )
    return rows(("", "must", "measured", "aim", "measured"), lines)


def _of_part(results: Results, part: str, columns: dict[str, Cell]) -> str:
    """Write a line for each contender of a part, those without figures too."""
    if part not in results.about:
        return rows((), ())
    missing = results.about[part].get("without", "").split("; ")
    lines = []
    for one in CONTENDERS:
        runs = results.of(part, one.name)
        if one in WITHOUT or not (one.cold if part == "cold" else one.warm):
            continue
        if runs:
            lines.append((one.name, *(cell(one, runs) for cell in columns.values())))
        else:
            reason = f"missing: {one.need.install}" if one.name in missing else "not measured"
            lines.append((one.name, reason, *["–"] * (len(columns) - 1)))
    return rows(("", *columns), lines)


def _cold_columns(results: Results) -> dict[str, Cell]:
    return {
        "CPU ms, middle (least)": lambda _, runs: _milliseconds(one.cpu for one in runs),
        "wall ms, middle (least)": lambda _, runs: _milliseconds(one.wall for one in runs),
        "ratio of CPU": lambda one, _: ratio(results.ratio("cold", one.name, anchor(one).name)) if one.makes else "–",
        "peak MiB": lambda _, runs: f"{max(one.peak for one in runs):.0f}",
        "bytes": lambda _, runs: f"{runs[-1].size:,}" if runs[-1].size else "–",
        "pages": lambda _, runs: str(runs[-1].pages or "–"),
    }


def _warm_columns(results: Results) -> dict[str, Cell]:
    return {
        "CPU ms a memo, middle (least)": lambda _, runs: _milliseconds(one.cpu for one in runs),
        "ratio of CPU": lambda one, _: ratio(results.ratio("warm", one.name, anchor(one).name)),
        "memos a second and core": lambda _, runs: f"{1 / median(one.cpu for one in runs):.1f}",
        "peak MiB": lambda _, runs: f"{max(one.peak for one in runs):.0f}",
        "growth MiB": lambda _, runs: f"{max(one.growth for one in runs):+.1f}",
    }


def anchor(contender: Contender) -> Contender:
    """Give what a contender is compared with."""
    return table.PYTHON_DOCX if contender.makes == ("docx",) else table.REPORTLAB


def _duties(results: Results) -> str:
    lines = []
    for one in WITHOUT:
        whole = _WHOLES[one.name]
        saved = results.ratio("warm", one.name, whole.name)
        if saved:
            runs = (results.of("warm", whole.name), results.of("warm", one.name))
            times = (_milliseconds(run.cpu for run in found) for found in runs)
            lines.append((one.name, *times, f"{(1 / saved.middle - 1) * 100:+.0f} %"))
    return rows(("", "with it, CPU ms", "without, CPU ms", "the duty, on top of the rest"), lines)


def _growth(results: Results) -> Iterator[str]:
    if "growth" not in results.about:
        yield _NOTHING
        return
    for kind, name in DRAWINGS.items():
        makers = _makers(kind)
        cases = tuple(dict.fromkeys(case for one in makers for case in results.cases("growth", one.name)))
        title = "PDF" if kind == "pdf" else "Word"
        yield f"### {title}\n\n![CPU seconds of growing memos; the figures are in the table](images/{name})\n"
        yield rows(("", *cases), ((one.name, *(_long(results, one, case) for case in cases)) for one in makers))
        pairs = tenfold(cases)
        head = ("CPU time, times that of a tenth", *(f"{most}, of {tenth}" for tenth, most in pairs))
        yield rows(head, ((one.name, *(_steep(results, one, *pair) for pair in pairs)) for one in makers))


def tenfold(cases: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pair the cases of which one has ten times as much of the same as the other, the larger ones only."""
    pairs = ((tenth, most) for tenth in cases for most in cases if tenth.split()[-1] == most.split()[-1])
    return tuple((tenth, most) for tenth, most in pairs if _number(most) == 10 * _number(tenth) and _number(tenth) > 5)


def _steep(results: Results, one: Contender, tenth: str, most: str) -> str:
    """Say how many times as long it takes; ten is in proportion."""
    few, many = (results.of("growth", one.name, case) for case in (tenth, most))
    return f"{min(run.cpu for run in many) / min(run.cpu for run in few):.1f}" if few and many else "–"


def _long(results: Results, one: Contender, case: str) -> str:
    runs = results.of("growth", one.name, case)
    return f"{min(run.cpu for run in runs):.2f}, {max(run.peak for run in runs):.0f}" if runs else "–"


def _panels(results: Results, kind: str) -> tuple[Panel, ...]:
    """Take the cases apart by what grows in them, the last word of their name."""
    units = {"pages": "pages", "rows": "rows of a table", "sources": "sources"}
    return tuple(Panel(said, _lines(results, kind, unit)) for unit, said in units.items())


def _lines(results: Results, kind: str, unit: str) -> dict[str, tuple[tuple[float, float], ...]]:
    lines = {}
    for one in _makers(kind):
        cases = [case for case in results.cases("growth", one.name) if case.replace("1 page", "1 pages").endswith(unit)]
        points = tuple((_number(case), min(run.cpu for run in results.of("growth", one.name, case))) for case in cases)
        if points:
            lines[one.name] = points
    return lines


def _number(case: str) -> float:
    return float(case.partition(" ")[0].replace(",", ""))


def _makers(kind: str) -> tuple[Contender, ...]:
    ours = (table.PDF, table.WORD, *WRITING)
    return tuple(one for one in (*ours, *PEERS) if one.grows and one.makes == (kind,))


def _many(results: Results) -> str:
    lines = [
        (f"{case}, {'unchanged' if part == 'again' else 'both formats'}", *_walls(results.of(part, one.name, case)))
        for part, one in (("again", table.WORD), ("workers", table.BOTH))
        for case in results.cases(part, one.name)
    ]
    return rows(("", "wall s, middle (least)", "CPU s", "peak MiB of the largest process"), lines)


def _walls(runs: tuple[Taken, ...]) -> tuple[str, str, str]:
    wall, cpu = spread(one.wall for one in runs), spread(one.cpu for one in runs)
    return f"{wall.middle:.2f} ({wall.least:.2f})", f"{cpu.middle:.2f}", f"{max(one.peak for one in runs):.0f}"


def _milliseconds(seconds: Iterable[float]) -> str:
    found = spread(one * 1000 for one in seconds)
    return f"{found.middle:.1f} ({found.least:.1f})"
