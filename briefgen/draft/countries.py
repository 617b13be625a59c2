"""Countries by their names, their people and their capitals."""

from functools import cache

from briefgen.draft.lexicon import lines
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country as English-language news calls it."""

    code: str
    """ISO 3166-1, or 3166-2 for parts of the United Kingdom; XK and EU by custom."""
    name: str
    names: tuple[str, ...]
    """All its names."""
    people: tuple[str, ...]
    """Adjectives and names of its people."""
    seats: tuple[str, ...]
    """Capitals and buildings that stand for its government."""


@cache
def countries() -> tuple[Country, ...]:
    """Read the table of countries."""
    rows = (line.split("|") for line in lines("countries.txt"))
    return tuple(
        Country(code, name, (name, *_parts(also)), _parts(people), _parts(seats))
        for code, name, also, people, seats in rows
    )


@cache
def by_name() -> dict[str, Country]:
    """Index countries by each of their names."""
    return {name: country for country in countries() for name in country.names}


@cache
def by_people() -> dict[str, Country]:
    """Index countries by adjective and by the name of their people."""
    return {people: country for country in countries() for people in country.people}


@cache
def by_seat() -> dict[str, Country]:
    """Index countries by what stands for their government, such as a capital."""
    return {seat: country for country in countries() for seat in country.seats}


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(",") if part)
