"""What became of every memo: lines as they are written, a bar on a terminal, a summary, or JSON."""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from itertools import chain, islice
from typing import Any, TypeVar

import click

from briefgen.cli import status, telling
from briefgen.desk.errand import Lost
from briefgen.desk.making import Kept
from briefgen.errors import BriefgenError
from briefgen.jobs import Job
from briefgen.notices import Notice
from briefgen.values import dataclass

T = TypeVar("T")

_WORTH_A_BAR = 3
"""Memos for which people wait long enough to want to see how far it is."""


@dataclass(slots=True)
class Outcome:
    """What one run of `make` has done so far."""

    as_json: bool
    quiet: bool
    written: list[dict[str, Any]] = field(default_factory=list)
    """For JSON alone; there may be a million."""
    unchanged: list[str] = field(default_factory=list)
    """Paths of memos that were there already, made from the same; for JSON alone."""
    counted: Counter[str] = field(default_factory=Counter)
    """How many were written, and how many left."""
    failed: list[str] = field(default_factory=list)
    """A phrase for each memo that could not be made, such as *minister of quota*."""
    notices: list[Notice] = field(default_factory=list)
    """For JSON alone."""
    held: list[str | Notice | BriefgenError | Lost] | None = None
    """What is printed when the bar is gone; None without a bar."""

    def progress(self, steps: Iterator[T], total: int, what: str) -> Iterator[T]:
        """Go through `steps`, with a bar if a person is watching and there is something to wait for."""
        if self.quiet or self.as_json or total < _WORTH_A_BAR or not sys.stderr.isatty():
            yield from steps
            return
        first = list(islice(steps, 1))  # other processes begin with it, and a bar is a thread that they would copy
        from rich.console import Console
        from rich.progress import Progress

        self.held = []
        try:
            with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
                yield from bar.track(chain(first, steps), total, description=what)
        finally:
            held, self.held = self.held, None
            for part in held:
                self._print(part)

    def say(self, text: str) -> None:
        """Tell what the run rests on."""
        if not self.quiet and not self.as_json:
            telling.say(text)

    def wrote(self, job: Job, kind: str, kept: Kept, path: str) -> None:
        """Tell of a file; without `path` it went to standard output."""
        self.counted["written"] += 1
        if self.as_json:
            self.written.append(
                {
                    "path": path or "-",
                    "record": job.card.id,
                    "audience": job.audience,
                    "format": kind,
                    "bytes": kept.size,
                    "sha256": kept.sha256,
                }
            )
        if path and not self.quiet:
            self._print(path)

    def left(self, path: str) -> None:
        """Tell of a file that is there already as it would be made; only the summary counts it."""
        self.counted["left"] += 1
        if self.as_json:
            self.unchanged.append(path)

    def note(self, notice: Notice) -> None:
        """Tell what is not in a memo, or anything else that does not stop it."""
        if self.as_json:
            self.notices.append(notice)
        if not self.quiet:
            self._print(notice)

    def fail(self, error: BriefgenError, *memos: str) -> None:
        """Tell why memos could not be made."""
        self.failed += memos
        if self.as_json:
            self.notices += error.notices
        self._print(error)

    def lose(self, lost: Lost, what: str, *memos: str) -> None:
        """Tell of `memos` that came to nothing although their input was good."""
        if lost.traceback:
            self._print(lost)
        self.fail(BriefgenError.of(lost.code, f"{what}: {lost.message}", hint=lost.hint), *memos)

    def end(self, *, interrupted: bool = False) -> int:
        """Print the summary, last of all, and give the exit status."""
        ended = status.INTERRUPTED if interrupted else status.FAILED if self.failed else status.DONE
        if self.as_json:
            telling.report(ended, self.notices, written=self.written, unchanged=self.unchanged, failed=self.failed)
        elif not self.quiet or ended:
            telling.say(f"{'interrupted: ' if interrupted else ''}{self._summary()}")
        return ended

    def _summary(self) -> str:
        lost, same, written = len(self.failed), self.counted["left"], self.counted["written"]
        total = written + same + lost
        there = f", {same} unchanged" if same else ""
        failures = f", {lost} failed ({'; '.join(dict.fromkeys(self.failed))})" if lost else ""
        return f"{total} memo{'s' * (total != 1)}: {written} written{there}{failures}"

    def _print(self, part: str | Notice | BriefgenError | Lost) -> None:
        if self.held is not None:
            self.held.append(part)
        elif isinstance(part, Lost):
            click.echo(part.traceback, err=True, nl=False)
        elif self.as_json:
            return
        elif isinstance(part, str):
            click.echo(part)
        elif isinstance(part, Notice):
            telling.tell_one(part)
        else:
            telling.tell(part)
