"""Every character finds a face, or the user hears which has none and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.errors import WriteError
from briefgen.resources import RESERVES, font_files, package_folder, reserve_files
from briefgen.theme import DEFAULT
from briefgen.writers.pdf.fallback import Chain, missing_notices
from briefgen.writers.pdf.font_set import font_set, missing_characters

FONTS = font_set(DEFAULT)
SCRIPTS = {
    "latin": "Zürich, Łódź, Şanlıurfa, İzmir, ærø, ß ẞ ﬁ",
    "greek": "Αθήνα ΐ",
    "cyrillic": "Київ, Ђурђевдан, Қазақстан",
    "arabic": "وزير الخارجية، مستمراً؟ ٣٠",
    "persian": "می‌خواهم گفت پژوهش چگونه ۳۰",
    "urdu": "وزیر خارجہ ٹھیک ڈاکٹر",
    "hebrew": "שָׁלוֹם ארה״ב ₪",
    "hindi": "क्षेत्रीय शांति है। ₹",
    "chinese": "外交部长，“停火”。「」",
    "japanese": "ミサイル・てすと。〒",
    "korean": "한국어 외교부",
    "signs": "☐ ☑ ✓ ✗ • ◦ ▪ ■ □ ● ○ ▲ ▼ → ← ↑ ↓ ↔ ⇒ ≤ ≥ ≠ ≈ ± × ÷ − ∞ √ ∑ % ‰ ° ′ ″ € £ ¥ ₴ № § ¶ † ™ ½ ² ₂",
    "spaces and joiners": "a\u00a0b\u2009c\u202fd\u2011e\u2060f\u200bg\u200eh\u2066i\u2069j\ufeffk\u00adl\tm\nn",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_every_script_has_its_characters(text: str) -> None:
    assert missing_characters([text], FONTS) == ()


def test_all_missing_characters_are_told_script_by_script() -> None:
    notices = missing_characters(["fine", "ไทย", "\u0e44x\ue000", "ꦗꦮ", "ไทย"], FONTS)

    assert [notice.message for notice in notices] == [
        "no font has 'ท' (U+0E17 THAI CHARACTER THO THAHAN), 'ย' (U+0E22 THAI CHARACTER YO YAK), 'ไ' (U+0E44 THAI CHARACTER SARA AI MAIMALAI)",  # noqa: E501
        "no font has 'ꦗ' (U+A997 JAVANESE LETTER JA), 'ꦮ' (U+A9AE JAVANESE LETTER WA)",
        "no font has (U+E000 without a name)",
    ]
    assert {(notice.level, notice.code, notice.hint) for notice in notices} == {
        ("error", "PDF01", "name a font file that has it among the fonts of the brand, or use another character")
    }


@pytest.mark.parametrize(
    ("character", "extra"),
    [("ك", "arabic"), ("ש", "hebrew"), ("中", "cjk"), ("の", "cjk"), ("ミ", "cjk"), ("한", "cjk")],
)
def test_a_script_with_an_extra_names_it(character: str, extra: str) -> None:
    [notice] = missing_notices([character])

    assert f'pip install "briefgen[{extra}]"' in notice.hint


def test_many_missing_characters_of_a_script_are_counted() -> None:
    [notice] = missing_notices([chr(code) for code in range(0x0915, 0x0925)])

    assert notice.message.endswith("and 11 more of the same script")


def test_a_word_that_was_not_checked_is_never_drawn_as_boxes() -> None:
    chain = Chain((font_files("Noto Sans").regular,))

    with pytest.raises(WriteError, match="U\\+0643 ARABIC LETTER KAF"):
        chain.stretches("aك", "en")


def test_fonts_of_the_theme_are_asked_after_the_family_and_before_the_reserves() -> None:
    chinese = next(file.path for file in reserve_files(400) if "CJK" in file.path.name)
    chain = font_set(replace(DEFAULT, extra_fonts=(str(chinese),))).chain(bold=True, italic=False)

    faces = [chain.face_for(character) for character in "a→ش"]

    assert [face and face.name for face in faces] == [
        "NotoSans-Regular-700",
        "NotoSansCJKjp-Regular",
        "IBMPlexSansArabic-Bold",
    ]


def test_italic_text_is_italic() -> None:
    assert FONTS.chain(bold=True, italic=True).main.name == "NotoSans-Italic-700"


def test_a_font_that_is_missing_is_named() -> None:
    fonts = font_set(replace(DEFAULT, extra_fonts=("fonts/house.ttf",)))

    with pytest.raises(
        WriteError, match=r"error PDF02 the font fonts/house\.ttf cannot be used: there is no such file"
    ):
        missing_characters(["\ue000"], fonts)


def test_a_file_that_is_no_font_is_named(tmp_path: Path) -> None:
    path = tmp_path / "house.ttf"
    path.write_bytes(b"not a font at all")
    fonts = font_set(replace(DEFAULT, extra_fonts=(str(path),)))

    with pytest.raises(WriteError, match=r"house\.ttf cannot be used: it is not a TrueType or OpenType font"):
        missing_characters(["\ue000"], fonts)


def test_packages_come_before_fonts_of_the_system() -> None:
    files = reserve_files(400)

    assert [file.path for file in files[: len(RESERVES)]] == [
        folder / reserve.file.format(weight="Regular")
        for reserve in RESERVES
        if (folder := package_folder(reserve.package))
    ]
