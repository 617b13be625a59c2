"""Who does the work of a run: this process, several of this machine, or a cluster."""

from collections.abc import Callable, Generator, Iterable
from itertools import chain, islice
from typing import TypeVar

from briefgen.desk.cores import cores
from briefgen.desk.errand import Errand, Lost, Making, attempt
from briefgen.desk.making import Finished
from briefgen.values import dataclass

T = TypeVar("T")
R = TypeVar("R")

_FEW_MEMOS, _FEW_ARTICLES = 6, 12
"""What this process does by itself before others could have begun."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """Gives out work, and gives back the results in the order of the tasks."""

    jobs: int | None = None
    """How many processes; None for as many as there are cores, where it is worth it."""
    scheduler: str = ""
    """The address of a cluster that makes the memos; articles are read here."""

    def reads(self, work: Callable[[T], R], tasks: Iterable[T]) -> Generator[R | Lost]:
        """Read articles."""
        return self._here(work, tasks, _FEW_ARTICLES)

    def makes(self, work: Making, tasks: Iterable[Errand]) -> Generator[Finished | Lost]:
        """Make memos."""
        if not self.scheduler:
            return self._here(work, tasks, _FEW_MEMOS)
        from briefgen.desk.cluster import clustered

        return clustered(work, tasks, self.scheduler, work.settings.theme)

    def _here(self, work: Callable[[T], R], tasks: Iterable[T], few: int) -> Generator[R | Lost]:
        workers, source = self.jobs or cores(), iter(tasks)
        first = list(islice(source, 2 if self.jobs else few)) if workers > 1 else []
        if len(first) < (2 if self.jobs else few):
            for task in chain(first, source):
                yield attempt(work, task)
            return
        from briefgen.desk.pool import pooled

        yield from pooled(work, chain(first, source), workers)
