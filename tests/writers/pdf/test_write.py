"""A memo as PDF: every word, in its order, for the eye and for a screen reader."""

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.memos import memos
from support.pages import texts
from support.pdf_reading import Node, read, wording_of
from support.specimen import HOSTILE, SPECIMEN, p, t
from support.wording import normal, wording

from briefgen.errors import WriteError
from briefgen.memo import Callout, Cite, Header, Heading, Memo, Meta, Paragraph
from briefgen.theme import DEFAULT, Margins, Paper, Theme
from briefgen.writers.pdf import write

SMALL = replace(DEFAULT, paper=Paper("small", 330, 330), margins=Margins(65, 30, 60, 30))
"""A page on which everything has to break."""
DATA = write(SPECIMEN, DEFAULT)
READING = read(DATA)


def test_the_words_are_read_in_the_order_of_the_memo() -> None:
    assert wording_of(READING, SPECIMEN.meta) == wording(SPECIMEN)


def test_all_words_are_seen_on_the_pages() -> None:
    seen = normal(" ".join(texts(DATA)))

    assert [word for word in wording(SPECIMEN).split() if word not in seen] == []


def test_nothing_is_painted_without_a_tag_and_no_content_without_an_element() -> None:
    assert (READING.untagged, READING.orphans) == (0, 0)


def test_the_file_is_sound() -> None:
    with pikepdf.open(BytesIO(DATA)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_hostile_characters_come_out_as_they_are() -> None:
    (title,) = READING.root.all("H1")

    assert HOSTILE in title.text


def test_the_tree_of_a_small_memo_is_what_it_says() -> None:
    memo = Memo(
        Meta("Title", "en-GB", "2025-03-12T00:00:00Z"),
        Header(t("Title")),
        (
            Heading(2, t("One")),
            *p("Words."),
            Callout("note", t("Note"), p("Noted.")),
            Heading(3, t("Two")),
            *p("More."),
        ),
    )

    assert _drawn(read(write(memo, DEFAULT)).root) == (
        "Document\n"
        "  H1: Title\n"
        "  Sect\n"
        "    H2: One\n"
        "    P: Words.\n"
        "    Div\n"
        "      P: Note\n"
        "      P: Noted.\n"
        "    Sect\n"
        "      H3: Two\n"
        "      P: More.\n"
    )


def test_headings_are_read_without_gaps() -> None:
    levels = (4, 2, 4, 3, 4)
    blocks = tuple(Heading(level, t(f"Level {level}")) for level in levels)

    tags = _heading_tags(replace(SPECIMEN, blocks=blocks))

    assert tags == ["H1", "H2", "H2", "H3", "H3", "H4"]


def test_the_marking_is_read_once_and_seen_at_both_ends_of_every_page() -> None:
    marking, stamp, *_ = READING.root.kids

    assert isinstance(marking, Node)
    assert isinstance(stamp, Node)
    assert (marking.actual, normal(stamp.text)) == ("Marking: OFFICIAL", "DRAFT")
    assert [page.count("OFFICIAL") for page in texts(DATA)] == [2] * READING.pages


def test_languages_are_declared_where_they_change() -> None:
    spans = [(span.language, normal(span.text)) for span in READING.root.all("Span")]

    with pikepdf.open(BytesIO(DATA)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
    assert spans == [("fr", "« la pêche »"), ("uk", "рибальство"), ("el", "αλιεία")]


def test_every_citation_refers_to_the_list_of_sources() -> None:
    citations = [(normal(reference.text), _links(reference)) for reference in READING.root.all("Reference")]

    assert citations == [("[1]", 1), ("[1]", 1), ("[2]", 1), ("[2]", 1), ("[2]", 1)]


def test_a_citation_without_a_list_of_sources_is_plain() -> None:
    memo = replace(SPECIMEN, blocks=(Paragraph((*t("So they say. "), Cite("s1", 1))),))

    assert list(read(write(memo, DEFAULT)).root.all("Reference")) == []


def test_cells_say_what_they_are_heads_of() -> None:
    scopes = [head.attribute("Scope") for head in next(READING.root.all("Table")).all("TH")]

    assert scopes == ["/Column"] * 3 + ["/Row"] * 2


def test_figures_have_alternative_texts_and_tables() -> None:
    figures = [figure.alt for figure in READING.root.all("Figure")]

    assert figures == [
        "Three events between 7 March and 1 June 2025.",
        "Two positions and where two actors stand on them.",
        "Two bands of likelihood.",
    ]
    assert len(list(READING.root.all("Table"))) == len(figures) + 1


def test_characters_without_a_font_are_refused_by_name() -> None:
    memo = replace(SPECIMEN, header=Header(t("A rune: ᚠ")))

    with pytest.raises(WriteError, match=r"U\+16A0"):
        write(memo, DEFAULT)


def test_a_long_reference_keeps_all_its_words() -> None:
    reference = "FISH/" + "25/" * 60 + "7"
    memo = replace(SPECIMEN, meta=replace(SPECIMEN.meta, reference=reference, organisation="Ministry " * 30))

    first, *_ = texts(write(memo, DEFAULT))

    assert reference in first
    assert first.count("Ministry") == 30


def test_the_same_memo_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys; from hashlib import sha256; from support.specimen import SPECIMEN; "
        "from briefgen.theme import DEFAULT; from briefgen.writers.pdf import write; "
        "print(sha256(write(SPECIMEN, DEFAULT)).hexdigest(), {'docx', 'xml.sax'} & set(sys.modules))"
    )
    places = (("0", "UTC"), ("1", "Asia/Kolkata"), ("2", "America/St_Johns"))

    shown = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in places
    }

    assert len(shown) == 1
    assert shown.pop().split()[1:] == ["set()"]


def test_memos_that_differ_in_a_word_have_different_identifiers() -> None:
    other = replace(SPECIMEN, blocks=(*SPECIMEN.blocks, *p("One word more.")))

    assert _identifier(DATA) != _identifier(write(other, DEFAULT))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(memos(6), st.sampled_from((DEFAULT, SMALL)))
def test_no_memo_loses_a_word(memo: Memo, theme: Theme) -> None:
    reading = read(write(memo, theme))

    assert wording_of(reading, memo.meta) == wording(memo)
    assert (reading.untagged, reading.orphans) == (0, 0)


def _drawn(node: Node, depth: int = 0) -> str:
    own = normal("".join(kid for kid in node.kids if isinstance(kid, str)))
    below = "".join(_drawn(kid, depth + 1) for kid in node.kids if isinstance(kid, Node))
    return f"{'  ' * depth}{node.role}{f': {own}' if own else ''}\n{below}"


def _heading_tags(memo: Memo) -> list[str]:
    def tags(node: Node) -> list[str]:
        own = [node.role] if node.role[0] == "H" else []
        return own + [tag for kid in node.kids if isinstance(kid, Node) for tag in tags(kid)]

    return tags(read(write(memo, DEFAULT)).root)


def _links(node: Node) -> int:
    return sum(link.links for link in node.all("Link"))


def _identifier(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return bytes(pdf.trailer.ID[0])
