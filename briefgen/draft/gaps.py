"""Name what the article leaves open: no date, no outlet, sources without names, counts that do not match."""

import re
from dataclasses import replace

from briefgen.article.outlook import Gap
from briefgen.article.statements import Event, Quote
from briefgen.draft.demands import Demand
from briefgen.draft.front import Front
from briefgen.draft.prose import Prose

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ANNOUNCED = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:\S+ ){0,2}?[\"“‘']?(?:\w+ ){0,2}?"
    r"(?:demands|conditions|terms|points|requirements|requests|proposals|steps|measures|red lines)\b",
    re.IGNORECASE,
)
_REACH = 4
"""How many sentences after its announcement a list may stand."""


def counted(made: tuple[Demand, ...], prose: Prose) -> tuple[tuple[Demand, ...], tuple[str, ...]]:
    """Write the announced count to the demands that a list gives, and tell where count and list differ."""
    announced = [(match[0], _number(match[1]), match.start()) for match in _ANNOUNCED.finditer(prose.text)]
    told: list[str] = []
    result = list(made)
    for words, number, place in announced:
        sentence = prose.sentence_at(place)
        if sentence is None or not sentence.span.start <= place < sentence.span.end:
            continue
        items = [
            n
            for n, demand in enumerate(result)
            if demand.listed
            and 0 <= demand.finding.sentence.number - sentence.number <= _REACH
            and not demand.position.counted_in
        ]
        for n in items:
            result[n] = replace(result[n], position=replace(result[n].position, counted_in=words))
        if items and len(items) != number:
            told.append(f"The text announces {words!r}, and its list has {len(items)}.")
        elif not items and _demanded_by(result, sentence.number) not in {0, number}:
            told.append(
                f"The text announces {words!r}; the draft has {len(result)} positions. Check which are counted."
            )
    return tuple(result), tuple(dict.fromkeys(told))


def _demanded_by(made: list[Demand], number: int) -> int:
    """Count the positions of whoever demands first from this sentence on."""
    first = next((demand.position.actor for demand in made if demand.finding.sentence.number >= number), None)
    return sum(1 for demand in made if demand.position.actor == first)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 0)


def gaps(
    about: Front,
    *,
    positions: bool,
    quotes: tuple[Quote, ...],
    events: tuple[Event, ...],
    unnamed: tuple[str, ...],
    relays: tuple[str, ...],
    mismatches: tuple[str, ...],
) -> tuple[Gap, ...]:
    """List the gaps, the gravest first."""
    texts: list[tuple[str, str]] = []
    if about.issued is None:
        bounds = f" It must lie between {about.earliest} and {about.latest}: {about.basis}." if about.basis else ""
        texts.append(
            (f"The article gives no date of publication.{bounds}", "Find the published page or ask the outlet.")
        )
    if about.outlet is None:
        texts.append(("The article names no outlet.", "Find the published page."))
    texts.append(("All statements rest on a single article.", "Find a second source that does not draw on it."))
    texts += [(f"{name} is relayed and was not read.", f"Read the original report of {name}.") for name in relays]
    if unnamed:
        texts.append(
            (
                f"Some who speak are not named: {'; '.join(unnamed)}.",
                "Ask who they are, or find the same on the record.",
            )
        )
    texts += [(text, "Read the list again.") for text in mismatches]
    if any(quote.speaker is None for quote in quotes):
        ids = ", ".join(quote.id for quote in quotes if quote.speaker is None)
        texts.append((f"Whose words some quotations are is not stated: {ids}.", "Find the full statement."))
    undated = [event for event in events if event.status != "past" and event.date is None]
    if undated:
        ids = ", ".join(event.id for event in undated)
        texts.append((f"Some events to come have no date: {ids}.", "Look for an announcement."))
    if not positions:
        texts.append(("No demand was found in the article.", "Read it for demands in other words."))
    return tuple(Gap(id=f"g{number}", text=text, how_to_close=how) for number, (text, how) in enumerate(texts, start=1))
