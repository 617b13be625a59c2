"""A Word template is filled as its Markdown sister would be: same view, same names, and not a word lost."""

import re
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis.strategies import characters, text
from support.packs import told
from support.word_templates import PATH, hidden, made, remade, reread, shelf_of, template

from briefgen.errors import BriefgenError
from briefgen.rehearsal import contract, rehearse

LOOP = ("{%p for item in positions %}", "{{ loop.index }}. {{ item.label }}: {{ item.text }}", "{%p endfor %}")
ROWS = (
    ("Who", "What"),
    ("{%tr for item in positions %}", ""),
    ("{{ item.actor }}", "{{ item.label }}"),
    ("{%tr endfor %}", ""),
)
HOSTILE = (
    "A & B <b>",
    "</w:t></w:r></w:p><w:p/>",
    "{{ marking }} {% if x %}",
    "{_{ x }_} {_% %_}",
    "&amp; &#60; ]]> <!-- -->",
    "\"quoted\" 'too' — “so”",
    "a\tb\nc",
    "*stars* _lines_ [@id] `code` # 1. |",
)


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]


def test_loops_and_fields_are_filled_in_paragraphs_and_rows() -> None:
    document = Document(BytesIO(made(template("{{ title }}", *LOOP, "On {{ as_of | date }}", rows=ROWS))))

    assert [paragraph.text for paragraph in document.paragraphs] == [
        "Russia is reported to set three conditions and to reject European peacekeepers",
        "1. Neutrality: Ukraine is to commit itself formally to neutrality.",
        "2. No NATO membership: Ukraine is to give up any aspiration to join NATO.",
        "3. Annexed territories: Russia’s claims over annexed territories are to be recognised.",
        "4. No European peacekeepers: Russia rejects the deployment of European peacekeepers in Ukraine.",
        "On 12 March 2025",
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Who", "What"],
        ["Russia", "Neutrality"],
        ["Russia", "No NATO membership"],
        ["Russia", "Annexed territories"],
        ["Russia", "No European peacekeepers"],
    ]
    section = document.sections[0]
    assert (section.header.paragraphs[0].text.strip(), section.footer.paragraphs[0].text) == ("OFFICIAL", "OFFICIAL")


def test_a_citation_prints_the_number_of_its_source_in_words_that_are_no_markup() -> None:
    pack = "title: Embassy\npaper: Telegram\nsections: [positions, sources]\n"
    data = made(
        template(
            "{{ positions[0].label | strong }}{{ positions[0] | cite }}",
            "{%p for source in used_sources %}",
            "[{{ loop.index }}] {{ source.title }}",
            "{%p endfor %}",
        ),
        pack=f"{pack}fields: [title, positions, actors, sources]\nmarked: true\n",
    )

    said = paragraphs(data)
    assert said[0] == "Neutrality [1]"
    assert said[1].startswith("[1] ")


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_breaks_the_file_and_none_is_lost(value: str) -> None:
    data = made(template("{{ title }}|{{ title }}", "After", rows=[["{{ title }}"]]), record=reread(title=value))

    printed = " ".join(value.split())
    assert paragraphs(data) == [f"{printed}|{printed}", "After"]
    assert Document(BytesIO(data)).tables[0].cell(0, 0).text == printed


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(text(characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))))
def test_any_text_stands_in_the_file_as_it_is(value: str) -> None:
    data = made(template("[{{ title }}]", rows=[["{{ title }}", "After"]]), record=reread(title=value))

    cells = Document(BytesIO(data)).tables[0].rows[0].cells
    printed = re.sub(r"[^\S\u00a0\u2007\u202f]+", " ", value)
    assert (paragraphs(data), cells[0].text, cells[1].text) == ([f"[{printed}]"], printed, "After")


def test_a_tag_that_is_no_text_sees_no_more_than_others() -> None:
    def described(document: Word) -> None:
        document.paragraphs[0]._p.set(qn("w:rsidR"), "{{ options }}")

    with pytest.raises(BriefgenError) as caught:
        made(template("{{ title }}", more=described))

    assert told(caught.value) == [f"{PATH}: error TPL05 the audience is not allowed to see 'options'"]


