"""Have files judged by the standards' own checkers before they are mailed, by those that are installed here.

What outloud finds is a warning: it is good advice on what a screen reader speaks, and no standard.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from briefgen.mail.letter import Enclosure
from briefgen.notices import Notice, Place
from briefgen.standards import OUTLOUD, Checker, checkers_for

Judgement = tuple[str, Notice]
"""The SHA-256 of a file, and what was found in it."""


def judged(enclosures: Iterable[Enclosure], contents: Callable[[str], bytes]) -> tuple[Judgement, ...]:
    """Judge files, each checker all of its files in one go; a checker that is not installed is a note."""
    wanted: dict[Checker, dict[str, Enclosure]] = {}
    for one in enclosures:
        for checker in checkers_for(Path(one.name)):
            wanted.setdefault(checker, {})[one.sha256] = one
    found: list[Judgement] = []
    for checker, files in wanted.items():
        found += _run(checker, files, contents) if checker.version() else _lacking(checker, files)
    return tuple(found)


def _run(checker: Checker, files: dict[str, Enclosure], contents: Callable[[str], bytes]) -> Iterator[Judgement]:
    with tempfile.TemporaryDirectory() as folder:
        paths = {sha256: Path(folder) / sha256 / one.name for sha256, one in files.items()}
        for sha256, path in paths.items():
            path.parent.mkdir()
            path.write_bytes(contents(sha256))
        for notice in checker.run(paths.values()):
            for sha256, path in paths.items():
                if notice.place and Path(notice.place.file) == path:
                    level = "warning" if checker is OUTLOUD else notice.level
                    yield sha256, replace(notice, place=Place(path.name), level=level)


def _lacking(checker: Checker, files: dict[str, Enclosure]) -> Iterator[Judgement]:
    hint = f"to get it: {checker.how_to_get}"
    for sha256, one in files.items():
        message = f"{one.name}: not judged by {checker.name}, which is not installed"
        yield sha256, Notice("note", "SND18", message, hint=hint)
