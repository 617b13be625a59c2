"""Look into entries of the view without minding what the pack allows: what is not there is empty."""

from briefgen.audience.view import Entry, value_of


def entry(label: str, **values: object) -> Entry:
    """Make an entry of values that were worked out."""
    return Entry(values, frozenset(), label)


def field(holder: object, name: str) -> object:
    """Give the value at `name`, a path such as `outlook.judgements`; None where the view has none."""
    found = holder
    for part in name.split(".") if "." in name else (name,):
        found = value_of(found, part) if isinstance(found, Entry) else None
    return found


def text(holder: object, name: str) -> str:
    """Give the text at `name`; empty where the view has none."""
    found = field(holder, name)
    return found if isinstance(found, str) else ""


def entries(holder: object, name: str) -> tuple[Entry, ...]:
    """Give the entries of the list at `name`; none where the view has none."""
    found = field(holder, name)
    return tuple(item for item in found if isinstance(item, Entry)) if isinstance(found, tuple) else ()
