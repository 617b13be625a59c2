"""A house's letterhead stands in every format, around the memo's words and apart from them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator
from support.checkers import findings, stored
from support.letterheads import ARMS, WORDS, house, logo
from support.pdf_reading import read
from support.right_to_left import ARABIC
from support.specimen import SPECIMEN
from support.word_files import W, opened, part, value

from briefgen.errors import WriteError
from briefgen.memo import Memo
from briefgen.parity import differences
from briefgen.pictures import bitmap
from briefgen.standards import checkers_for
from briefgen.theme import DEFAULT, Letterhead, Picture, Strip, Theme
from briefgen.writers import WRITERS, pdf

HOUSES = {"every page": house(), "first page": house(first_page_only=True)}
MEMOS = {"specimen": SPECIMEN, "Arabic": ARABIC}


def written(kind: str, theme: Theme, memo: Memo = SPECIMEN) -> bytes:
    return WRITERS[kind].write(memo, theme)


def page_texts(data: bytes) -> list[str]:
    """Give the text of each page, running lines included."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


@pytest.mark.parametrize("kind", [kind for kind in WRITERS if kind != "md"])
@pytest.mark.parametrize("theme", HOUSES.values(), ids=HOUSES)
@pytest.mark.parametrize("memo", MEMOS.values(), ids=MEMOS)
def test_the_words_of_the_memo_stay_as_they_are(memo: Memo, theme: Theme, kind: str) -> None:
    assert differences(memo, kind, written(kind, theme, memo)) == differences(memo, kind, written(kind, DEFAULT, memo))


@pytest.mark.parametrize("kind", WRITERS)
def test_the_same_house_makes_the_same_bytes(kind: str) -> None:
    assert written(kind, house()) == written(kind, house())


@pytest.mark.parametrize("pages", HOUSES)
def test_in_pdf_it_stands_on_its_pages(pages: str) -> None:
    data = written("pdf", HOUSES[pages])
    texts = page_texts(data)
    wanted = [pages == "every page" or number == 0 for number in range(len(texts))]

    with pikepdf.open(BytesIO(data)) as file:
        assert ["/XObject" in page.obj.Resources for page in file.pages] == wanted
    assert [all(words in text for words in WORDS) for text in texts] == wanted


def test_a_screen_reader_hears_of_the_logo_once_and_before_the_memo() -> None:
    reading = read(written("pdf", house()))
    figures = [figure.alt for figure in reading.root.all("Figure")]

    assert reading.outline[:4] == ("P", "P", "Figure", "P")
    assert figures.count(ARMS) == 1
    assert (reading.untagged, reading.orphans) == (0, 0)


def test_a_logo_without_words_is_passed_over() -> None:
    reading = read(written("pdf", house(alt="")))

    assert reading.outline[:3] == ("P", "P", "P")


def test_a_picture_is_in_the_pdf_but_once() -> None:
    with pikepdf.open(BytesIO(written("pdf", house()))) as file:
        images = [found for found in file.objects if isinstance(found, pikepdf.Stream) and "/Subtype" in found]
        painted = [pikepdf.PdfImage(one).as_pil_image() for one in images if one.Subtype == "/Image"]

    assert [(one.size, one.getpixel((0, 0))) for one in painted] == [((40, 20), (0x20, 0x4A, 0x87))]


def test_only_plain_pictures_go_into_a_pdf() -> None:
    from briefgen.writers.pdf.images import image

    with pytest.raises(ValueError, match="the PNG is not plain RGB"):
        image(_grey())


def _grey() -> bytes:
    from PIL import Image

    target = BytesIO()
    Image.new("L", (4, 4)).save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize("height", [20, 60, 200])
def test_the_text_begins_below_it_at_the_same_height_in_pdf_and_word(height: float) -> None:
    theme = house(height=height)
    first = pypdfium2.PdfDocument(written("pdf", theme))[0]
    text = first.get_textpage()
    searcher = text.search("Submission for decision")
    index, _ = searcher.get_next()
    top = first.get_height() - text.get_charbox(index)[3]
    section = opened(written("docx", theme)).sections[0]
    assert section.top_margin is not None

    assert top >= 28 + height
    assert 0 < top - section.top_margin.pt < theme.kind.leading


def test_what_is_in_the_middle_stands_over_the_middle_of_the_text() -> None:
    margins = replace(DEFAULT.margins, left=40, right=100)
    theme = replace(DEFAULT, margins=margins, letterhead=Letterhead((Strip("Harbour Street", side="center"),)))
    text = pypdfium2.PdfDocument(written("pdf", theme))[0].get_textpage()
    index, count = text.search("Harbour Street").get_next()
    left, right = text.get_charbox(index)[0], text.get_charbox(index + count - 1)[2]

    assert (left + right) / 2 == pytest.approx(margins.left + theme.column / 2, abs=1)


def test_the_margins_of_the_theme_are_the_least() -> None:
    wide = replace(DEFAULT.margins, top=120)
    theme = replace(DEFAULT, letterhead=Letterhead((Strip("Ministry"),)))
    roomy = opened(written("docx", replace(theme, margins=wide))).sections[0].top_margin
    section = opened(written("docx", theme)).sections[0]
    assert roomy is not None
    assert section.top_margin is not None

    assert section.top_margin.pt == pytest.approx(86, abs=1), "marking, stamp and a line take more than 24 mm"
    assert roomy.pt == 120


