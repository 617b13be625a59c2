"""Choose the face of each character: the first in a chain that has it together with its marks."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from briefgen.errors import WriteError
from briefgen.notices import Notice
from briefgen.resources import RESERVES, FontFile
from briefgen.writers.pdf.clusters import clusters
from briefgen.writers.pdf.faces import Face, face_of

_NAMED = 5
"""How many missing characters of a script a message spells out."""
_REMEMBERED = 20_000
"""Clusters whose face is remembered."""
_SHARED_PUNCTUATION = frozenset("“”‘’…—·")
"""Half as wide in a Latin face as Chinese and Japanese want them."""
_WIDE_LANGUAGES = frozenset({"zh", "ja"})
_IDEOGRAPH = "中"


class Chain:
    """Faces in the order they are asked; one is loaded when those before it lack something."""

    def __init__(self, files: tuple[FontFile, ...]) -> None:
        self.main = face_of(files[0])
        self._loaded = [self.main]
        self._waiting = list(files[1:])
        self._found: dict[str, Face | None] = {}

    def face_for(self, cluster: str) -> Face | None:
        """Find the first face that has `cluster`; None when no face has it."""
        if cluster not in self._found:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[cluster] = next((face for face in self._faces() if face.covers(cluster)), None)
        return self._found[cluster]

    def stretches(self, text: str, language: str) -> tuple[tuple[str, Face], ...]:
        """Cut `text` into stretches of one face."""
        wide = language.partition("-")[0] in _WIDE_LANGUAGES
        if not wide and self.main.covers(text):
            return ((text, self.main),)
        faced: list[tuple[str, Face]] = []
        for cluster in clusters(text):
            asked = _IDEOGRAPH if wide and cluster in _SHARED_PUNCTUATION else cluster
            face = self.face_for(asked) or self.face_for(cluster)
            faced += [(cluster, face)] if face else self._one_by_one(cluster)
        return _joined(_with_punctuation_like_letters(faced))

    def _one_by_one(self, cluster: str) -> Iterator[tuple[str, Face]]:
        """Find a face for each character of a cluster that no face has as a whole."""
        for character in cluster:
            face = self.face_for(character)
            if face is None:
                raise WriteError(*missing_notices([character]))
            yield character, face

    def _faces(self) -> Iterator[Face]:
        yield from tuple(self._loaded)
        while self._waiting:
            self._loaded.append(face_of(self._waiting.pop(0)))
            yield self._loaded[-1]


def _with_punctuation_like_letters(faced: list[tuple[str, Face]]) -> list[tuple[str, Face]]:
    """Let brackets and stops have the face of the letters beside them, if it has them too."""
    found = faced[:]
    for place, (cluster, face) in enumerate(faced):
        if unicodedata.category(cluster[0])[0] != "P" or cluster in _SHARED_PUNCTUATION:
            continue
        beside = (*reversed(found[:place]), *faced[place + 1 :])
        letters = next((other for text, other in beside if unicodedata.category(text[0])[0] == "L"), face)
        if letters.covers(cluster):
            found[place] = (cluster, letters)
    return found


def _joined(faced: list[tuple[str, Face]]) -> tuple[tuple[str, Face], ...]:
    stretches = [(list(same), face) for face, same in groupby(faced, key=lambda pair: pair[1])]
    return tuple(("".join([cluster for cluster, _ in same]), face) for same, face in stretches)


def missing_notices(characters: list[str]) -> tuple[Notice, ...]:
    """Say which characters no font has, script by script, and how to get them."""
    by_script: dict[str, list[str]] = {}
    for character in characters:
        by_script.setdefault(_script(character), []).append(character)
    return tuple(_notice(script, found) for script, found in by_script.items())


def _notice(script: str, missing: list[str]) -> Notice:
    named = ", ".join(_spelled(character) for character in missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more of the same script" if len(missing) > _NAMED else ""
    return Notice("error", "PDF01", f"no font has {named}{more}", hint=_hint(script))


def _spelled(character: str) -> str:
    shown = f"'{character}' " if character.isprintable() else ""
    return f"{shown}(U+{ord(character):04X} {_name(character)})"


def _name(character: str) -> str:
    return unicodedata.name(character, "without a name")


def _script(character: str) -> str:
    return _name(character).partition(" ")[0]


def _hint(script: str) -> str:
    extra = next((reserve.extra for reserve in RESERVES if reserve.extra and script in reserve.script.split()), "")
    if extra:
        return f'for {script.title()} text: pip install "briefgen[{extra}]"'
    return "name a font file that has it among the fonts of the brand, or use another character"
