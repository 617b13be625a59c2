"""A house's Word document, logo and fonts make the looks of all formats, and what cannot be followed is told."""

import json
import shutil
import subprocess
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from support.articles import SMALL
from support.checkers import findings
from support.letterheads import ARMS, WORDS, logo, reference
from support.pages import lines, texts

from briefgen import resources
from briefgen.desk.house import house_style
from briefgen.project import parse_project
from briefgen.standards import checkers_for
from briefgen.theme import MILLIMETRE, Theme

Run = Callable[..., subprocess.CompletedProcess[str]]

UPRIGHT = resources.font_files("Noto Serif").regular.path


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a project's folder with an article."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/ferry.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def brand(folder: Path, text: str) -> None:
    (folder / "briefgen.toml").write_text(f"[brand]\n{text}\n", encoding="utf-8")


def looks(folder: Path) -> tuple[Theme, list[str]]:
    """Give the theme of a project, and what was told."""
    project = parse_project((folder / "briefgen.toml").read_text(encoding="utf-8"), "briefgen.toml", folder)
    assert project
    theme, notices = house_style(project)
    return theme, [f"{notice.level} {notice.code} {notice.message}" for notice in notices]


def sizes(data: bytes) -> set[float]:
    """Give the sizes of letters in a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        operators = [one for page in pdf.pages for one in pikepdf.parse_content_stream(page)]
    return {float(one.operands[1]) for one in operators if str(one.operator) == "Tf"}


def colours(data: bytes) -> set[str]:
    """Give the colours of letters and areas in a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        operators = [one for page in pdf.pages for one in pikepdf.parse_content_stream(page)]
    painted = [one.operands for one in operators if str(one.operator) == "rg"]
    return {"#" + "".join(f"{round(float(part) * 255):02x}" for part in parts) for parts in painted}


def test_a_word_document_makes_both_formats_alike(briefgen: Run, desk: Path) -> None:
    reference(desk / "letterhead.docx")
    brand(desk, 'organisation = "Ministry of Transport"\nreference = "letterhead.docx"')

    done = briefgen("make", "-o", "out")

    assert done.returncode == 0, done.stderr
    pdf = next((desk / "out").glob("*.pdf")).read_bytes()
    word = Document(str(next((desk / "out").glob("*.docx"))))
    section, styles = word.sections[0], word.styles
    assert {styles[name].font.size.pt for name in ("Title", "Heading 1")} == {20, 14}
    assert {20, 14, 11} <= sizes(pdf)
    assert str(styles["Heading 1"].font.color.rgb) == "1F4E5F"
    assert "#1f4e5f" in colours(pdf)
    assert section.left_margin is not None
    assert section.left_margin.mm == pytest.approx(28, abs=0.1)
    assert min(seen.left for seen in lines(pdf)) == pytest.approx(28 * MILLIMETRE, abs=1)
    assert [paragraph.text.strip() for paragraph in section.first_page_header.paragraphs[-2:]] == [*WORDS[:2]]
    assert section.first_page_header._element.xpath(".//wp:docPr/@descr") == [ARMS]
    assert all(words in texts(pdf)[0] for words in WORDS)


def test_a_font_without_files_is_replaced_in_every_format_and_told(briefgen: Run, desk: Path) -> None:
    reference(desk / "letterhead.docx")
    brand(desk, 'reference = "letterhead.docx"')

    done = briefgen("make", "-f", "docx", "-o", "out")

    assert (
        "letterhead.docx: warning CFG13 the font 'Georgia' of letterhead.docx has no files here: "
        "all formats use 'Noto Serif'\n  hint: name its files in [brand]: font_regular = \"…\"\n"
    ) in done.stderr
    styles = Document(str(next((desk / "out").glob("*.docx")))).styles.element
    assert styles.xpath("w:docDefaults//w:rFonts/@w:ascii") == ["Noto Serif"]


