"""WeasyPrint: a page of HTML with a style sheet, as PDF plain and PDF/UA-1."""

from html import escape

from benchmarks.plain import Block, Content, Runs, load
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

_FACE = """@font-face {{ font-family: "Noto Sans"; src: url(file://{kit}/faces/NotoSans-{look}.ttf);
font-weight: {weight}; font-style: {style}; }}
"""
_LOOKS = (
    ("Regular", "normal", "normal"),
    ("Bold", "bold", "normal"),
    ("Italic", "normal", "italic"),
    ("BoldItalic", "bold", "italic"),
)
_SHEET = """
@page { size: A4; margin: 24mm 25mm 22mm;
  @top-center { content: string(banner); font: bold 12pt "Noto Sans"; }
  @bottom-left { content: string(footer); font: 8.5pt "Noto Sans"; white-space: nowrap; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt "Noto Sans"; } }
body { font: 10.5pt/14.5pt "Noto Sans"; string-set: banner attr(data-banner), footer attr(data-footer); }
h1, h2, h3, h4 { margin: 10pt 0 4pt; }
h1 { font-size: 17pt; line-height: 22pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; } h4 { font-size: 10.5pt; }
p, ul, ol { margin: 0 0 6pt; } table { width: 100%; border-collapse: collapse; font-size: 9.5pt; line-height: 12.5pt; }
th, td { text-align: left; vertical-align: top; border-bottom: .5pt solid #8c8c8c; padding: 2pt; }
aside { background: #f1f4f8; padding: 6pt; } .sources { font-size: 9pt; list-style: none; padding: 0; }
"""


def pdf(memo: str, kit: str) -> dict[str, bytes]:
    """Make the memo without tags."""
    return {"pdf": _written(load(memo), kit, {})}


def tagged(memo: str, kit: str) -> dict[str, bytes]:
    """Make the memo as PDF/UA-1."""
    return {"pdf": _written(load(memo), kit, {"pdf_variant": "pdf/ua-1"})}


def _written(content: Content, kit: str, options: dict[str, str]) -> bytes:
    page = _page(content, kit)
    written: bytes = HTML(string=page).write_pdf(font_config=FontConfiguration(), **options)
    return written


def _page(content: Content, kit: str) -> str:
    faces = "".join(_FACE.format(kit=kit, look=look, weight=weight, style=style) for look, weight, style in _LOOKS)
    fields = "".join(f"<tr><th>{escape(label)}</th><td>{_marked(runs)}</td></tr>" for label, runs in content["fields"])
    return (
        f'<!DOCTYPE html><html lang="{content["language"]}"><head><meta charset="utf-8">'
        f"<title>{escape(content['title'])}</title><style>{faces}{_SHEET}</style></head>"
        f'<body data-banner="{escape(content["banner"])}" data-footer="{escape(content["footer"])}">'
        f"<p>{escape(content['kind'])}</p><h1>{escape(content['title'])}</h1><table>{fields}</table>"
        f"{''.join(map(_element, content['blocks']))}</body></html>"
    )


def _element(block: Block) -> str:
    said, items = _marked(block["runs"]), [_marked(item) for item in block["items"]]
    match block["kind"]:
        case "heading":
            return f"<h{block['level']}>{said}</h{block['level']}>"
        case "paragraph":
            return f"<p>{said}</p>"
        case "bullets" | "numbers":
            tag = "ul" if block["kind"] == "bullets" else "ol"
            return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"
        case "table":
            head = "".join(f"<th>{item}</th>" for item in items)
            rows = ("".join(f"<td>{_marked(cell)}</td>" for cell in row) for row in block["rows"])
            body = "".join(f"<tr>{row}</tr>" for row in rows)
            return f"<p>{said}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        case "quote":
            return f"<blockquote>{''.join(f'<p>{item}</p>' for item in items)}<p>{said}</p></blockquote>"
        case "callout":
            return f"<aside><p><b>{said}</b></p>{''.join(f'<p>{item}</p>' for item in items)}</aside>"
        case "sources":
            entries = (f'<li id="source-{number}">[{number}] {item}</li>' for number, item in enumerate(items, 1))
            return f'<ul class="sources">{"".join(entries)}</ul>'


def _marked(runs: Runs) -> str:
    parts = []
    for run in runs:
        part = escape(run["text"], quote=False).replace("\n", "<br>")
        part = f"<b>{part}</b>" if run["bold"] else part
        part = f"<i>{part}</i>" if run["italic"] else part
        parts.append(f'<a href="{escape(run["url"])}">{part}</a>' if run["url"] else part)
    return "".join(parts)
