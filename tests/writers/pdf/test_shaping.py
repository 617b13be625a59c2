"""Words become the glyphs that their script wants, and each glyph says what it stands for."""

import pytest

from briefgen.theme import DEFAULT
from briefgen.writers.pdf.font_set import font_set
from briefgen.writers.pdf.shaping import Fragment, Words

FONTS = font_set(DEFAULT)


def words(language: str, *, rtl: bool = False, bold: bool = False) -> Words:
    return FONTS.words(language, bold=bold, italic=False, rtl=rtl)


def glyphs(fragments: tuple[Fragment, ...]) -> list[int]:
    return [glyph for fragment in fragments for glyph, _ in fragment.glyphs]


def texts(fragments: tuple[Fragment, ...]) -> list[str]:
    return [text for fragment in fragments for _, text in fragment.glyphs]


def test_arabic_letters_join() -> None:
    alone = {glyph for letter in "وزير" for glyph in glyphs(words("ar", rtl=True)[letter])}

    joined = glyphs(words("ar", rtl=True)["وزير"])

    assert len(joined) == 4
    assert not set(joined[:3]) <= alone


def test_arabic_letters_join_over_the_border_of_a_run() -> None:
    arabic = words("ar", rtl=True)

    assert glyphs(arabic["", "سل", "ا"]) != glyphs(arabic["سل"])
    assert glyphs(arabic["م", "سل", ""]) != glyphs(arabic["سل"])


def test_a_non_joiner_of_persian_parts_letters_and_stays_in_the_text() -> None:
    persian = words("fa", rtl=True)
    apart = persian["می\u200cخواهم"]

    assert "".join(fragment.text for fragment in apart) == "می\u200cخواهم"
    assert set(glyphs(apart)) - set(glyphs(persian["میخواهم"])) != set()
    assert "".join(reversed(texts(apart))) == "می\u200cخواهم"


def test_a_conjunct_of_hindi_is_one_shape() -> None:
    hindi = words("hi")

    assert len(glyphs(hindi["क्ष"])) == 1
    assert texts(hindi["क्ष"]) == ["क्ष"]


def test_a_vowel_sign_of_hindi_stands_before_its_letter() -> None:
    hindi = words("hi")
    [letter] = glyphs(hindi["क"])

    assert glyphs(hindi["कि"])[1] == letter
    assert texts(hindi["कि"]) == ["क", "ि"]


def test_glyphs_from_the_right_stand_in_the_order_of_the_eye() -> None:
    assert texts(words("he", rtl=True)["שלום"]) == ["ם", "ו", "ל", "ש"]


def standing(fragment: Fragment) -> set[tuple[int, float]]:
    """Where the pen of a PDF puts each glyph."""
    moves = {move.place: move.back for move in fragment.moves}
    pen = 0.0
    found = set()
    for place, (glyph, _) in enumerate(fragment.glyphs):
        pen -= moves.get(place, 0)
        found.add((glyph, round(pen, 3)))
        pen += fragment.face.advance(glyph)
    assert pen - fragment.back == pytest.approx(fragment.advance)
    return found


@pytest.mark.parametrize(
    ("word", "language", "rtl"),
    [("AVATAR", "en", False), ("ईरान", "hi", False), ("مُحَمَّد", "ar", True), ("שָׁלוֹם", "he", True)],
    ids=["kerned latin", "a letter of hindi drawn in two", "arabic with vowels", "hebrew with points"],
)
def test_the_pen_puts_glyphs_where_harfbuzz_wants_them(word: str, language: str, *, rtl: bool) -> None:
    [fragment] = words(language, rtl=rtl)[word]

    wanted = set()
    origin = 0
    for glyph, _, advance, right, _ in fragment.face.shape(word, 0, len(word), language, rtl=rtl):
        wanted.add((glyph, round((origin + right) * fragment.face.scale, 3)))
        origin += advance
    assert standing(fragment) == wanted


def test_a_mark_without_text_follows_the_letters_of_its_word() -> None:
    [fragment] = words("hi")["ईरान"]

    assert texts((fragment,)) == ["ई", "र", "ा", "न", "\u200b"]
    assert not fragment.exact


def test_brackets_are_mirrored_and_keep_their_text() -> None:
    [(opening, _)] = words("he")["("][0].glyphs
    [(closing, _)] = words("he")[")"][0].glyphs

    assert words("he", rtl=True)["("][0].glyphs == ((closing, "("),)
    assert opening != closing


def test_pairs_of_letters_are_kerned() -> None:
    latin = words("en")

    assert latin["AV"][0].advance < latin["A"][0].advance + latin["V"][0].advance


def test_the_language_chooses_shapes() -> None:
    assert glyphs(words("ja")["骨"]) != glyphs(words("zh-Hans")["骨"])


def test_a_character_that_the_family_lacks_comes_from_another_face() -> None:
    fragments = words("en")["→Київ☐"]

    assert [fragment.text for fragment in fragments] == ["→", "Київ", "☐"]
    assert [fragment.face.name for fragment in fragments] == [
        "SourceSans3-Roman-400",
        "NotoSans-Regular-400",
        "SourceSans3-Roman-400",
    ]


def test_brackets_come_from_the_face_of_the_letters_beside_them() -> None:
    [hebrew] = words("he", rtl=True)["(שלום)"]

    assert hebrew.face.name == "Heebo-Regular-400"


def test_quotes_of_an_english_text_stay_latin_around_chinese() -> None:
    faces = [fragment.face.name for fragment in words("en")["“停”"]]

    assert faces == ["NotoSans-Regular-400", "NotoSansCJKsc-Regular", "NotoSans-Regular-400"]


def test_bold_text_is_bold_in_other_faces_too() -> None:
    [fragment] = words("he", rtl=True, bold=True)["שלום"]

    assert fragment.face.name == "Heebo-Regular-700"


def test_marks_stay_with_their_letter() -> None:
    [fragment] = words("vi")["e\u0301"]

    assert fragment.face.name == "NotoSans-Regular-400"
    assert texts((fragment,)) == ["e\u0301"]


def test_chinese_quotes_are_as_wide_as_chinese_letters() -> None:
    assert sum(fragment.advance for fragment in words("zh")["“停”"]) == 3000
    assert sum(fragment.advance for fragment in words("en")["“停”"]) < 2000


def test_figures_are_all_as_wide() -> None:
    assert len({words("en")[figure][0].advance for figure in "0123456789"}) == 1


def test_a_soft_hyphen_is_nothing_until_a_line_ends_there() -> None:
    first, last = words("en")["co\u00adop"]

    assert (first.text, last.text) == ("co", "op")
    assert first.hyphen is not None
    assert texts((first.hyphen,)) == ["\u00ad"]
    assert last.hyphen is None


@pytest.mark.parametrize("language", ["en", "", "und", "x-klingon", "zh-Hans-CN", "not a language"])
def test_any_language_is_taken(language: str) -> None:
    assert "".join(texts(words(language)["office"])) == "office"


@pytest.mark.parametrize(
    ("word", "language"),
    [("शांतिवार्ता", "hi"), ("चुनाव", "hi"), ("Zürich", "de"), ("office", "en"), ("한국어", "ko")],
)
def test_the_texts_of_the_glyphs_make_up_the_word(word: str, language: str) -> None:
    fragments = words(language)[word]

    assert "".join(texts(fragments)).replace("\u200b", "") == word
    assert all(fragment.exact == ("\u200b" not in texts((fragment,))) for fragment in fragments)
