"""Records to make memos of: the same one under other names, and the same one grown to a length.

All come from one sample, and so pass its checks: what a record quotes stands in the stored texts beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, product
from pathlib import Path
from typing import Any

import yaml
from support.samples import folder_of

SAMPLE = "fish-duty"
AUDIENCE = "minister"
"""The memo of the sample for this audience has two pages."""
RECORD = "article.yaml"

_NAMES = ("Arvenia", "Calder", "Selmouth", "Sellmouth", "Solway", "Brill", "Lorne", "Osk", "Marlow", "Nordfisk")
_BEGINNINGS = ("Bel", "Cor", "Dan", "Fer", "Gal", "Hol", "Kin", "Lam", "Mil", "Nev", "Par", "Ros", "Tam", "Vil")
_MIDDLES = ("a", "e", "i", "o", "u", "an", "en", "in", "on", "ar", "er", "or")
_ENDS = ("by", "dale", "ford", "ham", "ia", "land", "mark", "mouth", "stead", "ton", "via", "wick")


@dataclass(frozen=True, slots=True)
class Size:
    """How much a grown record holds."""

    name: str
    audience: str = AUDIENCE
    times: int = 1
    """Of each list that is repeated as a whole."""
    rows: int = 0
    """Items of `statistics`, which are the rows of a table."""
    sources: int = 0
    """Each of them stands behind a demand of its own."""
    shortened: bool = False


PAGES = (Size("1 page", shortened=True), Size("2 pages"), Size("10 pages", times=13), Size("100 pages", times=148))
ROWS = tuple(Size(f"{number:,} rows", "committee", rows=number) for number in (50, 500, 5000))
SOURCES = tuple(Size(f"{number} sources", sources=number) for number in (5, 50, 500))
SIZES = (*PAGES, *ROWS, *SOURCES)

_REPEATED = ("positions", "responses", "implications", "options")
_LEFT_OUT = ("options", "lines", "implications", "recommendation", "qa", "timeline")
"""Of the record that fills a page."""
_COUNTED = ("counted_in", "rank")
"""Fields by which the source says how many there are, which is true of the first of each only."""


def distinct(folder: Path, serial: int) -> None:
    """Write the sample with other names of places and people throughout, so that no two memos have the same lines."""
    given = dict(zip(_NAMES, _names(serial), strict=True)) if serial else {}
    folder.mkdir(parents=True)
    for path in folder_of(SAMPLE).iterdir():
        text = path.read_text(encoding="utf-8")
        for name, other in given.items():
            text = text.replace(name, other)
        (folder / path.name).write_text(text.replace(f"id: {SAMPLE}\n", f"id: memo-{serial}\n"), encoding="utf-8")


def grown(folder: Path, size: Size) -> None:
    """Write the sample grown, or cut, to a size."""
    folder.mkdir(parents=True)
    for path in folder_of(SAMPLE).glob("*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    record = yaml.load((folder_of(SAMPLE) / RECORD).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    text = yaml.dump(resized(record, size), Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)
    (folder / RECORD).write_text(text, encoding="utf-8")


def resized(record: dict[str, Any], size: Size) -> dict[str, Any]:
    """Give a record with its lists repeated, or without some of them."""
    made = {name: value for name, value in record.items() if not (size.shortened and name in _LEFT_OUT)}
    if size.shortened:
        made["responses"] = made["responses"][:1]
    for name in _REPEATED:
        if name in made:
            made[name] = _repeated(made[name], len(made[name]) * size.times)
    made["actors"] = _repeated(made["actors"], len(made["actors"]) * size.times)
    if size.rows:
        made["statistics"] = _repeated(made["statistics"], size.rows)
    if size.sources:
        made["sources"] = [*made["sources"], *_repeated(made["sources"][:1], size.sources, of="source")]
        demands = _repeated(made["positions"][2:3], size.sources, of="demand")
        made["positions"] += [
            {**demand, "source": source["id"]}
            for demand, source in zip(demands, made["sources"][-size.sources :], strict=True)
        ]
    return made


def _repeated(items: list[dict[str, Any]], number: int, of: str = "") -> list[dict[str, Any]]:
    """Go round `items` until there are so many, each later one with an id of its own."""
    made = []
    for place in range(number):
        turn, which = divmod(place, len(items))
        item = items[which]
        if "id" in item and (turn or of):
            item = {name: value for name, value in item.items() if name not in _COUNTED}
            item["id"] = f"{of or items[which]['id']}-{turn + 1}"
            item |= {"name": f"{item['name']} {turn + 1}"} if "name" in item else {}
            item |= {"actor": f"{item['actor']}-{turn + 1}"} if "summary" in item else {}
        made.append(item)
    return made


def _names(serial: int) -> Iterator[str]:
    """Give as many names as the sample has, others for each serial number."""
    stems = [f"{first}{middle}" for first, middle in product(_BEGINNINGS, _MIDDLES)]
    for place, _ in zip(count(), _NAMES, strict=False):
        number = serial * len(_NAMES) + place
        yield f"{stems[number % len(stems)]}{_ENDS[(number // len(stems) + place) % len(_ENDS)]}"


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc] # either has the same face
    """Writes each value as it was, quoted only where YAML could not be read otherwise, and in full each time."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


_Plain.yaml_implicit_resolvers = {}
