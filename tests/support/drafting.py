"""Measure drafts against annotated articles; run it to print the table of `docs/drafting.md`.

The unit for demands, responses and outlook is the sentence.
In the annotations a capital letter says that a sentence must be found, a small one that it may be.
"""

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from briefgen.article.statements import Evidence
from briefgen.draft.compose import compose
from briefgen.draft.drafted import Drafted
from briefgen.draft.paragraphs import Clean, clean
from briefgen.draft.prose import read_prose
from briefgen.draft.reading import read_article

ARTICLES = Path(__file__).parents[1] / "draft/articles"
HELD_OUT = Path(__file__).parents[1] / "draft/held-out"
TODAY = date(2026, 1, 5)
LABELS = {"D": "demands", "R": "responses", "O": "outlook"}


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    details: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f(self) -> float:
        return (
            2 * self.right / (2 * self.right + self.wrong + self.missed)
            if self.right + self.wrong + self.missed
            else 1.0
        )


def files(folder: Path) -> list[Path]:
    """List the annotated articles of a folder."""
    return sorted(path for path in folder.iterdir() if path.suffix != ".yaml" and path.with_suffix(".yaml").exists())


def draft(path: Path) -> Drafted:
    """Draft the record of an article."""
    raw = read_article(path.read_bytes(), path.name)
    return compose(raw, text_file=f"{path.stem}.source.txt", tool="briefgen draft", version="0", today=TODAY)


def measure(paths: Iterable[Path]) -> dict[str, Tally]:
    """Compare the drafts of articles with their annotations."""
    tallies: dict[str, Tally] = {}
    for path in paths:
        gold = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
        drafted = draft(path)
        for name, count in _compared(drafted, gold, path):
            whole = tallies.setdefault(name, Tally())
            whole.right += count.right
            whole.wrong += count.wrong
            whole.missed += count.missed
            whole.details += [f"{path.stem}: {detail}" for detail in count.details]
    return tallies


def _compared(drafted: Drafted, gold: dict[str, Any], path: Path) -> Iterable[tuple[str, Tally]]:
    yield from _sentences(drafted, gold)
    yield from _quotes(drafted, gold)
    yield "boilerplate", _boilerplate(drafted, gold)
    for name in ("title", "date", "outlet"):
        yield name, _known(drafted, gold, name)
    yield from _entities(drafted, gold)
    yield "groundedness", _grounded(drafted, path)


def spans(drafted: Drafted, label: str) -> dict[int, str]:
    """Give where the items of a kind stand in the text, and the name of whose they are."""
    article = drafted.article
    names = {actor.id: actor.name for actor in article.actors}
    found: dict[int, str] = {}
    match label:
        case "D":
            statements: list[tuple[tuple[Evidence, ...], str]] = [(p.evidence, p.actor) for p in article.positions]
        case "R":
            statements = [(r.evidence, r.actor) for r in article.responses]
        case _:
            events = [(e.evidence, "") for e in article.timeline if e.status != "past"]
            statements = events + [
                (b.evidence, "") for b in article.background if b.kind in {"plan", "source-judgement"}
            ]
    for passages, actor in statements:
        for passage in passages:
            found.setdefault(passage.start or 0, names.get(actor, ""))
    return found


def _sentences(drafted: Drafted, gold: dict[str, Any]) -> Iterable[tuple[str, Tally]]:
    prose = read_prose(_as_stored(drafted))
    for label, name in LABELS.items():
        found = spans(drafted, label)
        tally, actors = Tally(), Tally()
        for sentence in prose.sentences:
            words = sentence.span.of(drafted.text)
            wanted = next((item for item in gold["sentences"] if words.startswith(item["s"])), {"l": ""})
            here = [who for place, who in found.items() if sentence.span.start <= place < sentence.span.end]
            if label in wanted["l"] and here:
                tally.right += 1
                if label != "O" and wanted.get("a"):
                    names = [wanted["a"], *wanted.get("alt", [])]
                    right = any(same(name, who) for name in names for who in here)
                    actors.right, actors.wrong = actors.right + right, actors.wrong + (not right)
                    if not right:
                        actors.details.append(f"{label} wanted {wanted['a']}, found {here[0]} | {words[:90]}")
            elif label in wanted["l"]:
                tally.missed += 1
                tally.details.append(f"missed {label} | {words[:120]}")
            elif here and label.lower() not in wanted["l"]:
                tally.wrong += 1
                tally.details.append(f"wrong {label} | {words[:120]}")
        yield name, tally
        if label != "O":
            yield f"actor of {name}", actors


def _as_stored(drafted: Drafted) -> Clean:
    return clean(drafted.text, keep_all=True)


def same(wanted: str, found: str) -> bool:
    """Tell whether two names mean one: articles aside, one may be part of the other."""
    first, second = (name.lower().replace("’", "'").removeprefix("the ").removeprefix("a ") for name in (wanted, found))
    return bool(second) and (first in second or second in first)


