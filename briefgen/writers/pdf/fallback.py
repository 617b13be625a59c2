"""Choose the face of each character: the first in a chain that has it together with its marks."""

import unicodedata
from collections.abc import Iterator

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
        found: list[tuple[str, Face]] = []
        for cluster in clusters(text):
            face = self.face_for(_IDEOGRAPH if wide and cluster in _SHARED_PUNCTUATION else cluster)
            if face is None:
                raise WriteError(*missing_notices([cluster]))
            if found and found[-1][1] is face:
                found[-1] = (found[-1][0] + cluster, face)
            else:
                found.append((cluster, face))
        return tuple(found)

    def _faces(self) -> Iterator[Face]:
        yield from tuple(self._loaded)
        while self._waiting:
            self._loaded.append(face_of(self._waiting.pop(0)))
            yield self._loaded[-1]


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


def _spelled(cluster: str) -> str:
    codes = " ".join(f"U+{ord(character):04X} {_name(character)}" for character in cluster)
    shown = f"'{cluster}' " if cluster.isprintable() else ""
    return f"{shown}({codes})"


def _name(character: str) -> str:
    return unicodedata.name(character, "without a name")


def _script(cluster: str) -> str:
    return _name(cluster[0]).partition(" ")[0]


def _hint(script: str) -> str:
    extra = next((reserve.extra for reserve in RESERVES if reserve.extra and script in reserve.script.split()), "")
    if extra:
        return f"for {script.title()} text: pip install 'briefgen[{extra}]'"
    return "name a font file that has it among the fonts of the brand, or use another character"
