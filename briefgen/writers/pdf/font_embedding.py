"""Write the used part of a face into a PDF: a Type 0 font whose codes stand for pairs of glyph and text.

The same glyph may stand for different text (the halves of a letter, a hyphen at a line's end), so each pair has a code
of its own, and what is copied or read aloud is right.
TrueType glyphs are reached through CIDToGIDMap, those of CFF through a CMap: both make glyphs 1, 2, 3 … of the few
that are used.
"""

import hashlib
import struct
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from briefgen.values import dataclass
from briefgen.writers.pdf.faces import Face, unusable
from briefgen.writers.pdf.objects import RawObject, RawStream, number, reference

Codes: TypeAlias = tuple[tuple[int, str], ...]
"""Pairs of a glyph of the face and its text; the code of each is its place."""

_DROPPED = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "HVAR", "MVAR", "OS/2", "STAT", "VORG"),
    *("cmap", "gasp", "kern", "meta", "name", "post", "vhea", "vmtx"),
)
"""Tables that a PDF reader does not look at."""
_SYSTEM_INFO = "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
_IN_A_BLOCK = 100
"""Most entries of a block in a CMap."""


def embed(document: PDFDocument, face: Face, codes: Codes) -> PDFObjectReference:
    """Add the font objects for `codes` to the document."""
    program, renumbered = _subset(face, tuple(sorted({glyph for glyph, _ in codes})))
    name = f"{_tag(f'{face.name} {sorted(codes)}')}+{face.name}"
    part = _Part(document, face, codes, renumbered, name)
    descriptor = part.descriptor(program)
    if face.is_cff:
        descendant, encoding, name = part.cff(descriptor)
    else:
        descendant, encoding = part.true_type(descriptor), "/Identity-H"
    font = RawObject(document)
    font.spell(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding {encoding} "
        f"/DescendantFonts [{descendant}] /ToUnicode {_added(document, RawStream(_to_unicode(codes)))} >>"
    )
    return font.handle


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a face that a document uses."""

    document: PDFDocument
    face: Face
    codes: Codes
    renumbered: dict[int, int]
    """Glyph of the face → glyph of the font program."""
    name: str

    def descriptor(self, program: bytes) -> str:
        face = self.face
        if face.is_cff:
            entries, key = "/Subtype /CIDFontType0C", "FontFile3"
        else:
            entries, key = f"/Length1 {len(program)}", "FontFile2"
        file = _added(self.document, RawStream(program, entries))
        box = " ".join(number(edge * face.scale) for edge in struct.unpack(">4h", face.table("head")[36:44]))
        slant = struct.unpack(">i", face.table("post")[4:8])[0] / 65536
        descriptor = RawObject(self.document)
        # Readers take StemV only to imitate a font that is not embedded; this is the usual guess from the weight.
        descriptor.spell(
            f"<< /Type /FontDescriptor /FontName /{self.name} /Flags 4 /FontBBox [{box}] /ItalicAngle {number(slant)} "
            f"/Ascent {number(face.ascent)} /Descent {number(-face.descent)} /CapHeight {number(face.capitals)} "
            f"/StemV {50 + round((face.weight / 65) ** 2)} /{key} {file} >>"
        )
        return descriptor.reference

    def true_type(self, descriptor: str) -> str:
        widths = " ".join(number(self.face.advance(glyph)) for glyph, _ in self.codes)
        glyphs = RawStream(b"".join(self.renumbered[glyph].to_bytes(2, "big") for glyph, _ in self.codes))
        descendant = RawObject(self.document)
        descendant.spell(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{self.name} /CIDSystemInfo {_SYSTEM_INFO} "
            f"/FontDescriptor {descriptor} /DW 0 /W [0 [{widths}]] /CIDToGIDMap {_added(self.document, glyphs)} >>"
        )
        return descendant.reference

    def cff(self, descriptor: str) -> tuple[str, str, str]:
        """Give the descendant font, the encoding and the name of the whole."""
        new = sorted({(self.renumbered[glyph], self.face.advance(glyph)) for glyph, _ in self.codes})
        widths = " ".join(f"{glyph} [{number(width)}]" for glyph, width in new)
        descendant = RawObject(self.document)
        descendant.spell(
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{self.name} /CIDSystemInfo {_SYSTEM_INFO} "
            f"/FontDescriptor {descriptor} /DW 0 /W [{widths}] >>"
        )
        cmap = f"Codes-{self.name[:6]}"
        lines = [f"<{code:04X}> {self.renumbered[glyph]}" for code, (glyph, _) in enumerate(self.codes)]
        entries = f"/Type /CMap /CMapName /{cmap} /CIDSystemInfo {_SYSTEM_INFO}"
        encoding = RawStream(_cmap(cmap, 1, "Identity", "cidchar", lines), entries)
        return descendant.reference, _added(self.document, encoding), f"{self.name}-{cmap}"


def _added(document: PDFDocument, stream: RawStream) -> str:
    return reference(document, document.Reference(stream))


@lru_cache(maxsize=64)
def _subset(face: Face, glyphs: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
    """Give a font program with `glyphs` alone, and the number that each has in it."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NO_HINTING | flags.NOTDEF_OUTLINE
    if face.is_cff:
        wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE
    for table in _DROPPED:
        wanted.drop_table_tag_set.add(int.from_bytes(table.encode(), "big"))
    for axis, value in face.axes.items():
        wanted.pin_axis_location(face.source, axis, value)
    plan = uharfbuzz.SubsetPlan(face.source, wanted)
    try:
        small = plan.execute()
    except RuntimeError as error:
        raise unusable(face.path, "it is damaged") from error
    program = small.reference_table("CFF ").data if face.is_cff else small.blob.data
    return bytes(program), dict(plan.old_to_new_glyph_mapping)


def _tag(content: str) -> str:
    """Name a subset by its content: six capitals, as PDF wants (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(codes: Codes) -> bytes:
    lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, (_, text) in enumerate(codes)]
    return _cmap("Adobe-Identity-UCS", 2, "UCS", "bfchar", lines)


def _cmap(name: str, kind: int, ordering: str, entry: str, lines: list[str]) -> bytes:
    """Spell a CMap: a small PostScript program that maps codes (ISO 32000-1, 9.7.5 and 9.10.3)."""
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> def",
            f"/CMapName /{name} def /CMapType {kind} def /WMode 0 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *_blocks(entry, lines),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    ).encode("ascii")


def _blocks(entry: str, lines: list[str]) -> Iterable[str]:
    for start in range(0, len(lines), _IN_A_BLOCK):
        block = lines[start : start + _IN_A_BLOCK]
        yield from (f"{len(block)} begin{entry}", *block, f"end{entry}")
