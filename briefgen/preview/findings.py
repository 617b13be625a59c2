"""Findings as they are shown: each with its line, the sentences it is about, and the passages under them."""

from collections.abc import Iterable, Mapping

from briefgen.checks.material import Material
from briefgen.notices import Notice, Place
from briefgen.preview.excerpts import Excerpt, excerpt
from briefgen.preview.grounds import Ground, Origin, grounds_of
from briefgen.preview.session import key_of
from briefgen.values import dataclass

_WIDEST = 40
"""Characters of a line that there is room for in the pane."""
_GRAVEST_FIRST = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """A notice, and what the page shows with it."""

    key: str
    notice: Notice
    excerpt: Excerpt | None
    path: str
    """The part of the record it is about; empty where that is unknown."""
    sentences: tuple[str, ...]
    """The keys of the sentences that print that part."""
    grounds: tuple[Ground, ...]


def findings_of(
    notices: Iterable[Notice],
    material: Material,
    origins: Mapping[str, Origin],
    texts: Mapping[str, str],
) -> tuple[Finding, ...]:
    """Show notices, the gravest first; `origins` tell of each sentence's key where it comes from."""
    found = (_finding(notice, material, origins, texts) for notice in dict.fromkeys(notices))
    return tuple(sorted(found, key=lambda one: _GRAVEST_FIRST[one.notice.level]))


def _finding(notice: Notice, material: Material, origins: Mapping[str, Origin], texts: Mapping[str, str]) -> Finding:
    path = path_at(notice.place, material.record.places)
    told = _printing(path, origins) or _printing(_item_of(path), origins)
    grounds = grounds_of([path], material) if path else ()
    return Finding(key_of(str(notice)), notice, excerpt(notice.place, texts, widest=_WIDEST), path, told, grounds)


def path_at(place: Place | None, places: Mapping[str, Place]) -> str:
    """Name the part of a record at `place`: the last that begins there or before, whole rather than in part."""
    if place is None or not place.line:
        return ""
    before = {path: own for path, own in places.items() if own.file == place.file and own <= place}
    return max(before, key=lambda path: (before[path], -len(path)), default="")


def _printing(path: str, origins: Mapping[str, Origin]) -> tuple[str, ...]:
    """Find the sentences that print a part of the record, by their keys."""
    return tuple(key for key, origin in origins.items() if path and any(_is_in(path, own) for own in origin.paths))


def _item_of(path: str) -> str:
    """Name the statement, judgement or the like that a part of the record belongs to."""
    item, bracket, _ = path.partition("]")
    return item + bracket


def _is_in(path: str, printed: str) -> bool:
    """Tell whether one of two parts of a record holds the other."""
    return f"{printed}.".startswith((f"{path}.", f"{path}[")) or f"{path}.".startswith(f"{printed}.")
