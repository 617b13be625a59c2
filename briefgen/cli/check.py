"""`briefgen check`: what an editor would ask of a record and of the memos made from it."""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import cast

import click

from briefgen import __version__, files, pipeline
from briefgen.article.model import Article
from briefgen.article.passages import Stored
from briefgen.article.read import Record, read
from briefgen.audience.markings import schemes
from briefgen.checks import baseline as baselines
from briefgen.checks.check import Silence, check
from briefgen.checks.explain import explained, explained_in_markdown, rule_of
from briefgen.checks.material import Filled
from briefgen.checks.report import LEVELS, fails, report, summary
from briefgen.checks.sarif import sarif
from briefgen.cli import at_hand, choice, manual, status
from briefgen.cli.telling import tell_one, told
from briefgen.desk.filled import filled
from briefgen.desk.measuring import measured
from briefgen.desk.stored import stored_texts
from briefgen.errors import BriefgenError
from briefgen.notices import Level, Notice, in_file_order
from briefgen.project import Project
from briefgen.shelf import Shelf
from briefgen.standards import libreoffice
from briefgen.theme import Theme
from briefgen.values import dataclass

_LEVELS = click.Choice([*LEVELS, "never"])
_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "check",
    cls=manual.Explained,
    headings={"--audience": "What is checked", "--select": "Which checks are made", "--format": "What is told"},
    examples={
        "All records of the project, and their memos": "briefgen check",
        "Only what is asked of sources and statements, for one record": (
            "briefgen check articles/first.yaml --select SRC"
        ),
        "Why a check is made, and how to answer it": "briefgen check --explain SRC03",
    },
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--audience",
    "-a",
    "audiences",
    metavar="NAME",
    multiple=True,
    help="For whom memos are filled and checked; several with commas, or all. "
    f"[default: those of the project, else {choice.AUDIENCE}]",
)
@click.option("--rendered", is_flag=True, help="Also make their files and count the pages; Word by LibreOffice (slow).")
@click.option("--since", type=_PATH, metavar="FILE", help="The record of the last edition, to compare judgements with.")
@click.option("--set", "given", multiple=True, metavar="FIELD=VALUE", help="Replace a field of the records.")
@manual.templates_option
@click.option("--select", multiple=True, metavar="CODE", help="Ask only these checks, or all that begin so: SRC.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave these checks out of this run.")
@click.option("--baseline", type=_PATH, metavar="FILE", help="Tell only what this file does not put up with.")
@click.option("--write-baseline", type=_PATH, metavar="FILE", help="Put up with all that is found, and write it down.")
@click.option("--format", "-f", "kind", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=_LEVELS,
    help="From which level on the exit status is 1. [default: that of the project, else error]",
)
@click.option("--explain", metavar="CODE", help="Explain a check, or all, and do nothing else.")
@click.option("--side-by-side", type=_PATH, metavar="FILE", help="Write each sentence beside its source, as HTML.")
@manual.quiet_option
def command(
    *,
    articles: tuple[str, ...],
    audiences: tuple[str, ...],
    rendered: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    kind: str,
    explain: str | None,
    since: Path | None,
    baseline: Path | None,
    write_baseline: Path | None,
    side_by_side: Path | None,
    given: tuple[str, ...],
    templates: Path | None,
    quiet: bool,
) -> None:
    """Check the ARTICLE files, the texts of their sources and the memos made from them.

    Without ARTICLE: the project's articles, and where there is no project, the built-in sample.
    Warnings are silenced, with a reason, by `ignore` in the record or in [check] of briefgen.toml.
    """
    if explain:
        click.echo(explained_in_markdown() if explain == "all" else explained(rule_of(explain)), nl=False)
        return
    project = at_hand.project()
    shelf = at_hand.shelf(templates, project.folder)
    names = choice.audiences(audiences or project.audiences, shelf)
    silence = Silence(_codes(select), _codes(ignore), project.ignore)
    before = read(files.read_bytes(since), files.shown(since)).article if since else None
    theme = _theme(project) if rendered else None
    checker = _Checker(project, shelf, names, silence, before, theme)
    for article in choice.articles(articles, project, lambda text: click.echo(text, err=True)):
        checker.check(article, choice.fields(given))
    notices = checker.told()
    if write_baseline:
        files.write_atomically(write_baseline, baselines.written(notices).encode())
    if baseline:
        notices = baselines.new_ones(notices, files.read_text(baseline), files.shown(baseline))
    shown = tuple(one for one in notices if one.level == "error") if quiet else notices
    _print(kind, shown, checker)
    if side_by_side:
        _write_side_by_side(side_by_side, checker)
    if kind == "text" and not (quiet and not shown):
        click.echo(summary(notices, checker.count), err=True)
    level = fail_on or project.fail_on
    is_failed = fails(notices, None if level == "never" else cast("Level", level)) and not write_baseline
    sys.exit(status.FAILED if is_failed else status.DONE)