def _quotes(drafted: Drafted, gold: dict[str, Any]) -> Iterable[tuple[str, Tally]]:
    names = {actor.id: actor.name for actor in drafted.article.actors}
    span, speaker = Tally(), Tally()
    left = list(gold["quotes"])
    for quote in drafted.article.quotes:
        hit = next((item for item in left if quote.text.startswith(item["q"])), None)
        if hit is None:
            span.wrong += 1
            span.details.append(f"wrong quotation | {quote.text[:80]}")
            continue
        left.remove(hit)
        span.right += 1
        found = names[quote.speaker] if quote.speaker else None
        wanted = [hit["by"], *hit.get("alt", [])]
        right = found is None if hit["by"] is None else any(same(name, found or "") for name in wanted)
        speaker.right, speaker.wrong = speaker.right + right, speaker.wrong + (not right)
        if not right:
            speaker.details.append(f"speaker: wanted {hit['by']}, found {found} | {quote.text[:80]}")
    span.missed += len(left)
    span.details += [f"missed quotation | {item['q']}" for item in left]
    yield "quotations", span
    yield "speakers", speaker


def _boilerplate(drafted: Drafted, gold: dict[str, Any]) -> Tally:
    tally = Tally()
    left = list(gold["boilerplate"])
    for _, text in drafted.left_out:
        hit = next((item for item in left if text.startswith(item)), None)
        if hit is not None:
            left.remove(hit)
            tally.right += 1
        elif any(text.startswith(item) for item in gold.get("may_go", [])):
            continue
        else:
            tally.wrong += 1
            tally.details.append(f"wrongly left out | {text[:80]}")
    tally.missed = len(left)
    tally.details += [f"kept | {item}" for item in left]
    return tally


def _known(drafted: Drafted, gold: dict[str, Any], name: str) -> Tally:
    source = drafted.article.sources[0]
    found = {"title": source.title, "date": str(source.issued or ""), "outlet": source.container_title}[name]
    wanted = "" if gold[name] is None else str(gold[name])
    right = found == wanted
    return Tally(
        int(right),
        int(not right and bool(found)),
        int(not right and not found),
        [] if right else [f"{name}: wanted {wanted!r}, found {found!r}"],
    )


def _entities(drafted: Drafted, gold: dict[str, Any]) -> Iterable[tuple[str, Tally]]:
    actors = drafted.article.actors
    for name, kinds in (("people", {"person"}), ("organisations", {"organisation", None}), ("states", {"state"})):
        tally = Tally()
        found = [actor.name for actor in actors if actor.type in kinds]
        for wanted in gold[name]:
            hit = next((item for item in found if same(wanted, item)), None)
            tally.right, tally.missed = tally.right + (hit is not None), tally.missed + (hit is None)
            if hit is None:
                tally.details.append(f"missed {name} | {wanted}")
        if name == "people":
            extra = [item for item in found if not any(same(wanted, item) for wanted in gold[name])]
            tally.wrong = len(extra)
            tally.details += [f"no person | {item}" for item in extra]
        yield name, tally


def _grounded(drafted: Drafted, path: Path) -> Tally:
    """Count the passages that are, word for word, what stands at their place in the stored text."""
    tally = Tally()
    article = drafted.article
    for statement in (*article.positions, *article.responses, *article.timeline, *article.background):
        for passage in statement.evidence:
            right = drafted.text[passage.start : passage.end] == passage.exact
            tally.right, tally.wrong = tally.right + right, tally.wrong + (not right)
    for quote in article.quotes:
        right = drafted.text[quote.start : quote.end] == quote.text
        tally.right, tally.wrong = tally.right + right, tally.wrong + (not right)
    if tally.wrong:
        tally.details.append(f"not in the text of {path.name}")
    return tally


ROWS = (
    "demands", "responses", "outlook", "actor of demands", "actor of responses", "quotations", "speakers",
    "boilerplate", "title", "date", "outlet", "people", "organisations", "states", "groundedness",
)  # fmt: skip


def table(sets: dict[str, dict[str, Tally]]) -> str:
    """Write the figures as a table in Markdown; of a share there is only one number."""
    names = list(sets)
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " --- |" * len(names)]
    for row in ROWS:
        cells = [_cell(row, sets[name][row]) for name in names]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(row: str, tally: Tally) -> str:
    if row in {"demands", "responses", "outlook", "quotations", "boilerplate", "people"}:
        return f"P {tally.precision:.2f}  R {tally.recall:.2f}  F {tally.f:.2f}"
    total = tally.right + tally.wrong + tally.missed
    return f"{tally.right} of {total} ({tally.right / total:.2f})" if total else "–"


def main() -> None:
    """Print the table, and with `-v` every difference."""
    folders = {"development": ARTICLES, "held out": HELD_OUT}
    sets = {name: measure(files(folder)) for name, folder in folders.items() if folder.is_dir()}
    sys.stdout.write(table(sets) + "\n")
    if "-v" in sys.argv:
        for name, tallies in sets.items():
            for row in ROWS:
                for detail in tallies[row].details:
                    sys.stdout.write(f"{name} · {row} · {detail}\n")
    started = time.perf_counter()
    paths = files(ARTICLES)
    for path in paths:
        draft(path)
    sys.stdout.write(f"{(time.perf_counter() - started) / len(paths) * 1000:.0f} ms an article\n")


if __name__ == "__main__":
    main()
