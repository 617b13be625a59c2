"""What of an entry a memo may print: two editions that agree in this read the same, whatever else they differ in."""

from briefgen.article.folded import folded
from briefgen.audience.view import Entry, names_in
from briefgen.tongue import bare

_NEVER = frozenset(
    {
        *("id", "marking", "audiences", "cleared_for", "exact", "prefix", "suffix", "start", "end", "page"),
        *("cleared_by", "cleared_at", "expires", "on", "changed_from", "based_on", "corroborated_by"),
    }
)
"""Names for machines, what only finds a passage in its source, stamps of each edition, and what says itself that it
changed."""
_REFERRING = frozenset(
    {"actor", "addressee", "option", "reported_by", "said_by", "source", "speaker", "to", "via", "quotes"}
)
"""Fields that name something told elsewhere."""


def printed(value: object) -> object:
    """Reduce a part of the view to what can be printed of it."""
    match value:
        case str():
            return folded(bare(value))
        case tuple():
            return tuple(printed(item) for item in value)
        case Entry():
            return tuple((name, _part(value, name)) for name in names_in(value) if name not in _NEVER)
        case _:
            return value


def _part(entry: Entry, name: str) -> object:
    found = getattr(entry, name)
    return _meant(found) if name in _REFERRING else printed(found)


def _meant(value: object) -> object:
    """Reduce a reference to the name of what it refers to."""
    return tuple(_meant(item) for item in value) if isinstance(value, tuple) else bare(str(value or ""))
