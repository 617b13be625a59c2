"""Abbreviations, terms and names that need a word of explanation, as far as the audience meets them."""

import re
from collections.abc import Iterator

from briefgen.audience.entries import entries, entry, text
from briefgen.audience.view import Entry, names_in

_LISTS = ("abbreviations", "glossary", "names")
_UNTOLD = (*_LISTS, "actors", "attribution", "id", "evidence")
"""What is not printed as it stands."""


def terms(record: Entry) -> tuple[Entry, ...]:
    """List, in alphabetical order, those that occur in what is seen, each with its meaning."""
    told = "\n".join(_texts(record))
    explained = {text(one, "term"): text(one, "meaning") for name in _LISTS[:2] for one in entries(record, name)}
    explained |= {text(one, "preferred"): text(one, "footnote") for one in entries(record, "names")}
    used = [term for term, meaning in explained.items() if term and meaning and _occurs(term, told)]
    return tuple(entry(term, term=term, meaning=explained[term]) for term in sorted(used, key=str.casefold))


def people(record: Entry) -> tuple[Entry, ...]:
    """List the people with an office who occur in what is seen, by their whole name or the last part of it."""
    told = "\n".join(_texts(record))
    known = (one for one in entries(record, "actors") if text(one, "role") and text(one, "name"))
    return tuple(one for one in known if _occurs(text(one, "name").split()[-1], told))


def _occurs(term: str, told: str) -> bool:
    """Look for a whole word; an abbreviation by its capitals, other terms by any."""
    flags = re.NOFLAG if term.isupper() else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", told, flags) is not None


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for item in value:
                yield from _texts(item)
        case Entry():
            for name in names_in(value):
                if name not in _UNTOLD:
                    yield from _texts(getattr(value, name))
        case _:
            return