@pytest.mark.parametrize(("family", "instead"), [("Calibri", "Noto Sans"), ("Cambria", "Noto Serif")])
def test_the_font_instead_is_of_the_same_kind(family: str, instead: str, tmp_path: Path) -> None:
    reference(tmp_path / "letterhead.docx", family=family)
    brand(tmp_path, 'reference = "letterhead.docx"')

    assert looks(tmp_path)[0].family == instead


def test_the_files_of_a_font_are_used_in_pdf_and_its_name_in_word(briefgen: Run, desk: Path) -> None:
    shutil.copy(UPRIGHT, desk / "house.ttf")
    reference(desk / "letterhead.docx")
    brand(desk, 'reference = "letterhead.docx"\nfont_regular = "house.ttf"')

    done = briefgen("make", "-o", "out")

    assert "warning CFG13 font_italic is not given: what is in italics is printed upright" in done.stderr
    with pikepdf.open(next((desk / "out").glob("*.pdf"))) as pdf:
        fonts = [str(font.BaseFont) for page in pdf.pages for font in page.obj.Resources.Font.values()]
    assert all("NotoSerif" in font for font in fonts)
    styles = Document(str(next((desk / "out").glob("*.docx")))).styles.element
    assert styles.xpath("w:docDefaults//w:rFonts/@w:ascii") == ["Georgia"]


def test_four_files_make_a_whole_family(tmp_path: Path) -> None:
    keys = ("font_regular", "font_bold", "font_italic", "font_bold_italic")
    for key in keys:
        shutil.copy(UPRIGHT, tmp_path / f"{key}.ttf")
    brand(tmp_path, 'font = "House"\n' + "\n".join(f'{key} = "{key}.ttf"' for key in keys))

    theme, told = looks(tmp_path)

    files = (theme.fonts.regular, theme.fonts.bold, theme.fonts.italic, theme.fonts.bold_italic)
    assert (theme.family, told) == ("House", [])
    assert [(file.path.stem, file.weight) for file in files] == list(zip(keys, (400, 700, 400, 700), strict=True))


def test_settings_outweigh_the_word_document(tmp_path: Path) -> None:
    reference(tmp_path / "letterhead.docx")
    text = 'reference = "letterhead.docx"\npaper = "Letter"\nfont = "Noto Sans"\nletterhead = "every page"\n'
    brand(
        tmp_path, f'{text}header = "Harbour Office"\ncolours = {{ accent = "#7a1f1f" }}\nmargins = {{ left = "30mm" }}'
    )

    theme, told = looks(tmp_path)

    assert (theme.paper.name, theme.family, theme.colours.accent) == ("Letter", "Noto Sans", "#7a1f1f")
    assert theme.headings[0].colour == "#7a1f1f"
    assert (theme.margins.left, round(theme.margins.right / MILLIMETRE)) == (30 * MILLIMETRE, 22)
    assert [strip.text for strip in theme.letterhead.header] == ["Harbour Office"]
    assert [strip.text for strip in theme.letterhead.footer] == [WORDS[2]]
    assert (theme.letterhead.first_page_only, theme.body.size, told) == (False, 11, [])


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_logo_stands_at_the_top(kind: str, tmp_path: Path) -> None:
    square = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1" fill="#204a87"/></svg>'
    )
    (tmp_path / f"logo.{kind}").write_bytes(square if kind == "svg" else logo())
    brand(tmp_path, f'logo = "logo.{kind}"\nlogo_alt = "Arms"\nlogo_height = "20mm"\nheader = "Ministry"')

    (strip,) = looks(tmp_path)[0].letterhead.header
    (picture,) = strip.pictures

    assert (strip.text, picture.alt, picture.png[:4]) == ("Ministry", "Arms", b"\x89PNG")
    assert (picture.width, picture.height) == pytest.approx((40 * MILLIMETRE, 20 * MILLIMETRE))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('logo = "lgo.png"\nlogo_alt = "x"', "error FIL01 lgo.png: no such file or directory"),
        (
            'logo = "notes.txt"\nlogo_alt = "x"',
            "notes.txt: error CFG14 the logo cannot be used: not a PNG, JPEG or SVG",
        ),
        ('reference = "notes.txt"', "notes.txt: error CFG10 not a Word document"),
        ('reference = "letter.docx"', "error FIL01 letter.docx: no such file or directory"),
        ('font = "House"\nfont_regular = "house.ttf"', "error FIL01 house.ttf: no such file or directory"),
        ('font_files = "signs.ttf"', "error FIL01 signs.ttf: no such file or directory"),
        ("margins = {top = '200mm', bottom = '90mm'}", "briefgen.toml: error CFG16 the house style asks for"),
        ('font = "Nota Sans"', "briefgen.toml:2: error CFG13 there is no font 'Nota Sans'"),
    ],
)
def test_what_cannot_be_used_is_told_before_a_memo_is_made(briefgen: Run, desk: Path, text: str, told: str) -> None:
    (desk / "notes.txt").write_text("none", encoding="utf-8")
    brand(desk, text)

    done = briefgen("make", "-f", "pdf", "-o", "out")

    assert done.stderr.splitlines()[-2 if "hint" in done.stderr else -1].startswith(told)
    assert (done.returncode, list((desk / "out").glob("*"))) == (2, [])


