"""Print findings and outcomes, for people on standard error and for programs as JSON on standard output."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from typing import Any

import click

from briefgen.errors import BriefgenError
from briefgen.notices import Notice

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def speak_utf_8() -> None:
    """Write UTF-8 into files and pipes, which on Windows would get the letters of one country only.

    Another encoding that somebody asked for is kept, and that of a terminal; letters it lacks are shown as escapes.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            is_free = not stream.isatty() and not os.environ.get("PYTHONIOENCODING")
            stream.reconfigure(encoding="utf-8" if is_free else None, errors="backslashreplace")


def tell(error: BriefgenError) -> None:
    """Print what was found, each finding with its place and hint."""
    for notice in error.notices:
        tell_one(notice)


def tell_one(notice: Notice) -> None:
    """Print a finding with its place and hint."""
    say(_coloured(notice))


def say(text: str) -> None:
    """Print a line that is no result, on standard error; in colour on a terminal only, and not with `NO_COLOR`."""
    click.echo(text, err=True, color=False if os.environ.get("NO_COLOR") else None)


def report(status: int, notices: Iterable[Notice], **results: object) -> None:
    """Print the outcome of a command as JSON: always its exit status and its notices."""
    outcome = {"status": status, **results, "notices": [told(notice) for notice in notices]}
    click.echo(json.dumps(outcome, indent=2, ensure_ascii=False))


def told(notice: Notice) -> Mapping[str, Any]:
    """Give a notice as JSON tells it."""
    place = notice.place
    where = {"file": place.file, "line": place.line, "column": place.column} if place else {}
    return {"level": notice.level, "code": notice.code, "message": notice.message, "hint": notice.hint, **where}


def _coloured(notice: Notice) -> str:
    word = f"{notice.level} {notice.code}"
    return str(notice).replace(word, click.style(word, fg=_COLOURS[notice.level]), 1)
