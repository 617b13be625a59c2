"""docxtpl: a Word file with Jinja in it, made once with python-docx, and filled for each memo."""

from io import BytesIO
from typing import Any

from benchmarks.plain import Block, Runs, load
from docxtpl import DocxTemplate, RichText

_TEMPLATE = "template.docx"
_PIECES = (
    ("heading", "Heading 1", "{{r block.said }}", ()),
    ("paragraph", "Normal", "{{r block.said }}", ()),
    ("bullets", "List Bullet", "{{r item }}", ("{%p for item in block.list %}", "{%p endfor %}")),
    ("numbers", "List Number", "{{r item }}", ("{%p for item in block.list %}", "{%p endfor %}")),
    ("quote", "Quote", "{{r item }}", ("{%p for item in block.list %}", "{%p endfor %}")),
    ("callout", "Intense Quote", "{{r item }}", ("{%p for item in block.list %}", "{%p endfor %}")),
    ("sources", "Normal", "{{r item }}", ("{%p for item in block.list %}", "{%p endfor %}")),
)
"""Kind of block, style, what stands in the paragraph, and what stands around it."""


def word(memo: str, kit: str) -> dict[str, bytes]:
    """Make the memo."""
    content = load(memo)
    template = DocxTemplate(f"{kit}/{_TEMPLATE}")
    fields = [{"label": label, "said": _rich(template, runs)} for label, runs in content["fields"]]
    blocks = [_filling(template, block) for block in content["blocks"]]
    template.render({**content, "fields": fields, "blocks": blocks})
    file = BytesIO()
    template.save(file)
    return {"docx": file.getvalue()}


def write_template(kit: str) -> None:
    """Write the template, as somebody would draw it in Word."""
    import docx
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.header.paragraphs[0].text = "{{ banner }}"
    section.footer.paragraphs[0].text = "{{ footer }}"
    document.add_paragraph("{{ kind }}")
    document.add_heading("{{ title }}", 0)
    _rows(document, "fields", ("{{ row.label }}", "{{r row.said }}"))
    document.add_paragraph("{%p for block in blocks %}")
    for kind, style, said, around in _PIECES:
        document.add_paragraph(f'{{%p if block.kind == "{kind}" %}}')
        for before in around[:1]:
            document.add_paragraph(before)
        document.add_paragraph(said, style)
        for after in around[1:]:
            document.add_paragraph(after)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph('{%p if block.kind == "table" %}')
    document.add_paragraph("{{r block.said }}")
    _cells(document)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    document.save(f"{kit}/{_TEMPLATE}")


def _rows(document: Any, name: str, cells: tuple[str, str]) -> None:
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = f"{{%tr for row in {name} %}}"
    table.cell(1, 0).text, table.cell(1, 1).text = cells
    table.cell(2, 0).text = "{%tr endfor %}"


def _cells(document: Any) -> None:
    """Draw a table whose columns are as many as the memo's."""
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in block.table %}"
    for place, text in enumerate(("{%tc for cell in row %}", "{{r cell }}", "{%tc endfor %}")):
        table.cell(1, place).text = text
    table.cell(2, 0).text = "{%tr endfor %}"


def _filling(template: DocxTemplate, block: Block) -> dict[str, Any]:
    said, items = _rich(template, block["runs"]), [_rich(template, item) for item in block["items"]]
    match block["kind"]:
        case "table":
            rows = [[_rich(template, cell) for cell in row] for row in (block["items"], *block["rows"])]
            return {"kind": "table", "said": said, "table": rows}
        case "quote":
            return {"kind": "quote", "list": [*items, said]}
        case "callout":
            return {"kind": "callout", "list": [said, *items]}
        case "sources":
            entries = [_rich(template, item, f"[{number}] ") for number, item in enumerate(block["items"], 1)]
            return {"kind": "sources", "list": entries}
        case kind:
            return {"kind": kind, "said": said, "list": items}


def _rich(template: DocxTemplate, runs: Runs, before: str = "") -> RichText:
    rich = RichText(before)
    for run in runs:
        is_outside = run["url"] and not run["url"].startswith("#")
        link = {"url_id": template.build_url_id(run["url"])} if is_outside else {}
        rich.add(run["text"], bold=run["bold"], italic=run["italic"], **link)
    return rich
