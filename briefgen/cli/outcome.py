"""What became of every memo: lines as they are written, a bar on a terminal, a summary, or JSON."""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, TypeVar

import click

from briefgen.cli import status, telling
from briefgen.errors import BriefgenError
from briefgen.files import shown
from briefgen.notices import Notice
from briefgen.pipeline import Job
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
    unchanged: list[str] = field(default_factory=list)
    """Paths of memos that were there already, made from the same."""
    failed: list[str] = field(default_factory=list)
    """A phrase for each memo that could not be made, such as *minister of quota*."""
    notices: list[Notice] = field(default_factory=list)
    held: list[str | Notice | BriefgenError] | None = None
    """What is printed when the bar is gone; None without a bar."""

    def progress(self, jobs: Sequence[T]) -> Iterator[T]:
        """Go through `jobs`, with a bar if a person is watching and there is something to wait for."""
        if self.quiet or self.as_json or len(jobs) < _WORTH_A_BAR or not sys.stderr.isatty():
            yield from jobs
            return
        from rich.console import Console
        from rich.progress import Progress

        self.held = []
        try:
            with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
                yield from bar.track(jobs, description="Making memos")
        finally:
            held, self.held = self.held, None
            for part in held:
                self._print(part)

    def say(self, text: str) -> None:
        """Tell what the run rests on."""
        if not self.quiet and not self.as_json:
            telling.say(text)

    def wrote(self, job: Job, kind: str, data: bytes, path: Path | None) -> None:
        """Tell of a file; without `path` it went to standard output."""
        self.written.append(
            {
                "path": shown(path) if path else "-",
                "record": job.record.article.id,
                "audience": job.audience,
                "format": kind,
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )
        if path and not self.quiet:
            self._print(shown(path))

    def left(self, path: Path) -> None:
        """Tell of a file that is there already as it would be made; only the summary counts it."""
        self.unchanged.append(shown(path))

    def note(self, notice: Notice) -> None:
        """Tell what is not in a memo, or anything else that does not stop it."""
        self.notices.append(notice)
        if not self.quiet:
            self._print(notice)

    def fail(self, error: BriefgenError, *memos: str) -> None:
        """Tell why memos could not be made."""
        self.failed += memos
        self.notices += error.notices
        self._print(error)

    def end(self, *, interrupted: bool = False) -> int:
        """Print the summary, last of all, and give the exit status."""
        ended = status.INTERRUPTED if interrupted else status.FAILED if self.failed else status.DONE
        if self.as_json:
            telling.report(ended, self.notices, written=self.written, unchanged=self.unchanged, failed=self.failed)
        elif not self.quiet or ended:
            telling.say(f"{'interrupted: ' if interrupted else ''}{self._summary()}")
        return ended

    def _summary(self) -> str:
        lost, same = len(self.failed), len(self.unchanged)
        total = len(self.written) + same + lost
        there = f", {same} unchanged" if same else ""
        failures = f", {lost} failed ({'; '.join(dict.fromkeys(self.failed))})" if lost else ""
        return f"{total} memo{'s' * (total != 1)}: {len(self.written)} written{there}{failures}"

    def _print(self, part: str | Notice | BriefgenError) -> None:
        if self.held is not None:
            self.held.append(part)
        elif self.as_json:
            return
        elif isinstance(part, str):
            click.echo(part)
        elif isinstance(part, Notice):
            telling.tell_one(part)
        else:
            telling.tell(part)
