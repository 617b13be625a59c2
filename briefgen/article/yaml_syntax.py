"""Tell a syntax error in the words of somebody who writes YAML, not of its parser."""

import yaml

from briefgen.notices import Notice, Place

MOST_DEPTH = 60
TOO_DEEP = f"more than {MOST_DEPTH} lists or fields in each other"
_QUOTES = "put the text between quotation marks"


def syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Notice:
    """Turn the parser's error about `text` into a notice at the place where it can be mended."""
    problem, context = error.problem or "a syntax error", error.context or ""
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    place, start = _place(mark, file), _place(opened, file)
    line = _line(text, place.line)
    if "nesting depth" in problem:
        return _notice(TOO_DEEP, place, "")
    if "\t" in line[: len(line) - len(line.lstrip())] or r"'\t'" in problem:
        return _notice("a tab at the start of a line", place, "indent with spaces")
    if "mapping values are not allowed" in problem:
        hint = f"{_QUOTES} if it holds a colon and a space"
        return _notice("a second colon in this line, or a wrong indentation", place, hint)
    if "cannot start any token" in problem:
        return _notice(f"a text cannot begin with {line[place.column - 1 : place.column]!r}", place, _QUOTES)
    if "quoted scalar" in context and "end of stream" in problem:
        return _notice("a quotation mark that is never closed", start, "close it, or write it twice within the text")
    if "flow" in context:
        what = "a list" if "sequence" in context else "a group of fields"
        message = f"{what} that begins with a bracket in line {start.line} is not closed, or lacks a comma before here"
        return _notice(message, place, f"{_QUOTES} if it holds a bracket or brace")
    if "escape" in problem:
        return _notice("an escape that means no character", place, r"write \\ for a backslash between double quotes")
    hint = "compare the indentation with the line above, and that quotation marks and brackets are closed"
    return _notice(f"not YAML here: {problem}", place, hint)


def _notice(message: str, place: Place, hint: str) -> Notice:
    return Notice("error", "REC02", message, place, hint)


def _place(mark: yaml.Mark | None, file: str) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""
