"""Show pieces of text on the pages of one document, and embed the fonts they use.

A document has one typecase. It hands out codes as glyphs are first shown, and stands in the way of ReportLab's
fonts: through the protocol of a dynamic font, the document asks it for the font objects when it is saved.
"""

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDocument

from briefgen.writers.pdf.faces import Face
from briefgen.writers.pdf.font_embedding import embed
from briefgen.writers.pdf.lines import Piece
from briefgen.writers.pdf.objects import colour, number
from briefgen.writers.pdf.shaping import Fragment

_NEGLIGIBLE = 0.05
"""Thousandths of the size that no eye sees."""
_BOLD = 600
_OUTLINE = 0.035
"""The thickness of outlines that make letters bold, as a part of the size."""
_NO_GLYPH = (0, "\ufffd")


class _Codes(dict[tuple[int, str], str]):
    """Glyph and text → code, as four hexadecimal digits; a new pair gets the next code."""

    def __missing__(self, pair: tuple[int, str]) -> str:
        self[pair] = code = f"{len(self):04X}"
        return code


class _FontInUse:
    """A face in a document: its name there and the codes given so far."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self._codes = _Codes({_NO_GLYPH: "0000"})
        self.space = self._codes[face.glyph(" "), " "]
        self._shown: dict[Fragment, str] = {}

    def show(self, fragment: Fragment, size: float) -> str:
        """Spell a fragment as part of a TJ operator, from within one hexadecimal string to within another."""
        shown = self._shown.get(fragment)
        if shown is None:
            shown = self._spelled(fragment, size)
            if not any(move.up for move in fragment.moves):
                self._shown[fragment] = shown
        return shown

    def _spelled(self, fragment: Fragment, size: float) -> str:
        codes = [self._codes[pair] for pair in fragment.glyphs]
        for place, back, up in fragment.moves:
            codes[place] = f"{_move(back)}{codes[place]}"
            if up:
                codes[place] = f">]TJ {number(up * size / 1000)} Ts[<{codes[place]}>]TJ 0 Ts[<"
        return "".join(codes) + _move(fragment.back)

    def addObjects(self, document: PDFDocument) -> None:
        """Write the font; called by the document when it is saved."""
        document.idToObject[BasicFonts].dict[self.name] = embed(document, self.face, tuple(self._codes))


def _emboldened(operators: str, piece: Piece) -> str:
    """Draw outlines around the letters of a face that has no bold, as there is none for Chinese."""
    stroke = colour(piece.letters.colour, "RG")
    return f"{stroke} {number(piece.letters.size * _OUTLINE)} w 2 Tr {operators} 0 Tr"


def _move(back: float) -> str:
    return f">{number(back)}<" if abs(back) > _NEGLIGIBLE else ""


class Typecase:
    """The fonts of one document."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._fonts: dict[Face, _FontInUse] = {}

    def show(self, piece: Piece, y: float, left: float = 0) -> str:
        """Spell the operators that show `piece` at the height `y`, for use inside a text object (BT … ET)."""
        font = self._font(piece.face)
        size = piece.letters.size
        space = font.space
        if piece.stretch:
            space = f"{space}>{number(-piece.stretch * 1000 / size)}<"
        shown = [font.show(fragment, size) for fragment in piece.fragments]
        gaps = [space * spaces for spaces in piece.spaces]
        if piece.rtl:
            codes = "".join([gap + fragment for gap, fragment in zip(reversed(gaps), reversed(shown), strict=True)])
        else:
            codes = "".join([fragment + gap for fragment, gap in zip(shown, gaps, strict=True)])
        place = f"1 0 0 1 {number(left + piece.x)} {number(y)} Tm"
        operators = f"/{font.name} {number(size)} Tf {place} [<{codes}>]TJ"
        return _emboldened(operators, piece) if piece.letters.bold and piece.face.weight < _BOLD else operators

    def _font(self, face: Face) -> _FontInUse:
        font = self._fonts.get(face)
        if font is None:
            name = f"F{len(self._document.fontMapping) + 1}"
            font = self._fonts[face] = _FontInUse(face, name)
            self._document.fontMapping[f"{name} {face.name}"] = f"/{name}"
            self._document.delayedFonts.append(font)
        return font


class _NoFace:
    builtIn = 0
    name = "no font"
    ascent = descent = 0


class _NoFont:
    """A font for ReportLab's sake, which always wants one: it names none on the page, and can show nothing."""

    fontName = "no font"
    face = _NoFace()
    _dynamicFont = _multiByte = 1


NO_FONT = _NoFont.fontName
"""For `Canvas(initialFontName=…)` and table styles: without it every page selects Helvetica, which is not embedded."""
pdfmetrics.registerFont(_NoFont())
