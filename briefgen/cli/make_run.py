"""The run of `briefgen make`: read the articles, plan their memos, make those that are not there."""

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click

from briefgen.article.card import Card
from briefgen.article.read import Record
from briefgen.audience.markings import schemes
from briefgen.cli.maker import Maker
from briefgen.cli.outcome import Outcome
from briefgen.cli.reading_run import Articles
from briefgen.cli.workforce import Workforce
from briefgen.desk.ingredients import Pantry
from briefgen.desk.making import Settings
from briefgen.desk.manuscript import record_of
from briefgen.errors import ConfigurationError
from briefgen.jobs import Job, jobs_for
from briefgen.notices import Notice
from briefgen.output_folder import OutputFolder
from briefgen.stores import Store, is_url
from briefgen.values import dataclass
from briefgen.writers import WRITERS


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line and the project ask for."""

    articles: tuple[str, ...]
    audiences: tuple[str, ...]
    formats: tuple[str, ...]
    formats_for: Mapping[str, tuple[str, ...]]
    """Audience → formats, where they differ."""
    given: Mapping[str, str]
    """The fields to replace, by their path."""
    output: str | None = None
    overwrite: bool = False
    force: bool = False
    """Make also what is there already."""


def run(wanted: Wanted, settings: Settings, outcome: Outcome, workforce: Workforce) -> int:
    """Make all memos, and give the exit status; what is written stays, however the run ends."""
    store = _store(wanted.output, settings)
    folder = OutputFolder(store, overwrite=wanted.overwrite) if store else None
    interrupted = False
    try:
        _make(wanted, settings, outcome, workforce, folder)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        if folder:
            folder.close()
    return outcome.end(interrupted=interrupted)


def _make(
    wanted: Wanted, settings: Settings, outcome: Outcome, workforce: Workforce, folder: OutputFolder | None
) -> None:
    articles = Articles(wanted.given, folder)
    pantry = Pantry(
        settings.project,
        settings.shelf,
        settings.theme,
        settings.epoch,
        draft=settings.draft,
        attach_record=settings.attach_record,
        since=settings.before.sha256 if settings.before else "",
    )
    shared = workforce.scheduler and is_url(wanted.output or settings.project.output)
    there = folder.store if folder and shared else None
    maker = Maker(settings, outcome, articles, pantry, folder, there, force=wanted.force)

    def all_made(card: Card) -> bool:
        with suppress(ConfigurationError):
            return maker.all_made(card, _plan(wanted, settings, (card,)))
        return False

    gate = None if settings.draft else settings.project
    cards = articles.read(
        wanted.articles,
        readers=wanted.audiences,
        gate=gate,
        schemes=schemes(settings.shelf),
        all_made=all_made,
        outcome=outcome,
        workforce=workforce,
    )
    for notice in _mismatches(settings.before, cards, articles):
        outcome.note(notice)
    jobs = _plan(wanted, settings, cards)
    _check(jobs, wanted, settings)
    maker.make(jobs, workforce)


def _mismatches(before: Record | None, cards: tuple[Card, ...], articles: Articles) -> tuple[Notice, ...]:
    """Say where a record is no later edition of the one it is compared with."""
    if before is None:
        return ()
    from briefgen.article.editions import mismatches

    return tuple(notice for card in cards for notice in mismatches(before, record_of(articles.manuscript(card))))


def _plan(wanted: Wanted, settings: Settings, cards: tuple[Card, ...]) -> tuple[Job, ...]:
    return jobs_for(
        cards,
        wanted.audiences,
        wanted.formats,
        filename=settings.project.filename,
        formats_for=wanted.formats_for,
    )


def _store(output: str | None, settings: Settings) -> Store | Path | None:
    """Find where the memos go; None is standard output."""
    if output == "-":
        return None
    if is_url(output or settings.project.output):
        from briefgen.stores.url import Url

        return Url(output or settings.project.output)
    return Path(output) if output else settings.project.folder / settings.project.output


def _check(jobs: tuple[Job, ...], wanted: Wanted, settings: Settings) -> None:
    """Refuse what the plan cannot do, before any memo is made."""
    kinds = [kind for job in jobs for kind in job.names]
    if settings.attach_record and "pdf" not in kinds:
        raise click.UsageError("--attach-record puts the article into PDFs, and none is made here")
    if wanted.output != "-":
        return
    if len(kinds) > 1:
        raise click.UsageError("--output - takes one memo in one format")
    if sys.stdout.isatty() and not all(WRITERS[kind].is_text for kind in kinds):
        raise click.UsageError(
            f"a terminal cannot show {kinds[0]}; write it to a file: briefgen make -o - … > memo.{kinds[0]}"
        )
