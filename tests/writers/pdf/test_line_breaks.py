"""Lines end where readers of each script expect it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.writers.pdf.line_breaks import may_break_between, parts, tidy

WORDS = {
    "a word": "hello",
    "a hyphen between words": "long-|term",
    "not after a single letter": "e-mail",
    "not before a number": "EU-27",
    "not in a range": "2024–2026",
    "not a minus": "-3",
    "a dash between words": "word—|word",
    "a slash between words": "and/|or",
    "not in a fraction": "24/7",
    "soft hyphens": "co\u00ad|op\u00ad|eration",
    "a zero-width space": "foo\u200b|bar",
    "a no-break space": "30\u00a0boats",
    "a no-break hyphen": "long\u2011term",
    "an address": "https://example|.org/|a|_b|?c|=1|&d|=2",
    "an address in brackets": "(https://www.un|.org/|about|-us/)",
    "an address without a scheme": "www.example|.org/|a",
    "a mail address": "desk@example.org",
    "chinese": "外|交|部|长|（王|毅）|表|示，|支|持。",
    "japanese": "「は|い」|で|す。|キャッ|ト",
    "a mark on kana": "か\u3099|き",
    "chinese quotes": "“中|文”",
    "chinese kept together": "中\u2060国",
    "latin in chinese": "在|UN|会",
    "a price in chinese": "$30|元",
    "korean breaks at spaces alone": "한국어입니다",
    "hindi": "क्षेत्रीय",
    "nothing": "",
}


@pytest.mark.parametrize("marked", WORDS.values(), ids=WORDS)
def test_a_word_is_cut_where_a_line_may_end(marked: str) -> None:
    assert "|".join(parts(marked.replace("|", ""))) == marked


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Quota", ".", False),
        ("long-", "term", True),
        ("中", "国", True),
        ("中", "。", False),
        ("（", "中", False),
        ("中", " 国", False),
        ("", "a", False),
    ],
    ids=["word and stop", "hyphen", "chinese", "chinese stop", "opening bracket", "space", "nothing"],
)
def test_between_two_runs(before: str, after: str, *, expected: bool) -> None:
    assert may_break_between(before, after) is expected


def test_line_ends_and_spaces_are_spelled_in_one_way() -> None:
    assert tidy("a\tb\u2028c\u2029d\u0085e\ufeff") == "a b\nc\nd\ne\u2060"


@settings(max_examples=200)
@given(st.text(st.sampled_from("abZ19-–—/.:?&=_#~%$“”()[]«»\u00ad\u200b\u00a0\u2060中国、。「」ーが\u3099한국क्")))
def test_no_character_is_lost(word: str) -> None:
    found = parts(word)

    assert "".join(found) == word
    assert all(found) or not word
