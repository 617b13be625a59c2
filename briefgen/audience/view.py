"""The fail-closed view: of a record, only what a pack allows ever reaches a template.

Values become entries that hold the allowed fields and know nothing of the others, so that a template cannot leak
what it was not given.
References (an actor's id) become entries of what they refer to, under the same rules.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from briefgen.article.dates import When
from briefgen.article.envelope import Marking
from briefgen.article.model import Article
from briefgen.article.values import Namespace, Pattern, Refers
from briefgen.audience.markings import TLP, Schemes, above, highest
from briefgen.audience.spoken import Languages, languages
from briefgen.errors import AudienceError
from briefgen.notices import Notice, Place
from briefgen.tongue import Foreign, bare
from briefgen.values import dataclass

Allowed = Mapping[str, "Allowed | None"]
"""Field → the fields allowed in it; None for everything in it."""

_NOWHERE: Mapping[str, Place] = MappingProxyType({})
_MEANT: Mapping[Namespace, tuple[str, ...]] = {
    "actors": ("id", "name", "defined"),
    "sources": ("id", "title", "container_title", "seen"),
}
"""What a reference shows even where the pack lists no actors or sources: who or what is meant."""
_LABELS = ("name", "label", "title", "container_title", "text", "id")


class Entry:
    """A part of the record with the fields that the audience may see; read as `entry.field`."""

    __slots__ = ("_denied", "_fields", "_label")

    def __init__(self, values: Mapping[str, object], denied: frozenset[str], label: str) -> None:
        self._fields, self._denied, self._label = dict(values), denied, label

    def __getattr__(self, name: str) -> object:
        try:
            return self._fields[name]
        except KeyError:
            raise AttributeError(name) from None

    def __str__(self) -> str:
        return self._label

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and (self._fields, self._label) == (other._fields, other._label)

    def __hash__(self) -> int:
        return hash(self._label)


def names_in(entry: Entry) -> tuple[str, ...]:
    """List the fields that an entry has."""
    return tuple(entry._fields)


def value_of(entry: Entry, name: str) -> object:
    """Give the value of a field; None where the entry has none."""
    return entry._fields.get(name)


def is_denied(entry: Entry, name: str) -> bool:
    """Tell whether the record has a field `name` here that the audience may not see."""
    return name in entry._denied  # noqa: SLF001 - entries hide this from templates, not from their own module


def with_fields(entry: Entry, more: Mapping[str, object]) -> Entry:
    """Give an entry with more fields, which were worked out from those it has."""
    fields, denied = entry._fields, entry._denied  # noqa: SLF001 - as in `is_denied`
    return Entry(fields | dict(more), denied - frozenset(more), str(entry))


@dataclass(frozen=True, slots=True)
class Sight:
    """What an audience may see of a record."""

    audience: str
    fields: Allowed
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Path of a field in a list's entries → the values that let an entry be seen; empty text for none given."""
    cleared_only: bool = False
    """Judgements are seen only if they are cleared for this audience by name."""
    ceiling: Mapping[str, str] = field(default_factory=dict)
    """Scheme → the highest level that may be seen; empty for no limit, and then of any scheme."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as an audience sees it."""

    record: Entry
    marking: Marking
    """The one that covers all that is seen."""
    notices: tuple[Notice, ...] = ()
    """What was left out because of its marking."""
    withheld: tuple[str, ...] = ()
    """Paths of what the record itself, and not the pack, keeps from this audience."""
    passed_over: tuple[str, ...] = ()
    """Paths of what the pack's filters leave out of lists."""


def view(
    article: Article,
    sight: Sight,
    schemes: Schemes,
    places: Mapping[str, Place] = _NOWHERE,
    *,
    language: str = "",
    quoted: Callable[[str], str] = "“{}”".format,
) -> Seen:
    """Give `article` as an audience sees it in a memo whose own words are in `language`.

    `quoted` puts the names of those in quotation marks of whom it is not settled who they are.
    `AudienceError` if the record as a whole is marked above the audience's ceiling, or if a marking is misspelt.
    """
    spoken = languages(language, article.language, article.sources)
    viewer = _Viewer(article, sight, schemes, places, [article.marking], spoken, quoted)
    level = above(article.marking, sight.ceiling, schemes)
    if level:
        scheme = TLP if level == article.marking.tlp else article.marking.scheme
        limit = sight.ceiling.get(scheme) or ", ".join(sight.ceiling.values())
        message = f"the record is marked {level}, and {sight.audience} sees nothing above {limit}"
        hint = "name only audiences that may see it"
        raise AudienceError.of("AUD07", message, place=places.get("marking"), hint=hint)
    record = viewer.entry(article, sight.fields, "")
    left_out = (tuple(viewer.notices), tuple(viewer.withheld), tuple(viewer.passed))
    return Seen(record, highest(viewer.markings, schemes), *left_out)


def texts_in(value: object) -> frozenset[str]:
    """Gather every text in an entry, however deep."""
    found = set[str]()
    _gather(value, found)
    return frozenset(found)


def _gather(value: object, found: set[str]) -> None:
    match value:
        case str():
            found.add(bare(value))
        case tuple():
            for item in value:
                _gather(item, found)
        case Entry():
            _gather(tuple(value._fields.values()), found)
        case _:
            pass


