"""Abbreviations, terms and names that need a word of explanation, as far as the audience meets them."""

from briefgen.audience.entries import entries, entry, text
from briefgen.audience.view import Entry, names_in, value_of
from briefgen.whole_words import stands_in

_LISTS = ("abbreviations", "glossary", "names")
_UNTOLD = (*_LISTS, "actors", "attribution", "id", "evidence")
"""What is not printed as it stands."""


def told_in(record: Entry) -> str:
    """Gather the words of a record that are printed as they stand."""
    found: list[str] = []
    _gather(record, found)
    return "\n".join(found)


def terms(record: Entry, told: str) -> tuple[Entry, ...]:
    """List, in alphabetical order, those that occur in what is `told`, each with its meaning."""
    explained = {text(one, "term"): text(one, "meaning") for name in _LISTS[:2] for one in entries(record, name)}
    explained |= {text(one, "preferred"): text(one, "footnote") for one in entries(record, "names")}
    used = [term for term, meaning in explained.items() if term and meaning and _occurs(term, told)]
    return tuple(entry(term, term=term, meaning=explained[term]) for term in sorted(used, key=str.casefold))


def people(record: Entry, told: str) -> tuple[Entry, ...]:
    """List the people with an office who occur in what is `told`, by their whole name or the last part of it."""
    known = (one for one in entries(record, "actors") if text(one, "role") and text(one, "name"))
    return tuple(one for one in known if _occurs(text(one, "name").split()[-1], told))


def _occurs(term: str, told: str) -> bool:
    """Look for a whole word; an abbreviation by its capitals, other terms by any."""
    return stands_in(term, told) if term.isupper() else stands_in(term.lower(), told.lower())


def _gather(value: object, found: list[str]) -> None:
    match value:
        case str():
            found.append(value)
        case tuple():
            for item in value:
                _gather(item, found)
        case Entry():
            for name in names_in(value):
                if name not in _UNTOLD:
                    _gather(value_of(value, name), found)
        case _:
            pass
