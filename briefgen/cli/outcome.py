"""Tell what became of every memo: lines as they are written, a bar on a terminal, a summary, or JSON."""

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from briefgen.errors import BriefgenError
from briefgen.files import shown
from briefgen.notices import Notice
from briefgen.pipeline import Job

T = TypeVar("T")


@dataclass(slots=True)
class Outcome:
    """What one run of `make` has done so far."""

    as_json: bool
    quiet: bool
    written: list[dict[str, Any]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    """A phrase for each memo that could not be made, such as *minister of quota*."""
    notices: list[Notice] = field(default_factory=list)

    def progress(self, jobs: Sequence[T]) -> Iterator[T]:
        """Go through `jobs`, with a bar if a person is watching and there is something to wait for."""
        if self.quiet or self.as_json or len(jobs) < _WORTH_A_BAR or not sys.stderr.isatty():
            yield from jobs
            return
        from rich.console import Console
        from rich.progress import track

        yield from track(jobs, "Making memos", console=Console(stderr=True), transient=True)

    def say(self, text: str) -> None:
        """Tell what the run rests on."""
        if not self.quiet:
            click.echo(text, err=True)

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
        if path and not self.as_json and not self.quiet:
            click.echo(shown(path))

    def fail(self, error: BriefgenError, *memos: str) -> None:
        """Tell why memos could not be made."""
        self.failed += memos
        self.notices += error.notices
        if not self.as_json:
            click.echo(str(error), err=True)

    def end(self) -> None:
        """Print the summary, last of all."""
        total, made, lost = len(self.written) + len(self.failed), len(self.written), len(self.failed)
        if self.as_json:
            notices = [told(notice) for notice in self.notices]
            report = {"written": self.written, "failed": self.failed, "notices": notices}
            click.echo(json.dumps(report, indent=2, ensure_ascii=False))
        if self.quiet and not lost:
            return
        failures = f", {lost} failed ({'; '.join(dict.fromkeys(self.failed))})" if lost else ""
        click.echo(f"{total} memo{'s' * (total != 1)}: {made} written{failures}", err=True)


_WORTH_A_BAR = 3


def told(notice: Notice) -> dict[str, Any]:
    """Give a notice as JSON tells it."""
    place = notice.place
    where = {"file": place.file, "line": place.line, "column": place.column} if place else {}
    return {"level": notice.level, "code": notice.code, "message": notice.message, "hint": notice.hint, **where}
