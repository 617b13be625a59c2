"""Compare a translation with the English words: what it lacks, what it has too much, blanks that differ.

English is the measure, since every template that ships is written for it.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from briefgen.audience.catalogue import (
    SHARED,
    Catalogue,
    Phrase,
    files_for,
    plurals,
    read_catalogue,
    stands_for_many,
    tags_in,
)
from briefgen.audience.words import blanks
from briefgen.errors import AudienceError
from briefgen.nearest import meant
from briefgen.notices import Notice, Place, in_file_order
from briefgen.shelf import Shelf
from briefgen.values import dataclass

_MODEL = "en"
_FORMS = ("zero", "one", "two", "few", "many", "other")


def missing(language: str, shelf: Shelf) -> tuple[Notice, ...]:
    """Say what stands between the words in `language` and a complete translation, each at its place.

    The words of every audience are looked at as well as those that all share.
    """
    folders = [SHARED, *(f"{audience}/words" for audience in shelf.audiences())]
    notices: list[Notice] = []
    for folder in (one for one in folders if f"{one}/{_MODEL}.yaml" in shelf.files):
        try:
            notices += _lacks(language, folder, shelf)
        except AudienceError as error:
            notices += error.notices
    return in_file_order(tuple(notices))


def languages(shelf: Shelf) -> tuple[str, ...]:
    """List the languages that there are words in, English left out."""
    files = (name for name in shelf.files if name.startswith(f"{SHARED}/") and name.endswith(".yaml"))
    return tuple(sorted({name[len(SHARED) + 1 : -len(".yaml")] for name in files} - {_MODEL}))


def cut_short(shelf: Shelf) -> tuple[Notice, ...]:
    """Tell of English words that a few phrases of a project stand in for, once and not for each phrase they lack."""
    own = f"{SHARED}/{_MODEL}.yaml"
    there = {name: len(_read(f"{SHARED}/{name}.yaml", shelf)) for name in languages(shelf)}
    if own not in shelf.files or not there:
        return ()
    fullest = max(there, key=there.__getitem__)
    count = len(_read(own, shelf))
    if count * 2 >= there[fullest]:
        return ()
    message = f"phrases: {count}, where {fullest} has {there[fullest]}; the file takes the place of the whole one"
    hint = f"write single phrases into {SHARED}/{_MODEL}-GB.yaml, or words/{_MODEL}.yaml in the folder of an audience"
    return (Notice("error", "AUD09", message, Place(shelf.files[own].path), hint),)


def _lacks(language: str, folder: str, shelf: Shelf) -> Iterator[Notice]:
    model = _read(f"{folder}/{_MODEL}.yaml", shelf)
    files = files_for(language, folder, shelf)
    if not files:
        place = Place(shelf.files[f"{folder}/{_MODEL}.yaml"].path, 1)
        hint = f"translate this file as {folder}/{tags_in(language)[-1]}.yaml"
        yield Notice("error", "AUD09", f"there are no words in {language!r} for these", place, hint)
        return
    found: dict[str, Phrase] = {}
    for file in files:
        found |= _read(file, shelf)
    yield from _Translation(language, model, found, shelf.files[files[0]].path).notices()


@dataclass(frozen=True)
class _Translation:
    language: str
    model: Catalogue
    found: Mapping[str, Phrase]
    file: str

    def notices(self) -> Iterator[Notice]:
        for key, phrase in self.model.items():
            if key not in self.counted:
                yield from self.compared(key, phrase)
        for stem in dict.fromkeys(self.counted.values()):
            yield from self.plural(stem)
        for key, phrase in self.found.items():
            if key not in self.known:
                hint = meant(key, self.model)
                yield Notice("error", "AUD09", f"{key}: English has no such phrase", phrase.place, hint)

    @cached_property
    def counted(self) -> Mapping[str, str]:
        """The keys of phrases that depend on a number, and what is left of each without the name of its form."""
        parts = ((key, *key.rpartition(".")[::2]) for key in self.model)
        return {key: stem for key, stem, form in parts if form in _FORMS and f"{stem}.other" in self.model}

    @cached_property
    def known(self) -> frozenset[str]:
        stems = set(self.counted.values())
        forms = {f"{stem}.{form}" for stem in stems for form in (*plurals(self.language), "other")}
        return frozenset(set(self.model) - set(self.counted) | stems | forms)

    def compared(self, key: str, model: Phrase) -> Iterator[Notice]:
        phrase = self.found.get(key)
        if phrase is None:
            yield self.absent(key, model)
        elif set(blanks(phrase.text)) != set(blanks(model.text)):
            yield _differs(key, phrase, model)

    def plural(self, stem: str) -> Iterator[Notice]:
        """Compare a phrase that depends on a number: one for all numbers, or one for each form of the language."""
        model = self.model[f"{stem}.other"]
        if stem in self.found:
            yield from self.compared(stem, model)
            return
        for form in plurals(self.language):
            phrase = self.found.get(f"{stem}.{form}")
            if phrase is None:
                yield self.absent(f"{stem}.{form}", model)
                continue
            named, wanted = set(blanks(phrase.text)), set(blanks(model.text))
            if named - wanted or (wanted - named and stands_for_many(self.language, form)):
                yield _differs(f"{stem}.{form}", phrase, model)

    def absent(self, key: str, model: Phrase) -> Notice:
        """Tell of a phrase that is not there, at the nearest phrase of its group."""
        groups = [key.rsplit(".", count)[0] for count in range(1, key.count(".") + 1)]
        near = (phrase.place.line for group in groups for name, phrase in self.found.items() if _is_in(name, group))
        hint = f"English says {model.text!r} ({model.place})"
        return Notice("error", "AUD09", f"{key}: not translated", Place(self.file, next(near, 1)), hint)


def _is_in(key: str, group: str) -> bool:
    return key.startswith(f"{group}.")


def _differs(key: str, phrase: Phrase, model: Phrase) -> Notice:
    wanted = ", ".join(f"{{{name}}}" for name in dict.fromkeys(blanks(model.text))) or "none"
    named = ", ".join(f"{{{name}}}" for name in dict.fromkeys(blanks(phrase.text))) or "none"
    hint = f"English says {model.text!r} ({model.place})"
    return Notice("error", "AUD09", f"{key}: the blanks are {named}, and in English {wanted}", phrase.place, hint)


def _read(name: str, shelf: Shelf) -> Catalogue:
    return read_catalogue(shelf.files[name].text, shelf.files[name].path)
