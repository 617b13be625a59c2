"""What is shown is embedded, the same in every process, and can be read out of the file."""

import io
import math
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from briefgen.theme import DEFAULT
from briefgen.writers.pdf.font_set import font_set
from briefgen.writers.pdf.letters import Direction, Letters, Run
from briefgen.writers.pdf.text import set_text
from briefgen.writers.pdf.typecase import NO_FONT, Typecase

FONTS = font_set(DEFAULT)


def written(*runs: Run, direction: Direction = "ltr", width: float = math.inf) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, initialFontName=NO_FONT, invariant=True)
    typecase = Typecase(canvas._doc)
    for number, line in enumerate(set_text(runs, FONTS, direction).lines(width), 1):
        shown = " ".join(typecase.show(piece, 700 - 20 * number, 72) for piece in line.pieces)
        canvas._code.append(f"BT {shown} ET")
    canvas.save()
    return target.getvalue()


def read(pdf: bytes) -> str:
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range())


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def content(pdf: pikepdf.Pdf) -> str:
    return bytes(pdf.pages[0].Contents.read_bytes()).decode("ascii")


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    found = pdf.pages[0].Resources.Font
    return [found[name] for name in sorted(found.keys())]


def plain(text: str, language: str = "en") -> Run:
    return Run(text, Letters(12, language=language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Efficient offices, AVATAR: café № 5 → ☐", "en"),
        ("Київ і Αθήνα", "uk"),
        ("विदेश मंत्री ने कहा कि क्षेत्रीय", "hi"),
        ("外交部长表示，“停火”。", "zh-Hans"),
        ("ミサイルの日本語", "ja"),
        ("한국어 외교부", "ko"),
    ],
    ids=["latin", "cyrillic and greek", "hindi", "chinese", "japanese", "korean"],
)
def test_text_can_be_copied(text: str, language: str) -> None:
    assert read(written(plain(text, language))) == text


def test_hebrew_is_copied_in_the_order_it_is_read() -> None:
    assert read(written(plain("שר החוץ אמר כן", "he"), direction="rtl")) == "שר החוץ אמר כן"


def test_a_soft_hyphen_at_a_line_end_is_no_hyphen_of_the_word() -> None:
    pdf = opened(written(plain("co\u00adoperation"), width=60))
    codes = b"".join(font.ToUnicode.read_bytes() for font in fonts(pdf))

    assert b"<00AD>" in codes
    assert b"<002D>" not in codes


def test_only_used_glyphs_are_embedded() -> None:
    short, long = written(plain("a")), written(plain("The quick brown fox jumps over the lazy dog"))

    assert len(short) < 4000
    assert len(short) < len(long) < 10_000


def test_a_true_type_font_is_described_as_pdf_a_wants() -> None:
    pdf = opened(written(plain("AV")))
    [font] = fonts(pdf)
    [descendant] = font.DescendantFonts

    assert font.Encoding == "/Identity-H"
    assert re.fullmatch(r"/[A-Z]{6}\+NotoSans-Regular-400", str(font.BaseFont))
    assert str(descendant.BaseFont) == str(font.BaseFont) == str(descendant.FontDescriptor.FontName)
    assert [float(width) for width in descendant.W[1]] == [600, 260, 639, 600]
    assert descendant.CIDToGIDMap.read_bytes() == b"\x00\x00\x00\x01\x00\x02\x00\x03"
    assert descendant.FontDescriptor.FontFile2.read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_a_cff_font_is_described_as_pdf_a_wants() -> None:
    pdf = opened(written(plain("中", "zh")))
    [font] = fonts(pdf)
    [descendant] = font.DescendantFonts

    assert str(descendant.Subtype) == "/CIDFontType0"
    assert str(descendant.FontDescriptor.FontFile3.Subtype) == "/CIDFontType0C"
    assert b"begincidchar" in font.Encoding.read_bytes()
    assert str(font.BaseFont) == f"{descendant.BaseFont}-{font.Encoding.CMapName}".replace("-/", "-")


def test_no_font_is_named_that_is_not_embedded() -> None:
    pdf = written(plain("a"))
    file = opened(pdf)

    assert b"Helvetica" not in pdf
    assert [bool(font.DescendantFonts[0].FontDescriptor.FontFile2) for font in fonts(file)] == [True]


def test_kerning_moves_the_pen() -> None:
    assert re.search(r"\[<0002>40<0003>\]TJ", content(opened(written(plain("AV")))))


def test_marks_above_are_raised_and_the_pen_comes_back() -> None:
    shown = content(opened(written(plain("مُحَمَّد", "ar"), direction="rtl")))

    assert shown.count(" 0 Ts") * 2 == shown.count(" Ts") > 0


def test_justified_spaces_are_wider() -> None:
    target = Typecase(Canvas(io.BytesIO(), initialFontName=NO_FONT)._doc)
    first, _ = set_text((plain("one two three"),), FONTS).lines(60, align="justify")

    [piece] = first.pieces
    assert target.show(piece, 0).count(f">{-piece.stretch * 1000 / 12:.0f}<") == 2


def test_chinese_gets_its_bold_from_outlines_and_latin_from_its_face() -> None:
    bold = Letters(12, bold=True, language="zh", colour="#1f3a5f")
    shown = content(opened(written(Run("外交 UN", bold))))

    assert "0.122 0.227 0.373 RG 0.42 w 2 Tr /F1 12 Tf" in shown
    assert shown.count("2 Tr") == shown.count("0 Tr") == 1


def test_codes_are_handed_out_by_document() -> None:
    first = written(plain("abc"))
    written(plain("xyz"))

    assert written(plain("abc")) == first


SCRIPT = """
import sys
sys.path[:0] = sys.argv[1:]
from test_typecase import Run, Letters, written, plain
import hashlib
runs = plain("Efficient Київ → ☐ 中文 "), Run("سلام शांति", Letters(10, bold=True))
print(hashlib.sha256(written(*runs)).hexdigest())
"""


def test_two_processes_write_the_same_bytes() -> None:
    seen = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed, "LANG": language},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, language in (("1", "C.UTF-8"), ("2", "tr_TR.UTF-8"))
    }

    assert len(seen) == 1