def test_quotation_marks_of_word_and_tags_in_pieces_are_read_as_meant() -> None:
    def split(document: Word) -> None:
        paragraph = document.add_paragraph("{")
        paragraph.add_run("{ ti").bold = True
        paragraph.add_run("tle }} end")

    data = made(template("{{ as_of | date(“never”) }}", "not a tag: {_{ x }_}", more=split))

    assert paragraphs(data) == [
        "12 March 2025",
        "not a tag: {{ x }}",
        "Russia is reported to set three conditions and to reject European peacekeepers end",
    ]


def test_the_header_of_a_first_page_is_filled() -> None:
    def first_page(document: Word) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "{{ marking }} {{ stamp }} {{ paper }}"
        section.first_page_footer.paragraphs[0].text = "{{ marking }}"

    document = Document(BytesIO(made(template("{{ title }}", more=first_page))))

    assert document.sections[0].first_page_header.paragraphs[0].text == "OFFICIAL  Telegram"


@pytest.mark.parametrize(
    ("texts", "findings"),
    [
        pytest.param(
            ("Good", "{{ titel }} {{ positions[0].lable }}"),
            [
                f"{PATH}:body ¶2:4: error TPL04 there is no 'titel'",
                f"{PATH}:body ¶2:29: error TPL04 there is no 'lable' of Words of positions.label",
            ],
            id="unknown names, in one run",
        ),
        pytest.param(
            ("{% if title == 'x' %}{{ options }}{% endif %}",),
            [f"{PATH}:body ¶1:25: error TPL05 the audience is not allowed to see 'options'"],
            id="a denied field, in a branch that is not taken",
        ),
        pytest.param(
            ("{{ title | shout }}",), [f"{PATH}:body ¶1: error TPL01 there is no filter 'shout'"], id="a filter"
        ),
        pytest.param(
            ("{{r title }}",),
            [f"{PATH}:body ¶1:1: error WRD02 {{{{r title }}}} is for Word markup, which no value is"],
            id="markup",
        ),
        pytest.param(
            ("{% include 'x' %}", "{% set x %}y{% endset %}"),
            [
                f"{PATH}:body ¶1:1: error WRD02 `include` is not for Word templates: {{% include 'x' %}}",
                f"{PATH}:body ¶2:1: error WRD02 `set` is not for Word templates: {{% set x %}}",
                f"{PATH}:body ¶2:13: error WRD02 `endset` is not for Word templates: {{% endset %}}",
            ],
            id="what could make markup",
        ),
        pytest.param(
            ("{%p if title %}", "{{ title }}"),
            [f"{PATH}:body ¶1:1: error WRD01 DTL101: `{{% if %}}` is never closed: missing `{{% endif %}}`"],
            id="a block that is not closed",
        ),
        pytest.param(
            ("{{ title", "}}"),
            [
                (
                    f"{PATH}:body ¶1:1: error WRD01 DTL002: `{{{{` is only closed in paragraph ¶2; "
                    "docxtpl merges these paragraphs and their formatting is lost"
                )
            ],
            id="a tag over two paragraphs",
        ),
        pytest.param(
            ("{{ t('labels.nothing') }}",),
            [f"{PATH}:body ¶1:7: error TPL06 there is no phrase 'labels.nothing'"],
            id="a phrase without words",
        ),
    ],
)
def test_mistakes_are_found_without_an_article_and_told_with_their_paragraph(
    texts: tuple[str, ...], findings: list[str]
) -> None:
    found = rehearse("embassy", shelf_of(template(*texts)))

    assert [str(notice).partition("\n")[0] for notice in found] == findings


def test_a_mistake_in_a_footer_is_told_with_its_part() -> None:
    def footer(document: Word) -> None:
        document.sections[0].footer.add_paragraph("{{ pages }}")

    found = rehearse("embassy", shelf_of(template("{{ title }}", more=footer)))

    assert [str(notice.place) for notice in found] == [f"{PATH}:footer1 ¶2:4"]


