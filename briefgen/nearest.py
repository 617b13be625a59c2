"""Say which name was meant: the hint of every error about a name that does not exist."""

from collections.abc import Iterable

_MOST = 12
"""Names that a hint lists."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that `name` is a slip of, or None; small and capital letters count as the same."""
    from difflib import get_close_matches

    folded = {candidate.casefold(): candidate for candidate in reversed(tuple(known))}
    near = get_close_matches(name.casefold(), list(folded), n=1)
    return folded[near[0]] if near else None


def meant(name: str, known: Iterable[str]) -> str:
    """Give the hint which name was meant; empty if none is near."""
    near = nearest(name, known)
    return f"did you mean {near!r}?" if near else ""


def meant_or_known(name: str, known: Iterable[str]) -> str:
    """Give the hint which name was meant, or which there are."""
    names = tuple(dict.fromkeys(known))
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return meant(name, names) or (f"there is {', '.join(names[:_MOST])}{more}" if names else "there is none")
