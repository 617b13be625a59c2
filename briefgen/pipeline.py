"""Records × audiences × formats → jobs, and job → memo: read, view, fill, parse."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter

from briefgen.article.read import Record
from briefgen.audience.front import created, meta
from briefgen.audience.pack import load
from briefgen.audience.phrases import filters
from briefgen.audience.sections import sections
from briefgen.audience.view import view
from briefgen.errors import ConfigurationError
from briefgen.markdown import parse
from briefgen.memo import Memo
from briefgen.nearest import meant_or_known
from briefgen.notices import Notice
from briefgen.shelf import Shelf
from briefgen.templates import fill

_PLACEHOLDERS = ("date", "id", "audience", "ext", "language", "version")


@dataclass(frozen=True, slots=True)
class Job:
    """One memo to make: a record for an audience, and the name of its file in each format."""

    record: Record
    audience: str
    names: Mapping[str, str]
    """Format → file name."""


def plan(
    records: Iterable[Record],
    audiences: Iterable[str],
    formats: Iterable[str],
    *,
    filename: str,
    formats_for: Mapping[str, tuple[str, ...]],
) -> tuple[Job, ...]:
    """List the memos to make; `ConfigurationError` if two files would get the same name, before any is written."""
    _check_pattern(filename)
    kinds, readers = tuple(formats), tuple(audiences)
    jobs = []
    for record in records:
        for audience in readers:
            names = {kind: _name(filename, record, audience, kind) for kind in formats_for.get(audience, kinds)}
            jobs.append(Job(record, audience, names))
    counted = Counter(name for job in jobs for name in job.names.values())
    twice = [name for name, count in counted.items() if count > 1]
    if twice:
        hint = "give the records different ids, or the file names {id}, {audience} and {ext}"
        raise ConfigurationError(
            *(Notice("error", "CFG03", f"{counted[name]} memos would be called {name}", hint=hint) for name in twice)
        )
    return tuple(jobs)


def memo_for(
    record: Record,
    audience: str,
    shelf: Shelf,
    *,
    organisation: str = "",
    epoch: str = "",
    unchecked: bool = False,
) -> Memo:
    """Make the memo of a record for one audience.

    `epoch` replaces the moment that the record stands for; `unchecked` stamps the memo as not cleared.
    """
    article, pack = record.article, load(audience, shelf)
    seen = view(article, pack.fields, audience=pack.id, cleared_only=pack.cleared_only)
    given = {"paper": pack.paper, "sections": sections(seen, pack, shelf, kind=article.kind)}
    text = fill(f"{audience}/memo.md.j2", shelf, record=seen, filters=filters(pack), given=given)
    about = meta(article, pack, organisation=organisation, created=epoch or created(article), unchecked=unchecked)
    return parse(text, file=f"{article.id} for {audience}, filled", meta=about, numbering=pack.numbering)


def _name(pattern: str, record: Record, audience: str, ext: str) -> str:
    article = record.article
    return pattern.format(
        date=article.as_of.earliest,
        id=article.id,
        audience=audience,
        ext=ext,
        language=article.language,
        version="".join(c if c.isalnum() or c in ".-_" else "-" for c in article.version),
    )


def _check_pattern(pattern: str) -> None:
    try:
        names = [name for _, name, _, _ in Formatter().parse(pattern) if name is not None]
    except ValueError as error:
        raise ConfigurationError.of("CFG04", f"filename: {pattern!r} has an open brace: {error}") from error
    for name in names:
        if name not in _PLACEHOLDERS:
            hint = meant_or_known(name, _PLACEHOLDERS)
            raise ConfigurationError.of("CFG04", f"filename: {{{name}}} is unknown", hint=hint)
    if pattern.startswith(("/", "~")) or ".." in pattern.split("/") or "\\" in pattern:
        raise ConfigurationError.of("CFG04", f"filename: {pattern!r} leads out of the output folder")
