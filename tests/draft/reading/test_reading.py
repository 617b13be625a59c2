"""An article is the same whether it comes as text, as a web page, in Word or as a PDF; hostile files are refused."""

import io
import zipfile

import pytest
from docx import Document
from reportlab.pdfgen.canvas import Canvas
from support.article_files import document, page, pdf
from support.drafting import ARTICLES, TODAY

from briefgen.draft.compose import Raw, compose
from briefgen.draft.drafted import Drafted
from briefgen.draft.reading import MOST_BYTES, read_article
from briefgen.errors import RecordError

TITLES = {
    "ceasefire-agency": "Rebels set four terms for truce as mediators prepare new round",
    "tariffs-business": "Brussels threatens to hit back as Canada lifts dairy duty",
    "coalition-election": "Kingmaker party names its price after deadlocked vote",
    "earthquake-relief": "Aid groups press Karadag to open airspace after quake",
}
WRITERS = {"page.html": page, "word.docx": document, "print.pdf": pdf}


def composed(raw: Raw) -> Drafted:
    return compose(raw, text_file="a.source.txt", tool="briefgen draft", version="1", today=TODAY)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("article", TITLES)
def test_every_kind_of_file_gives_the_same_text(article: str, name: str) -> None:
    text = (ARTICLES / f"{article}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and line != TITLES[article]]
    made = WRITERS[name](TITLES[article], lines)

    read = composed(read_article(made, name))

    assert read.text == composed(read_article(text.encode(), "a.txt")).text


def test_a_page_tells_headline_date_outlet_writer_and_address() -> None:
    made = page("Ferry talks fail", ["The council set two conditions on Monday, and the ministry rejected both."],
                issued="2025-05-14T08:00:00Z", outlet="The Paper", author="Ann Lee")  # fmt: skip
    made = made.replace(b"</head>", b'<link rel="canonical" href="https://example.org/a"></head>')

    source = composed(read_article(made, "a.html")).article.sources[0]

    assert (
        source.type,
        source.title,
        str(source.issued),
        source.container_title,
        source.author[0].name,
        source.url,
    ) == (
        "webpage",
        "Ferry talks fail",
        "2025-05-14",
        "The Paper",
        "Ann Lee",
        "https://example.org/a",
    )


def test_a_page_without_json_ld_is_read_by_its_meta_elements() -> None:
    made = page("Ferry talks fail", ["The council set two conditions on Monday, and the ministry rejected both."])
    made = made.replace(b"application/ld+json", b"text/plain").replace(
        b"</head>",
        b'<meta property="og:site_name" content="The Paper">'
        b'<meta property="article:published_time" content="2025-05-14T08:00Z"></head>',
    )

    drafted = composed(read_article(made, "a.html"))

    assert {review.path: review.text for review in drafted.reviews if review.path.startswith("sources[0].")} == {
        "sources[0].issued": "from the page's meta element article:published_time",
        "sources[0].container-title": "from the page's meta element og:site_name",
    }


@pytest.mark.parametrize("json_ld", [b"{", b"[" * 5000, b'{"@type": 3}', b'{"@graph": {"@graph": []}}', b"null"])
def test_broken_json_ld_is_passed_over(json_ld: bytes) -> None:
    made = page("Ferry talks fail", ["The council set two conditions on Monday, and the ministry rejected both."])
    start, end = made.index(b"{"), made.index(b"</script>")

    read = composed(read_article(made[:start] + json_ld + made[end:], "a.html"))

    assert read.article.title == "Ferry talks fail"


def test_a_word_broken_at_the_end_of_a_line_is_joined() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for number, line in enumerate(["The celebration began, and the celeb-", "ration of the long-", "term deal ended."]):
        canvas.drawString(72, 700 - 14 * number, line)
    canvas.save()

    assert (
        read_article(stream.getvalue(), "a.pdf").text
        == "The celebration began, and the celebration of the long-term deal ended."
    )


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café owners said no.".encode(), "Café owners said no."),
        ("\ufeffCafé owners said no.".encode(), "Café owners said no."),
        ("Café owners said no.".encode("utf-16"), "Café owners said no."),
        ("Café owners said “no”.".encode("windows-1252"), "Café owners said “no”."),
    ],
    ids=["UTF-8", "with a mark", "UTF-16", "Windows-1252"],
)
def test_text_is_read_in_the_usual_encodings(data: bytes, text: str) -> None:
    assert read_article(data, "a.txt").text == text


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
HOSTILE = {
    "bomb": (packed({"word/document.xml": b" " * 90_000_000}), "DRF01"),
    "parts": (packed({f"{n}.xml": b"" for n in range(2_100)}), "DRF01"),
    "entities": (packed({"word/document.xml": ENTITIES}), "DRF04"),
    "another zip": (packed({"a.txt": b"a"}), "DRF04"),
    "broken xml": (packed({"word/document.xml": b"<a"}), "DRF04"),
    "cut zip": (document("a", ["b"])[:200], "DRF04"),
    "deep page": (b"<!doctype html><html>" + b"<div>" * 5_000 + b"a", "DRF01"),
    "many elements": (b"<!doctype html><html>" + b"<p>a" * 120_000, "DRF01"),
    "empty page": (b"<!doctype html><html></html>", "DRF02"),
    "cut pdf": (b"%PDF-1.7\n", "DRF04"),
    "pdf without a page": (pdf("a", ["word"]).replace(b"/Kids", b"/Bids"), "DRF04"),
    "pdf whose page is none": (pdf("a", ["word"]).replace(b"/Type /Page\n", b"/Type /Pale\n"), "DRF04"),
    "many pages": (pdf("a", ["word " * 400] * 400), "DRF01"),
    "blank": (b" \n ", "DRF02"),
    "binary": (bytes(range(256)), "DRF03"),
    "too large": (b"a" * (MOST_BYTES + 1), "DRF01"),
    "too long": (b"word. " * 50_000, "DRF01"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_an_article_is_refused_with_a_reason(case: str) -> None:
    data, code = HOSTILE[case]

    with pytest.raises(RecordError) as raised:
        read_article(data, "a")

    assert [notice.code for notice in raised.value.notices] == [code]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("utf", "utf-8"), ("rot13", "utf-8"), ("idna", "utf-8"), ("undefined", "utf-8"), ("cp1251", "cp1251")],
)
def test_a_page_may_name_its_encoding_as_it_likes(charset: str, encoding: str) -> None:
    words = "The council of Norrey set two conditions on Monday" + (", сказал мэр." if encoding == "cp1251" else ".")
    text = f'<!doctype html><html><head><meta charset="{charset}"></head><body><p>{words}</p></body></html>'

    assert read_article(text.encode(encoding), "a.html").text == words


def test_a_cell_as_wide_as_a_thousand_million_others_is_read_once() -> None:
    stream = io.BytesIO()
    written = Document()
    written.add_table(1, 2).cell(0, 0).text = "The only words"
    written.tables[0].cell(0, 0)._tc.grid_span = 1_000_000_000
    written.save(stream)

    assert read_article(stream.getvalue(), "a.docx").text.strip() == "The only words"
