"""The run of `briefgen make`: one memo after the other, into a folder or to standard output."""

import sys
from pathlib import Path

import click

from briefgen import __version__
from briefgen.cli.outcome import Outcome
from briefgen.desk import making
from briefgen.desk.ingredients import Pantry, path_in_project
from briefgen.desk.making import Order, Piece, Settings
from briefgen.errors import BriefgenError, OutputError
from briefgen.output_folder import OutputFolder
from briefgen.pipeline import Job
from briefgen.project import Project
from briefgen.provenance import Ingredients, Made, digest

_TEXTS = frozenset({"html", "md", "txt"})
"""Formats that a terminal can show."""


class Maker:
    """Makes one memo after the other; what fails is told, and does not stop the next."""

    def __init__(self, settings: Settings, outcome: Outcome, folder: OutputFolder | None, *, force: bool) -> None:
        self.settings, self.outcome, self.folder, self.force = settings, outcome, folder, force
        self.pantry = Pantry(
            settings.project,
            settings.shelf,
            settings.theme,
            settings.epoch,
            draft=settings.draft,
            attach_record=settings.attach_record,
            since=settings.before.sha256 if settings.before else "",
        )

    def make(self, job: Job) -> None:
        called = f"{job.audience} of {job.record.article.id}"
        names = making.names(job.names, redlined=self.settings.before is not None)
        try:
            ingredients = self.pantry.of(job.record, job.audience)
        except BriefgenError as error:
            self.outcome.fail(error, *[called] * len(names))
            return
        wanted = {kind: name for kind, name in names.items() if not self._is_there(name, ingredients)}
        free = tuple(kind for kind, name in wanted.items() if self._is_free(name, f"{called} as {kind}"))
        if not free:
            return
        finished = making.make(Order(job.record, job.audience, free, ingredients.fingerprint), self.settings)
        for notice in finished.notices:
            self.outcome.note(notice)
        if finished.failed:
            self.outcome.fail(finished.failed, *[called] * len(free))
        if finished.lacking:
            lacking = ", ".join(finished.lacking)
            self.outcome.say(f"Audience {job.audience} would also print, but the record lacks: {lacking}")
        for piece in finished.pieces:
            self._keep(piece, job, names[piece.format], ingredients)

    def _keep(self, piece: Piece, job: Job, name: str, ingredients: Ingredients) -> None:
        try:
            if piece.failed:
                raise piece.failed
            path = self._put(name, piece.data, self._made(job, piece, ingredients), ingredients)
            self.outcome.wrote(job, piece.format, piece.data, path)
            for notice in piece.notices:
                self.outcome.note(notice)
        except BriefgenError as error:
            self.outcome.fail(error, f"{job.audience} of {job.record.article.id} as {piece.format}")

    def _is_there(self, name: str, ingredients: Ingredients) -> bool:
        """Tell of a file that is there already as it would be made."""
        if not self.folder or self.force:
            return False
        found = self.folder.holds(name, ingredients.fingerprint, read_back=self.settings.verify)
        if found:
            self.outcome.left(self.folder.folder / name)
        return found

    def _is_free(self, name: str, called: str) -> bool:
        """Tell of a file that must not be overwritten, before the work is done."""
        try:
            if self.folder:
                self.folder.check(name)
        except BriefgenError as error:
            self.outcome.fail(error, called)
            return False
        return True

    def _made(self, job: Job, piece: Piece, ingredients: Ingredients) -> Made:
        return Made(
            digest(piece.data),
            path_in_project(job.record.file, self.settings.project),
            job.audience,
            piece.format,
            ingredients.fingerprint,
            {name: group.sha256 for name, group in ingredients.groups.items() if group.parts},
            __version__,
            read_back=self.settings.verify,
        )

    def _put(self, name: str, data: bytes, made: Made, ingredients: Ingredients) -> Path | None:
        if self.folder:
            return self.folder.write(name, data, made, ingredients)
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise OutputError.of("FIL02", f"standard output cannot be written: {reason}") from error
        return None


def folder_for(output: str | None, jobs: tuple[Job, ...], project: Project, *, overwrite: bool) -> OutputFolder | None:
    """Give the folder for the memos, or None for standard output."""
    if output != "-":
        return OutputFolder(Path(output) if output else project.folder / project.output, overwrite=overwrite)
    kinds = [kind for job in jobs for kind in job.names]
    if len(kinds) > 1:
        raise click.UsageError("--output - takes one memo in one format")
    if sys.stdout.isatty() and set(kinds) - _TEXTS:
        raise click.UsageError(
            f"a terminal cannot show {kinds[0]}; write it to a file: briefgen make -o - … > memo.{kinds[0]}"
        )
    return None
