"""The words that a memo prints of itself, in its language: headings, labels, phrases, names of the vocabulary.

They stand in `_words/<language>.yaml` beside the audiences, so that a translation is one more file.
An audience that says something in its own way has a `words/<language>.yaml` in its folder.
A phrase is text with blanks such as `{date}`; a phrase that depends on a number has a form for each plural of the
language (`one`, `other` …, as Unicode names them).
"""

import re
from collections.abc import Mapping

from markupsafe import Markup

from briefgen.audience.catalogue import SHARED, files_for, read_catalogue, tags_in
from briefgen.audience.cldr import plural_form
from briefgen.errors import AudienceError, TemplateError
from briefgen.markdown_escape import escape
from briefgen.nearest import meant
from briefgen.shelf import Shelf
from briefgen.values import dataclass

_BLANK = re.compile(r"\{(\w+)\}")
_ESCAPED_BLANK = re.compile(r"\\\{(\w+)\\\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language by their keys, such as `headings.outlook.generic`."""

    language: str
    """As the memo says it: `en-GB`."""
    file: str
    phrases: Mapping[str, str]

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
        missing = [name for name in blanks(phrase) if name not in values]
        if missing:
            raise TemplateError.of("TPL06", f"the phrase {key!r} needs {', '.join(missing)}", hint=phrase)
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(_ESCAPED_BLANK.sub(lambda found: _as_markdown(values[found[1]]), escape(phrase)))  # noqa: S704 - escaped
        return _BLANK.sub(lambda found: str(values[found[1]]), phrase)

    def unfilled(self, key: str) -> str:
        """Give a phrase with its blanks, for writers to fill."""
        return self._phrase(key, None)

    def _phrase(self, key: str, number: object) -> str:
        form = plural_form(self.language, number) if isinstance(number, int) else "other"
        for name in (key, f"{key}.{form}", f"{key}.other"):
            if name in self.phrases:
                return self.phrases[name]
        hint = meant(key, self.phrases) or f"add it to {self.file}"
        raise TemplateError.of("TPL06", f"{self.file} has no phrase {key!r}", hint=hint)


def words(language: str, shelf: Shelf, audiences: tuple[str, ...] = ()) -> Words:
    """Read the words of `language`, and over them those of the region and of `audiences`, the nearest first.

    `AudienceError` where there are none, rather than words in another language.
    """
    shared = files_for(language, SHARED, shelf)
    if not shared:
        there = sorted(name[len(SHARED) + 1 : -5] for name in shelf.files if name.startswith(f"{SHARED}/"))
        hint = f"there is {', '.join(there)}; a translation is a file {SHARED}/{tags_in(language)[-1]}.yaml"
        raise AudienceError.of("AUD04", f"there are no words in {language!r}", hint=hint)
    own = [name for audience in reversed(audiences) for name in files_for(language, f"{audience}/words", shelf)]
    phrases: dict[str, str] = {}
    for name in (*shared, *own):
        found = read_catalogue(shelf.files[name].text, shelf.files[name].path)
        phrases |= {key: phrase.text for key, phrase in found.items()}
    return Words(language, shelf.files[shared[0]].path, phrases)


def blanks(phrase: str) -> tuple[str, ...]:
    """Name the blanks of a phrase in their order."""
    return tuple(_BLANK.findall(phrase))


def _as_markdown(value: object) -> str:
    return str(value) if isinstance(value, Markup) else escape(str(value))
