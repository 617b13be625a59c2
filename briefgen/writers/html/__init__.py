"""Memo → one HTML page that needs nothing else: no script, no font, no picture from elsewhere.

Everything a screen reader speaks stands in the page in reading order; what stands twice (the marking at the foot)
is hidden from it.
"""

from briefgen.memo import Header, Memo
from briefgen.theme import Theme
from briefgen.writers.direction import is_right_to_left
from briefgen.writers.html.blocks import Writing, blocks
from briefgen.writers.html.inlines import escaped
from briefgen.writers.html.letterhead import letterhead
from briefgen.writers.html.style import style


def write(memo: Memo, theme: Theme) -> bytes:
    """Write `memo` as a page of HTML in UTF-8."""
    meta, from_the_right = memo.meta, is_right_to_left(memo.meta.language)
    writing = Writing(theme, meta.labels, from_the_right, memo.marks)
    direction = ' dir="rtl"' if from_the_right else ""
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(meta.title)}</title>\n{_about(memo)}<style>\n{style(memo, theme)}</style>\n"
    )
    body = (
        f"{_top(memo, theme)}<main>\n{_header(memo.header, writing)}{blocks(memo.blocks, writing)}</main>\n"
        f"{_foot(memo, theme)}"
    )
    page = f'<!DOCTYPE html>\n<html lang="{escaped(meta.language)}"{direction}>\n<head>\n{head}</head>\n'
    return f"{page}<body>\n{body}</body>\n</html>\n".encode()


def _about(memo: Memo) -> str:
    meta = memo.meta
    told = {
        "author": meta.author,
        "description": meta.subject,
        "keywords": ", ".join(meta.keywords),
        "dcterms.created": meta.created,
        "briefgen-made-from": meta.made_from,
    }
    return "".join(f'<meta name="{name}" content="{escaped(content)}">\n' for name, content in told.items() if content)


def _top(memo: Memo, theme: Theme) -> str:
    meta = memo.meta
    banner = ""
    if meta.banner:
        spoken = escaped(meta.labels.label.format(text=meta.labels.marking))
        label = f'<span class="heard">{spoken} </span>'
        banner = f'<p class="marking">{label}<span>{escaped(meta.banner.text)}</span></p>\n'
    stamp = f'<p class="stamp">{escaped(meta.stamp)}</p>\n' if meta.stamp else ""
    told = f"{banner}{stamp}{letterhead(theme.letterhead.header)}"
    return f"<header>\n{told}</header>\n" if told else ""


def _foot(memo: Memo, theme: Theme) -> str:
    meta = memo.meta
    told = " · ".join(part for part in (meta.reference, meta.status, memo.marks.legend) if part)
    line = f'<p class="running">{escaped(told)}</p>\n' if told else ""
    marking = ""
    if meta.banner:
        marking = f'<p class="marking" aria-hidden="true"><span>{escaped(meta.banner.text)}</span></p>\n'
    below = f"{letterhead(theme.letterhead.footer)}{line}{marking}"
    return f"<footer>\n{below}</footer>\n" if below else ""


def _header(header: Header, writing: Writing) -> str:
    kind = f'<p class="kind">{writing.inlines(header.kind)}</p>\n' if header.kind else ""
    fields = "".join(
        f"<div><dt>{writing.inlines(field.label)}</dt><dd>{writing.inlines(field.content)}</dd></div>\n"
        for field in header.fields
    )
    block = f'<dl class="fields">\n{fields}</dl>\n' if fields else ""
    return f'{kind}<h1 class="title">{writing.inlines(header.title)}</h1>\n{block}'
