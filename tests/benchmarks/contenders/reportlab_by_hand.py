"""ReportLab's platypus, as somebody writes it by hand: no tags, no metadata beyond the title."""

from html import escape

from benchmarks.plain import Block, Content, Runs, load
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, ListFlowable, ListItem, Paragraph, SimpleDocTemplate, Table

_LOOKS = ("Regular", "Bold", "Italic", "BoldItalic")
_BODY = ParagraphStyle("body", fontName="Regular", fontSize=10.5, leading=14.5, spaceAfter=6)
_TITLE = ParagraphStyle("title", _BODY, fontName="Bold", fontSize=17, leading=22, spaceAfter=6)
_HEADING = ParagraphStyle("heading", _BODY, fontName="Bold", fontSize=13, leading=17, spaceBefore=12, keepWithNext=1)
_CELL = ParagraphStyle("cell", _BODY, fontSize=9.5, leading=12.5, spaceAfter=0)
_ITEM = ParagraphStyle("item", _BODY, spaceAfter=2)
_SMALL = ParagraphStyle("small", _BODY, fontSize=9, leading=11.5, spaceAfter=2)
_QUOTE = ParagraphStyle("quote", _BODY, leftIndent=16)
_CALLOUT = ParagraphStyle("callout", _BODY, backColor=HexColor("#f1f4f8"), borderPadding=4, leftIndent=6)
_BANNER = ParagraphStyle("banner", _BODY, fontName="Bold", alignment=TA_CENTER)
_GRID = [
    ("LINEBELOW", (0, 0), (-1, 0), 0.75, HexColor("#8c8c8c")),
    ("LINEBELOW", (0, 1), (-1, -1), 0.25, HexColor("#c4c4c4")),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
_PLAIN = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
]


def pdf(memo: str, kit: str) -> dict[str, bytes]:
    """Make the memo."""
    _register(kit)
    content = load(memo)
    story: list[Flowable] = [Paragraph(escape(content["kind"]), _SMALL), Paragraph(escape(content["title"]), _TITLE)]
    fields = [[_paragraph(f"<b>{escape(label)}</b>", _CELL), _said(runs, _CELL)] for label, runs in content["fields"]]
    if fields:
        story.append(Table(fields, colWidths=[24 * mm, 136 * mm], style=_PLAIN))
    for block in content["blocks"]:
        story += _flowables(block)
    return {"pdf": _built(content, story)}


def _register(kit: str) -> None:
    if not _registered:
        for look in _LOOKS:
            registerFont(TTFont(look, f"{kit}/faces/NotoSans-{look}.ttf"))
        registerFontFamily("Regular", "Regular", "Bold", "Italic", "BoldItalic")
        _registered.append(kit)


_registered: list[str] = []


def _flowables(block: Block) -> list[Flowable]:
    match block["kind"]:
        case "heading":
            return [_said(block["runs"], _HEADING)]
        case "paragraph":
            return [_said(block["runs"], _BODY)]
        case "bullets" | "numbers":
            items = [ListItem(_said(item, _ITEM)) for item in block["items"]]
            return [ListFlowable(items, bulletType="bullet" if block["kind"] == "bullets" else "1", leftIndent=22)]
        case "table":
            rows = [[_said(cell, _CELL) for cell in row] for row in (block["items"], *block["rows"])]
            widths = [160 * mm / len(block["items"])] * len(block["items"])
            return [_said(block["runs"], _SMALL), Table(rows, colWidths=widths, style=_GRID, repeatRows=1)]
        case "quote":
            return [*(_said(item, _QUOTE) for item in block["items"]), _said(block["runs"], _QUOTE)]
        case "callout":
            return [_said(block["runs"], _CALLOUT), *(_said(item, _CALLOUT) for item in block["items"])]
        case "sources":
            return [
                _paragraph(f'<a name="source-{number}"/>[{number}] {_marked(item)}', _SMALL)
                for number, item in enumerate(block["items"], 1)
            ]


def _said(runs: Runs, style: ParagraphStyle) -> Paragraph:
    return _paragraph(_marked(runs), style)


def _paragraph(marked: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(marked, style)


def _marked(runs: Runs) -> str:
    parts = []
    for run in runs:
        part = escape(run["text"], quote=False).replace("\n", "<br/>")
        part = f"<b>{part}</b>" if run["bold"] else part
        part = f"<i>{part}</i>" if run["italic"] else part
        parts.append(f'<a href="{escape(run["url"])}" color="#1a4f8b">{part}</a>' if run["url"] else part)
    return "".join(parts)


def _built(content: Content, story: list[Flowable]) -> bytes:
    """Put the story on pages; their number is known when all are there."""

    class Counting(Canvas):  # type: ignore[misc] # ReportLab has no types
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)
            self.done: list[dict[str, object]] = []

        def showPage(self) -> None:  # noqa: N802 - ReportLab's name
            self.done.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, state in enumerate(self.done, 1):
                self.__dict__.update(state)
                self.setFont("Bold", 12)
                self.drawCentredString(A4[0] / 2, A4[1] - 14 * mm, content["banner"])
                self.setFont("Regular", 8.5)
                self.drawString(25 * mm, 12 * mm, content["footer"])
                self.drawRightString(A4[0] - 25 * mm, 12 * mm, f"Page {number} of {len(self.done)}")
                Canvas.showPage(self)
            Canvas.save(self)

    from io import BytesIO

    file = BytesIO()
    margins = {"leftMargin": 25 * mm, "rightMargin": 25 * mm, "topMargin": 24 * mm, "bottomMargin": 22 * mm}
    SimpleDocTemplate(file, pagesize=A4, title=content["title"], **margins).build(story, canvasmaker=Counting)
    return file.getvalue()
