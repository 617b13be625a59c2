"""Records × audiences × formats → jobs: which memos are to be made, and what their files are called."""

from collections.abc import Iterable, Mapping
from datetime import date
from string import Formatter

from briefgen.article.card import Card
from briefgen.errors import ConfigurationError
from briefgen.file_names import portable, sameness
from briefgen.nearest import meant_or_known
from briefgen.notices import Notice
from briefgen.values import dataclass

_PLACEHOLDERS = ("date", "id", "audience", "ext", "language", "version")


@dataclass(frozen=True, slots=True)
class Job:
    """One memo to make: a record for an audience, and the name of its file in each format."""

    card: Card
    audience: str
    names: Mapping[str, str]
    """Format → file name."""


def jobs_for(
    cards: Iterable[Card],
    audiences: Iterable[str],
    formats: Iterable[str],
    *,
    filename: str,
    formats_for: Mapping[str, tuple[str, ...]],
) -> tuple[Job, ...]:
    """List the memos to make; `ConfigurationError` if two files would get the same name, before any is written."""
    _check_pattern(filename)
    kinds, readers = tuple(formats), tuple(audiences)
    jobs = tuple(
        Job(card, audience, _names(card, audience, formats_for.get(audience, kinds), filename))
        for card in cards
        for audience in readers
    )
    _check_names(name for job in jobs for name in job.names.values())
    return jobs


def _names(card: Card, audience: str, formats: Iterable[str], filename: str) -> Mapping[str, str]:
    """Name the file of a memo in each format."""
    return {kind: _name(filename, card, audience, kind) for kind in formats}


def _name(pattern: str, card: Card, audience: str, ext: str) -> str:
    name = pattern.format(
        date=card.date,
        id=card.id,
        audience=audience,
        ext=ext,
        language=card.language,
        version="".join(c if c.isalnum() or c in ".-_" else "-" for c in card.version),
    )
    return "/".join(map(portable, name.split("/")))


def _check_names(names: Iterable[str]) -> None:
    """Refuse names that are one file, be it only on systems that do not tell capitals from small letters."""
    same: dict[str, list[str]] = {}
    for name in names:
        same.setdefault(sameness(name), []).append(name)
    hint = "give the records different ids, or the file names {id}, {audience} and {ext}"
    twice = [
        Notice("error", "CFG03", f"{len(called)} memos would be called {' or '.join(dict.fromkeys(called))}", hint=hint)
        for called in same.values()
        if len(called) > 1
    ]
    if twice:
        raise ConfigurationError(*twice)


def _check_pattern(pattern: str) -> None:
    try:
        names = [name for _, name, _, _ in Formatter().parse(pattern) if name is not None]
    except ValueError as error:
        raise ConfigurationError.of("CFG04", f"filename: {pattern!r} has an open brace: {error}") from error
    for name in names:
        if name not in _PLACEHOLDERS:
            hint = meant_or_known(name, _PLACEHOLDERS)
            raise ConfigurationError.of("CFG04", f"filename: {{{name}}} is unknown", hint=hint)
    try:
        pattern.format(**dict.fromkeys(_PLACEHOLDERS, "x") | {"date": date.min})
    except ValueError as error:
        hint = "only {date} has parts, such as {date:%Y}"
        raise ConfigurationError.of("CFG04", f"filename: {pattern!r} cannot be filled: {error}", hint=hint) from error
    if pattern.startswith(("/", "~")) or ".." in pattern.split("/") or "\\" in pattern:
        raise ConfigurationError.of("CFG04", f"filename: {pattern!r} leads out of the output folder")
