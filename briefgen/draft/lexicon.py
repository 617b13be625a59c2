"""The words and patterns that the rules go by, kept as text files that can be read and added to."""

from functools import cache
from importlib.resources import files


@cache
def lines(file: str) -> tuple[str, ...]:
    """Read a file of `words/`, without its comments and empty lines."""
    text = files("briefgen.draft").joinpath("words", file).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(file: str, section: str) -> frozenset[str]:
    """Read the words that stand under `[section]` in a file of `words/`."""
    found: list[str] = []
    here = ""
    for line in lines(f"{file}.txt"):
        if line.startswith("["):
            here = line.strip("[]")
        elif here == section:
            found += line.split()
    return frozenset(found)