def test_the_numbering_of_the_house_outweighs_that_of_the_audience(briefgen: Run, desk: Path) -> None:
    brand(desk, 'numbering = "sections"')

    done = briefgen("make", "-f", "txt", "-a", "minister", "-o", "-")

    assert "\n1 " in done.stdout


def test_programs_are_told_too(briefgen: Run, desk: Path) -> None:
    reference(desk / "letterhead.docx", family="Calibri")
    brand(desk, 'reference = "letterhead.docx"')

    report = json.loads(briefgen("make", "-f", "txt", "-o", "out", "--json").stdout)

    assert [notice["code"] for notice in report["notices"]].count("CFG13") == 1
    assert report["status"] == 0


def test_doctor_tells_which_letters_have_a_font(briefgen: Run) -> None:
    told = briefgen("doctor").stdout.partition("Fonts that a house style can name\n")[2].splitlines()

    assert told[:2] == [
        "  Noto Sans      installed: Latin, Greek and Cyrillic letters",
        "  Noto Serif     installed: Latin, Greek and Cyrillic letters",
    ]
    assert [line.split(":")[0].split("  ")[1] for line in told[4:] if line[2] != " "] == [
        "European",
        "Symbols",
        "Arabic",
        "Hebrew",
        "East Asian",
    ]


def test_what_is_mailed_looks_like_what_is_made(briefgen: Run, desk: Path) -> None:
    brand(
        desk,
        'header = "Harbour Office"\n[project]\nformats = ["html"]\n[mail]\nsender = "desk@example.org"\n'
        '[mail.markings]\nOFFICIAL = ["example.org"]\n[audience.minister]\nrecipients = ["office@example.org"]',
    )

    done = briefgen("send")
    briefgen("make", "-o", "out")

    assert done.returncode == 0, done.stderr
    (draft,) = (desk / "outbox/drafts").glob("*.eml")
    letter = message_from_bytes(draft.read_bytes(), policy=default)
    enclosed = [part.get_payload(decode=True) for part in letter.iter_attachments()]
    made = next((desk / "out").glob("*.html")).read_bytes()
    assert b'<p class="start"><strong>Harbour Office</strong></p>' in made
    assert enclosed == [made]


@pytest.mark.slow
def test_memos_with_a_house_s_word_document_keep_the_standards(briefgen: Run, desk: Path) -> None:
    reference(desk / "letterhead.docx")
    brand(desk, 'reference = "letterhead.docx"')

    briefgen("make", "-a", "all", "-o", "out", "--draft")
    made = [sorted((desk / "out").glob(f"*.{kind}")) for kind in ("pdf", "docx")]

    assert [len(files) for files in made] == [6, 6]
    assert [found for files in made for checker in checkers_for(files[0]) for found in findings(checker, *files)] == []