@dataclass(slots=True)
class _Checker:
    """Checks one record after the other; one that cannot be read does not stop the next."""

    project: Project
    shelf: Shelf
    audiences: tuple[str, ...]
    silence: Silence
    before: Article | None
    theme: Theme | None
    """For the files that are made to count their pages; None where that is not asked."""
    count: int = 0
    notices: list[Notice] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    """Name as printed → text of each record."""
    read: list[tuple[Record, Mapping[str, Stored], tuple[Filled, ...]]] = field(default_factory=list)

    def check(self, article: str, given: Mapping[str, str]) -> None:
        self.count += 1
        try:
            data, file = at_hand.article(article)
            self.files[file] = data.decode("utf-8-sig", errors="replace")
            record = read(data, file, given)
            texts = stored_texts(record, article, self.project)
            memos = self._memos(record)
        except BriefgenError as error:
            self.notices += error.notices
            return
        written = "" if given else self.files[file]
        self.read.append((record, texts, memos))
        self.notices += check(
            record,
            texts,
            schemes=schemes(self.shelf),
            memos=memos,
            previous=self.before,
            written=written,
            silence=self.silence,
        )

    def told(self) -> tuple[Notice, ...]:
        """Give all findings, in the order of the files."""
        return in_file_order(tuple(dict.fromkeys(self.notices)))

    def _memos(self, record: Record) -> tuple[Filled, ...]:
        memos = []
        for name in self.audiences:
            try:
                ready = pipeline.prepared(record, name, self.shelf)
                brand = self.project.brand
                memo = pipeline.memo_of(
                    ready, record, self.shelf, organisation=brand.organisation, numbering=brand.numbering
                )
                made = filled(ready, memo)
                theme = self.theme and pipeline.theme_for(name, self.shelf, self.theme)
                memos.append(measured(ready, made, self.shelf, theme) if theme else made)
            except BriefgenError as error:
                self.notices += error.notices
        return tuple(memos)


def _theme(project: Project) -> Theme:
    """Give the looks of the files to measure, and say if Word files cannot be."""
    if not libreoffice.is_there():
        click.echo("LibreOffice is not installed: pages are counted in PDF only; briefgen doctor says more", err=True)
    return at_hand.theme(project, tell_one)


def _print(kind: str, notices: tuple[Notice, ...], checker: _Checker) -> None:
    match kind:
        case "json":
            click.echo(json.dumps([told(notice) for notice in notices], indent=2, ensure_ascii=False))
        case "sarif":
            click.echo(json.dumps(sarif(notices, __version__), indent=2, ensure_ascii=False))
        case _:
            click.echo(report(notices, checker.files), nl=False)


def _write_side_by_side(path: Path, checker: _Checker) -> None:
    from briefgen.checks.side_by_side import page

    files.write_atomically(path, page(checker.read).encode())
    click.echo(f"Side by side: {files.shown(path)}", err=True)


def _codes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.upper() for code in choice.split(values))
