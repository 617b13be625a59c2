"""What briefgen wants to reach, and whether it does: *must* to be of use, *aim* to be the best of its kind."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from benchmarks.contenders import table
from benchmarks.contenders.table import Contender
from benchmarks.taken import Results

Measure = Callable[[Results], float | None]


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit, and how to find on which side of it the results are."""

    limit: float
    unit: str
    measure: Measure
    """Gives None where it was not measured."""
    is_least: bool = False
    """Whether more is better."""

    def said(self) -> str:
        """Say the limit."""
        return f"{'≥' if self.is_least else '≤'} {amount(self.limit, self.unit)}"

    def verdict(self, results: Results) -> str:
        """Say what was measured, and by how much it is on the right side or the wrong one."""
        found = self.measure(results)
        if found is None:
            return "not measured"
        is_met = found >= self.limit if self.is_least else found <= self.limit
        share = found / self.limit
        return f"{amount(found, self.unit)}: {'met' if is_met else '**not met**'}, {share:.2f} of it"


@dataclass(frozen=True, slots=True)
class Target:
    """Both goals for one figure."""

    name: str
    must: Goal
    aim: Goal


def amount(value: float, unit: str) -> str:
    """Write an amount with as many digits as say something."""
    digits = f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    shown = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f"{shown} {unit}"


def _ratio(part: str, contender: Contender, anchor: Contender, case: str = "") -> Measure:
    def measure(results: Results) -> float | None:
        found = results.ratio(part, contender.name, anchor.name, case)
        return found.middle if found else None

    return measure


def _least(part: str, contender: Contender, case: str = "", *, times: float = 1, wall: bool = False) -> Measure:
    """Take the quickest run, which what else the machine does has slowed down least."""

    def measure(results: Results) -> float | None:
        runs = results.of(part, contender.name, case)
        return min(((one.wall if wall else one.cpu) * times for one in runs), default=None)

    return measure


def _most(contenders: tuple[Contender, ...], part: str, of: str, case: str = "", *, times: float = 1) -> Measure:
    """Take the largest of what all runs of some contenders took."""

    def measure(results: Results) -> float | None:
        runs = [one for contender in contenders for one in results.of(part, contender.name, case)]
        return max((getattr(one, of) * times for one in runs), default=None)

    return measure


def _on_top(whole: Contender, without: Contender) -> Measure:
    """Give in per cent what a duty adds to the rest."""

    def measure(results: Results) -> float | None:
        found = results.ratio("warm", whole.name, without.name)
        return (found.middle - 1) * 100 if found else None

    return measure


def _two_workers(results: Results) -> float | None:
    one, two = (results.of("workers", table.BOTH.name, f"--jobs {jobs}") for jobs in (1, 2))
    return median(a.wall / b.wall for a, b in zip(one, two, strict=True)) if one else None


_OURS, _FORMATS = (table.PDF, table.WORD, table.BOTH), (table.PDF, table.WORD)
_RAW, _HAND = "× ReportLab", "× python-docx"
_MS, _KB = 1000, 1 / 1000


def _both(name: str, measure: Measure, unit: str, must: float, aim: float, *, is_least: bool = False) -> Target:
    return Target(name, Goal(must, unit, measure, is_least), Goal(aim, unit, measure, is_least))


def _warm_word(name: str, contender: Contender) -> Target:
    by_hand = Goal(0.15, _HAND, _ratio("warm", contender, table.PYTHON_DOCX))
    return Target(name, by_hand, Goal(3, "ms", _least("warm", contender, times=_MS)))


def _long_pdf(name: str, contender: Contender) -> Target:
    by_hand = Goal(1.0, _RAW, _ratio("growth", contender, table.REPORTLAB, "100 pages"))
    return Target(name, by_hand, Goal(0.4, "s", _least("growth", contender, "100 pages")))


TARGETS = (
    _both("`briefgen --version`", _least("cold", table.VERSION, times=_MS), "ms", 80, 50),
    _both("`briefgen --help`", _least("cold", table.HELP, times=_MS), "ms", 80, 50),
    _both("one PDF, new process", _ratio("cold", table.PDF, table.REPORTLAB), _RAW, 1.25, 0.9),
    _both("one Word file, new process", _ratio("cold", table.WORD, table.PYTHON_DOCX), _HAND, 1.0, 0.8),
    _both("both, new process", _ratio("cold", table.BOTH, table.REPORTLAB), _RAW, 1.4, 1.0),
    _both("PDF, warm", _ratio("warm", table.PDF, table.REPORTLAB), _RAW, 0.7, 0.45),
    _both("PDF, warm, writing alone", _ratio("warm", table.PDF_WRITING, table.REPORTLAB), _RAW, 0.7, 0.45),
    _warm_word("Word, warm", table.WORD),
    _warm_word("Word, warm, writing alone", table.WORD_WRITING),
    _both("both, warm", _least("warm", table.BOTH, times=_MS), "ms", 25, 13),
    _both("all audiences, both, warm", _least("warm", table.ALL_AUDIENCES, times=_MS), "ms", 120, 80),
    _both("two workers, of one", _two_workers, "×", 1.8, 1.9, is_least=True),
    _both("1,000 unchanged memos again", _least("again", table.WORD, wall=True), "s", 1, 1),
    _both("reading a PDF back, on top", _on_top(table.PDF, table.PDF_UNREAD), "%", 40, 40),
    _both("reading a Word file back, on top", _on_top(table.WORD, table.WORD_UNREAD), "%", 40, 40),
    _both("peak memory, new process", _most(_OURS, "cold", "peak"), "MiB", 60, 45),
    _both("growth from memo 10 to the last", _most(_OURS, "warm", "growth"), "MiB", 5, 2),
    _long_pdf("PDF of 100 pages", table.PDF),
    _long_pdf("PDF of 100 pages, writing alone", table.PDF_WRITING),
    _both("PDF of 5,000 rows", _least("growth", table.PDF, "5,000 rows"), "s", 5, 1.2),
    _both("PDF of 5,000 rows, writing alone", _least("growth", table.PDF_WRITING, "5,000 rows"), "s", 5, 1.2),
    _both("Word file of 5,000 rows", _least("growth", table.WORD, "5,000 rows"), "s", 1, 0.4),
    _both("Word file of 5,000 rows, writing alone", _least("growth", table.WORD_WRITING, "5,000 rows"), "s", 1, 0.4),
    _both("peak memory, 5,000 rows", _most(_FORMATS, "growth", "peak", "5,000 rows"), "MiB", 150, 100),
    _both("size of the PDF", _most((table.PDF,), "cold", "size", times=_KB), "KB", 50, 35),
    _both("size of the Word file", _most((table.WORD,), "cold", "size", times=_KB), "KB", 20, 12),
)