def test_a_denied_field_stops_the_memo_and_stands_nowhere_in_it() -> None:
    canary = "CANARY-OF-THE-BACKGROUND"
    record = reread(background=canary)

    with pytest.raises(BriefgenError) as caught:
        made(template("{{ background }}"), record=record)
    assert told(caught.value) == [f"{PATH}:body ¶1: error TPL05 the audience is not allowed to see 'background'"]
    assert canary not in hidden(made(template("{{ title }}", *LOOP), record=record))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param({"header": "{{ stamp }}"}, id="without it above"),
        pytest.param({"header": "{% if false %}{{ marking }}{% endif %}{{ stamp }}"}, id="in a branch not taken"),
    ],
)
def test_a_memo_without_its_marking_is_not_made(marked: dict[str, str]) -> None:
    def unmark(document: Word) -> None:
        document.sections[0].header.paragraphs[0].text = marked["header"]

    data = template("{{ title }}", more=unmark)

    with pytest.raises(BriefgenError) as caught:
        made(data)
    assert told(caught.value) == [f"{PATH}: error WRD04 the header of section 1 does not print 'OFFICIAL'"]
    assert [notice.code for notice in rehearse("embassy", shelf_of(data))] == ["WRD04"]


def test_every_section_and_first_page_must_print_the_marking() -> None:
    def more(document: Word) -> None:
        section = document.add_section()
        section.header.is_linked_to_previous = False
        section.footer.is_linked_to_previous = True
        section.different_first_page_header_footer = True

    with pytest.raises(BriefgenError) as caught:
        made(template("{{ title }}", more=more))

    assert told(caught.value) == [
        f"{PATH}: error WRD04 the header of section 2 does not print 'OFFICIAL'",
        f"{PATH}: error WRD04 the header of section 2, first page does not print 'OFFICIAL'",
        f"{PATH}: error WRD04 the footer of section 2, first page does not print 'OFFICIAL'",
    ]


def test_a_draft_must_print_its_stamp() -> None:
    def unstamp(document: Word) -> None:
        document.sections[0].header.paragraphs[1].text = ""

    with pytest.raises(BriefgenError, match="does not print 'DRAFT – NOT CLEARED'"):
        made(template("{{ title }}", more=unstamp), unchecked=True)


def test_comments_of_the_office_do_not_leave_with_the_memo() -> None:
    def comment(document: Word) -> None:
        document.add_comment(document.paragraphs[0].runs, "Ask Ann before use", author="Ann")

    with pytest.raises(BriefgenError) as caught:
        made(template("{{ title }}", more=comment))

    assert told(caught.value) == [f"{PATH}: error WRD02 the template has comments, which would stand in every memo"]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("docProps/core.xml", b"cp:coreProperties", b"cp:others"),
        ("word/styles.xml", b"w:styles", b"w:others"),
        ("word/document.xml", b"w:sectPr", b"w:other"),
        ("word/_rels/document.xml.rels", b"styles.xml", b"document.xml"),
    ],
    ids=["properties", "styles", "no section", "relationship"],
)
def test_a_damaged_file_is_told(part: str, old: bytes, new: bytes) -> None:
    target = BytesIO()
    with ZipFile(BytesIO(template("{{ title }}"))) as package, ZipFile(target, "w") as spoilt:
        for name in package.namelist():
            content = package.read(name)
            assert name != part or old in content
            spoilt.writestr(name, content.replace(old, new) if name == part else content)

    (found,) = rehearse("embassy", shelf_of(target.getvalue()))

    assert str(found).startswith(f"{PATH}: error WRD02 not a Word document: ")


def test_a_file_that_is_no_word_document_is_told() -> None:
    assert [str(notice) for notice in rehearse("embassy", shelf_of(b"no zip"))] == [
        (
            f"{PATH}: error WRD02 not a Word document: a damaged or locked file: File is not a zip file\n"
            "  hint: save it in Word as .docx"
        )
    ]


