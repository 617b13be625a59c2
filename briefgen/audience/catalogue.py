"""Read a file of words: every phrase by its key, with its place, and the plurals of a language."""

from collections.abc import Mapping as MappingOf
from functools import cache, lru_cache

from briefgen.article.yaml_nodes import Mapping, Node, Scalar, read_yaml
from briefgen.audience.cldr import plural_form
from briefgen.errors import AudienceError, RecordError
from briefgen.notices import Notice, Place
from briefgen.shelf import Shelf
from briefgen.values import dataclass

SHARED = "_words"
_COUNTED = 1_000
"""More sources, statements or events than any memo has."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as its file has it."""

    text: str
    place: Place


Catalogue = MappingOf[str, Phrase]
"""Phrases by their keys, such as `headings.outlook.generic`."""


@lru_cache(maxsize=64)
def read_catalogue(text: str, file: str) -> Catalogue:
    """Read the words in `text`; `AudienceError` names every place where no phrase stands."""
    try:
        node = read_yaml(text.encode(), file)
    except RecordError as error:
        raise AudienceError(*error.notices) from error
    phrases: dict[str, Phrase] = {}
    notices: list[Notice] = []
    _flatten(node, "", phrases, notices)
    if notices:
        raise AudienceError(*notices)
    return phrases


def files_for(language: str, folder: str, shelf: Shelf) -> tuple[str, ...]:
    """List the files in `folder` that have words for `language`, the most general first: `de.yaml`, `de-AT.yaml`."""
    files = (f"{folder}/{name}.yaml" for name in reversed(tags_in(language)))
    return tuple(name for name in files if name in shelf.files)


def tags_in(language: str) -> tuple[str, ...]:
    """List a tag and the shorter ones in it: `uk-Cyrl-UA`, `uk-Cyrl`, `uk`."""
    parts = language.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


@cache
def plurals(language: str) -> tuple[str, ...]:
    """List the forms that a phrase with a number needs in a language, as Unicode names them: `one`, `few`, `many`."""
    return tuple(dict.fromkeys(plural_form(language, number) for number in range(1, _COUNTED)))


@cache
def stands_for_many(language: str, form: str) -> bool:
    """Tell whether a form is that of several numbers, so that the phrase must say which: 1, 21 and 31 in Ukrainian."""
    return sum(plural_form(language, number) == form for number in range(1, _COUNTED)) > 1


def _flatten(node: Node, key: str, phrases: dict[str, Phrase], notices: list[Notice]) -> None:
    match node:
        case Mapping(items):
            for name, value in items:
                _flatten(value, f"{key}.{name.text}" if key else name.text, phrases, notices)
        case Scalar(text, place) if text and key:
            phrases[key] = Phrase(text, place)
        case _:
            place = Place(node.place.file, node.place.line, node.place.column)
            notices.append(Notice("error", "AUD04", f"{key or 'the file'}: expected a phrase or phrases by key", place))
