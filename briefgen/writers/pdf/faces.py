"""One face of a font: what it covers, how wide its glyphs are, and what HarfBuzz makes of a text.

Reads TrueType, OpenType/CFF, members of collections and variable fonts, whose weight is pinned.
Lengths are thousandths of the font size, as in PDF.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import TypeAlias

import uharfbuzz

from briefgen.errors import BriefgenError, WriteError
from briefgen.resources import FontFile

_FEATURES: dict[bool, dict[str, bool]] = {False: {}, True: {"liga": False}}
"""What differs from the standard (kerning, ligatures and what a script needs), for text from the left and the right.

Of Arabic ligatures only the required ones are left, for readers that extract text turn the letters of others round.
"""
_HIDDEN_MARKS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FORBIDS_EMBEDDING = 0x0002


PlacedGlyph: TypeAlias = tuple[int, int, int, int, int]
"""A glyph as HarfBuzz places it, from left to right, in units of the font: its index, where in the shaped text its
characters begin, how far the pen goes on, how far to the right of the pen it stands, and how far above."""


class _Advances(dict[int, int]):
    """Glyph → its width in units of the font."""

    def __init__(self, font: uharfbuzz.Font) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, glyph: int) -> int:
        self[glyph] = advance = int(self._font.get_glyph_h_advance(glyph))
        return advance


class Face:
    """One face; made by `face_of`, once per process."""

    def __init__(self, file: FontFile) -> None:
        self.path = file.path
        blob = uharfbuzz.Blob.from_file_path(str(file.path))
        self.source = uharfbuzz.Face(blob, file.index)
        self.font = uharfbuzz.Font(self.source)
        self.axes = _pinned_axes(self.source, file.weight)
        """Where a variable font is pinned; empty for others."""
        if self.axes:
            self.font.set_variations(self.axes)
        self.weight: float = self.axes.get("wght") or struct.unpack(">H", self.table("OS/2")[4:6])[0]
        """As in CSS: 400 regular, 700 bold."""
        self.scale: float = 1000 / self.source.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent = extents.ascender * self.scale
        self.descent = -extents.descender * self.scale
        self.capitals = self._metric("CAP_HEIGHT")
        """How high capital letters are."""
        self.underline_depth = -self._metric("UNDERLINE_OFFSET")
        """From the baseline down to the middle of the line."""
        self.underline_thickness = self._metric("UNDERLINE_SIZE")
        self.name = _postscript_name(self.source, file)
        self.is_cff = "CFF " in self.source.table_tags
        self.advances = _Advances(self.font)
        self.space = self.advance(self.glyph(" "))
        self._there: set[str] = set()

    def table(self, tag: str) -> bytes:
        """Give the bytes of a table of the font file."""
        return bytes(self.source.reference_table(tag).data)

    def _metric(self, name: str) -> float:
        """Give what the font says, or what HarfBuzz guesses for a font that does not."""
        tag = uharfbuzz.OTMetricsTag[name]
        return float(self.font.get_metric_position_with_fallback(tag)) * self.scale

    def glyph(self, character: str) -> int:
        """Give the glyph that stands for `character` by itself, 0 for none."""
        return self.font.get_nominal_glyph(ord(character)) or 0

    def advance(self, glyph: int) -> float:
        """Give the width of a glyph."""
        return self.advances[glyph] * self.scale

    def covers(self, text: str) -> bool:
        """Tell whether the face has all of `text`, composed or decomposed; what is never seen counts as there."""
        if self._there.issuperset(text):
            return True
        return self._has(text) or any(self._has(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))

    def _has(self, text: str) -> bool:
        for character in set(text) - self._there:
            if not self.glyph(character) and not is_hidden(character):
                return False
            self._there.add(character)
        return True

    def shape(self, text: str, start: int, stop: int, language: str, *, rtl: bool) -> list[PlacedGlyph]:
        """Shape a part of `text`; the rest decides how letters at its ends join."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text, start, stop - start)
        # Without a language HarfBuzz takes that of the machine, and two machines make two memos.
        buffer.language = language or "und"
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        uharfbuzz.shape(self.font, buffer, _FEATURES[rtl])
        return [
            (info.codepoint, info.cluster - start, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]


def is_hidden(character: str) -> bool:
    """Tell whether `character` works on its neighbours and is itself never seen: joiners, variation selectors."""
    return unicodedata.category(character) == "Cf" or _HIDDEN_MARKS.match(character) is not None


@cache
def face_of(file: FontFile) -> Face:
    """Load a face; a file that is none, or that its maker does not let others embed, is the user's to replace."""
    if not file.path.is_file():
        raise unusable(file.path, "there is no such file")
    try:
        face = Face(file)
    except struct.error as error:
        raise unusable(file.path, "it is not a TrueType or OpenType font") from error
    if struct.unpack(">H", face.table("OS/2")[8:10])[0] & 0x000F == _FORBIDS_EMBEDDING:
        raise unusable(file.path, "its maker forbids embedding")
    return face


def unusable(path: Path, reason: str) -> BriefgenError:
    """Say why the font file at `path` cannot be used."""
    hint = "name another font file in the brand"
    return WriteError.of("PDF02", f"the font {path} cannot be used: {reason}", hint=hint)


def _pinned_axes(source: uharfbuzz.Face, weight: int) -> dict[str, float]:
    if not source.has_var_data:
        return {}
    return {
        axis.tag: min(max(weight, axis.min_value), axis.max_value) if axis.tag == "wght" else axis.default_value
        for axis in source.axis_infos
    }


def _postscript_name(source: uharfbuzz.Face, file: FontFile) -> str:
    given = source.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or file.path.stem
    name = "".join(
        character for character in given if character.isascii() and (character.isalnum() or character == "-")
    )
    return f"{name}-{file.weight}" if source.has_var_data else name