def test_the_same_memo_is_the_same_bytes_and_speaks_of_itself_as_the_memo() -> None:
    def told_otherwise(document: Word) -> None:
        properties = document.core_properties
        properties.author, properties.title, properties.last_modified_by = "Ann", "{{ options }}", "Ann's machine"

    data = template("{{ title }}", more=told_otherwise)

    first = made(data)
    properties = Document(BytesIO(first)).core_properties
    assert made(data) == first
    assert (properties.author, properties.last_modified_by, properties.comments, properties.revision) == ("", "", "", 1)
    assert (properties.title, properties.language, f"{properties.created}") == (
        "Russia is reported to set three conditions and to reject European peacekeepers",
        "en-GB",
        "2025-03-12 00:00:00+00:00",
    )


def test_the_contract_names_the_fields_that_a_word_template_prints() -> None:
    data = template("{{ as_of | date }}", "{%p for item in positions %}", "{{ item.label }}", "{%p endfor %}")

    assert contract("embassy", shelf_of(data)).used == ("as_of", "positions", "positions.label")


def test_other_formats_are_refused() -> None:
    with pytest.raises(BriefgenError, match="the Word template of embassy makes docx and pdf, not html"):
        made(template("{{ title }}"), kind="html")


def test_two_templates_in_one_audience_are_refused() -> None:
    with pytest.raises(BriefgenError, match=r"embassy has two templates: embassy/memo.md.j2 and embassy/memo.docx"):
        remade(template("{{ title }}"), beside="# {{ title }}")


@pytest.mark.parametrize("package", ["docxtpl", "docxtpl_lint"])
def test_without_the_extra_its_name_is_told(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(BriefgenError) as caught:
        made(template("{{ title }}"))

    assert str(caught.value) == (
        f"error WRD05 a Word template needs the package {package}, which is missing\n"
        '  hint: install it: pip install "briefgen[word]"'
    )


def test_without_libreoffice_the_pdf_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BriefgenError, match="the PDF of a Word template needs LibreOffice: soffice is not installed"):
        made(template("{{ title }}"), kind="pdf")


@pytest.mark.slow
def test_libreoffice_makes_the_pdf() -> None:
    from pypdfium2 import PdfDocument

    page = PdfDocument(made(template("{{ title }}", *LOOP), kind="pdf"))[0]
    text = " ".join(page.get_textpage().get_text_range().split())

    assert text.count("OFFICIAL") == 2
    assert "1. Neutrality: Ukraine is to commit itself formally to neutrality." in text


@pytest.mark.slow
def test_a_valid_template_makes_a_valid_file(tmp_path: Path) -> None:
    from briefgen.standards import OPENXML_AUDIT

    own = template("{{ title }}", *LOOP, rows=ROWS)
    found: dict[str, list[str]] = {}
    for name, data in {"template": own, "memo": made(own)}.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        found[name] = [notice.message for notice in OPENXML_AUDIT.run([path])]

    assert found["memo"] == found["template"]


def test_make_writes_it_from_the_projects_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner
    from support.articles import SMALL

    from briefgen.cli.make import command

    folder = tmp_path / "templates/embassy"
    folder.mkdir(parents=True)
    (folder / "audience.yaml").write_text("title: Embassy\npaper: Telegram\nsections: [positions]\nfields: [title]\n")
    (folder / "memo.docx").write_bytes(template("{{ title }}", "{{ title | nothing }}"))
    (tmp_path / "a.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    failed = CliRunner().invoke(command, ["a.yaml", "-a", "embassy", "-f", "docx"])
    (folder / "memo.docx").write_bytes(template("{{ title }}"))
    done = CliRunner().invoke(command, ["a.yaml", "-a", "embassy", "-f", "docx"])

    assert (failed.exit_code, done.exit_code) == (1, 0)
    assert "templates/embassy/memo.docx:body ¶2: error TPL01 there is no filter 'nothing'" in failed.stderr
    assert paragraphs(next((tmp_path / "out").glob("*.docx")).read_bytes()) == ["Island council sets two conditions"]
