"""python-docx, as somebody writes it by hand on its own template."""

from io import BytesIO

import docx
from benchmarks.plain import Block, Content, Runs, load
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

_STYLES = {"paragraph": "Normal", "bullets": "List Bullet", "numbers": "List Number", "quote": "Quote"}


def word(memo: str, kit: str) -> dict[str, bytes]:  # noqa: ARG001 - the same for all contenders
    """Make the memo."""
    content = load(memo)
    document = docx.Document()
    _set_up(document, content)
    document.add_paragraph(content["kind"])
    document.add_heading(content["title"], 0)
    if content["fields"]:
        _fields(document, content)
    for block in content["blocks"]:
        _block(document, block)
    file = BytesIO()
    document.save(file)
    return {"docx": file.getvalue()}


def _set_up(document: Document, content: Content) -> None:
    document.core_properties.title = content["title"]
    document.core_properties.language = content["language"]
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Noto Sans", Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.0
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    section.header.paragraphs[0].add_run(content["banner"]).bold = True
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{content['footer']}\tPage ")
    _counted(foot, "PAGE")
    foot.add_run(" of ")
    _counted(foot, "NUMPAGES")


def _counted(paragraph: Paragraph, name: str) -> None:
    """Add a field that Word counts."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _fields(document: Document, content: Content) -> None:
    table = document.add_table(rows=0, cols=2)
    for label, runs in content["fields"]:
        first, second = table.add_row().cells
        first.paragraphs[0].add_run(label).bold = True
        _add(second.paragraphs[0], runs)


def _block(document: Document, block: Block) -> None:
    match block["kind"]:
        case "heading":
            _add(document.add_heading("", block["level"] - 1), block["runs"])
        case "paragraph":
            _add(document.add_paragraph(), block["runs"])
        case "bullets" | "numbers":
            for item in block["items"]:
                _add(document.add_paragraph(style=_STYLES[block["kind"]]), item)
        case "table":
            _add(document.add_paragraph(), block["runs"])
            _table(document, block)
        case "quote" | "callout":
            style = "Quote" if block["kind"] == "quote" else "Intense Quote"
            for item in (
                (*block["items"], block["runs"]) if block["kind"] == "quote" else (block["runs"], *block["items"])
            ):
                _add(document.add_paragraph(style=style), item)
        case "sources":
            for number, item in enumerate(block["items"], 1):
                paragraph = document.add_paragraph()
                _bookmark(paragraph, number)
                paragraph.add_run(f"[{number}] ")
                _add(paragraph, item)


def _table(document: Document, block: Block) -> None:
    """Fill row by row: `table.cell` would look for each cell in the whole table."""
    table = document.add_table(rows=1 + len(block["rows"]), cols=len(block["items"]), style="Table Grid")
    for row, texts in zip(table.rows, (block["items"], *block["rows"]), strict=True):
        for cell, runs in zip(row.cells, texts, strict=True):
            _add(cell.paragraphs[0], runs)


def _bookmark(paragraph: Paragraph, number: int) -> None:
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), f"source-{number}")
        paragraph._p.append(mark)


def _add(paragraph: Paragraph, runs: Runs) -> None:
    for run in runs:
        made = paragraph.add_run(run["text"])
        made.bold, made.italic = run["bold"] or None, run["italic"] or None
        if run["url"]:
            link = OxmlElement("w:hyperlink")
            if run["url"].startswith("#"):
                link.set(qn("w:anchor"), run["url"][1:])
            else:
                link.set(qn("r:id"), paragraph.part.relate_to(run["url"], _HYPERLINK, is_external=True))
            paragraph._p.append(link)
            link.append(made._r)


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
