"""Text is set into lines that fit, and no character is lost on the way."""

import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.theme import DEFAULT
from briefgen.writers.pdf.clusters import clusters
from briefgen.writers.pdf.font_set import font_set
from briefgen.writers.pdf.letters import Direction, Letters, Run
from briefgen.writers.pdf.line_breaks import tidy
from briefgen.writers.pdf.lines import Align, Line
from briefgen.writers.pdf.text import set_text

FONTS = font_set(DEFAULT)
PLAIN = Letters(10, language="en")
BOLD = Letters(10, bold=True, language="en")


def lines_of(
    *runs: Run | str, width: float = math.inf, direction: Direction = "ltr", align: Align = "start", indent: float = 0
) -> tuple[Line, ...]:
    given_runs = tuple(Run(run, PLAIN) if isinstance(run, str) else run for run in runs)
    return set_text(given_runs, FONTS, direction).lines(width, align=align, first_indent=indent)


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_lines_end_with_the_space_that_ends_them() -> None:
    lines = lines_of("The council of ministers meets on Friday.", width=90)

    assert texts(lines) == ["The council of ", "ministers meets ", "on Friday."]
    assert all(line.width <= 90 for line in lines)


def test_the_space_at_the_end_is_no_part_of_the_width() -> None:
    [line, _] = lines_of("one\ntwo")
    [alone] = lines_of("one")

    assert (line.text, line.width) == ("one ", alone.width)


def test_line_feeds_begin_lines() -> None:
    assert texts(lines_of("a\n", "\nb\nc")) == ["a ", " ", "b ", "c"]


def test_no_text_has_no_lines() -> None:
    assert lines_of() == lines_of("") == ()


def test_pieces_are_of_one_run_and_one_face() -> None:
    [line] = lines_of("Quota: ", Run("30", BOLD), " boats → ", Run("☐", BOLD))

    assert [(piece.text, piece.letters.bold) for piece in line.pieces] == [
        ("Quota: ", False),
        ("30", True),
        (" boats ", False),
        ("→ ", False),
        ("☐", True),
    ]


def test_pieces_stand_side_by_side() -> None:
    [line] = lines_of("Quota: ", Run("30", BOLD), " boats")
    ends = [piece.x + piece.width for piece in line.pieces]

    assert [piece.x for piece in line.pieces] == pytest.approx([0, *ends[:-1]])
    assert line.width == pytest.approx(ends[-1])


def test_no_line_begins_with_the_stop_after_bold_words() -> None:
    [phrase] = lines_of("Thirty ", Run("boats", BOLD))

    first, second = lines_of("Thirty ", Run("boats", BOLD), ". No", width=phrase.width + 1)

    assert (first.text, second.text) == ("Thirty ", "boats. No")


def test_a_long_word_is_cut_and_fits() -> None:
    lines = lines_of("See Rechtsschutzversicherungsgesellschaften now", width=50)

    assert "".join(texts(lines)) == "See Rechtsschutzversicherungsgesellschaften now"
    assert lines[0].text == "See "
    assert max(line.width for line in lines) <= 50


def test_a_soft_hyphen_shows_where_a_line_ends_and_nowhere_else() -> None:
    assert texts(lines_of("co\u00adop\u00aderation", width=35)) == ["coop\u00ad", "eration"]
    assert texts(lines_of("co\u00adop\u00aderation")) == ["cooperation"]


def test_a_last_word_is_not_left_alone() -> None:
    assert texts(lines_of("The union wants a quota of thirty boats.", width=165)) == [
        "The union wants a quota of ",
        "thirty boats.",
    ]


def test_a_heading_of_two_words_may_end_with_one() -> None:
    assert texts(lines_of("Position overview", width=60)) == ["Position ", "overview"]


