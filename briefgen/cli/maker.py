"""Order the memos of a plan that are not there, keep what is made, and tell of each in the order of the plan."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import field

from briefgen import __version__
from briefgen.article.card import Card
from briefgen.cli.outcome import Outcome
from briefgen.cli.reading_run import Articles
from briefgen.cli.workforce import Workforce
from briefgen.desk import making
from briefgen.desk.errand import Errand, Lost, Making
from briefgen.desk.ingredients import Pantry, path_in_project
from briefgen.desk.interruption import put_off
from briefgen.desk.making import Finished, Kept, Piece, Settings
from briefgen.errors import BriefgenError, OutputError
from briefgen.files import reason
from briefgen.jobs import Job
from briefgen.output_folder import OutputFolder
from briefgen.provenance import Ingredients, Made, digest
from briefgen.stores import Store
from briefgen.values import dataclass


@dataclass(slots=True)
class _Step:
    """A job on its way: what is told of it before, and what is ordered."""

    job: Job
    names: Mapping[str, str]
    there: list[str] = field(default_factory=list)
    """The files that are there already."""
    failures: list[tuple[BriefgenError, tuple[str, ...]]] = field(default_factory=list)
    ingredients: Ingredients | None = None
    ordered: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        return f"{self.job.audience} of {self.job.card.id}"


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the memos of a plan; what fails is told, and does not stop the next."""

    settings: Settings
    outcome: Outcome
    articles: Articles
    pantry: Pantry
    folder: OutputFolder | None
    store: Store | None = None
    """Where those who make the memos put them by themselves."""
    force: bool = False

    def make(self, jobs: Sequence[Job], workforce: Workforce) -> None:
        """Make all memos that are not there."""
        steps: deque[_Step] = deque()
        with closing(workforce.makes(Making(self.settings, self.store), self._errands(jobs, steps))) as results:
            for step, finished in self.outcome.progress(_in_order(steps, results), len(jobs), "Making memos"):
                self._tell(step, finished)

    def _errands(self, jobs: Sequence[Job], steps: deque[_Step]) -> Iterator[Errand]:
        """Look at each job when its turn comes, and order what is not there."""
        for job in jobs:
            step = self._step(job)
            steps.append(step)
            if not step.ordered or step.ingredients is None:
                continue
            try:
                manuscript = self.articles.manuscript(job.card)
            except BriefgenError as error:
                step.failures.append((error, (step.called,) * len(step.ordered)))
                step.ordered = ()
                continue
            files = tuple((kind, step.names[kind]) for kind in step.ordered)
            yield Errand(manuscript, job.audience, files, step.ingredients.fingerprint)

    def _step(self, job: Job) -> _Step:
        step = _Step(job, self._names(job))
        if self.articles.is_made(job.card):
            step.there += step.names.values()
            return step
        try:
            step.ingredients = self.pantry.of(job.card, job.audience)
        except BriefgenError as error:
            step.failures.append((error, (step.called,) * len(step.names)))
            return step
        for kind, name in step.names.items():
            if self._is_there(name, step.ingredients):
                step.there.append(name)
            elif self._is_free(name, step, kind):
                step.ordered += (kind,)
        return step

    def all_made(self, card: Card, jobs: Iterable[Job]) -> bool:
        """Tell whether all memos of a record are there as they would be made."""
        try:
            return all(
                self._is_there(name, self.pantry.of(card, job.audience))
                for job in jobs
                for name in self._names(job).values()
            )
        except BriefgenError:
            return False

    def _names(self, job: Job) -> Mapping[str, str]:
        return making.names(job.names, redlined=self.settings.before is not None)

    def _is_there(self, name: str, ingredients: Ingredients) -> bool:
        if not self.folder or self.force:
            return False
        return self.folder.holds(name, ingredients.fingerprint, read_back=self.settings.verify)

    def _is_free(self, name: str, step: _Step, kind: str) -> bool:
        """Look for a file that must not be overwritten, before the work is done."""
        try:
            if self.folder:
                self.folder.check(name)
        except BriefgenError as error:
            step.failures.append((error, (f"{step.called} as {kind}",)))
            return False
        return True

    def _tell(self, step: _Step, finished: Finished | Lost | None) -> None:
        for name in step.there:
            self.outcome.left(self.folder.store.shown(name) if self.folder else name)
        for error, memos in step.failures:
            self.outcome.fail(error, *memos)
        if isinstance(finished, Lost):
            self.outcome.lose(finished, step.called, *(step.called,) * len(step.ordered))
        elif finished:
            self._take(step, finished)

    def _take(self, step: _Step, finished: Finished) -> None:
        for notice in finished.notices:
            self.outcome.note(notice)
        if finished.failed:
            self.outcome.fail(finished.failed, *(step.called,) * len(step.ordered))
        if finished.lacking:
            lacking = ", ".join(finished.lacking)
            self.outcome.say(f"Audience {step.job.audience} would also print, but the record lacks: {lacking}")
        for piece in finished.pieces:
            self._keep(piece, step)

    def _keep(self, piece: Piece, step: _Step) -> None:
        try:
            if piece.failed:
                raise piece.failed
            kept = piece.kept or Kept(digest(piece.data), len(piece.data))
            with put_off():
                self.outcome.wrote(step.job, piece.format, kept, self._put(piece, kept, step))
            for notice in piece.notices:
                self.outcome.note(notice)
        except BriefgenError as error:
            self.outcome.fail(error, f"{step.called} as {piece.format}")

    def _put(self, piece: Piece, kept: Kept, step: _Step) -> str:
        if not self.folder or step.ingredients is None:
            _print(piece.data)
            return ""
        name, made = step.names[piece.format], self._made(step.job, piece.format, kept, step.ingredients)
        if piece.kept:
            return self.folder.note(name, made, step.ingredients)
        return self.folder.write(name, piece.data, made, step.ingredients)

    def _made(self, job: Job, kind: str, kept: Kept, ingredients: Ingredients) -> Made:
        return Made(
            kept.sha256,
            path_in_project(job.card.file, self.settings.project),
            job.audience,
            kind,
            ingredients.fingerprint,
            {name: group.sha256 for name, group in ingredients.groups.items() if group.parts},
            __version__,
            read_back=self.settings.verify,
        )


def _in_order(
    steps: deque[_Step], results: Iterator[Finished | Lost]
) -> Iterator[tuple[_Step, Finished | Lost | None]]:
    """Join each step with its result; results come in the order of the steps that ordered something."""
    for finished in results:
        while not steps[0].ordered:
            yield steps.popleft(), None
        yield steps.popleft(), finished
    while steps:
        yield steps.popleft(), None


def _print(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError.of("FIL02", f"standard output cannot be written: {reason(error)}") from error