@dataclass(slots=True)
class _Viewer:
    article: Article
    sight: Sight
    schemes: Schemes
    places: Mapping[str, Place]
    markings: list[Marking]
    languages: Languages
    quoted: Callable[[str], str]
    notices: list[Notice] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    inside: bool = False
    """Whether what is looked at was referred to."""

    def entry(self, value: object, allowed: Allowed | None, path: str) -> Entry:
        kinds = _kinds(cast("Hashable", type(value)))
        values = {
            name: self.value(
                getattr(value, name),
                None if allowed is None else allowed[name],
                kind.refers,
                _joined(path, name),
                self.languages.of(value, name) if kind.words else "",
            )
            for name, kind in kinds.items()
            if allowed is None or name in allowed
        }
        return Entry(values, frozenset(kinds.keys() - values.keys()), self.label(value))

    def label(self, value: object) -> str:
        """Choose what an entry prints when a template prints the whole of it: its name, label, title or text."""
        found = next((name for name in _LABELS if isinstance(text := getattr(value, name, ""), str) and text), "")
        label = getattr(value, found, "")
        language = self.languages.of(value, found) if found not in {"", "id"} else ""
        label = str(Foreign(label, language)) if language else label
        return self.quoted(label) if getattr(value, "defined", True) is False else label

    def value(self, value: object, allowed: Allowed | None, refers: Refers | None, path: str, language: str) -> object:
        match value:
            case str():
                return self.text(value, refers, path, language)
            case None | bool() | int() | Decimal() | When() | date():
                return value
            case tuple():
                numbered = ((f"{path}[{number}]", item) for number, item in enumerate(value))
                items = (self.value(item, allowed, refers, at, language) for at, item in numbered)
                return tuple(item for item in items if item is not None)
            case _ if is_dataclass(value):
                return self.entry(value, allowed, path) if self.may_see(value, path) else None
            case _:
                message = f"the view does not know {type(value).__name__}"
                raise TypeError(message)

    def text(self, text: str, refers: Refers | None, path: str, language: str) -> object:
        """Follow a reference to an actor or a source; other texts are themselves, in their language."""
        for namespace, meant in _MEANT.items() if text and refers else ():
            if refers and namespace in refers.to:
                found = next((item for item in getattr(self.article, namespace) if item.id == text), None)
                if found is not None:
                    return self.referred(found, dict.fromkeys(meant), self.sight.fields.get(namespace, {}), path)
        return Foreign(text, language) if language and text else text

    def referred(self, found: object, meant: Allowed, own: Allowed | None, path: str) -> Entry:
        """Show what is referred to; what that refers to in turn, and perhaps back to it, only says what is meant."""
        names = meant if self.inside else None if own is None else {**meant, **own}
        outside, self.inside = self.inside, True
        entry = self.entry(found, names, path)
        self.inside = outside
        return entry

    def may_see(self, item: object, path: str) -> bool:
        """Tell whether an item is for them: by its own list, its clearance, the pack's filters and its marking."""
        if not self.is_meant(item):
            self.withheld.append(path)
            return False
        if not all(_passes(item, parts, values) for parts, values in self.filters(path)):
            self.passed.append(path)
            return False
        return self.is_below_ceiling(item, path)

    def is_meant(self, item: object) -> bool:
        """Tell whether the record means an item for them."""
        audience, audiences = self.sight.audience, getattr(item, "audiences", ())
        if audiences and audience not in audiences:
            return False
        return not self.sight.cleared_only or audience in getattr(item, "cleared_for", (audience,))

    def filters(self, path: str) -> Iterator[tuple[list[str], tuple[str, ...]]]:
        """Find the filters for the entries of the list that `path` is in."""
        if not path.endswith("]"):
            return
        holder = path.rpartition("[")[0]
        for key, values in self.sight.only.items():
            if key.startswith(f"{holder}."):
                yield key[len(holder) + 1 :].split("."), values

    def is_below_ceiling(self, item: object, path: str) -> bool:
        marking = getattr(item, "marking", None)
        if not isinstance(marking, Marking):
            return True
        at = f"{path}.marking"
        level = above(marking, self.sight.ceiling, self.schemes)
        if level:
            message = f"{path} is left out: it is marked {level}, above what {self.sight.audience} sees"
            self.notices.append(Notice("note", "AUD08", message, self.places.get(at)))
            self.withheld.append(path)
            return False
        self.markings.append(marking)
        return True


def _passes(item: object, parts: list[str], values: tuple[str, ...]) -> bool:
    found = item
    for part in parts:
        found = getattr(found, part, None)
    if isinstance(found, tuple):
        return any(str(one) in values for one in found) or (not found and "" in values)
    return ("" if found is None else str(found)) in values


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the texts of a field are."""

    refers: Refers | None
    """Set if they name something else in the record."""
    words: bool
    """Whether they are written for people."""


@cache
def _kinds(holder: Hashable) -> Mapping[str, _Kind]:
    """Give the kind of each field of a dataclass."""
    hints = get_type_hints(holder, include_extras=True)
    return {one.name: _kind(tuple(_parts(hints[one.name]))) for one in fields(cast("Any", holder))}


def _kind(parts: tuple[object, ...]) -> _Kind:
    """Tell it from the parts of a type such as `tuple[Annotated[str, Refers(...)], ...]`."""
    refers = next((part for part in parts if isinstance(part, Refers)), None)
    is_name = any(isinstance(part, Pattern) or get_origin(part) is Literal for part in parts)
    return _Kind(refers, words=not is_name and (refers is None or refers.else_text))


def _parts(hint: object) -> Iterator[object]:
    yield hint
    if get_origin(hint) is not None or get_args(hint):
        for part in (*get_args(hint), *getattr(hint, "__metadata__", ())):
            yield from _parts(part)
