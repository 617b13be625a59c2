"""Write an article as other programs would: as a web page, a Word document, a PDF."""

import html
import io
import json

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer


def page(title: str, paragraphs: list[str], *, issued: str = "", outlet: str = "", author: str = "") -> bytes:
    """Write a news page with its navigation, advertisement, related links and JSON-LD."""
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        **({"datePublished": issued} if issued else {}),
        **({"publisher": {"@type": "Organization", "name": outlet}} if outlet else {}),
        **({"author": [{"@type": "Person", "name": author}]} if author else {}),
    }
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)} | Site</title>
<script type="application/ld+json">{json.dumps(about)}</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article><h1>{html.escape(title)}</h1>
{body}
</article><aside><h2>Most read</h2><ul><li><a href="/1">Ten things to know today</a></li></ul></aside></main>
<footer><p>All rights reserved. <a href="/cookies">Cookies</a></p></footer></body></html>
""".encode()


def document(title: str, paragraphs: list[str]) -> bytes:
    """Write a Word document."""
    made = docx.Document()
    made.add_heading(title, level=0)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def pdf(title: str, paragraphs: list[str]) -> bytes:
    """Write a PDF whose lines are broken to the width of the page."""
    styles = getSampleStyleSheet()
    story = [Paragraph(html.escape(title), styles["Title"])]
    for paragraph in paragraphs:
        story += [Paragraph(html.escape(paragraph), styles["BodyText"]), Spacer(1, 6)]
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, title=title, invariant=True).build(story)
    return stream.getvalue()
