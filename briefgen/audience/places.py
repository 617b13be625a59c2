"""Where in a memo a statement stands, so that a judgement can say what it rests on: *Key Demands 1 to 3*."""

from collections.abc import Iterable, Mapping

from briefgen.audience.entries import entries, text
from briefgen.audience.remarks import numbers_in_words
from briefgen.audience.telling import source_name
from briefgen.audience.view import Entry
from briefgen.audience.words import Words

_LISTS = {
    "background": "background",
    "positions": "positions",
    "statistics": "statistics",
    "timeline": "timeline",
    "assumptions": "outlook.assumptions",
    "scenarios": "outlook.scenarios",
    "gaps": "gaps",
}


def places_of(ids: object, record: Entry, headings: Mapping[str, str], words: Words) -> tuple[str, ...]:
    """Name the sections and numbers of what `ids` mean; what the audience does not see is not named."""
    wanted = set(ids) if isinstance(ids, tuple) else set()
    said: list[str] = []
    for section, path in _LISTS.items():
        numbers = [number for number, item in enumerate(entries(record, path), start=1) if text(item, "id") in wanted]
        said += _said(headings, section, numbers, words)
    responses = [item for side in entries(record, "sides") for item in entries(side, "responses")]
    numbers = [number for number, item in enumerate(responses, start=1) if text(item, "id") in wanted]
    said += _said(headings, "responses", numbers, words)
    return (*said, *_sources(wanted, record, words))


def _said(headings: Mapping[str, str], section: str, numbers: list[int], words: Words) -> Iterable[str]:
    return [f"{headings[section]} {numbers_in_words(numbers, words)}"] if numbers and section in headings else []


def _sources(wanted: set[object], record: Entry, words: Words) -> tuple[str, ...]:
    return tuple(source_name(one, words) for one in entries(record, "sources") if text(one, "id") in wanted)