@pytest.mark.parametrize(
    ("align", "direction", "left"),
    [
        ("start", "ltr", 0),
        ("start", "rtl", 1),
        ("end", "ltr", 1),
        ("end", "rtl", 0),
        ("left", "rtl", 0),
        ("right", "ltr", 1),
        ("center", "ltr", 0.5),
        ("justify", "ltr", 0),
        ("justify", "rtl", 1),
    ],
)
def test_lines_stand_where_they_are_asked_to(align: Align, direction: Direction, left: float) -> None:
    [line] = lines_of("word", width=100, align=align, direction=direction)

    assert line.pieces[0].x == pytest.approx(left * (100 - line.width))


def test_justified_lines_fill_their_width_but_the_last() -> None:
    *full, last = lines_of("The council of ministers meets on Friday.", width=90, align="justify")

    assert [line.width for line in full] == pytest.approx([90] * len(full))
    assert last.width < 90
    assert full[0].pieces[0].stretch > 0


def test_a_line_before_a_line_feed_is_not_stretched() -> None:
    [first, _] = lines_of("one two\nthree", width=200, align="justify")

    assert first.pieces[0].stretch == 0


def test_the_first_line_is_indented_where_reading_begins() -> None:
    left, *_ = lines_of("one two three", width=50, indent=20)
    right, *_ = lines_of("אחת שתיים שלוש", width=50, indent=20, direction="rtl")

    assert left.pieces[0].x == 20
    assert right.pieces[0].x + right.width == pytest.approx(30)


def test_hebrew_with_latin_and_numbers_is_read_in_order_and_stands_from_the_right() -> None:
    [line] = lines_of(Run("הסכם (USA) על 30 סירות", Letters(10, language="he")), direction="rtl")

    assert line.text == "הסכם (USA) על 30 סירות"
    assert [piece.text for piece in line.pieces if not piece.rtl] == ["USA", "30"]
    assert [piece.x for piece in line.pieces] == sorted((piece.x for piece in line.pieces), reverse=True)


def test_an_arabic_phrase_in_english_stands_among_its_words() -> None:
    [line] = lines_of("He said السلام عليكم in Cairo")

    assert [piece.text for piece in line.pieces] == ["He said ", "السلام عليكم", " in Cairo"]
    assert [piece.x for piece in line.pieces] == sorted(piece.x for piece in line.pieces)


def test_words_in_a_language_from_the_right_keep_their_stop_and_their_order() -> None:
    hebrew = Letters(10, language="he")
    [line] = lines_of("He said: ", Run("שלום ל-UN", hebrew), Run(".", hebrew), " Then he left")

    by_place = sorted(line.pieces, key=lambda piece: piece.x)
    assert [piece.text for piece in by_place] == ["He said: ", ".", "UN", "שלום ל-", " Then he left"]


def test_words_in_a_language_from_the_left_keep_their_order_in_hebrew() -> None:
    hebrew, english = Letters(10, language="he"), Letters(10, language="en")
    [line] = lines_of(Run("אמר ", hebrew), Run("Yes, 30%! ", english), Run("והלך", hebrew), direction="rtl")

    assert [piece.text for piece in line.pieces] == ["אמר ", "Yes, 30%! ", "והלך"]
    assert [piece.rtl for piece in line.pieces] == [True, False, True]


def test_spaces_at_the_end_of_a_line_from_the_right_hang_on_its_left() -> None:
    first, *_ = lines_of("אחת שתיים שלוש", width=60, direction="rtl")

    assert first.text.endswith(" ")
    assert first.pieces[-1].x < min(piece.x for piece in first.pieces[:-1])
    assert max(piece.x + piece.width for piece in first.pieces) == pytest.approx(60)


def test_arabic_letters_join_over_a_change_of_letters() -> None:
    [line] = lines_of(Run("سل", PLAIN), Run("ام", BOLD), direction="rtl")
    [parted] = lines_of("سل", direction="rtl")

    assert line.pieces[0].fragments[0].glyphs != parted.pieces[0].fragments[0].glyphs