@pytest.mark.parametrize("letterhead", [Letterhead(), house().letterhead], ids=["plain", "house"])
def test_in_word_running_lines_keep_their_place_without_a_marking(letterhead: Letterhead) -> None:
    theme = replace(DEFAULT, letterhead=letterhead)
    bare = replace(SPECIMEN, meta=replace(SPECIMEN.meta, banner=None))
    marked, plain = (opened(written("docx", theme, memo)).sections[0] for memo in (SPECIMEN, bare))
    above, below = marked.header.paragraphs[0], marked.footer.paragraphs[-1]
    assert marked.header_distance is not None
    assert plain.header_distance is not None

    assert (above.style.name, below.style.name) == ("Banner", "Banner")
    assert plain.header.paragraphs[0].style.name == "Header"
    assert plain.header_distance > marked.header_distance
    assert plain.header_distance == plain.footer_distance


def test_in_word_it_stands_in_the_header_with_words_for_the_picture() -> None:
    section = opened(written("docx", house())).sections[0]
    told = [paragraph.text.strip() for paragraph in section.header.paragraphs]
    pictures = section.header._element.xpath(".//wp:docPr/@descr")

    assert told == ["OFFICIAL", "Ministry of the Sea\tDRAFT", WORDS[0], WORDS[1]]
    assert section.footer.paragraphs[0].text == WORDS[2]
    assert pictures == [ARMS]


def test_in_word_the_first_page_has_its_own_header() -> None:
    theme = HOUSES["first page"]
    later = Letterhead(theme.letterhead.header, theme.letterhead.footer, True, (Strip("continued"),))  # noqa: FBT003
    section = opened(written("docx", replace(theme, letterhead=later))).sections[0]

    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[-1].text == WORDS[1]
    assert section.header.paragraphs[-1].text == "continued"
    assert [paragraph.text.partition("\t")[0] for paragraph in section.footer.paragraphs] == [
        "FISH/25/7 · Version 2 · cleared",
        "OFFICIAL",
    ]


def test_a_picture_without_words_is_decoration_in_word() -> None:
    marks = part(written("docx", house(alt="")), "word/header.xml").xpath("//*[local-name()='decorative']/@val")

    assert marks == ["1"]


def test_each_look_is_a_style_of_its_own() -> None:
    data = written("docx", house())
    used = [value(found) for found in part(data, "word/header.xml").iter(f"{W}pStyle")]

    assert used == ["Banner", "Header", "Letterhead1", "Letterhead2"]
    assert opened(data).styles["Letterhead 2"].font.bold


def test_what_the_letterhead_says_is_not_said_again() -> None:
    named = replace(SPECIMEN, meta=replace(SPECIMEN.meta, organisation=WORDS[0]))
    header = opened(written("docx", house(), named)).sections[0].header

    assert [paragraph.text.strip() for paragraph in header.paragraphs][:3] == ["OFFICIAL", "DRAFT", WORDS[0]]
    assert page_texts(written("pdf", house(), named))[0].count(WORDS[0]) == 1


def test_in_html_the_picture_is_within_the_page() -> None:
    page = written("html", house()).decode()
    header, footer = page.partition("<main>")[0], page.partition("</main>")[2]

    assert f'alt="{ARMS}" width="107" height="53"' in header
    assert "data:image/png;base64," in header
    assert all(words in header for words in WORDS[:2])
    assert WORDS[2] in footer


def test_text_has_its_words_and_says_what_a_lone_picture_shows() -> None:
    picture = Picture(bitmap(logo()).png, 10, 10, ARMS)
    theme = replace(DEFAULT, letterhead=Letterhead((Strip("", (picture,)), Strip("Ministry")), (Strip("Selby"),)))
    lines = written("txt", theme).decode().splitlines()

    assert lines[:5] == ["OFFICIAL · DRAFT", "", ARMS, "Ministry", ""]
    assert lines[-5:-2] == ["Selby", "", "OFFICIAL · DRAFT"]


def test_letters_that_no_font_has_are_told() -> None:
    theme = replace(DEFAULT, letterhead=Letterhead((Strip("ministry \U00013000"),)))

    with pytest.raises(WriteError, match=r"error PDF01 no font has .*EGYPTIAN HIEROGLYPH A001"):
        pdf.write(SPECIMEN, theme)


def test_a_picture_wider_than_the_text_is_made_smaller() -> None:
    theme = house(height=400)
    with ZipFile(BytesIO(written("docx", theme))) as package:
        assert len([name for name in package.namelist() if name.startswith("word/media/header")]) == 1
    extent = next(
        found for found in part(written("docx", theme), "word/header.xml").iter() if "extent" in str(found.tag)
    )

    assert int(extent.get("cx") or 0) / 12700 == pytest.approx(theme.column, abs=0.1)


@pytest.mark.parametrize("theme", HOUSES.values(), ids=HOUSES)
@pytest.mark.parametrize("memo", MEMOS.values(), ids=MEMOS)
def test_word_files_with_it_are_valid(memo: Memo, theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "memo.docx"
    file.write_bytes(written("docx", theme, memo))

    assert [str(found) for found in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.slow
def test_pdfs_with_it_keep_the_standards(tmp_path: Path) -> None:
    files = stored(
        tmp_path,
        (
            (f"{name}-{pages}.pdf".replace(" ", "-"), written("pdf", theme, memo))
            for name, memo in MEMOS.items()
            for pages, theme in HOUSES.items()
        ),
    )

    assert [found for checker in checkers_for(files[0]) for found in findings(checker, *files)] == []
