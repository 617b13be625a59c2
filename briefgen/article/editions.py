"""Whether two records are two editions of one, in the order that the later one says."""

from collections.abc import Iterator

from briefgen.article.changes import Change, changes
from briefgen.article.model import Article
from briefgen.article.read import Record
from briefgen.notices import Notice, Place

_TYPING = frozenset({"minor", "republish"})
"""Kinds of update that mend typing errors and links."""


def mismatches(old: Record, new: Record) -> tuple[Notice, ...]:
    """Tell what speaks against `old` being the edition before `new`; nobody is kept from comparing them."""
    return tuple(
        Notice("warning", code, message, _place(new, field), hint)
        for code, field, message, hint in _mismatches(old.article, new.article)
    )


def _mismatches(old: Article, new: Article) -> Iterator[tuple[str, str, str, str]]:
    called = f"{old.id}, version {old.version}" if old.version else old.id
    if new.supersedes and new.supersedes not in {old.id, old.version}:
        message = f"{new.id} supersedes {new.supersedes}, and is compared with {called}"
        yield "EDI01", "supersedes", message, "give the edition that it supersedes with --since"
    elif old.id not in {new.id, new.supersedes}:
        yield "EDI01", "id", f"{new.id} is compared with another record, {called}", f"say `supersedes: {old.id}`"
    if old.as_of.earliest and new.as_of.earliest and old.as_of.earliest > new.as_of.earliest:
        message = f"as_of is {new.as_of}, and the edition it is compared with is later: {old.as_of}"
        yield "EDI02", "as_of", message, "are the two the wrong way round?"
    if new.version and new.version == old.version:
        yield "EDI03", "version", f"both editions are version {new.version}", "count `version` up"
    told = [change for change in changes(old, new) if _is_news(change)]
    if new.update_type in _TYPING and told:
        message = f"update_type is {new.update_type}, and what a reader is told has changed: {len(told)}"
        yield "EDI04", "update_type", message, "write `update_type: major`, with a `change_note`"


def _is_news(change: Change) -> bool:
    """Tell whether a change is more than another wording or another stamp."""
    return change.section not in {"status", "marking", "sources"} and not change.was


def _place(record: Record, field: str) -> Place:
    return record.places.get(field) or Place(record.file, 1)
