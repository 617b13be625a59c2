"""Read TOML, and find again where in the text a setting stands: TOML's reader forgets it."""

import re
from typing import Any, TypeAlias

from briefgen.errors import ConfigurationError
from briefgen.notices import Place

Path: TypeAlias = tuple[str, ...]
"""The names of the tables that lead to a setting, and its own."""

_HEADER = re.compile(r"\s*\[{1,2}([^\]]+)\]{1,2}\s*(?:#.*)?$")
_NAME = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = re.compile(rf"\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=")
_CURLY = re.compile("[\u2018-\u201f\u00ab\u00bb]")


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """Read the contents of `file`; `ConfigurationError` says where they are no TOML."""
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = _place_in(str(error), text)
        message = str(error).partition(" (at")[0].lower()
        place = Place(file, line, column)
        raise ConfigurationError.of("CFG01", message, place=place, hint=_hint(message, text, line)) from error
    except (RecursionError, ValueError) as error:  # of numbers and dates TOML's reader tells neither line nor column
        what = "lists or tables too deep in each other" if isinstance(error, RecursionError) else str(error).lower()
        raise ConfigurationError.of("CFG01", what, place=Place(file)) from error


def line_of(path: Path, text: str) -> int:
    """Find the line of a setting in TOML, or of the table around it; 0 if there is neither."""
    depth, found = 0, 0
    table: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        key = None if header else _KEY.match(line)
        if header:
            here = table = _names(header[1])
        elif key:
            here = (*table, *_names(key[1]))
        else:
            continue
        if len(here) > depth and path[: len(here)] == here:
            depth, found = len(here), number
    return found


def _names(dotted: str) -> Path:
    return tuple(name.strip("\"' ") for name in re.findall(_NAME, dotted))


def _hint(message: str, text: str, line: int) -> str:
    """Say how the line that TOML's reader stumbled over may be put right, where it is a slip that people make."""
    written = "\n".join(text.splitlines()[line - 1 : line])
    if _CURLY.search(written.partition("#")[0]):
        return 'write straight quotation marks: "…"; word processors bend them'
    if "\\" in written:
        return "in a path write / and not \\"
    if "illegal character" in message and written.count('"') % 2:
        return 'a quotation mark is missing: "…"'
    if message == "invalid value":
        return 'put texts between quotation marks: "…"'
    return ""


def _place_in(message: str, text: str) -> tuple[int, int]:
    """Find the line and column in a message of TOML's reader; without one it means the end of the file."""
    found = re.search(r"line (\d+), column (\d+)", message)
    return (int(found[1]), int(found[2])) if found else (len(text.splitlines()), 0)