def test_exact_pieces_can_be_read_from_their_glyphs() -> None:
    latin, hebrew, number = lines_of("office שלום 30")[0].pieces

    assert (latin.exact, hebrew.exact, number.exact) == (True, False, True)


def test_a_taller_face_makes_a_taller_line() -> None:
    [latin], [arabic] = lines_of("quota"), lines_of("quota سلام")

    assert (latin.ascent, latin.descent) == pytest.approx((10.69, 2.93))
    assert (arabic.ascent, arabic.descent) == pytest.approx((10.85, 4.15))


def test_a_paragraph_knows_how_narrow_and_how_wide_it_can_be() -> None:
    text = set_text((Run("The council meets\non Friday.", PLAIN),), FONTS)

    [word] = lines_of("council")
    [line] = lines_of("The council meets")
    assert text.narrowest == pytest.approx(word.width)
    assert text.widest == pytest.approx(line.width)


def test_what_cannot_be_parted_counts_as_one_word_for_the_narrowest_width() -> None:
    text = set_text((Run("a (", PLAIN), Run("Quota", BOLD), Run(").", PLAIN)), FONTS)

    [line] = lines_of("(", Run("Quota", BOLD), ").")
    assert text.narrowest == pytest.approx(line.width)


WORDS = st.one_of(
    st.text(st.sampled_from("abcXYZ019é-–—/.,:;!?()[]«»“”'%&<>☐→"), min_size=1, max_size=24),
    st.text(st.sampled_from("абвґїЖЄΑάώς"), min_size=1, max_size=12),
    st.text(st.sampled_from("אבגדהםשת"), min_size=1, max_size=12),
    st.text(st.sampled_from("ابتجسلمنوي،؟٣"), min_size=1, max_size=12),
    st.lists(st.sampled_from(["क", "कि", "क्ष", "न्दी", "र्थ", "है", "शां"]), min_size=1, max_size=8).map("".join),
    st.text(st.sampled_from("外交部长表示，。「」“”"), min_size=1, max_size=24),
    st.text(st.sampled_from("かなカナーっ゛、"), min_size=1, max_size=12),
    st.text(st.sampled_from("한국어외교"), min_size=1, max_size=8),
    st.sampled_from(
        ["https://example.org/a_b/c?d=1&e=2#f", "می‌خواهم", "co\u00adop\u00aderation", "a\u0301", "x\u00a0y"]
    ),
)
GAPS = st.sampled_from(["", " ", " ", " ", "  ", "\n", "\u200b", "\u2060", "\t"])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=12).map(lambda pairs: "".join(word + gap for word, gap in pairs))
RUNS = st.lists(
    st.builds(Run, TEXTS, st.sampled_from([PLAIN, BOLD, Letters(14, italic=True, language="zh")])), max_size=4
)


@settings(max_examples=200, deadline=None)
@example([Run("س ", Letters(14, italic=True, language="zh"))], 15.0, "rtl", "start")
@given(RUNS, st.floats(15, 300), st.sampled_from(["ltr", "rtl"]), st.sampled_from(["start", "justify", "center"]))
def test_no_character_is_lost_and_every_line_fits(
    runs: list[Run], width: float, direction: Direction, align: Align
) -> None:
    lines = set_text(tuple(runs), FONTS, direction).lines(width, align=align)

    text = "".join(run.text for run in runs)
    assert "".join(texts(lines)).replace("\u00ad", "") == tidy(text).replace("\u00ad", "").replace("\n", " ")
    assert [line.text for line in lines if line.width > width + 0.01 and len(clusters(line.text.strip())) > 1] == []
    for line in lines:
        ends = [piece.x + piece.width for piece in line.pieces]
        starts = [piece.x for piece in line.pieces if piece.width or len(line.pieces) == 1]
        covered = max(ends) - min(starts, default=max(ends))
        assert covered == pytest.approx(line.width, abs=0.01)
