"""Measure briefgen and its peers, and write `docs/performance.md` anew.

    PYTHONPATH=tests python -m benchmarks

With `--part` only some parts are measured, and the results of the others stay as they were; with `--page` none is.
"""

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import measuring
from benchmarks.accessibility import processor
from benchmarks.contenders.table import CONTENDERS, Contender
from benchmarks.kit import Kit, laid_out
from benchmarks.page import drawings, page
from benchmarks.records import SIZES
from benchmarks.taken import NOTHING, Results, Taken, parsed, written

ROOT = Path(__file__).parents[2]
RESULTS = Path(__file__).with_name("results.json")
PAGE = ROOT / "docs/performance.md"
PARTS = ("cold", "warm", "growth", "workers", "again")


def main() -> None:
    """Measure what is asked for."""
    options = _options()
    results = parsed(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else NOTHING
    for part in () if options.page else options.part or PARTS:
        with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
            taken = _measured(part, laid_out(Path(folder)), options)
        if taken:
            results = results.with_part(part, about(), taken)
            RESULTS.write_text(written(results), encoding="utf-8")
    write(parsed(written(results)))


def write(results: Results) -> None:
    """Write the page and its drawings."""
    PAGE.write_text(page(results), encoding="utf-8")
    for name, drawing in drawings(results).items():
        (ROOT / "docs/images" / name).write_text(drawing, encoding="utf-8")


def there() -> tuple[Contender, ...]:
    """List the contenders whose needs are installed."""
    return tuple(one for one in CONTENDERS if not one.is_missing)


def about() -> dict[str, str]:
    """Say where and with what this is measured, and who is missing."""
    versions = dict.fromkeys(f"{one.need.name} {one.need.version()}" for one in there())
    missing = "; ".join(one.name for one in CONTENDERS if one.is_missing)
    return {
        "date": f"{datetime.now(UTC):%-d %B %Y}",
        "machine": f"{processor()}, {platform.system()}",
        "versions": f"Python {platform.python_version()}, {', '.join(versions)}",
    } | ({"without": missing} if missing else {})


def _measured(part: str, kit: Kit, options: argparse.Namespace) -> tuple[Taken, ...]:
    contenders = there()
    for one in CONTENDERS:
        if one.is_missing:
            _tell(f"{one.name} is missing: {one.need.install}")
    ways: dict[str, Callable[[], Iterable[Taken]]] = {
        "cold": lambda: measuring.cold(kit, contenders, options.rounds, _tell),
        "warm": lambda: measuring.warm(kit, contenders, options.long_rounds, options.memos, _tell),
        "growth": lambda: measuring.growth(kit, contenders, options.long_rounds, SIZES, _tell),
        "workers": lambda: measuring.workers(kit, options.memos, options.long_rounds, _tell),
        "again": lambda: measuring.again(kit, options.unchanged, options.rounds, _tell),
    }
    return tuple(ways[part]())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure briefgen and its peers.")
    parser.add_argument(
        "--part", action="append", choices=PARTS, help="measure this part only; more than once for more"
    )
    parser.add_argument("--rounds", type=int, default=11, help="of short runs [default: 11]")
    parser.add_argument("--long-rounds", type=int, default=3, help="of warm, growth and workers [default: 3]")
    parser.add_argument("--memos", type=int, default=200, help="in one process [default: 200]")
    parser.add_argument("--unchanged", type=int, default=1000, help="memos that are made again [default: 1000]")
    parser.add_argument("--page", action="store_true", help="measure nothing, write the page from results.json")
    return parser.parse_args()


def _tell(said: str) -> None:
    sys.stderr.write(f"{said}\n")


if __name__ == "__main__":
    main()
