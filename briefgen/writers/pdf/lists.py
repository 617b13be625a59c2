"""Lists, numbered paragraphs and sources: text with a number or a bullet hanging before it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefgen.memo import Blocks, Field, Paragraph, SourceList
from briefgen.writers.pdf.inlines import set_inlines
from briefgen.writers.pdf.leaves import Leaf
from briefgen.writers.pdf.letters import Run
from briefgen.writers.pdf.paragraphs import MARKER_GAP, Marker, Prose
from briefgen.writers.pdf.text import SetText, set_text
from briefgen.writers.pdf.writing import Spot, Writing

LayOut = Callable[[Blocks, Spot], list[Leaf]]
"""How the blocks of an item are laid out."""

_BETWEEN_ITEMS = 3


def items(
    content: tuple[Blocks, ...], labels: Sequence[str], spot: Spot, writing: Writing, lay_out: LayOut, *, numbering: str
) -> list[Leaf]:
    """Lay out a list; `numbering` is its kind in the standard's words, such as `Decimal`."""
    marks = [writing.set(label, spot.look) for label in labels]
    indent = hanging(marks, writing.theme.list_indent)
    element = spot.element.add("L", f"/O /List /ListNumbering /{numbering}")
    leaves: list[Leaf] = []
    for number, (item, mark) in enumerate(zip(content, marks, strict=True)):
        entry = element.add("LI")
        marker = Marker(mark, entry.add("Lbl"), indent)
        look = replace(spot.look, after=_BETWEEN_ITEMS)
        inside = replace(spot.at(number).inside(entry.add("LBody"), start=indent, look=look), depth=spot.depth + 1)
        leaves += _marked(_item(item, inside, writing, lay_out), marker, inside, writing)
    if leaves:
        leaves[-1].after = max(leaves[-1].after, spot.look.after)
    return leaves


def numbered(paragraph: Paragraph, spot: Spot, writing: Writing) -> list[Leaf]:
    """Lay out a numbered paragraph."""
    element = spot.element.add("P")
    mark = writing.set(f"{paragraph.number}.", replace(spot.look, colour=writing.theme.colours.muted))
    indent = hanging((mark,), writing.theme.number_indent)
    marker = Marker(mark, element.inline("Lbl"), indent)
    text = set_inlines(paragraph.content, spot.look, element, writing)
    return [Prose(text, element, spot.inside(element, start=indent), writing, markers=(marker,))]


def sources(content: SourceList, spot: Spot, writing: Writing) -> list[Leaf]:
    """Lay out the list of sources, where citations lead."""
    look = writing.theme.small
    marks = [writing.set(f"[{entry.number}]", look) for entry in content.entries]
    indent = hanging(marks, writing.theme.number_indent)
    element = spot.element.add("L", "/O /List /ListNumbering /Decimal")
    leaves: list[Leaf] = []
    for number, (entry, mark) in enumerate(zip(content.entries, marks, strict=True)):
        item = element.add("LI")
        marker = Marker(mark, item.add("Lbl"), indent)
        body = item.add("LBody")
        text = set_inlines(entry.content, look, body, writing)
        leaf = Prose(text, body, spot.at(number).inside(body, start=indent, look=look), writing, markers=(marker,))
        leaf.place = f"source-{entry.number}"
        leaves.append(leaf)
    return leaves


def fields(content: tuple[Field, ...], spot: Spot, writing: Writing) -> list[Leaf]:
    """Lay out the header block: labels, and beside them who and when."""
    theme = writing.theme
    element = spot.element.add("L", "/O /List /ListNumbering /None")
    look = replace(theme.body, after=0)
    leaves: list[Leaf] = []
    for field in content:
        item = element.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        marker = Marker(set_inlines(field.label, theme.label, label, writing), label, theme.label_width)
        text = set_inlines(field.content, look, body, writing)
        inside = spot.inside(body, start=theme.label_width, look=look)
        leaves.append(Prose(text, body, inside, writing, markers=(marker,)))
    return leaves


def hanging(marks: Sequence[SetText], least: float) -> float:
    """Give the indent that leaves room for the widest of the marks, and a little for rounding."""
    return max((least, *(mark.widest + MARKER_GAP + 0.1 for mark in marks)))


def _item(item: Blocks, spot: Spot, writing: Writing, lay_out: LayOut) -> list[Leaf]:
    """Lay out an item; one paragraph alone needs no element of its own."""
    match item:
        case (Paragraph(content, None),):
            text = set_inlines(content, spot.look, spot.element, writing)
            return [Prose(text, spot.element, spot.at(0), writing)]
        case _:
            return lay_out(item, spot)


def _marked(laid_out: list[Leaf], marker: Marker, spot: Spot, writing: Writing) -> list[Leaf]:
    """Hang a marker before the first paragraph of an item, or on a line of its own before what is none."""
    match laid_out:
        case [Prose() as first, *_] if first.look.leading == spot.look.leading and not first.layers:
            hang = marker.hang + first.spot.start - spot.start
            first.markers = (replace(marker, hang=hang), *first.markers)
            return laid_out
        case _:
            alone = _empty(marker, spot, writing)
            alone.kept = bool(laid_out)
            return [alone, *laid_out]


def _empty(marker: Marker, spot: Spot, writing: Writing) -> Prose:
    text = set_text((Run("", writing.letters(spot.look)),), writing.fonts, writing.direction)
    return Prose(text, spot.element, spot, writing, markers=(marker,))
