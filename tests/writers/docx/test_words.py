"""No word is lost on the way into a Word file, and none changes."""

import pytest
from hypothesis import given, settings
from support.memos import memos
from support.specimen import HOSTILE, META, SPECIMEN, t
from support.word_files import W, body, opened, paragraphs, spoken
from support.wording import normal, wording

from briefgen.errors import WriteError
from briefgen.memo import Header, Memo, Paragraph, Strong, Text
from briefgen.theme import DEFAULT
from briefgen.writers.docx import write

FILE = write(SPECIMEN, DEFAULT)


def memo_of(text: str) -> Memo:
    return Memo(META, Header(t("Title")), (Paragraph((Text(text), Strong((Text(text),)))),))


def test_python_docx_reads_the_words_in_their_order() -> None:
    assert spoken(FILE) == wording(SPECIMEN)


def test_the_markup_holds_the_words_in_their_order() -> None:
    read = body(FILE)
    boxes = set(read.iter(f"{W}sdt"))
    pieces = [
        " " if element.tag != f"{W}t" else element.text or ""
        for element in read.iter(f"{W}t", f"{W}p", f"{W}tab", f"{W}br")
        if boxes.isdisjoint(element.iterancestors())
    ]

    assert normal("".join(pieces)) == wording(SPECIMEN)


@settings(max_examples=15, deadline=None)
@given(memos(6))
def test_no_memo_loses_a_word(memo: Memo) -> None:
    assert spoken(write(memo, DEFAULT)) == wording(memo)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HOSTILE, id="markup"),
        pytest.param("]]> <!-- &amp; &#60; <?xml?>", id="xml"),
        pytest.param(" two  spaces, and at the ends ", id="spaces"),
        pytest.param("%1. \\u0041 &lt;w:p/&gt;", id="escapes of others"),
        pytest.param("\U0001f41f e\u0301 \u200f\u202e\u2066", id="beyond the plane"),
    ],
)
def test_characters_come_out_as_they_are(text: str) -> None:
    read = [paragraph.text for paragraph in paragraphs(opened(write(memo_of(text), DEFAULT)))]

    assert read == ["Title", text + text]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_named(character: str) -> None:
    with pytest.raises(WriteError, match=f"U\\+{ord(character):04X} cannot stand in a Word file"):
        write(memo_of(f"so{character}"), DEFAULT)
