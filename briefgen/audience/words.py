"""The words that a memo prints of itself, in its language: headings, labels, phrases, names of the vocabulary.

They stand in `_words/<language>.yaml` beside the audiences, so that a translation is one more file.
An audience that says something in its own way has a `words/<language>.yaml` in its folder.
A phrase is text with blanks such as `{date}`; a phrase that depends on a number has a form for each plural of the
language (`one`, `other` …, as Unicode names them).
"""

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from markupsafe import Markup

from briefgen.article.yaml_nodes import Mapping, Node, Scalar, read_yaml
from briefgen.errors import AudienceError, RecordError, TemplateError
from briefgen.markdown_escape import escape
from briefgen.nearest import meant
from briefgen.notices import Notice, Place
from briefgen.shelf import Shelf

_BLANK = re.compile(r"\{(\w+)\}")
_ESCAPED_BLANK = re.compile(r"\\\{(\w+)\\\}")
_SHARED = "_words"


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language by their keys, such as `headings.outlook.generic`."""

    language: str
    """As the memo says it: `en-GB`."""
    file: str
    phrases: MappingOf[str, str]

    @property
    def locale(self) -> str:
        """The language as Babel spells it."""
        return self.language.replace("-", "_")

    def has(self, key: str) -> bool:
        """Tell whether there is such a phrase."""
        return key in self.phrases

    def has_any(self, key: str) -> bool:
        """Tell whether there is such a phrase, or its forms for different numbers."""
        return key in self.phrases or f"{key}.other" in self.phrases

    def say(self, key: str, **values: object) -> str:
        """Give a phrase with its blanks filled; `n` chooses among the plurals.

        With a value that is Markdown the phrase becomes Markdown, and its other words are escaped.
        """
        phrase = self._phrase(key, values.get("n"))
        missing = [name for name in _BLANK.findall(phrase) if name not in values]
        if missing:
            raise TemplateError.of("TPL06", f"the phrase {key!r} needs {', '.join(missing)}", hint=phrase)
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(_ESCAPED_BLANK.sub(lambda found: _as_markdown(values[found[1]]), escape(phrase)))  # noqa: S704 - escaped
        return _BLANK.sub(lambda found: str(values[found[1]]), phrase)

    def _phrase(self, key: str, number: object) -> str:
        for name in (key, f"{key}.{self._plural(number)}", f"{key}.other"):
            if name in self.phrases:
                return self.phrases[name]
        hint = meant(key, self.phrases) or f"add it to {self.file}"
        raise TemplateError.of("TPL06", f"{self.file} has no phrase {key!r}", hint=hint)

    def _plural(self, number: object) -> str:
        from babel import Locale

        return str(Locale.parse(self.locale).plural_form(number)) if isinstance(number, int) else "other"


def words(language: str, shelf: Shelf, audiences: tuple[str, ...] = ()) -> Words:
    """Read the words of `language`, and over them those of the region and of `audiences`, the nearest first.

    `AudienceError` where there are none, rather than words in another language.
    """
    names = _names(language)
    places = (_SHARED, *(f"{audience}/words" for audience in reversed(audiences)))
    files = [f"{place}/{name}.yaml" for place in places for name in reversed(names)]
    found = [name for name in files if name in shelf.files]
    if not any(name.startswith(f"{_SHARED}/") for name in found):
        there = sorted(name[len(_SHARED) + 1 : -5] for name in shelf.files if name.startswith(f"{_SHARED}/"))
        hint = f"there is {', '.join(there)}; a translation is a file {_SHARED}/{names[-1]}.yaml"
        raise AudienceError.of("AUD04", f"there are no words in {language!r}", hint=hint)
    phrases: dict[str, str] = {}
    for name in found:
        phrases |= _read(shelf.files[name].text, shelf.files[name].path)
    return Words(language, shelf.files[found[0]].path, phrases)


def _names(language: str) -> tuple[str, ...]:
    """List a tag and the shorter ones in it: `uk-Cyrl-UA`, `uk-Cyrl`, `uk`."""
    parts = language.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


def _read(text: str, file: str) -> dict[str, str]:
    try:
        node = read_yaml(text.encode(), file)
    except RecordError as error:
        raise AudienceError(*error.notices) from error
    phrases: dict[str, str] = {}
    notices: list[Notice] = []
    _flatten(node, "", phrases, notices)
    if notices:
        raise AudienceError(*notices)
    return phrases


def _flatten(node: Node, key: str, phrases: dict[str, str], notices: list[Notice]) -> None:
    match node:
        case Mapping(items):
            for name, value in items:
                _flatten(value, f"{key}.{name.text}" if key else name.text, phrases, notices)
        case Scalar(text) if text and key:
            phrases[key] = text
        case _:
            place = Place(node.place.file, node.place.line, node.place.column)
            notices.append(Notice("error", "AUD04", f"{key or 'the file'}: expected a phrase or phrases by key", place))


def _as_markdown(value: object) -> str:
    return str(value) if isinstance(value, Markup) else escape(str(value))
