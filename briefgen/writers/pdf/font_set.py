"""The fonts of a memo: the family of its theme, then what the theme adds, then the reserves for other scripts."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from briefgen.notices import Notice
from briefgen.resources import FontFile, FontFiles, reserve_files
from briefgen.theme import Theme
from briefgen.writers.pdf.fallback import Chain, missing_notices
from briefgen.writers.pdf.line_breaks import tidy
from briefgen.writers.pdf.shaping import Words

_REGULAR, _BOLD = 400, 700
_LANGUAGES = 64
"""How many languages the words of one face are remembered in."""


class FontSet:
    """The chains of faces for regular, bold, italic and bold italic text, and the words shaped with them."""

    def __init__(self, files: FontFiles, extra_fonts: tuple[str, ...]) -> None:
        self._files, self._extra = files, extra_fonts
        self._chains: dict[tuple[bool, bool], Chain] = {}
        self._words: dict[tuple[bool, bool, str, bool], Words] = {}

    def chain(self, *, bold: bool, italic: bool) -> Chain:
        """Give the faces for one look; reserves are upright."""
        key = (bold, italic)
        if key not in self._chains:
            weight = _BOLD if bold else _REGULAR
            extra = tuple(FontFile(Path(path), weight) for path in self._extra)
            self._chains[key] = Chain((self._main(bold=bold, italic=italic), *extra, *reserve_files(weight)))
        return self._chains[key]

    def words(self, language: str, *, bold: bool, italic: bool, rtl: bool) -> Words:
        """Give the words shaped so far in one look, language and direction."""
        key = (bold, italic, language, rtl)
        if key not in self._words:
            if len(self._words) >= _LANGUAGES:
                self._words.clear()
            self._words[key] = Words(self.chain(bold=bold, italic=italic), language, rtl=rtl)
        return self._words[key]

    def _main(self, *, bold: bool, italic: bool) -> FontFile:
        files = self._files
        if italic:
            return files.bold_italic if bold else files.italic
        return files.bold if bold else files.regular


def font_set(theme: Theme) -> FontSet:
    """Give the fonts of a theme, loaded once per process."""
    return _font_set(theme.fonts, theme.extra_fonts)


@cache
def _font_set(files: FontFiles, extra_fonts: tuple[str, ...]) -> FontSet:
    return FontSet(files, extra_fonts)


def missing_characters(texts: Iterable[str], fonts: FontSet) -> tuple[Notice, ...]:
    """Report every character of `texts` that no font has, one notice for each script."""
    chain = fonts.chain(bold=False, italic=False)
    found = set().union(*map(tidy, texts)) - {"\n"}
    if chain.main.covers("".join(found)):
        return ()
    return missing_notices([character for character in sorted(found) if chain.face_for(character) is None])
