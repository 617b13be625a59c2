"""The catalogue of planted faults, and the clean records: what the checks make of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from support.checking import EXAMPLE, SCHEMES, memo, record

from briefgen.article.passages import Stored
from briefgen.article.read import read
from briefgen.checks.check import check
from briefgen.notices import Notice

HERE = Path(__file__).parents[1] / "checks"
CLEAN = tuple(sorted((HERE / "clean").glob("*.yaml")))
MEMO = (HERE / "faults/memo.md").read_text(encoding="utf-8")
_BASES = {"ferry": EXAMPLE / "record.yaml", "budget": HERE / "clean/budget.yaml", "health": HERE / "clean/health.yaml"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault and the codes of what is new about the faulty record or memo."""

    base: str
    number: int
    what: str
    expected: str
    """The check that should find it; `nothing` where no rule can."""
    found: tuple[str, ...]

    @property
    def is_caught(self) -> bool:
        return bool(self.found)


@cache
def faults() -> tuple[Fault, ...]:
    """Plant every fault and see what is found."""
    return tuple(fault for base in (*_BASES, "memos") for fault in _faults(base))


def checked(path: Path, text: str = "") -> tuple[Notice, ...]:
    """Check a record, or what `text` makes of it, with the stored text of its only source."""
    text = text or path.read_text(encoding="utf-8")
    new = read(text.encode(), path.name)
    source = new.article.sources[0]
    stored = Stored(source.id, (path.parent / source.text).read_text(encoding="utf-8"))
    return check(new, {source.id: stored}, schemes=SCHEMES, written=text)


def _faults(base: str) -> Iterator[Fault]:
    written = (HERE / f"faults/{base}.yaml").read_text(encoding="utf-8")
    for number, one in enumerate(yaml.safe_load(written), start=1):
        whole = MEMO if base == "memos" else _BASES[base].read_text(encoding="utf-8")
        assert whole.count(one["replace"]) == 1, f"{base}: {one['is']}: not there just once"
        faulty = whole.replace(one["replace"], one["by"])
        found = _codes_of_memo(faulty) if base == "memos" else _codes(checked(_BASES[base], faulty))
        usual = _codes_of_memo(whole) if base == "memos" else ()
        new = tuple(code for code in found if code not in usual)
        yield Fault(base, number, one["is"], one["raises"], new)


def _codes_of_memo(markdown: str) -> tuple[str, ...]:
    return _codes(check(record(), {}, schemes=SCHEMES, memos=(memo(markdown),)))


def _codes(notices: tuple[Notice, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(notice.code for notice in notices))
